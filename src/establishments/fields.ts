import { type Catalog, connection, edgeKey, leaf, list, nodeKey, one, property } from '../graph/compose/fields.js'
import { heldAsAsked } from '../graph/compose/held-as-asked.js'
import { endingFields, entityFields } from '../provenance/fields.js'
import { identityFields } from '../provenance/other-names.js'

export const establishmentFields: Catalog = {
  Establishment: {
    ...entityFields,
    ...endingFields,
    ...identityFields,
    operator: one(({ parent, node }) => ({ match: `MATCH (${parent}:Establishment)-[:OPERATED_BY]->(${node}:Firm)` })),
    sector: one(({ parent, node }) => ({ match: `MATCH (${parent}:Establishment)-[:IN_SECTOR]->(${node}:Sector)` })),
    county: one(({ parent, node }) => ({ match: `MATCH (${parent}:Establishment)-[:COUNTED_IN]->(${node}:County)` })),
    municipality: one(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:LOCATED_IN]->(${node}:Municipality)`,
      orderBy: [edgeKey('rank'), nodeKey('id')],
    })),
    municipalities: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:LOCATED_IN]->(${node}:Municipality)`,
    })),
    totalJobs: property('totalJobs'),
    expectedJobs: leaf((venture) => `{years: ${venture}.expectedYears, jobs: ${venture}.expectedJobs}`),
    phases: list(({ parent, node }) => ({
      match: `MATCH (${parent}:Establishment)-[:HAS_PHASE]->(${node}:Phase)`,
      orderBy: [nodeKey((phase) => `coalesce(${phase}.from, ${phase}.to)`), nodeKey('id')],
    })),
    procures: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:PROCURES]->(${node}:SupplyCategory)`,
    })),
    requires: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:REQUIRES]->(${node}:Requirement)`,
    })),
    suppliers: connection(({ parent, node, edge }, context) => ({
      match: `MATCH (${parent}:Establishment)<-[${edge}:SUPPLIES]-(${node}:Firm)`,
      where: heldAsAsked(edge, context),
    })),
  },
  EstablishmentEdge: {},
  Phase: {
    ...entityFields,
    kind: property('kind'),
    from: property('from'),
    fromPrecision: property('fromPrecision'),
    fromText: property('fromText'),
    to: property('to'),
    toPrecision: property('toPrecision'),
    toText: property('toText'),
    status: property('status'),
  },
}
