import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type CoveredPlace,
  type CoveredSector,
  sectorSupportCells,
  supportCells,
} from '../../src/support/coverage/cell-rule.js'
import { changedActors } from '../../src/support/coverage/change-rule.js'
import { placesLackingTogether } from '../../src/support/coverage/shared-gap-rule.js'
import type { Initiative, SupportActor } from '../../src/support/facts/actors.js'
import { Elsewhere, type PlacedMunicipality } from '../../src/support/facts/elsewhere-rule.js'
import type { Limits } from '../../src/support/facts/limits.js'
import type { Sme, Standing } from '../../src/support/facts/sme.js'
import { matchSupport } from '../../src/support/matching/match-rule.js'
import {
  actor as actorFacts,
  area,
  asked,
  everyWay,
  initiative as initiativeFacts,
  limits,
  named,
  place,
  terms,
  unknown,
} from './facts.js'
import {
  modelCell,
  modelChanged,
  modelElsewhere,
  modelShared,
  nearestOf,
  needsMet,
  placesNamed,
  type WorldSme,
} from './model.js'
import {
  changes,
  counties,
  holders,
  industries,
  meets,
  municipalities,
  needs,
  positions,
  sectors,
  sizes,
  type Tie,
  type World,
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

const provisions = (areas: readonly string[]) => areas.map((id) => area(id, ...(meets[id] ?? []).map(named)))

function actorsOf(world: World): SupportActor[] {
  const initiatives = world.initiatives.map(
    ({ id, names, addresses, maxEmployees, proposed }): Initiative =>
      initiativeFacts(id, {
        status: proposed ? 'PROPOSED' : 'ACTIVE',
        evidence: proposed ? null : 'IN_FORCE',
        limits: limitsOf(names),
        terms: terms({ maxEmployees }),
        addresses: provisions(addresses),
      }),
  )
  return world.actors.map(({ id, names, provides, offers, seat }) =>
    actorFacts(id, {
      limits: limitsOf(names),
      provides: provisions(provides),
      offers: initiatives.filter((each) => offers.includes(each.id)),
      seats: seat === null ? [] : [{ id: seat, position: positionOf(seat) }],
    }),
  )
}

function positionOf(municipality: string) {
  const [latitude = 0, longitude = 0] = positions[municipality] ?? []
  return { latitude, longitude }
}

const placed = (id: string): PlacedMunicipality => ({ id, within: new Set(holders[id]), position: positionOf(id) })

const coveredPlace = (id: string): CoveredPlace => ({
  id,
  within: new Set(holders[id]),
  municipalities: new Set(municipalities.filter((each) => each !== id && holders[each]?.includes(id))),
})

const standing = (id: string | null): Standing =>
  id === null ? unknown : { within: new Set(holders[id]), perhapsWithin: new Set() }

const smeOf = ({ municipality, sector, size, employees }: WorldSme): Sme => ({
  places: standing(municipality),
  sectors: standing(sector),
  sizes: standing(size),
  employees,
  turnover: null,
  ...{ most: { employees: null, turnover: null }, exports: null, ageYears: null },
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
        ...{ ...asked, sme: smeOf(sme), needs: askedNeeds },
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

it('a municipality is covered by what lets every SME of it in, at the nearest level', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      for (const cell of supportCells(actorsOf(world), municipalities.map(coveredPlace), askedNeeds, everyWay)) {
        expect(cell).toMatchObject(modelCell(world, cell.place, cell.need))
      }
    }),
    { numRuns: 300 },
  )
})

it('an industry’s SMEs are covered by what lets every SME of each of its divisions in', () => {
  const covered = industries.map(({ id, section, divisions }): CoveredSector => {
    const whole = `sector:sni2007-${section}`
    const ofSection = new Set(sectors.filter((sector) => sector !== whole && holders[sector]?.includes(whole)))
    const parts = divisions.map((division) => ({
      within: new Set(holders[division]),
      perhapsWithin: new Set<string>(),
    }))
    return { id, parts: parts.length > 0 ? parts : [{ within: new Set([whole]), perhapsWithin: ofSection }] }
  })
  fc.assert(
    fc.property(worlds, (world) => {
      const cells = sectorSupportCells(actorsOf(world), municipalities.map(coveredPlace), covered, askedNeeds, everyWay)
      expect(cells).toHaveLength(municipalities.length * industries.length * needs.length)
      for (const cell of cells) expect(cell).toMatchObject(modelCell(world, cell.place, cell.need, cell.sector))
    }),
    { numRuns: 300 },
  )
})

