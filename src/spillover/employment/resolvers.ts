import type { Resolvers } from '../../generated/resolvers.js'
import { ownValue } from '../../graph/compose/rows.js'
import { groupsOf } from './groups.js'
import { requireEmployment } from './read-employment.js'

export const employmentResolvers: Resolvers = {
  Query: {
    employmentTable: (_, { id }, { composer }, info) => composer.entity(info, id),
    employmentTables: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:EmploymentTable)` })),
  },
  EmploymentTable: {
    groups: async (row, _, { graph, edition }, info) =>
      groupsOf(await requireEmployment(graph, edition, String(ownValue(row, info)))),
  },
  CountyEmployed: {
    county: ({ county }, _, { composer }, info) => composer.known(info, county),
  },
}
