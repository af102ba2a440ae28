import { type Catalog, connection, property } from '../graph/compose/fields.js'
import { entityFields, relationshipFields } from '../provenance/fields.js'

export const supplyFields: Catalog = {
  SupplyCategory: {
    ...entityFields,
    fitsSectors: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:SupplyCategory)-[${edge}:FITS_SECTOR]->(${node}:Sector)`,
    })),
  },
  Requirement: entityFields,
  ProcurementEdge: { ...relationshipFields, phase: property('phase') },
  RequirementEdge: relationshipFields,
}
