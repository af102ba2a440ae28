import { grouped } from '../../kernel/grouped.js'
import type { Initiative, SupportActor } from '../facts/actors.js'
import { byName } from '../facts/by-name.js'
import { bestOf, evidences, leastByDefault, type SupportEvidence, suffices } from '../facts/evidence.js'
import { knownByPlace, standingOfPlaces } from '../facts/sme.js'
import type { SupportSystem } from '../facts/system.js'
import { evidenceFor, evidenceOf, judgeWay, needsMetBy, type Way, waysOf } from '../facts/ways.js'

/** A need for which firms find an actor: by which of its offers, or by itself. */
export interface FoundNeed {
  readonly need: string
  /** Null for the actor itself. */
  readonly initiative: string | null
  readonly evidence: SupportEvidence
  /** In how many municipalities SMEs, any or some, are led to it. */
  readonly municipalities: number
  /** Whether it is for some SMEs alone. */
  readonly isRestricted: boolean
}

/** Why firms do not find something. */
export type UnfoundReason = 'NOT_IN_FORCE' | 'NO_NEED' | 'AREA_ALONE' | 'NO_PLACE'

/** An offer that firms do not find; null for the actor itself. */
export interface UnfoundOffer {
  readonly initiative: string | null
  readonly why: UnfoundReason
}

/** For which needs firms find an actor, and what they do not. */
export interface FoundFor {
  readonly ofMunicipalities: number
  readonly needs: readonly FoundNeed[]
  readonly unfound: readonly UnfoundOffer[]
}

/**
 * For which needs firms of some municipalities find an actor, whatever their sector and size, and what of its offers they do
 * not find.
 */
export function foundFor(actor: SupportActor, system: SupportSystem, municipalities: readonly string[]): FoundFor {
  const smes = municipalities.map((id) => ({ id, sme: knownByPlace(standingOfPlaces([id], system)) }))
  const ways = waysOf(actor, { region: system.region, evidence: 'AREA' })
  const placesOf = (way: Way) => smes.flatMap(({ id, sme }) => (judgeWay(way, sme) === null ? [] : [id]))
  const byHelper = grouped(ways, ({ initiative }) => initiative)
  const found = [...byHelper].flatMap(([initiative, own]) => {
    const led = own.map((way) => ({ way, places: placesOf(way), needs: needsMetBy(way) }))
    return [...system.needs.keys()].flatMap((need): FoundNeed[] => {
      const leading = led.filter(({ needs, places }) => needs.has(need) && places.length > 0)
      const evidence = bestOf(leading.flatMap(({ way }) => evidenceFor(way, need) ?? []))
      if (evidence === null) return []
      const places = new Set(leading.flatMap((each) => each.places))
      return [
        {
          ...{ need, initiative: initiative?.id ?? null, evidence, municipalities: places.size },
          isRestricted: leading.every(({ way }) => isForSome(way)),
        },
      ]
    })
  })
  const order = [...system.needs.keys()]
  return {
    ofMunicipalities: municipalities.length,
    needs: found.toSorted(
      (left, right) =>
        order.indexOf(left.need) - order.indexOf(right.need) ||
        evidences.indexOf(left.evidence) - evidences.indexOf(right.evidence) ||
        right.municipalities - left.municipalities,
    ),
    unfound: unfoundOf(actor, ways, found),
  }
}

function isForSome({ limits: { sectors, sizes }, terms, viaBuyer }: Way): boolean {
  return viaBuyer || sectors.named || sizes.named || terms.length > 0
}

function unfoundOf(actor: SupportActor, ways: readonly Way[], found: readonly FoundNeed[]): UnfoundOffer[] {
  const counted = found.filter(({ evidence }) => suffices(evidence, leastByDefault))
  const isFound = (id: string | null) => counted.some(({ initiative }) => initiative === id)
  const why = (initiative: Initiative | null): UnfoundReason => {
    if (initiative && evidenceOf(initiative, false) === null) return 'NOT_IN_FORCE'
    const own = ways.filter((way) => way.initiative === initiative)
    if (own.length === 0) return 'NO_NEED'
    return found.some((each) => each.initiative === (initiative?.id ?? null)) ? 'AREA_ALONE' : 'NO_PLACE'
  }
  const offers = actor.offers
    .filter(({ id }) => !isFound(id))
    .toSorted(byName)
    .map((initiative) => ({ initiative: initiative.id, why: why(initiative) }))
  // Most actors help by what they offer: only where nothing at all leads to one is that worth saying of itself.
  return counted.length > 0 || offers.length > 0 ? offers : [{ initiative: null, why: why(null) }]
}
