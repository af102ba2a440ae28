import { type Catalog, connection, one, property } from '../graph/compose/fields.js'
import { entityFields, relationshipFields } from '../provenance/fields.js'

export const placeFields: Catalog = {
  Country: entityFields,
  County: {
    ...entityFields,
    code: property('code'),
    municipalities: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:County)<-[${edge}:IN_COUNTY]-(${node}:Municipality)`,
    })),
  },
  Municipality: {
    ...entityFields,
    code: property('code'),
    county: one(({ parent, node }) => ({ match: `MATCH (${parent}:Municipality)-[:IN_COUNTY]->(${node}:County)` })),
    population: property('population2024'),
    latitude: property('latitude'),
    longitude: property('longitude'),
  },
  MunicipalityEdge: relationshipFields,
}
