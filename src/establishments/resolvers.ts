import type { Resolvers } from '../generated/resolvers.js'
import { nodeKey } from '../graph/compose/fields.js'
import { ownValue } from '../graph/compose/rows.js'
import { aboutKnown, idOfKind } from '../graph/entity-ids.js'
import { otherNames } from '../provenance/other-names.js'
import { yearlyJobs } from '../spillover/question/yearly-jobs.js'

const byJobs = [{ ...nodeKey('totalJobs'), descending: true }, nodeKey('sortName'), nodeKey('id')]

export const establishmentResolvers: Resolvers = {
  Query: {
    establishments: (_, { filter, orderBy }, { graph, composer }, info) => {
      const county = idOfKind('county', filter?.county, 'filter.county')
      const establishments = composer.connection(info, ({ node }, { bind }) => ({
        match: county
          ? `MATCH (:County {id: ${bind(county)}})<-[:COUNTED_IN]-(${node}:Establishment)`
          : `MATCH (${node}:Establishment)`,
        ...(orderBy === 'JOBS_DESC' ? { orderBy: byJobs } : {}),
      }))
      return aboutKnown(graph, county ? [county] : [], establishments)
    },
    establishment: (_, { id }, { composer }, info) => composer.entity(info, id),
  },
  Establishment: {
    otherNames: (row, _, __, info) => otherNames(ownValue(row, info)),
    expectedJobs: (row, _, __, info) => yearlyJobs(ownValue(row, info)),
  },
}
