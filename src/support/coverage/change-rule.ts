import { grouped } from '../../kernel/grouped.js'
import type { Initiative, SupportActor } from '../facts/actors.js'
import { isFurther, type SupportLevel } from './cell-rule.js'

/** A change of the support system. */
export interface Change {
  readonly newActors: readonly SupportActor[]
  /** Ids of initiatives that are taken as in force. */
  readonly asInForce: ReadonlySet<string>
  readonly withoutActors: ReadonlySet<string>
  readonly withoutInitiatives: ReadonlySet<string>
}

/**
 * The actors as they would be. An initiative lives by those who offer it: what nobody offers any longer reaches nobody,
 * and one that is taken as in force reaches where those who offer it, or would, let it.
 */
export function changedActors(actors: readonly SupportActor[], change: Change): SupportActor[] {
  const changed = new Map<string, Initiative>()
  for (const initiative of actors.flatMap(({ offers }) => offers)) {
    if (!change.asInForce.has(initiative.id)) continue
    changed.set(initiative.id, { ...initiative, status: 'ACTIVE', evidence: 'IN_FORCE' })
  }
  const offered = ({ offers }: SupportActor): Initiative[] =>
    offers
      .filter(({ id }) => !change.withoutInitiatives.has(id))
      .map((initiative) => changed.get(initiative.id) ?? initiative)
  // An actor of which nothing changes stays the same: what is known of its ways is known still.
  const isMoved = ({ id }: Initiative) => changed.has(id) || change.withoutInitiatives.has(id)
  return [
    ...actors
      .filter(({ id }) => !change.withoutActors.has(id))
      .map((actor) => (actor.offers.some(isMoved) ? { ...actor, offers: offered(actor) } : actor)),
    ...change.newActors,
  ]
}

/**
 * The actors with nothing but what a change adds: new ones, and what is taken as in force and is not, by those who offer it.
 * @param after the actors as the change would leave them.
 */
export function addedBy(
  actors: readonly SupportActor[],
  after: readonly SupportActor[],
  change: Change,
): SupportActor[] {
  const inForce = new Set(
    actors.flatMap(({ offers }) => offers.flatMap(({ id, evidence }) => (evidence === 'IN_FORCE' ? [id] : []))),
  )
  return after.flatMap((actor) => {
    if (change.newActors.includes(actor)) return [actor]
    const offers = actor.offers.filter(({ id }) => change.asInForce.has(id) && !inForce.has(id))
    return offers.length === 0 ? [] : [{ ...actor, helpsWith: [], provides: [], offers }]
  })
}

/** The actors as a change would leave them without what it adds: the same list, of which much is kept, where it takes nothing. */
export const leftBy = (actors: readonly SupportActor[], change: Change): readonly SupportActor[] =>
  change.withoutActors.size + change.withoutInitiatives.size === 0
    ? actors
    : changedActors(actors, { ...change, newActors: [], asInForce: new Set() })

/** Ids of initiatives taken as in force that none of these actors offers. */
export function offeredByNobody(actors: readonly SupportActor[], { asInForce }: Change): string[] {
  const offered = new Set(actors.flatMap(({ offers }) => offers.map(({ id }) => id)))
  return [...asInForce].filter((id) => !offered.has(id))
}

/** A cell whose level a change moves. */
export interface ChangedCell {
  readonly place: string
  readonly need: string
  readonly from: SupportLevel
  readonly to: SupportLevel
  readonly jobsAtStake: number
}

interface Cell {
  readonly place: string
  readonly need: string
  readonly level: SupportLevel
  readonly jobsAtStake: number
}

/** Cells whose level differs. @param after the same cells in the same order. */
export function changedCells(before: readonly Cell[], after: readonly Cell[]): ChangedCell[] {
  return before.flatMap(({ place, need, level, jobsAtStake }, index) => {
    const to = after[index]?.level ?? level
    return to === level ? [] : [{ place, need, from: level, to, jobsAtStake }]
  })
}

/** What a change comes to. */
export interface ChangeSummary {
  /** Cells that nobody met and somebody would, and the other way round. */
  readonly gapsFilled: number
  readonly gapsOpened: number
  /** Jobs behind the cells that would be met from nearer, and from further off or not at all. */
  readonly jobsReached: number
  readonly jobsLost: number
}

/** Of each place the largest cell that is moved counts, so that nobody is counted twice. */
export function summaryOf(changed: readonly ChangedCell[]): ChangeSummary {
  const isNearer = ({ from, to }: ChangedCell) => isFurther(from, to)
  return {
    gapsFilled: changed.filter(({ from }) => from === 'NONE').length,
    gapsOpened: changed.filter(({ to }) => to === 'NONE').length,
    jobsReached: largestOfEachPlace(changed.filter(isNearer)),
    jobsLost: largestOfEachPlace(changed.filter((cell) => !isNearer(cell))),
  }
}

function largestOfEachPlace(cells: readonly ChangedCell[]): number {
  const byPlace = grouped(cells, ({ place }) => place)
  return [...byPlace.values()].reduce((sum, those) => sum + Math.max(...those.map((cell) => cell.jobsAtStake)), 0)
}
