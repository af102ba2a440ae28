import { holders, meets, type Tie, type World, type WorldActor, type WorldInitiative } from './worlds.js'

/** An SME of a small world; null for what is not known. */
export interface WorldSme {
  readonly municipality: string
  readonly sector: string | null
  readonly size: string | null
  readonly employees: number | null
}

const kinds = { place: ['municipality', 'county', 'country'], sector: ['sector'], size: ['size-class'] }

function ofKind(ties: readonly Tie[], kind: keyof typeof kinds): Tie[] {
  const found: Tie[] = []
  for (const tie of ties) if (kinds[kind].includes(tie.to.slice(0, tie.to.indexOf(':')))) found.push(tie)
  return found
}

/** The ties of one kind that count: the initiative's, else its actor's. */
function counting(actor: WorldActor, initiative: WorldInitiative | null, kind: keyof typeof kinds): Tie[] {
  const own = initiative ? ofKind(initiative.names, kind) : []
  return own.length > 0 ? own : ofKind(actor.names, kind)
}

function lets(ties: readonly Tie[], member: string | null): boolean {
  if (ties.length === 0) return true
  for (const tie of ties) {
    if (tie.lapsed) continue
    if (member === null || holders[member]?.includes(tie.to)) return true
  }
  return false
}

/** Whether an SME is let in by an actor itself, or by an initiative as the actor offers it. */
export function letsIn(actor: WorldActor, initiative: WorldInitiative | null, sme: WorldSme): boolean {
  if (!lets(counting(actor, initiative, 'place'), sme.municipality)) return false
  if (!lets(counting(actor, initiative, 'sector'), sme.sector)) return false
  if (!lets(counting(actor, initiative, 'size'), sme.size)) return false
  const most = initiative?.maxEmployees ?? null
  return most === null || sme.employees === null || sme.employees <= most
}

/** Needs that an actor meets of those asked, for an SME. */
export function needsMet(world: World, actor: WorldActor, sme: WorldSme, asked: readonly string[]): string[] {
  const met = new Set<string>()
  if (letsIn(actor, null, sme)) {
    for (const area of actor.provides) for (const need of meets[area] ?? []) met.add(need)
  }
  for (const initiative of world.initiatives) {
    if (initiative.proposed || !actor.offers.includes(initiative.id) || !letsIn(actor, initiative, sme)) continue
    for (const area of initiative.addresses) for (const need of meets[area] ?? []) met.add(need)
  }
  return asked.filter((need) => met.has(need))
}

const nearestFirst = ['municipality', 'county', 'country']

/** The nearest of some ties in force that holds a place; null for none. */
export function nearestOf(ties: readonly Tie[], place: string): string | null {
  for (const prefix of nearestFirst) {
    for (const tie of ties) {
      if (!tie.lapsed && tie.to.startsWith(`${prefix}:`) && holders[place]?.includes(tie.to)) return tie.to
    }
  }
  return null
}

/** How near ties of kind place let a place in: its place in LOCAL, COUNTY, NATIONAL; null where they do not. */
export function levelFrom(ties: readonly Tie[], place: string): number | null {
  if (ties.length === 0) return 2
  const found = nearestOf(ties, place)
  return found === null ? null : nearestFirst.indexOf(found.slice(0, found.indexOf(':')))
}

export const placesNamed = (actor: WorldActor, initiative: WorldInitiative | null): Tie[] =>
  counting(actor, initiative, 'place')
