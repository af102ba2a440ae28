import { may } from '../../accounts/capabilities.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { Resolvers } from '../../generated/resolvers.js'
import { connectionRow, ownValue } from '../../graph/compose/rows.js'
import { aboutKnown, idOfKind } from '../../graph/entity-ids.js'
import type { TotalEffects } from '../model/cube.js'
import {
  comparedRuns,
  differenceOfDisplaced,
  differenceOfTotals,
  differencesBy,
  differingAssumptions,
} from './compare-runs.js'
import { assumptionProperties, assumptionsOf, temporaryYearsOf } from './run-assumptions.js'
import { effectsAt, requireRun } from './run-cuts.js'
import { checkedRunFilter, newestFirst, runsThat } from './run-filter.js'
import type { RunLoader } from './run-loader.js'
import type { RunDimension } from './run-queries.js'
import { regionalOfRun } from './run-regional.js'
import { runCountyRows, runEstablishmentRows, runSectorRows, runYearRows } from './run-rows.js'
import { storedDisplacement } from './stored-displacement.js'
import { deleteSpilloverRun, storeSpillover } from './stored-runs.js'

export const runResolvers: Resolvers = {
  Query: {
    spilloverRun: (_, { id }, { composer }, info) => composer.entity(info, id),
    spilloverRuns: (_, { filter, orderBy }, { graph, composer, viewer }, info) => {
      const checked = checkedRunFilter(filter ?? {}, viewer)
      const { table, establishment } = checked
      const ids = [table, establishment].filter((id) => typeof id === 'string')
      const runs = composer.connection(info, (names, { bind }) => ({
        ...runsThat(checked, names, bind),
        ...(orderBy === 'NEWEST' ? { orderBy: newestFirst } : {}),
      }))
      return aboutKnown(graph, ids, runs)
    },
    compareRuns: (_, { a, b }, { runs }) => comparedRuns(runs, a, b),
  },
  Mutation: {
    storeSpillover: async (_, { input, name }, context) => ({
      run: await storeSpillover(context, input, name, context.viewer),
    }),
    deleteSpilloverRun: async (_, { id }, context) => ({ id: await deleteSpilloverRun(context, id, context.viewer) }),
  },
  StoreSpilloverPayload: {
    run: ({ run }, _, { composer }, info) => composer.known(info, run),
  },
  SpilloverRun: {
    assumptions: (row, _, __, info) => assumptionsOf(assumptionProperties.parse(ownValue(row, info))),
    regional: (row, _, context, info) => regionalOfRun(context, String(ownValue(row, info)), context.signal),
    temporaryByYear: (row, _, __, info) => temporaryYearsOf(ownValue(row, info)),
    bySector: (row, _, { runs }, info) => runSectorRows(runs, String(ownValue(row, info))),
    byCounty: (row, _, { runs }, info) => runCountyRows(runs, String(ownValue(row, info))),
    byYear: (row, _, { runs }, info) => runYearRows(runs, String(ownValue(row, info))),
    byEstablishment: (row, _, { runs }, info) => runEstablishmentRows(runs, String(ownValue(row, info))),
    displacement: (row, _, __, info) => storedDisplacement(ownValue(row, info)),
    mayDelete: async (row, _, { runs, edition, viewer }, info) => {
      const run = String(ownValue(row, info))
      if (viewer === null || run === edition.spillover.run.id) return false
      return may(viewer, 'DELETE_RUNS') || (may(viewer, 'STORE_RUNS') && (await runs.owner(run)) === viewer.name)
    },
    changes: (row, _, { runs }, info) => runs.changes(String(ownValue(row, info))),
    stale: async (row, _, { runs }, info) => (await runs.changes(String(ownValue(row, info)))).length > 0,
  },
  RunComparison: {
    a: ({ a }, _, { composer }, info) => composer.known(info, a),
    b: ({ b }, _, { composer }, info) => composer.known(info, b),
    assumptions: (compared, _, { runs }) => differingAssumptions(runs, compared),
    total: (compared, _, { runs }) => differenceOfTotals(runs, compared),
    displacement: (compared, _, { runs }) => differenceOfDisplaced(runs, compared),
    bySector: (compared, _, { runs }) => differencesBy(runs, compared, 'sector'),
    byCounty: (compared, _, { runs }) => differencesBy(runs, compared, 'county'),
    byYear: (compared, _, { runs }) => differencesBy(runs, compared, 'year'),
    byEstablishment: (compared, _, { runs }) => differencesBy(runs, compared, 'establishment'),
  },
  SectorDifference: {
    sector: ({ key }, _, { composer }, info) => composer.known(info, String(key)),
  },
  CountyDifference: {
    county: ({ key }, _, { composer }, info) => composer.known(info, String(key)),
  },
  YearDifference: { year: ({ key }) => Number(key) },
  EstablishmentDifference: {
    establishment: ({ key }, _, { composer }, info) => (key === null ? null : composer.known(info, String(key))),
  },
  Establishment: {
    spillover: (row, { run }, context, info) => storedEffects(context, run, 'establishment', ownValue(row, info)),
    spillsOver: async (row, { run }, context, info) => {
      await requireRun(context, run)
      return connectionRow.parse(ownValue(row, info))
    },
  },
  Sector: {
    spillover: (row, { run }, context, info) => storedEffects(context, run, 'sector', ownValue(row, info)),
    spillsFrom: async (row, { run }, context, info) => {
      await requireRun(context, run)
      return connectionRow.parse(ownValue(row, info))
    },
  },
  County: {
    spillover: (row, { run }, context, info) => storedEffects(context, run, 'county', ownValue(row, info)),
    spillsOver: async (row, { run }, context, info) => {
      await requireRun(context, run)
      return connectionRow.parse(ownValue(row, info))
    },
  },
}

/**
 * What a stored run, the region's standing one where none is named, holds for one entity.
 * @throws BadUserInputError for an id of another kind; NotFoundError.
 */
async function storedEffects(
  { edition, runs }: Knowledge & { readonly runs: RunLoader },
  run: string | null | undefined,
  dimension: RunDimension,
  id: unknown,
): Promise<TotalEffects> {
  return effectsAt(await runs.cut(idOfKind('run', run, 'run') ?? edition.spillover.run.id, dimension), String(id))
}
