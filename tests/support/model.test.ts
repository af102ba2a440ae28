import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverageOf } from '../../src/support/coverage.js'
import type { Initiative, Limits, Sme, Standing, SupportActor } from '../../src/support/facts.js'
import { matchSupport } from '../../src/support/matches.js'
import { area, assessed, initiative as initiativeFacts, limits, named, place, terms, unknown } from './facts.js'
import { letsIn, levelFrom, nearestOf, needsMet, placesNamed, type WorldSme } from './model.js'
import {
  counties,
  holders,
  meets,
  municipalities,
  needs,
  sectors,
  sizes,
  type Tie,
  type World,
  type WorldInitiative,
  worlds,
} from './worlds.js'

const runs = { numRuns: 1_000 }
const askedNeeds = needs.map(named)

function limitsOf(ties: readonly Tie[]): Limits {
  const of = (...prefixes: string[]) => ties.filter(({ to }) => prefixes.includes(to.slice(0, to.indexOf(':'))))
  const inForce = (some: readonly Tie[]) => some.filter(({ lapsed }) => !lapsed).map(({ to }) => to)
  const places = of('municipality', 'county', 'country')
  return limits({
    places: { named: places.length > 0, inForce: inForce(places).map(place) },
    sectors: { named: of('sector').length > 0, inForce: inForce(of('sector')).map(named) },
    sizes: { named: of('size-class').length > 0, inForce: inForce(of('size-class')).map(named) },
  })
}

const provisions = (areas: readonly string[]) => areas.map((id) => assessed(area(id, ...(meets[id] ?? []).map(named))))

function actorsOf(world: World): SupportActor[] {
  const initiatives = world.initiatives.map(
    ({ id, names, addresses, maxEmployees, proposed }): Initiative =>
      initiativeFacts(id, {
        status: proposed ? 'PROPOSED' : 'ACTIVE',
        limits: limitsOf(names),
        terms: terms({ maxEmployees }),
        addresses: provisions(addresses),
      }),
  )
  return world.actors.map(({ id, names, provides, offers }) => ({
    ...named(id),
    limits: limitsOf(names),
    provides: provisions(provides),
    offers: initiatives.filter((each) => offers.includes(each.id)),
    seats: [],
  }))
}

const standing = (id: string | null): Standing =>
  id === null ? unknown : { within: new Set(holders[id]), perhapsWithin: new Set() }

const smeOf = ({ municipality, sector, size, employees }: WorldSme): Sme => ({
  places: standing(municipality),
  sectors: standing(sector),
  sizes: standing(size),
  employees,
  turnover: null,
})

const smes: fc.Arbitrary<WorldSme> = fc.record({
  municipality: fc.constantFrom(...municipalities),
  sector: fc.constantFrom(null, ...sectors),
  size: fc.constantFrom(null, ...sizes),
  employees: fc.constantFrom(null, 10, 100),
})

it('who supports an SME is who a model of loops finds', () => {
  fc.assert(
    fc.property(worlds, smes, (world, sme) => {
      const answer = matchSupport(actorsOf(world), {
        ...{ sme: smeOf(sme), needs: askedNeeds, includeProposed: false, country: 'country:SE' },
      })
      const expected = world.actors
        .map((actor) => ({ actor, met: needsMet(world, actor, sme, needs) }))
        .filter(({ met }) => met.length > 0)
      const found = answer.matches.map(({ actor, meets: met }) => [actor, [...met]])
      expect(found.toSorted()).toEqual(expected.map(({ actor, met }) => [actor.id, met]).toSorted())
      const allMet = expected.flatMap(({ met }) => met)
      expect(answer.unmet).toEqual(needs.filter((need) => !allMet.includes(need)))
      for (const { actor } of expected) {
        const reach = answer.matches.find((match) => match.actor === actor.id)?.reach
        const served = nearestOf(placesNamed(actor, null), sme.municipality)
        if (served !== null) expect(reach).toBe(served)
        else if (placesNamed(actor, null).length === 0) expect(reach).toBe('country:SE')
        else expect(holders[sme.municipality]).toContain(reach)
      }
    }),
    runs,
  )
})

