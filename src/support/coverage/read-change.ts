import type { HelpKind } from '../../classification/help-kind.js'
import type { NeedStrength } from '../../classification/need-strength.js'
import { isOfClassification } from '../../edition/classification.js'
import type { Edition } from '../../edition/edition.js'
import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind, requireInGraph } from '../../graph/entity-ids.js'
import { compare } from '../../graph/sort-name.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import type { Named } from '../../language/wording.js'
import type { OwnMeeting, SupportActor } from '../facts/actors.js'
import type { Limit, Limits } from '../facts/limits.js'
import type { SupportSystem } from '../facts/system.js'
import type { Change } from './change-rule.js'

/** An actor as it could be. */
export interface NewSupportActor {
  readonly name: string
  /** Places, sectors of a classification and size classes; the whole country where it names no place. */
  readonly serves: readonly string[]
  /** Support areas. */
  readonly provides?: readonly string[] | null | undefined
  readonly meets?: readonly NewMeeting[] | null | undefined
}

/** A need that a new actor would meet. */
export interface NewMeeting {
  readonly need: string
  /** CORE where it is left out. */
  readonly strength?: NeedStrength | null | undefined
  /** With what; nothing particular where it is left out. */
  readonly help?: HelpKind | null | undefined
}

/** A change of the support system, as a request describes it. */
export interface SupportChange {
  readonly addActors?: readonly NewSupportActor[] | null | undefined
  readonly addInitiatives?: readonly string[] | null | undefined
  readonly removeActors?: readonly string[] | null | undefined
  readonly removeInitiatives?: readonly string[] | null | undefined
}

/** A change as it was read, with what kinds of help a new actor would give for a need. */
export interface ReadChange extends Change {
  readonly helpOf: (actor: string, need: string) => readonly HelpKind[]
}

/** More new actors than anyone describes by hand would make every cell slow. */
const MOST_NEW_ACTORS = 50

/**
 * Reads what a change names.
 * @throws BadUserInputError for an id of the wrong kind, an actor without name or without area and need, more than 50
 * new actors, and an initiative that is both added and removed; NotFoundError for an id that nothing in the graph has.
 */
export async function readChange(
  { graph, edition }: Knowledge,
  change: SupportChange,
  system: SupportSystem,
): Promise<ReadChange> {
  const newActors = change.addActors ?? []
  if (newActors.length > MOST_NEW_ACTORS) {
    throw new BadUserInputError('change.addActors', `change.addActors takes at most ${MOST_NEW_ACTORS} actors`)
  }
  const actors = new Set(system.actors.map(({ id }) => id))
  const asInForce = named('initiative', change.addInitiatives, 'change.addInitiatives', system.initiatives)
  const withoutInitiatives = named(
    'initiative',
    change.removeInitiatives,
    'change.removeInitiatives',
    system.initiatives,
  )
  const both = [...asInForce].find((id) => withoutInitiatives.has(id))
  if (both !== undefined) {
    throw new BadUserInputError('change.removeInitiatives', `change both adds and removes ${both}`)
  }
  const added = newActors.map((actor, index) => actorOf(actor, index, system, edition))
  await requireInGraph(graph, [
    ...new Set(newActors.flatMap(({ serves, provides }) => [...serves, ...(provides ?? [])])),
  ])
  const meetings = new Map(added.map(({ id }, index) => [id, newActors[index]?.meets ?? []]))
  const helpOf = (actor: string, need: string) =>
    (meetings.get(actor) ?? []).flatMap((meeting) => (meeting.need === need && meeting.help ? [meeting.help] : []))
  return {
    ...{ newActors: added, helpOf },
    asInForce,
    withoutActors: named('actor', change.removeActors, 'change.removeActors', actors),
    withoutInitiatives,
  }
}

function named(
  kind: 'actor' | 'initiative',
  ids: readonly string[] | null | undefined,
  argument: string,
  known: { has(id: string): boolean },
): ReadonlySet<string> {
  for (const id of ids ?? []) if (!known.has(idOfKind(kind, id, argument))) throw new NotFoundError(id)
  return new Set(ids)
}

function actorOf(
  { name, serves, provides: areas, meets }: NewSupportActor,
  index: number,
  system: SupportSystem,
  edition: Edition,
): SupportActor {
  const argument = `change.addActors[${index}]`
  if (name.trim() === '') throw new BadUserInputError(`${argument}.name`, `${argument}.name must say something`)
  const provides = areas ?? []
  if (provides.length === 0 && (meets ?? []).length === 0) {
    throw new BadUserInputError(argument, `${argument} names at least one support area or need`)
  }
  for (const id of provides) idOfKind('area', id, `${argument}.provides`)
  const limits = limitsOf(serves, `${argument}.serves`, system, edition)
  // An area that meets no need adds nothing.
  const inAreas = [...new Set(provides)].flatMap((id) => system.areas.get(id)?.meets ?? [])
  const stated = (meets ?? []).map(({ need: id, strength }) => {
    const need = system.needs.get(idOfKind('need', id, `${argument}.meets`))
    if (!need) throw new NotFoundError(id)
    return { need, strength: strength ?? 'CORE' }
  })
  const own = { viaBuyer: false, ifExporting: false, reservations: [], largeScale: false }
  return {
    // It has no id in the graph, and is only counted.
    ...{ id: argument, nameSv: name, nameEn: name, sortName: name, kind: '', limits, offers: [], seats: [] },
    contact: { url: null, mailbox: null, telephone: null },
    buysFor: [],
    provides: [],
    helpsWith: [
      ...stated.map((meeting): OwnMeeting => ({ ...meeting, ...own, evidence: 'IN_FORCE' })),
      ...inAreas.map((need): OwnMeeting => ({ need, strength: 'SIDE', ...own, evidence: 'COMPETENCE' })),
    ],
  }
}

function limitsOf(serves: readonly string[], argument: string, { places }: SupportSystem, edition: Edition): Limits {
  const ids = [...new Set(serves)].toSorted(compare)
  for (const id of ids) idOfKind(['municipality', 'county', 'country', 'sector', 'size-class'], id, argument)
  const industry = ids.find((id) => id.startsWith('sector:') && !isOfClassification(edition, id))
  if (industry !== undefined) {
    throw new BadUserInputError(
      argument,
      `${argument} takes sectors of a classification, not ${industry}, an industry of a table`,
    )
  }
  const found = ids.flatMap((id) => places.get(id) ?? [])
  return {
    places: { named: found.length > 0, inForce: found },
    sectors: limitTo(ids.filter((id) => id.startsWith('sector:'))),
    sizes: limitTo(ids.filter((id) => id.startsWith('size-class:'))),
  }
}

const limitTo = (ids: readonly string[]): Limit => ({ named: ids.length > 0, inForce: ids.map(byItsId) })

/** Nothing is said of it in words, so its names do not matter. */
const byItsId = (id: string): Named => ({ id, nameSv: id, nameEn: id, sortName: id })
