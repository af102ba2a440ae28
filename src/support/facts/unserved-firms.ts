import { z } from 'zod'
import { smeSizes } from '../../classification/size-class.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { holdsOn, isThereOn } from '../../graph/relationship-days.js'
import { compare } from '../../graph/sort-name.js'
import { nextTurn } from '../../kernel/turns.js'
import { Kept } from '../../reference/kept.js'
import { readSectorHierarchy } from '../../reference/sectors.js'
import type { SupportEvidence } from './evidence.js'
import { firmsAsSmes } from './queries.js'
import { readSupportSystem } from './read-system.js'
import { type SmeFacts, smeOf } from './sme.js'
import type { SupportSystem } from './system.js'
import { needsNotMetForAll } from './unserved.js'
import { judgeWay, needsMetBy, type Way, waysOf } from './ways.js'

/** A firm with a need that nobody is there for, with what lists of firms are narrowed by. */
export interface UnservedFirm {
  readonly id: string
  readonly sortName: string
  readonly searchText: string
  readonly organisationNumber: string | null
  readonly sizeClass: SmeFacts['sizeClass']
  /** Of each place where it lies: that place and those that hold it. */
  readonly seats: readonly ReadonlySet<string>[]
  /** With those above them. */
  readonly sectors: readonly string[]
  readonly needs: readonly string[]
}

/**
 * Where more firms than these may be unserved the database finds them, so that no large part of all firms is held here.
 */
const MOST_FIRMS = 30_000
/** Rows that are read at once: reading them keeps others waiting. */
const ROWS_AT_ONCE = 500
/** Firms that are judged before others have their turn. */
const JUDGED_AT_ONCE = 50

/** Firms that state one of some needs, the first by their ids. */
const firmsStating = query<{ needs: readonly string[]; asOf: string; limit: number }>()(
  'firms that state needs',
  z.object({ firms: z.array(z.string()) }),
  `MATCH (need:Need)<-[states:HAS_NEED]-(firm:Firm)
   WHERE need.id IN $needs AND ${holdsOn('states', '$asOf')} AND ${isThereOn('firm', '$asOf')}
   WITH DISTINCT firm ORDER BY firm.id LIMIT $limit
   RETURN collect(firm.id) AS firms`,
)

/** By what firms are ordered and looked for. */
const firmsNamed = query<{ firms: readonly string[] }>()(
  'names of firms',
  z.object({ id: z.string(), sortName: z.string(), searchText: z.string(), organisationNumber: z.string().nullable() }),
  `UNWIND $firms AS id
   MATCH (firm:Firm {id: id})
   RETURN firm.id AS id, firm.sortName AS sortName, coalesce(firm.searchText, '') AS searchText,
     firm.organisationNumber AS organisationNumber`,
)

/**
 * SMEs with a need for which none of the ways to it, on a day and by some evidence, lets them in: by Swedish alphabet,
 * then id; null where they may be too many to be kept.
 */
export const unservedFirms = new Kept('firms that nobody serves', readUnservedFirms)

async function readUnservedFirms(
  knowledge: Knowledge,
  asOf: string,
  evidence: SupportEvidence,
): Promise<UnservedFirm[] | null> {
  const { graph } = knowledge
  const [system, hierarchy] = await Promise.all([readSupportSystem(knowledge, asOf), readSectorHierarchy(graph)])
  const partlyMet = needsNotMetForAll(system, hierarchy, evidence).flatMap(({ needs }) => needs)
  if (partlyMet.length === 0) return []
  const [stating] = await graph.read(firmsStating, { needs: partlyMet, asOf, limit: MOST_FIRMS + 1 })
  const firms = stating?.firms ?? []
  if (firms.length > MOST_FIRMS) return null
  const ways = waysToNeeds(system, partlyMet, evidence)
  const found: UnservedFirm[] = []
  const share = sharing()
  for (let from = 0; from < firms.length; from += ROWS_AT_ONCE) {
    found.push(...(await unservedAmong(graph, firms.slice(from, from + ROWS_AT_ONCE), asOf, system, ways)).map(share))
  }
  return found.sort((left, right) => compare(left.sortName, right.sortName) || compare(left.id, right.id))
}

/** The ways to each of some needs. */
function waysToNeeds(
  { actors, region }: SupportSystem,
  needs: readonly string[],
  evidence: SupportEvidence,
): ReadonlyMap<string, readonly Way[]> {
  const ways = actors
    .flatMap((actor) => waysOf(actor, { region, evidence }))
    .map((way) => ({ way, meets: needsMetBy(way) }))
  return new Map(needs.map((need) => [need, ways.filter(({ meets }) => meets.has(need)).map(({ way }) => way)]))
}

async function unservedAmong(
  graph: GraphReader,
  firms: readonly string[],
  asOf: string,
  system: SupportSystem,
  ways: ReadonlyMap<string, readonly Way[]>,
): Promise<UnservedFirm[]> {
  const unserved = new Map<string, Pick<UnservedFirm, 'sizeClass' | 'seats' | 'sectors' | 'needs'>>()
  for (const [index, { firm, ...facts }] of (await graph.read(firmsAsSmes, { firms, asOf })).entries()) {
    if (index % JUDGED_AT_ONCE === 0) await nextTurn(undefined)
    const { legalForm, sizeClass, places, sectors, needs } = facts
    if (legalForm === 'PUBLIC_BODY' || !smeSizes.includes(sizeClass)) continue
    const sme = smeOf(facts, system)
    const served = (need: string) => ways.get(need)?.some((way) => judgeWay(way, sme) !== null) ?? true
    if (needs.every(served)) continue
    const seats = places.flatMap((place) => system.places.get(place)?.within ?? [])
    unserved.set(firm, { sizeClass, seats, sectors, needs })
  }
  if (unserved.size === 0) return []
  const named = await graph.read(firmsNamed, { firms: [...unserved.keys()] })
  return named.flatMap((names) => {
    const facts = unserved.get(names.id)
    return facts ? [{ ...names, ...facts }] : []
  })
}

/** Lists that many firms have in common, such as their sectors, are held once. */
function sharing(): (firm: UnservedFirm) => UnservedFirm {
  const held = new Map<string, readonly string[]>()
  const once = (items: readonly string[]): readonly string[] => {
    const key = items.join(' ')
    const same = held.get(key) ?? items
    held.set(key, same)
    return same
  }
  return (firm) => ({ ...firm, sectors: once(firm.sectors), needs: once(firm.needs) })
}
