import { type Catalog, connection, leaf, one, property } from '../graph/compose/fields.js'
import { entityFields, relationshipFields } from '../provenance/fields.js'
import { REPORT_RUN } from './run.js'

const effects = ['direct', 'indirect', 'induced', 'spillover']

export const spilloverFields: Catalog = {
  InputOutputTable: {
    ...entityFields,
    name: property('title'),
    title: property('title'),
    publisher: property('publisher'),
    edition: property('edition'),
    year: property('year'),
    geography: property('geography'),
    currencyUnit: property('currencyUnit'),
    employmentUnit: property('employmentUnit'),
    industries: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:InputOutputTable)-[${edge}:HAS_INDUSTRY]->(${node}:Sector)`,
    })),
  },
  InputOutputTableEdge: {},
  IndustryEdge: {
    ...relationshipFields,
    output: property('output'),
    employed: property('employed'),
    wages: property('wages'),
    group: property('group'),
  },
  SpilloverRun: {
    ...entityFields,
    computedAt: property('computedAt'),
    table: one(({ parent, node }) => ({
      match: `MATCH (${parent}:SpilloverRun)-[:USES_TABLE]->(${node}:InputOutputTable)`,
    })),
    total: leaf((run) => `{${effects.map((effect) => `${effect}: ${run}.${effect}`).join(', ')}}`),
    establishments: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SpilloverRun)-[${edge}:INCLUDES]->(${node}:Establishment)`,
    })),
  },
  RunEstablishmentEdge: relationshipFields,
  SpillsOverEdge: {
    ...relationshipFields,
    county: one(({ parent, node }) => ({ match: `MATCH (${node}:County {id: ${parent}.county})` })),
    year: property('year'),
    indirect: property('indirect'),
    induced: property('induced'),
  },
}

/** What an establishment has of this room. */
export const establishmentSpillover = {
  spillsOver: connection(({ parent, node, edge }, { args, bind }) => ({
    match: `MATCH (${parent}:Establishment)-[${edge}:SPILLS_OVER]->(${node}:Sector)`,
    where: [`${edge}.run = ${bind(args.run ?? REPORT_RUN)}`],
  })),
} satisfies Catalog[string]
