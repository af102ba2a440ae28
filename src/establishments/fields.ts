import { type Catalog, connection, edgeKey, leaf, list, nodeKey, one, property } from '../graph/compose/fields.js'
import { heldAsAsked } from '../graph/compose/held-as-asked.js'
import { holdsOn } from '../graph/relationship-days.js'
import { endingFields, entityFields } from '../provenance/fields.js'
import { identityFields } from '../provenance/other-names.js'

export const establishmentFields: Catalog = {
  Establishment: {
    ...entityFields,
    ...endingFields,
    ...identityFields,
    operator: one(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:OPERATED_BY]->(${node}:Firm)`,
      where: [holdsOn(edge, bind(asOf))],
      orderBy: [nodeKey('id')],
    })),
    sector: one(({ parent, node }) => ({ match: `MATCH (${parent}:Establishment)-[:IN_SECTOR]->(${node}:Sector)` })),
    county: one(({ parent, node }) => ({ match: `MATCH (${parent}:Establishment)-[:COUNTED_IN]->(${node}:County)` })),
    municipality: one(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:LOCATED_IN]->(${node}:Municipality)`,
      where: [holdsOn(edge, bind(asOf))],
      orderBy: [edgeKey('rank'), nodeKey('id')],
    })),
    municipalities: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:LOCATED_IN]->(${node}:Municipality)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    totalJobs: property('totalJobs'),
    expectedJobs: leaf((venture) => `{years: ${venture}.expectedYears, jobs: ${venture}.expectedJobs}`),
    phases: list(({ parent, node }) => ({
      match: `MATCH (${parent}:Establishment)-[:HAS_PHASE]->(${node}:Phase)`,
      orderBy: [nodeKey((phase) => `coalesce(${phase}.from, ${phase}.to)`), nodeKey('id')],
    })),
    procures: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:PROCURES]->(${node}:SupplyCategory)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    requires: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Establishment)-[${edge}:REQUIRES]->(${node}:Requirement)`,
      where: [holdsOn(edge, bind(asOf))],
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
