import { type Catalog, leaf, list, one, property } from '../graph/compose/fields.js'
import { entityFields } from '../provenance/fields.js'

export const firmFields: Catalog = {
  Sector: {
    ...entityFields,
    code: property('code'),
    partOf: one(({ parent, node }) => ({ match: `MATCH (${parent}:Sector)-[:PART_OF]->(${node}:Sector)` })),
  },
  FirmSizeClass: { ...entityFields, sizeClass: property('code') },
  Firm: {
    ...entityFields,
    organisationNumber: property('organisationNumber'),
    sizeClass: leaf((firm) => `coalesce(${firm}.sizeClass, 'UNKNOWN')`),
    employees: property('employees'),
    sectors: list(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:IN_SECTOR]->(${node}:Sector)`,
      orderBy: [{ expression: `${edge}.rank` }, { expression: `${node}.id` }],
    })),
    municipality: one(({ parent, node }) => ({
      match: `MATCH (${parent}:Firm)-[:LOCATED_IN]->(${node}:Municipality)`,
    })),
  },
}
