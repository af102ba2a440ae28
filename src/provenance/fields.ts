import {
  type Catalog,
  connection,
  edgeKey,
  embedded,
  inLanguage,
  leaf,
  nodeKey,
  one,
  property,
} from '../graph/compose/fields.js'
import { holdsOn } from '../graph/relationship-days.js'

/** What every entity has. */
export const entityFields = {
  id: property('id'),
  name: inLanguage('name'),
  provenance: embedded,
} satisfies Catalog[string]

/** What an entity of the register has. */
export const registeredFields = {
  revision: leaf((entity) => `coalesce(${entity}.revision, 1)`),
} satisfies Catalog[string]

/** The same of one whose end is known by a last day alone. */
export const endingFields = { ...registeredFields, to: property('endsOn') } satisfies Catalog[string]

/** What an entity that is described in words has. */
export const describedFields = { ...entityFields, description: inLanguage('description') } satisfies Catalog[string]

/** What an edge has beside its node that only the region's folder, a run or a statement itself writes. */
export const sourcedEdgeFields = { provenance: embedded } satisfies Catalog[string]

/** What an edge that stands for a relationship has beside its node. */
export const relationshipFields = {
  ...sourcedEdgeFields,
  // Told by a resolver of the register.
  statedBy: leaf((relationship) => `properties(${relationship})`),
} satisfies Catalog[string]

export const provenanceFields: Catalog = {
  Provenance: {
    source: one(({ parent, node }) => ({ match: `MATCH (${node}:Source {id: ${parent}.source})` })),
    locator: property('locator'),
    recordedAt: property('recordedAt'),
  },
  Source: {
    ...entityFields,
    title: property('title'),
    publisher: property('publisher'),
    year: property('year'),
    edition: property('edition'),
    fileHash: property('fileHash'),
    url: leaf((source) => `'https://' + ${source}.address`),
    kind: property('kind'),
    entities: connection(({ parent, node }) => ({
      match: `MATCH (${node}:Entity {source: ${parent}.id})`,
      bindsEdge: false,
    })),
  },
  SourceEdge: {},
  EntityEdge: {},
  ClaimEdge: {},
  Claim: {
    ...entityFields,
    ...endingFields,
    statement: inLanguage('statement'),
    value: property('value'),
    unit: property('unit'),
    about: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Claim)-[${edge}:ABOUT]->(${node})`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    contradicts: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Claim)-[${edge}:CONTRADICTS]-(${node}:Claim)`,
      where: [holdsOn(edge, bind(asOf))],
      // Read both ways: two claims may contradict one another in either direction.
      orderBy: [nodeKey('id'), edgeKey('key'), edgeKey((contradicts) => `startNode(${contradicts}).id`)],
    })),
    saidBy: property('saidBy'),
  },
  ClaimSubjectEdge: relationshipFields,
  ContradictionEdge: relationshipFields,
}
