import type { SizeRule } from '../../classification/size-class.js'
import type { GraphElements, GraphNode, GraphRelationship } from '../../graph/elements.js'
import { labelOfId, type NodeLabel } from '../../graph/vocabulary.js'
import { tieName } from '../../writing/changes/apply-ties.js'
import type { TieIdentity } from '../../writing/changes/piece.js'
import { shownEntity } from '../../writing/statements/fold.js'
import type { Statement, TieStatement } from '../../writing/statements/statement.js'

/** What an edition of a region's folder says of an entity. */
export interface SaidOfEntity {
  readonly entity: string
  readonly label: NodeLabel
  readonly statements: readonly Statement[]
}

/** What an edition says of a relationship. */
export interface SaidOfTie {
  readonly tie: TieIdentity
  readonly statements: readonly TieStatement[]
}

/** What an edition says, or said: entities by id, relationships by `tieName`. */
export interface Said {
  readonly entities: ReadonlyMap<string, SaidOfEntity>
  readonly ties: ReadonlyMap<string, SaidOfTie>
}

/** What an edition says. */
export function saidIn({ nodes, relationships }: GraphElements, rule: SizeRule): Said {
  return {
    entities: new Map(
      nodes.map((node) => [node.id, { entity: node.id, label: node.label, statements: [statementOfNode(node, rule)] }]),
    ),
    ties: new Map(relationships.map(saidOfRelationship).map((said) => [tieName(said.tie), said])),
  }
}

/** Of a firm, the size class that is shown is what is said: a graph holds no other. */
function statementOfNode({ label, id, provenance, properties }: GraphNode, rule: SizeRule): Statement {
  const about = { ...provenance, asOf: null, confirmedOn: null, isSeeded: true, emptied: [] }
  if (label !== 'Firm') return { ...about, values: properties }
  const { nameSv, ...others } = properties
  const values = { ...others, ...(nameSv === undefined ? {} : { name: nameSv }) }
  const { sizeClass } = shownEntity(label, id, [{ ...about, values }], rule).properties
  return { ...about, values: { ...values, ...(sizeClass === undefined ? {} : { sizeClass }) } }
}

function saidOfRelationship({ type, from, to, key, provenance, properties }: GraphRelationship): SaidOfTie {
  const statement: TieStatement = { ...provenance, isSeeded: true, values: properties, emptied: [] }
  return { tie: { type, from, to, key }, statements: [statement] }
}

/** Relationships that lead to an initiative and are written with it. */
const ofInitiatives = ['OFFERS', 'FUNDS', 'PARTNERS_IN']

/** The entity whose history tells of a relationship of the seed's: where it begins, but for who is behind an initiative. */
export const tellingEnd = ({ type, from, to }: TieIdentity): string =>
  ofInitiatives.includes(type) && labelOfId(to) === 'Initiative' ? to : from
