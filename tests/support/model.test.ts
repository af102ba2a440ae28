import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CoveredSector, sectorSupportCells, supportCells } from '../../src/support/coverage/cell-rule.js'
import { changedActors } from '../../src/support/coverage/change-rule.js'
import type { CoveredPlace } from '../../src/support/coverage/means-rule.js'
import { placesLackingTogether } from '../../src/support/coverage/shared-gap-rule.js'
import type { Initiative, Meeting, SupportActor } from '../../src/support/facts/actors.js'
import { Elsewhere, type PlacedMunicipality } from '../../src/support/facts/elsewhere-rule.js'
import { evidences } from '../../src/support/facts/evidence.js'
import { confirmedSince, evidenceOn } from '../../src/support/facts/initiative-status.js'
import type { Limits } from '../../src/support/facts/limits.js'
import type { Sme, Standing } from '../../src/support/facts/sme.js'
import { matchSupport, type SupportAnswer, type SupportMatch } from '../../src/support/matching/match-rule.js'
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
import { modelCell, modelChanged, modelElsewhere, modelShared } from './model.js'
import { type ModelQuestion, modelMatches, mostEmployees } from './model-matches.js'
import { nearestOf, type WorldSme } from './model-ways.js'
import { weightings } from './weightings.js'
import {
  changes,
  counties,
  holders,
  industries,
  meets,
  municipalities,
  needs,
  positions,
  regionCounties,
  sectors,
  sizes,
  type Tie,
  type World,
  type WorldOwnMeeting,
  worldDay,
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

const meetingOf = ({ need, evidence: _, ...meeting }: WorldOwnMeeting): Meeting => ({
  need: named(need),
  ...meeting,
})

const provisions = (areas: readonly string[]) => areas.map((id) => area(id, ...(meets[id] ?? []).map(named)))

function actorsOf(world: World): SupportActor[] {
  const initiatives = world.initiatives.map(
    ({ id, names, addresses, meets: met, time, lastSeenYear, undatedPage, ...stated }): Initiative => {
      const { help, reservations, others, maxEmployees, maxAgeYears, replacesSecurity, largeScale } = stated
      const lastSeen = { year: lastSeenYear, undatedPage }
      const status = time === 'OPEN' ? statusSeen(lastSeenYear) : statusOfTime[time]
      return initiativeFacts(id, {
        ...{ status, lastSeen, evidence: evidenceOn(worldDay, status, lastSeen, 10), help, reservations },
        limits: limitsOf(names),
        terms: terms({
          ...{ maxEmployees, maxAgeYears, replacesSecurity, largeScale },
          others: Array.from({ length: others }, (_, index) => ({
            textSv: `villkor ${index}`,
            textEn: `term ${index}`,
          })),
        }),
        meets: met.map(meetingOf),
        addresses: provisions(addresses),
      })
    },
  )
  return world.actors.map(({ id, kind, names, helpsWith, provides, offers, seat, buysFor }) =>
    actorFacts(id, {
      kind,
      limits: limitsOf(names),
      helpsWith: helpsWith.map((meeting) => ({ ...meetingOf(meeting), evidence: meeting.evidence ?? 'COMPETENCE' })),
      provides: provisions(provides),
      offers: initiatives.filter((each) => offers.includes(each.id)),
      seats: seat === null ? [] : [{ id: seat, position: positionOf(seat) }],
      buysFor: buysFor === null ? [] : [buysFor],
    }),
  )
}

const statusOfTime = { ENDS_LATER: 'ACTIVE', ENDED: 'ENDED', PLANNED: 'PLANNED', PROPOSED: 'PROPOSED' } as const

const statusSeen = (year: number | null) => ((year ?? 0) < confirmedSince(worldDay) ? 'UNCONFIRMED' : 'ACTIVE')

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

const smeOf = ({ municipality, sector, size, employees, turnover, exports, ageYears }: WorldSme): Sme => ({
  places: standing(municipality),
  sectors: standing(sector),
  sizes: standing(size),
  ...{ employees, turnover: turnover ?? null, exports: exports ?? null, ageYears: ageYears ?? null },
  most: { employees: mostEmployees[size ?? ''] ?? null, turnover: null },
})

const smes: fc.Arbitrary<WorldSme> = fc.record({
  municipality: fc.constantFrom(...municipalities),
  sector: fc.constantFrom(null, ...sectors),
  size: fc.constantFrom(null, ...sizes),
  employees: fc.constantFrom(null, 2, 10, 100),
  turnover: fc.constantFrom(null, 0.5, 50),
  exports: fc.constantFrom(null, true, false),
  ageYears: fc.constantFrom(null, 5, 6),
})

const questions: fc.Arbitrary<ModelQuestion> = fc.record({
  sme: smes,
  needs: fc.subarray(needs, { minLength: 1 }),
  least: fc.constantFrom(...evidences),
  wants: fc.constantFrom<ModelQuestion['wants'][]>(null, null, ['LOAN', 'COACHING'], ['GRANT']),
  buyerSite: fc.constantFrom(null, null, ...municipalities),
  includeProposed: fc.boolean(),
  inland: fc.boolean(),
  weights: weightings,
})

const answerTo = (world: World, { sme, least, buyerSite, needs: asking, ...question }: ModelQuestion): SupportAnswer =>
  matchSupport(actorsOf(world), {
    ...{ ...question, asOf: worldDay, evidence: least, sme: smeOf(sme), needs: asking.map(named) },
    ...{ country: 'country:SE', region: regionCounties.map(place) },
    buyerSites: buyerSite === null ? null : new Set(holders[buyerSite]),
    buyer: buyerSite === null ? null : 'establishment:e',
  })

it('who supports an SME, by what evidence, with what score and in what order, is what a model of loops finds', () => {
  fc.assert(
    fc.property(worlds, questions, (world, question) => {
      const { matches, ...beside } = answerTo(world, question)
      const { matches: expected, ...besideExpected } = modelMatches(world, question)
      expect(beside).toEqual(besideExpected)
      const found = matches.map(({ actor, meets: met, evidence, score }) => ({ actor, meets: met, evidence, score }))
      expect(found.toSorted((left, right) => (left.actor < right.actor ? -1 : 1))).toEqual(
        expected.map((match) => ({ ...match, score: expect.closeTo(match.score, 10) })),
      )
      expectOrdered(matches)
      for (const { actor, reach } of matches) {
        const names = world.actors.find(({ id }) => id === actor)?.names ?? []
        const places = names.filter(({ to }) => !/^(?:sector|size-class):/.test(to))
        const served = nearestOf(places, question.sme.municipality)
        if (served !== null) expect(reach).toBe(served)
        else if (places.length === 0) expect(reach).toBe('country:SE')
        else expect(holders[question.sme.municipality]).toContain(reach)
      }
    }),
    runs,
  )
})

/** Those of which only an area is known last, best score first, then by name and id; each stands before the next by one of these. */
function expectOrdered(matches: readonly SupportMatch[]): void {
  for (const [index, right] of matches.entries()) {
    const left = matches[index - 1]
    if (left === undefined) continue
    const [isArea, isAreaToo] = [left.evidence === 'AREA', right.evidence === 'AREA']
    if (isArea !== isAreaToo) expect(isAreaToo).toBe(true)
    else if (left.score !== right.score) expect(left.score).toBeGreaterThan(right.score)
    else expect([left.sortName, left.actor] < [right.sortName, right.actor]).toBe(true)
  }
}

it('what weighs multiplies and adds up to the score', () => {
  fc.assert(
    fc.property(worlds, questions, (world, question) => {
      for (const { score, weighed } of answerTo(world, question).matches) {
        const product = weighed.reduce((fit, { factor }) => fit * (factor ?? 1), 1)
        expect(weighed.reduce((sum, { adds }) => sum + (adds ?? 0), product)).toBeCloseTo(score, 10)
        for (const { factor, adds } of weighed) expect([factor, adds].filter((each) => each !== null)).toHaveLength(1)
      }
    }),
    runs,
  )
})

it('an offer more never lowers who makes it', () => {
  fc.assert(
    fc.property(worlds, questions, fc.nat(), fc.nat(), (world, question, who, which) => {
      const gaining = world.actors[who % Math.max(1, world.actors.length)]
      const gained = world.initiatives[which % world.initiatives.length]
      if (!gaining || !gained) return
      const actors = world.actors.map((actor) =>
        actor === gaining ? { ...actor, offers: [...new Set([...actor.offers, gained.id])] } : actor,
      )
      const scoreOf = (given: World) =>
        answerTo(given, question).matches.find(({ actor }) => actor === gaining.id)?.score ?? 0
      expect(scoreOf({ ...world, actors }) - scoreOf(world)).toBeGreaterThanOrEqual(-1e-12)
    }),
    runs,
  )
})

it('to know less of an SME’s size takes no match away', () => {
  fc.assert(
    fc.property(worlds, questions, (world, question) => {
      const { size: _, ...sme } = question.sme
      const less = { ...question, sme: { ...sme, size: null, employees: null, turnover: null } }
      const found = answerTo(world, less).matches.map(({ actor }) => actor)
      for (const { actor } of answerTo(world, question).matches) expect(found).toContain(actor)
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
