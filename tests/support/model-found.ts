import type { SupportEvidence } from '../../src/support/facts/evidence.js'
import { everySme, isRestricted } from './model.js'
import { bestEvidence, counting, counts, evidenceOf, letsIn, type ModelWay, waysOf } from './model-ways.js'
import { needs, type World, type WorldActor, type WorldInitiative } from './worlds.js'

/** For which needs firms of some municipalities find an actor, by loops over every firm that they could have. */
export function modelFound(world: World, actor: WorldActor, municipalities: readonly string[]) {
  const offered = world.initiatives.filter(({ id }) => actor.offers.includes(id))
  const ways = waysOf(world, actor)
  const found = [null, ...offered].flatMap((helper) =>
    needs.flatMap((need) => {
      const own = ways.filter((way) => way.need === need && way.initiative?.id === helper?.id)
      const led = own.map((way) => ({ way, places: placesOf(actor, way, municipalities) }))
      const leading = led.filter(({ places }) => places.length > 0)
      const evidence = bestEvidence(leading.map(({ way }) => way.evidence))
      if (evidence === null) return []
      return [
        {
          ...{ need, initiative: helper?.id ?? null, evidence },
          municipalities: new Set(leading.flatMap(({ places }) => places)).size,
          isRestricted: leading.every(({ way }) => isForSome(actor, way)),
        },
      ]
    }),
  )
  const counted = found.filter(({ evidence }) => counts(evidence, 'COMPETENCE'))
  const why = (helper: WorldInitiative | null) => {
    if (helper && evidenceOf(helper) === null) return 'NOT_IN_FORCE'
    if (!ways.some(({ initiative }) => initiative?.id === helper?.id)) return 'NO_NEED'
    return found.some(({ initiative }) => initiative === (helper?.id ?? null)) ? 'AREA_ALONE' : 'NO_PLACE'
  }
  const unfound: { initiative: string | null; why: string }[] = offered.flatMap((offer) =>
    counted.some(({ initiative }) => initiative === offer.id) ? [] : [{ initiative: offer.id, why: why(offer) }],
  )
  const isNothing = counted.length === 0 && unfound.length === 0
  return { needs: found, unfound: isNothing ? [{ initiative: null, why: why(null) }] : unfound }
}

/** Municipalities of which some firm is led by a way, whatever it does and however large it is. */
const placesOf = (actor: WorldActor, way: ModelWay, municipalities: readonly string[]): string[] =>
  municipalities.filter((place) => everySme(place).some((sme) => letsIn(actor, way, sme)))

const isForSome = (actor: WorldActor, way: ModelWay): boolean =>
  isRestricted(way) || (['sector', 'size'] as const).some((kind) => counting(actor, way.initiative, kind).length > 0)

const bestFirst: readonly SupportEvidence[] = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA']

/** Where something that was found stands among others: by need, then the best known, then in most places. */
export const placeAmongFound = ({
  need,
  evidence,
  municipalities,
}: {
  readonly need: string
  readonly evidence: SupportEvidence
  readonly municipalities: number
}): number => needs.indexOf(need) * 1_000 + bestFirst.indexOf(evidence) * 100 - municipalities
