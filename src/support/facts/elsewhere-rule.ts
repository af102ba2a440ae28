import { kilometresBetween, type Position } from '../../places/great-circle.js'
import type { SupportActor } from './actors.js'
import { byName, idsByName } from './by-name.js'
import type { Limit, NamedPlace } from './limits.js'
import { letsIn } from './reach.js'
import { needsMetBy, type Way, type WaysWanted, waysOf } from './ways.js'

/** A municipality with what holds it and where it lies; null where that is not known. */
export interface PlacedMunicipality {
  readonly id: string
  /** Itself and the places that hold it. */
  readonly within: ReadonlySet<string>
  readonly position: Position | null
}

export interface NearestActor {
  readonly actor: string
  readonly distanceKm: number
}

/** An actor that meets a need for any SME, with the limits on place of each of its ways to it, and where it does. */
interface MeetingActor {
  readonly actor: SupportActor
  readonly places: readonly Limit<NamedPlace>[]
  readonly served: readonly PlacedMunicipality[]
}

/** Who meets needs for any SME of other municipalities than those in question. "Meets" is what it is in the coverage. */
export class Elsewhere {
  private readonly byNeed = new Map<string, MeetingActor[]>()

  /** @param municipalities all in which an actor can be found. */
  constructor(
    private readonly actors: readonly SupportActor[],
    private readonly municipalities: readonly PlacedMunicipality[],
    private readonly wanted: WaysWanted,
  ) {}

  /**
   * The actor that meets a need elsewhere and not in this place, whose seat, or else the nearest municipality in which it
   * meets the need, is nearest; of several as near the first by name. Null where there is none that lies anywhere known.
   */
  nearestTo(place: PlacedMunicipality, need: string): NearestActor | null {
    const { position } = place
    if (!position) return null
    const found = this.meeting(need)
      .filter(({ places }) => !letIn(places, place))
      .map(({ actor, served }) => ({ actor, distanceKm: distanceFrom(position, actor, served) }))
      .filter(({ distanceKm }) => Number.isFinite(distanceKm))
      .toSorted((left, right) => left.distanceKm - right.distanceKm || byName(left.actor, right.actor))
      .at(0)
    return found ? { actor: found.actor.id, distanceKm: found.distanceKm } : null
  }

  /** Actors, by name, that meet one of some needs elsewhere and in none of these places. */
  meetingAny(places: readonly PlacedMunicipality[], needs: readonly string[]): string[] {
    const meeting = needs.flatMap((need) => this.meeting(need))
    const found = meeting.filter((each) => !places.some((place) => letIn(each.places, place)) && each.served.length > 0)
    return idsByName(found.map(({ actor }) => actor))
  }

  private meeting(need: string): readonly MeetingActor[] {
    const known = this.byNeed.get(need)
    if (known) return known
    const meeting = this.actors
      .map((actor) => ({ actor, places: openWays(actor, need, this.wanted) }))
      .filter(({ places }) => places.length > 0)
      .map((each) => ({ ...each, served: this.served(each.places) }))
    this.byNeed.set(need, meeting)
    return meeting
  }

  private served(places: readonly Limit<NamedPlace>[]): PlacedMunicipality[] {
    return this.municipalities.filter((municipality) => letIn(places, municipality))
  }
}

/** The limits on place of an actor's ways to a need that are open to any SME: none of sector, size or terms. */
function openWays(actor: SupportActor, need: string, wanted: WaysWanted): Limit<NamedPlace>[] {
  return waysOf(actor, wanted)
    .filter((way) => openToAll(way) && needsMetBy(way).has(need))
    .map(({ limits }) => limits.places)
}

/** A way by a buyer elsewhere is open to nobody of itself. */
const openToAll = ({ limits: { sectors, sizes }, terms, viaBuyer }: Way): boolean =>
  !viaBuyer && !sectors.named && !sizes.named && terms.length === 0

function letIn(places: readonly Limit<NamedPlace>[], { within }: PlacedMunicipality): boolean {
  return places.some((limit) => letsIn(limit, within))
}

/** Infinity for an actor that meets the need nowhere, or nowhere whose position is known. */
function distanceFrom(position: Position, { seats }: SupportActor, served: readonly PlacedMunicipality[]): number {
  if (served.length === 0) return Number.POSITIVE_INFINITY
  const known = seats.flatMap((seat) => seat.position ?? [])
  const positions = known.length > 0 ? known : served.flatMap((municipality) => municipality.position ?? [])
  return Math.min(...positions.map((each) => kilometresBetween(position, each)))
}