it('the nearest actor elsewhere is who a model of loops finds', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const elsewhere = new Elsewhere(actorsOf(world), municipalities.map(placed), everyWay)
      for (const municipality of municipalities) {
        for (const need of needs) {
          const found = elsewhere.nearestTo(placed(municipality), need)
          const all = modelElsewhere(world, municipality, need)
          const least = Math.min(...all.map(({ distanceKm }) => distanceKm))
          const [expected] = all.filter(({ distanceKm }) => distanceKm < least + 0.01).map(({ actor }) => actor)
          expect(found?.actor).toBe(expected)
          if (found) expect(found.distanceKm).toBeCloseTo(least, 2)
        }
      }
    }),
    { numRuns: 300 },
  )
})

const lacks = fc.uniqueArray(
  fc.record({
    place: fc.integer({ min: 1, max: 7 }).map((number) => `municipality:${number}`),
    need: fc.integer({ min: 1, max: 6 }).map((number) => `need:${number}`),
    jobsAtStake: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 40, selector: ({ place: id, need }) => `${id} ${need}` },
)

it('shared gaps are all that all subsets of needs give, once for each that nothing can be added to', () => {
  fc.assert(
    fc.property(lacks, fc.integer({ min: 2, max: 4 }), (lacked, minPlaces) => {
      const groups = placesLackingTogether(lacked, minPlaces)
      const found = groups.map((group) => ({ places: group.places.toSorted(), needs: group.needs.toSorted() }))
      const expected = modelShared(lacked, minPlaces)
      expect(found).toHaveLength(expected.length)
      expect(found).toEqual(expect.arrayContaining(expected))
      for (const [index, { places, needs: shared, jobsAtStake }] of groups.entries()) {
        const cells = lacked.filter((each) => places.includes(each.place) && shared.includes(each.need))
        expect(cells).toHaveLength(places.length * shared.length)
        expect(jobsAtStake).toBe(cells.reduce((sum, each) => sum + each.jobsAtStake, 0))
        expect(jobsAtStake).toBeLessThanOrEqual(groups[index - 1]?.jobsAtStake ?? Number.POSITIVE_INFINITY)
      }
    }),
    runs,
  )
})

it('what would change is what a world that is written anew gives', () => {
  fc.assert(
    fc.property(worlds, changes, (world, change) => {
      const actors = actorsOf(world)
      const [newActors, asInForce, withoutInitiatives] = [
        actorsOf({ actors: modelChanged({ actors: [], initiatives: [] }, change).actors, initiatives: [] }),
        new Set(change.addInitiatives),
        new Set(change.removeInitiatives),
      ]
      const withoutActors = new Set(change.removeActors.map((number) => `actor:${number}`))
      const changed = changedActors(actors, { newActors, asInForce, withoutActors, withoutInitiatives })
      const places = [...counties, ...municipalities].map(coveredPlace)
      expect(supportCells(changed, places, askedNeeds, everyWay)).toEqual(
        supportCells(actorsOf(modelChanged(world, change)), places, askedNeeds, everyWay),
      )
    }),
    runs,
  )
})

it('an SME of which only the place is known is served by what covers it, and by nothing that does not reach it', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...municipalities), (world, municipality) => {
      const actors = actorsOf(world)
      const sme = smeOf({ municipality, sector: null, size: null, employees: null })
      const { unmet } = matchSupport(actors, { ...asked, sme, needs: askedNeeds })
      for (const cell of supportCells(actors, [coveredPlace(municipality)], askedNeeds, everyWay)) {
        if (cell.covered) expect(unmet).not.toContain(cell.need)
        else if (cell.restricted === 0) expect(unmet).toContain(cell.need)
      }
    }),
    runs,
  )
})

it('cells of a place are the same, asked alone or among others; needs met at a county level are met in all of it', () => {
  const covered = [...counties, ...municipalities].map(coveredPlace)
  fc.assert(
    fc.property(worlds, (world) => {
      const actors = actorsOf(world)
      const together = supportCells(actors, covered, askedNeeds, everyWay)
      expect(covered.flatMap((each) => supportCells(actors, [each], askedNeeds, everyWay))).toEqual(together)
      for (const cell of together.filter(({ place: id, covered: met }) => met && counties.includes(id))) {
        const parts = together.filter(({ place: id, need }) => need === cell.need && holders[id]?.includes(cell.place))
        expect(parts.every((part) => part.covered)).toBe(true)
        expect(cell.level).not.toBe('LOCAL')
      }
    }),
    runs,
  )
})