/** Every SME that a municipality could have. */
const everySmeOf = (municipality: string): WorldSme[] =>
  sectors.flatMap((sector) =>
    sizes.flatMap((size) => [0, 1_000].map((employees) => ({ municipality, sector, size, employees }))),
  )

const meetsNeed = (areas: readonly string[], need: string) => areas.some((id) => meets[id]?.includes(need))

/** How near what lets every SME of a municipality in comes from; null where it shuts some out. */
function levelForAll(
  initiative: WorldInitiative | null,
  offering: World['actors'],
  municipality: string,
): number | null {
  const levels = offering
    .filter((actor) => everySmeOf(municipality).every((sme) => letsIn(actor, initiative, sme)))
    .map((actor) => levelFrom(placesNamed(actor, initiative), municipality))
    .filter((level) => level !== null)
  return levels.length > 0 ? Math.min(...levels) : null
}

it('a municipality is covered by what lets every SME of it in, at the nearest level', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const covered = municipalities.map((id) => ({
        id,
        within: new Set(holders[id]),
        municipalities: new Set<string>(),
      }))
      for (const cell of coverageOf(actorsOf(world), covered, askedNeeds)) {
        const byActors = world.actors
          .filter(({ provides }) => meetsNeed(provides, cell.need))
          .map((actor) => levelForAll(null, [actor], cell.place))
          .filter((level) => level !== null)
        const byInitiatives = world.initiatives
          .filter(({ addresses, proposed }) => !proposed && meetsNeed(addresses, cell.need))
          .map((each) =>
            levelForAll(
              each,
              world.actors.filter(({ offers }) => offers.includes(each.id)),
              cell.place,
            ),
          )
          .filter((level) => level !== null)
        const nearest = Math.min(...byActors, ...byInitiatives, 3)
        expect(cell).toMatchObject({
          level: ['LOCAL', 'COUNTY', 'NATIONAL', 'NONE'][nearest],
          actors: byActors.length,
          initiatives: byInitiatives.length,
          covered: nearest < 3,
        })
      }
    }),
    runs,
  )
})

it('an SME of which only the place is known is served by what covers it, and by nothing that does not reach it', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...municipalities), (world, municipality) => {
      const actors = actorsOf(world)
      const covered = { id: municipality, within: new Set(holders[municipality]), municipalities: new Set<string>() }
      const sme = smeOf({ municipality, sector: null, size: null, employees: null })
      const { unmet } = matchSupport(actors, { sme, needs: askedNeeds, includeProposed: false, country: 'country:SE' })
      for (const cell of coverageOf(actors, [covered], askedNeeds)) {
        if (cell.covered) expect(unmet).not.toContain(cell.need)
        else if (cell.restricted === 0) expect(unmet).toContain(cell.need)
      }
    }),
    runs,
  )
})

it('cells of a place are the same, asked alone or among others; needs met at a county level are met in all of it', () => {
  const covered = [...counties, ...municipalities].map((id) => ({
    id,
    within: new Set(holders[id]),
    municipalities: new Set(municipalities.filter((each) => each !== id && holders[each]?.includes(id))),
  }))
  fc.assert(
    fc.property(worlds, (world) => {
      const actors = actorsOf(world)
      const together = coverageOf(actors, covered, askedNeeds)
      expect(covered.flatMap((each) => coverageOf(actors, [each], askedNeeds))).toEqual(together)
      for (const cell of together.filter(({ place: id, covered: met }) => met && counties.includes(id))) {
        const parts = together.filter(({ place: id, need }) => need === cell.need && holders[id]?.includes(cell.place))
        expect(parts.every((part) => part.covered)).toBe(true)
        expect(cell.level).not.toBe('LOCAL')
      }
    }),
    runs,
  )
})
