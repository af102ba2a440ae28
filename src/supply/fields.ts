import { type Catalog, property } from '../graph/compose/fields.js'
import { entityFields, relationshipFields } from '../provenance/fields.js'

export const supplyFields: Catalog = {
  SupplyCategory: entityFields,
  Requirement: entityFields,
  ProcurementEdge: { ...relationshipFields, phase: property('phase') },
  RequirementEdge: relationshipFields,
}
