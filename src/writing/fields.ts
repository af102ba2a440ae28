import { type Catalog, connection, edgeKey, embedded, leaf, property } from '../graph/compose/fields.js'
import { statementKey } from './statements/stored-statement.js'

const keys = [true, false].map((isSeeded) => `'${statementKey('Initiative', { isSeeded })}'`).join(', ')

/**
 * What an entity has that the register keeps. A statement of its own source that stands on no relationship is read from
 * the node; both come as maps, in the order of `inOrder`. It is counted, since `EXISTS` makes Grafeo look through all sources.
 */
export const statedFields = {
  statements: connection(({ parent, node, edge }) => ({
    match: `CALL (${parent}) {
      MATCH (${parent})-[said:STATED_IN]->(source:Source) WHERE said.key IN [${keys}]
      RETURN source AS ${node}, properties(said) AS ${edge}
      UNION ALL
      MATCH (source:Source {id: ${parent}.source})
      WHERE COUNT {
        MATCH (${parent})-[said:STATED_IN]->(:Source) WHERE said.source = ${parent}.source AND said.key IN [${keys}]
      } = 0
      RETURN source AS ${node}, properties(${parent}) AS ${edge}
    }
    WITH ${node}, ${edge}`,
    orderBy: [
      edgeKey((said) => `CASE WHEN ${said}.seeded = true THEN 1 ELSE 0 END`),
      { ...edgeKey((said) => `coalesce(${said}.asOf, substring(${said}.recordedAt, 0, 10))`), descending: true },
      { ...edgeKey('recordedAt'), descending: true },
      { ...edgeKey('source'), descending: true },
    ],
  })),
} satisfies Catalog[string]

/** What a statement has beside what it states. */
const saidFields = {
  confirmedOn: property('confirmedOn'),
  isSeeded: leaf((said) => `coalesce(${said}.seeded, false)`),
} satisfies Catalog[string]

/** A statement of a firm, and of anything else; what is stated is told by resolvers. */
export const firmStatementFields = {
  ...saidFields,
  fields: leaf((said) => `properties(${said})`),
} satisfies Catalog[string]

export const writingFields: Catalog = {
  StatementEdge: { provenance: embedded, asOf: property('asOf'), ...saidFields, fields: leaf((said) => said) },
}

/** Edges that stand for a relationship which several sources can state. */
export const edgesOfRelationships = [
  ...['PlaceEstablishmentEdge', 'PlaceActorEdge', 'PlaceFirmEdge', 'RelationEdge'],
  ...['FirmCapabilityEdge', 'FirmRequirementEdge', 'FirmNeedEdge', 'BuyerEdge', 'SupplierEdge'],
  ...['ServedPlaceEdge', 'ServedSectorEdge', 'ProvidedAreaEdge', 'ActorInitiativeEdge', 'HelpedNeedEdge'],
  ...['InitiativeNeedEdge', 'AddressedAreaEdge', 'OfferingActorEdge'],
  ...['ProcurementEdge', 'RequirementEdge', 'ClaimSubjectEdge', 'ContradictionEdge'],
]
