import type { Resolvers } from '../../generated/resolvers.js'
import { ownValue } from '../../graph/compose/rows.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { wordedText } from '../../provenance/worded.js'
import { groupsOf } from './groups.js'
import { requireEmployment } from './read-employment.js'
import { askedSector, locationQuotients } from './sector-quotients.js'

export const employmentResolvers: Resolvers = {
  Query: {
    employmentTable: (_, { id }, { composer }, info) => composer.entity(info, id),
    employmentTables: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:EmploymentTable)` })),
  },
  EmploymentTable: {
    publisher: wordedText('sources'),
    groups: async (row, _, { graph, edition }, info) =>
      groupsOf(await requireEmployment(graph, edition, String(ownValue(row, info)))),
  },
  Sector: {
    locationQuotients: (row, { employment, mining }, context, info) =>
      locationQuotients(context, askedSector.parse(ownValue(row, info)), {
        named: idOfKind('employment', employment, 'employment') ?? null,
        mining,
      }),
  },
  LocationQuotient: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
    employment: ({ employment }, _, { composer }, info) => composer.known(info, employment),
  },
  CountyEmployed: {
    county: ({ county }, _, { composer }, info) => composer.known(info, county),
  },
}
