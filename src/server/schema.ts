import { makeExecutableSchema } from '@graphql-tools/schema'
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql'
import { accountResolvers } from '../accounts/account-resolvers.js'
import { guardFields } from '../accounts/guard.js'
import { establishmentResolvers } from '../establishments/resolvers.js'
import { timelineResolvers } from '../establishments/timeline-resolvers.js'
import { firmResolvers } from '../firms/resolvers.js'
import type { Resolvers } from '../generated/resolvers.js'
import { readComposedRows } from '../graph/compose/rows.js'
import { readTextsAsTheyEnter } from '../graph/entering-arguments.js'
import { nodeKinds, nodeLabels } from '../graph/vocabulary.js'
import { calculationResolvers } from '../jobs/calculation-resolvers.js'
import { jobResolvers } from '../jobs/job-resolvers.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { inLanguage } from '../language/wording.js'
import { relationResolvers } from '../network/relations.js'
import { networkResolvers } from '../network/resolvers.js'
import { provenanceResolvers } from '../provenance/resolvers.js'
import { searchResolvers } from '../search/resolvers.js'
import { employmentResolvers } from '../spillover/employment/resolvers.js'
import { analysisResolvers } from '../spillover/question/analysis-resolvers.js'
import { regionResolvers } from '../spillover/question/region-resolvers.js'
import { spilloverResolvers } from '../spillover/question/resolvers.js'
import { runResolvers } from '../spillover/runs/run-resolvers.js'
import { scenarioResolvers } from '../spillover/runs/scenario-resolvers.js'
import { supplyResolvers } from '../supply/resolvers.js'
import { coverageResolvers } from '../support/coverage/resolvers.js'
import { supportResolvers } from '../support/matching/resolvers.js'
import { correctionResolvers } from '../writing/corrections/correction-resolvers.js'
import { editingResolvers } from '../writing/editing/editing-resolvers.js'
import { changeResolvers } from '../writing/history/change-resolvers.js'
import { mergeResolvers } from '../writing/merging/merge-resolvers.js'
import { entityResolvers } from '../writing/mutations/entity-resolvers.js'
import { proposalResolvers } from '../writing/proposals/proposal-resolvers.js'
import { redactResolvers } from '../writing/redacting/redact-resolvers.js'
import { statementResolvers } from '../writing/statement-resolvers.js'
import { catalog } from './catalog.js'
import { rejectWhatIsThrown } from './rejections.js'
import { dateScalar, dateTimeScalar } from './scalars.js'
import { schemaText } from './schema-text.js'
import { warnOfUnfinished } from './unfinished-warnings.js'

/** How many entities are asked for at a time. */
const MOST_IDS = 200

/** What belongs to no single room. */
const sharedResolvers: Resolvers = {
  Query: {
    node: (_, { id }, { composer }, info) => composer.entity(info, id),
    nodes: (_, { ids }, { composer }, info) => {
      if (ids.length > MOST_IDS) throw new BadUserInputError('ids', `ids may have at most ${MOST_IDS} items`)
      return Promise.all(ids.map((id) => composer.entity(info, id)))
    },
    entities: (_, { kind }, { composer }, info) => {
      const label = nodeLabels.find((each) => nodeKinds[each].entityKind === kind) ?? 'Entity'
      return composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:${label})` }))
    },
  },
  Warning: { message: inLanguage },
  Date: dateScalar,
  DateTime: dateTimeScalar,
}

/** A test validates it: to do so at every start, and to keep where in the text each word stands, takes time. */
const declaredSchema = (): GraphQLSchema =>
  buildASTSchema(parse(schemaText(), { noLocation: true }), { assumeValid: true })

/** The schema of all rooms with their resolvers; fields of composed types read their rows. */
export function createSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: declaredSchema(),
    updateResolversInPlace: true,
    resolvers: [
      sharedResolvers,
      provenanceResolvers,
      relationResolvers,
      firmResolvers,
      searchResolvers,
      establishmentResolvers,
      timelineResolvers,
      spilloverResolvers,
      analysisResolvers,
      employmentResolvers,
      regionResolvers,
      runResolvers,
      scenarioResolvers,
      supplyResolvers,
      supportResolvers,
      coverageResolvers,
      networkResolvers,
      editingResolvers,
      mergeResolvers,
      accountResolvers,
      proposalResolvers,
      changeResolvers,
      statementResolvers,
      ...entityResolvers,
      correctionResolvers,
      jobResolvers,
      calculationResolvers,
      redactResolvers,
    ],
  })
  readComposedRows(schema, catalog)
  readTextsAsTheyEnter(schema)
  warnOfUnfinished(schema)
  guardFields(schema)
  rejectWhatIsThrown(schema)
  return schema
}
