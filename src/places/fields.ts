import { type Catalog, connection, nodeKey, one, property } from '../graph/compose/fields.js'
import { holdsOn } from '../graph/relationship-days.js'
import { entityFields, relationshipFields, sourcedEdgeFields } from '../provenance/fields.js'

/** Support actors that name a place as served on the day. */
const supportActors = connection(({ parent, node, edge }, { asOf, bind }) => ({
  match: `MATCH (${parent}:Place)<-[${edge}:SERVES]-(${node}:SupportActor)`,
  where: [holdsOn(edge, bind(asOf))],
}))

export const placeFields: Catalog = {
  Country: entityFields,
  County: {
    ...entityFields,
    code: property('code'),
    municipalities: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:County)<-[${edge}:IN_COUNTY]-(${node}:Municipality)`,
    })),
    establishments: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:County)<-[${edge}:COUNTED_IN]-(${node}:Establishment)`,
    })),
    supportActors,
  },
  Municipality: {
    ...entityFields,
    code: property('code'),
    county: one(({ parent, node }) => ({ match: `MATCH (${parent}:Municipality)-[:IN_COUNTY]->(${node}:County)` })),
    population: property('population'),
    populationOn: property('populationOn'),
    latitude: property('latitude'),
    longitude: property('longitude'),
    // Read from the municipality itself, and null where it names no town.
    mainTown: one(({ parent, node }) => ({
      match: `MATCH (${node}:Municipality {id: ${parent}.id})`,
      where: [`${node}.mainTownName IS NOT NULL`],
    })),
    establishments: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Municipality)<-[${edge}:LOCATED_IN]-(${node}:Establishment)`,
    })),
    supportActors,
    firms: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Municipality)<-[${edge}:LOCATED_IN]-(${node}:Firm)`,
      // A firm lies in a place once, and a city has tens of thousands: to read a key of each that tells none apart takes as long again.
      orderBy: [nodeKey('sortName'), nodeKey('id')],
    })),
  },
  MainTown: {
    name: property('mainTownName'),
    latitude: property('mainTownLatitude'),
    longitude: property('mainTownLongitude'),
    source: one(({ parent, node }) => ({ match: `MATCH (${node}:Source {id: ${parent}.mainTownSource})` })),
    locator: property('mainTownLocator'),
  },
  MunicipalityEdge: sourcedEdgeFields,
  PlaceEstablishmentEdge: relationshipFields,
  PlaceActorEdge: relationshipFields,
  PlaceFirmEdge: relationshipFields,
}
