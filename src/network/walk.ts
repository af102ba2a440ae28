import type { GraphReader } from '../graph/graph.js'
import { holdsOn } from '../graph/relationship-days.js'
import { isOfNone, unfinishedRuns } from '../graph/unfinished-runs.js'
import { type EntityKind, entityKinds, type RelationshipType, relationshipTypes } from '../graph/vocabulary.js'

/** Along which relationships a search goes, which way, and to which kinds of nodes. */
export interface Walk {
  /** `IN` against the relationships, `OUT` along them. */
  readonly direction: 'EITHER' | 'IN' | 'OUT'
  readonly types: readonly RelationshipType[]
  readonly kinds: readonly EntityKind[]
  /** Whether the industries of input–output tables are among the sectors. */
  readonly withIndustries: boolean
  /** The day whose relationships are walked. */
  readonly asOf: string
  /** Runs that are there in part: what they set off is not walked along. */
  readonly unfinished?: readonly string[]
}

/** A walk that passes by what runs set off that are there in part. */
export async function pastUnfinished(graph: GraphReader, walk: Walk): Promise<Walk> {
  return walk.types.includes('SPILLS_OVER') ? { ...walk, unfinished: await unfinishedRuns(graph) } : walk
}

/** The parameters of every statement that follows a walk. */
export const boundsOf = ({ asOf, unfinished = [] }: Walk) => ({ asOf, unfinished })

/** Whether kinds of nodes, and types of relationships, were asked for. */
export interface Bounds {
  readonly kinds: boolean
  readonly edgeKinds: boolean
}

const neverThrough: ReadonlySet<EntityKind> = new Set([
  ...(['SOURCE', 'CLAIM', 'SIZE_CLASS', 'COUNTRY'] as const),
  ...(['SPILLOVER_RUN', 'INPUT_OUTPUT_TABLE', 'EMPLOYMENT_TABLE'] as const),
])

/** Kinds that a path may lead through. */
export const passableKinds = entityKinds.filter((kind) => !neverThrough.has(kind))

const leftOutTypes: ReadonlySet<RelationshipType> = new Set(['SPILLS_OVER', 'INPUT_TO', 'HAS_INDUSTRY', 'COUNTS'])

/** Kinds that a neighbourhood shows where none are asked for; industries of tables are left out beside. */
export const drawnKinds = passableKinds.filter((kind) => kind !== 'PHASE')

/** Types that a neighbourhood follows where none are asked for. */
export const drawnTypes = relationshipTypes.filter((type) => !leftOutTypes.has(type))

/**
 * A relationship without dates always holds. The types that hardly ever carry any are not told apart: over a hub,
 * `type(edge)` takes longer than the dates do.
 */
const holdsOnDay = holdsOn('edge', '$asOf')

/** How the relationships of a walk are followed from a node. */
const arrow = (direction: Walk['direction'], edge: string): string =>
  ({ EITHER: `-[${edge}]-`, IN: `<-[${edge}]-`, OUT: `-[${edge}]->` })[direction]

/**
 * Match from the variable `node` over the relationships of some types that hold on `$asOf`. Not in a subquery: of the
 * rows that one returns for a node, the embedded engine takes the first 2 048.
 * @param where a further condition on `neighbour`.
 */
export const matchFrom = (walk: Followed, where: string): string => matchOver(walk, where, holdsOnDay)

/** The same over those that do not hold on `$asOf`. */
export const matchOffDay = (walk: Followed, where: string): string => matchOver(walk, where, `NOT (${holdsOnDay})`)

type Followed = Pick<Walk, 'direction' | 'types' | 'unfinished'>

function matchOver({ direction, types, unfinished = [] }: Followed, where: string, onDay: string): string {
  const isWhole = unfinished.length > 0 ? ` AND ${isOfNone('edge', '$unfinished')}` : ''
  return `MATCH (node)${arrow(direction, `edge:${types.join('|')}`)}(neighbour)\n  WHERE ${where} AND ${onDay}${isWhole}`
}

/** Condition on `neighbour`: one of the kinds that the walk asks for. */
export function isWalkedTo({ withIndustries }: Walk): string {
  const kind = 'neighbour.entityKind IN $kinds'
  // The label first: of a hub's neighbours only sectors are looked into.
  return withIndustries ? kind : `${kind} AND (NOT neighbour:Sector OR coalesce(neighbour.level, '') <> 'INDUSTRY')`
}

/** Whether a node that is there is of the kinds that the walk asks for. */
export function isOfKinds({ kinds, withIndustries }: Walk, kind: EntityKind, level: string | null): boolean {
  return kinds.includes(kind) && (withIndustries || kind !== 'SECTOR' || level !== 'INDUSTRY')
}
