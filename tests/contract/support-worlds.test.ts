import fc from 'fast-check'
import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { MatchingWeights } from '../../src/edition/matching-part.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createSchema } from '../../src/server/schema.js'
import { evidences, type SupportEvidence } from '../../src/support/facts/evidence.js'
import { edition } from '../edition.js'
import { requestContext } from '../server/request-context.js'
import {
  modelAdded,
  modelCell,
  modelChanged,
  modelElsewhere,
  modelHelpers,
  modelJobs,
  modelShared,
} from '../support/model.js'
import { type ModelQuestion, modelMatches } from '../support/model-matches.js'
import { weightings } from '../support/weightings.js'
import { groundElements } from '../support/world-elements.js'
import {
  BUYER_SITE,
  changes,
  INLAND,
  industries,
  needs,
  ofRegion,
  type World,
  type WorldChange,
  worldDay,
  worlds,
} from '../support/worlds.js'
import { writeWorld } from '../support/write-world.js'
import { describeOnEachEngine } from './engines.js'

/** `npm run test:long` tries more. */
const numRuns = { embedded: Number(process.env.WORLDS ?? 200), neo4j: Number(process.env.WORLDS ?? 50) }

const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const ids = z.array(id)
const cell = z.object({
  ...{ place: id, need: id, level: z.string(), jobsAtStake: z.number(), covered: z.boolean() },
  ...{ actors: z.number(), initiatives: z.number() },
})
const cells = z.object({ cells: z.array(cell) })
const cellsAfter = z.object({
  cells: z.array(
    cell.extend({ levelIsPlanned: z.boolean(), planned: z.array(z.object({ level: z.string().nullable() })) }),
  ),
})
const gaps = z.object({
  totalCount: z.number(),
  nodes: z.array(
    z.object({
      ...{ place: id, need: id, level: z.string(), jobsAtStake: z.number() },
      nearestActor: z.object({ actor: id, distanceKm: z.number() }).nullable(),
    }),
  ),
})
const groups = z.object({
  nodes: z.array(z.object({ places: ids, needs: ids, jobsAtStake: z.number(), actors: ids })),
})
const answers = z.object({
  supportCoverage: cells,
  coverageAfter: cellsAfter,
  alone: cells,
  supportCoverageBySector: z.object({ cells: z.array(cell.extend({ sector: id })) }),
  supportGaps: gaps,
  gapsAfter: gaps,
  sharedGaps: groups,
  sharedAfter: groups,
  supportWhatIf: z.object({
    before: cells,
    after: cells,
    changed: z.array(z.object({ place: id, need: id, from: z.string(), to: z.string(), jobsAtStake: z.number() })),
  }),
  supportFor: z.object({
    ...{ unmet: ids, doors: ids, moreWithLess: z.number() },
    nodes: z.array(z.object({ actor: id, meets: ids, evidence: z.enum(evidences), score: z.number() })),
  }),
})
type Answers = z.infer<typeof answers>

const cellFields = 'cells { place { id } need { id } level jobsAtStake covered actors initiatives }'
const gapFields =
  'totalCount nodes { place { id } need { id } level jobsAtStake nearestActor { actor { id } distanceKm } }'
const groupFields = 'nodes { places { id } needs { id } jobsAtStake actors { id } }'
const source = `query ($day: Date!, $alone: ID!, $near: SupportLevel, $minPlaces: Int, $change: SupportChange!,
  $evidence: SupportEvidence, $profile: SmeProfile!, $proposed: Boolean) {
  supportCoverage(by: MUNICIPALITY, evidence: $evidence, asOf: $day) { ${cellFields} }
  alone: supportCoverage(by: MUNICIPALITY, county: "county:24", evidence: $evidence, asOf: $day) { ${cellFields} }
  supportCoverageBySector(place: $alone, evidence: $evidence, asOf: $day) { ${cellFields.replace('level', 'level sector { id }')} }
  coverageAfter: supportCoverage(change: $change, by: MUNICIPALITY, evidence: $evidence, asOf: $day) {
    ${cellFields.replace('level', 'level levelIsPlanned planned { level }')} }
  supportGaps(nearerThan: $near, first: 200, evidence: $evidence, asOf: $day) { ${gapFields} }
  gapsAfter: supportGaps(change: $change, nearerThan: $near, first: 200, evidence: $evidence, asOf: $day) { ${gapFields} }
  sharedGaps(nearerThan: $near, minPlaces: $minPlaces, first: 200, evidence: $evidence, asOf: $day) { ${groupFields} }
  sharedAfter: sharedGaps(change: $change, nearerThan: $near, minPlaces: $minPlaces, first: 200, evidence: $evidence, asOf: $day) {
    ${groupFields} }
  supportWhatIf(change: $change, by: MUNICIPALITY, evidence: $evidence, asOf: $day) {
    before { ${cellFields} } after { ${cellFields} } changed { place { id } need { id } from to jobsAtStake } }
  supportFor(profile: $profile, evidence: $evidence, includeProposed: $proposed, first: 200, asOf: $day) {
    unmet { id } doors { id } moreWithLess nodes { actor { id } meets { id } evidence score } }
}`

const levels = ['LOCAL', 'COUNTY', 'NATIONAL', 'NONE']

describeOnEachEngine('support in random worlds', (open, engine) => {
  const schema = createSchema()
  let graph: Graph

  beforeAll(async () => {
    graph = await open()
    await graph.transaction((transaction) => writeElements(transaction, groundElements()))
  })
  afterAll(() => graph.close())

  async function ask(world: World, weights: MatchingWeights, variables: Record<string, unknown>): Promise<Answers> {
    await writeWorld(graph, world)
    const contextValue = requestContext(graph, worldDay, { ...edition, matching: weights })
    const variableValues = { day: worldDay, ...variables }
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues })
    expect(errors).toBeUndefined()
    return answers.parse(data)
  }

  it(
    `answers as a model of loops does, for ${numRuns[engine]} worlds`,
    async () => {
      const nearerThan = fc.constantFrom(null, 'LOCAL', 'COUNTY', 'NATIONAL')
      const asked = fc.record({
        ...{ near: nearerThan, minPlaces: fc.constantFrom(2, 3), alone: fc.constantFrom(...ofRegion) },
        ...{ evidence: fc.constantFrom(...evidences), proposed: fc.boolean() },
      })
      await fc.assert(
        fc.asyncProperty(
          worlds,
          changes,
          asked,
          profiles,
          weightings,
          async (world, drawn, question, profile, weights) => {
            const change = {
              ...drawn,
              removeActors: drawn.removeActors.filter((number) => number < world.actors.length),
            }
            const { near, minPlaces, alone, evidence } = question
            const answer = await ask(world, weights, {
              ...{ ...question, profile: { ...profile, municipality: alone } },
              change: {
                ...change,
                addActors: change.addActors.map((each) => ({ ...each, name: 'new' })),
                removeActors: change.removeActors.map((number) => `actor:${number}`),
              },
            })
            const expected = cellsOf(world, evidence)
            expectCells(answer.supportCoverage.cells, expected)
            expectCells(
              answer.alone.cells,
              expected.filter(({ place }) => place === 'municipality:c'),
            )
            expectCells(
              answer.supportCoverageBySector.cells,
              industries.flatMap((industry) =>
                needs.map((need) => ({
                  ...modelCell(world, alone, need, industry.id, evidence),
                  jobsAtStake: modelJobs(alone, need, industry.id),
                  sector: industry.id,
                })),
              ),
            )
            const lacked = lackingOf(expected, near)
            expectGaps(answer.supportGaps, lacked, world, evidence)
            expectShared(answer.sharedGaps, lacked, world, { minPlaces, evidence })
            const after = cellsOf(modelChanged(world, change), evidence)
            const unplanned = answer.coverageAfter.cells.map(({ levelIsPlanned, planned, ...rest }) => rest)
            expectCells(unplanned, after)
            expectPlanned(answer.coverageAfter, world, change, evidence)
            // What is added is nobody that one could turn to elsewhere.
            const left = modelChanged(world, { ...change, addActors: [] })
            expectGaps(answer.gapsAfter, lackingOf(after, near), left, evidence)
            expectShared(answer.sharedAfter, lackingOf(after, near), left, { minPlaces, evidence })
            expectCells(answer.supportWhatIf.before.cells, expected)
            expectCells(answer.supportWhatIf.after.cells, after)
            expect(answer.supportWhatIf.changed.map(({ place, need, from, to }) => [place, need, from, to])).toEqual(
              expected.flatMap(({ place, need, level }, index) => {
                const to = after[index]?.level
                return to === level ? [] : [[place, need, level, to]]
              }),
            )
            expectMatches(answer, world, modelQuestion(profile, weights, question))
          },
        ),
        { numRuns: numRuns[engine] },
      )
    },
    Math.max(240_000, numRuns[engine] * 5_000),
  )
})

/** What a profile says beside the place. */
const profiles = fc.record({
  sector: fc.constant('sector:sni2007-C25'),
  sizeClass: fc.constant('SMALL'),
  employees: fc.constantFrom(null, 2, 10),
  turnover: fc.constantFrom(null, 0.5, 50),
  exports: fc.constantFrom(null, true, false),
  founded: fc.constantFrom(null, 2019, 2018),
  wants: fc.constantFrom<ModelQuestion['wants'][]>(null, null, ['LOAN', 'COACHING']),
  buyer: fc.constantFrom(null, null, 'establishment:e'),
})
type Profile = typeof profiles extends fc.Arbitrary<infer Drawn> ? Drawn : never

const modelQuestion = (
  { employees, turnover, exports, founded, wants, buyer, sector }: Profile,
  weights: MatchingWeights,
  { alone, evidence, proposed }: { alone: string; evidence: SupportEvidence; proposed: boolean },
): ModelQuestion => ({
  sme: {
    ...{ municipality: alone, sector, size: 'size-class:small', employees, turnover, exports },
    ageYears: founded === null ? null : 2024 - founded,
  },
  ...{ needs, least: evidence, wants, buyerSite: buyer === null ? null : BUYER_SITE, includeProposed: proposed },
  ...{ inland: alone === INLAND, weights },
})

const cellsOf = (world: World, evidence: SupportEvidence) =>
  ofRegion.flatMap((place) =>
    needs.map((need) => ({ ...modelCell(world, place, need, null, evidence), jobsAtStake: modelJobs(place, need) })),
  )

type Expected = ReturnType<typeof cellsOf>

function expectCells(found: readonly object[], expected: Expected): void {
  expect(found).toEqual(expected.map((each) => ({ ...each, jobsAtStake: expect.closeTo(each.jobsAtStake, 6) })))
}

/** What is told to be planned is what a world with nothing but that would give, and what a world without it would not. */
function expectPlanned(
  { cells: found }: z.infer<typeof cellsAfter>,
  world: World,
  change: WorldChange,
  evidence: SupportEvidence,
): void {
  const added = cellsOf(modelAdded(world, change), evidence)
  const left = cellsOf(modelChanged(world, { ...change, addActors: [], addInitiatives: [] }), evidence)
  for (const [index, { level, levelIsPlanned, planned }] of found.entries()) {
    const forAny = planned.filter((each) => each.level !== null)
    expect(forAny).toHaveLength((added[index]?.actors ?? 0) + (added[index]?.initiatives ?? 0))
    expect(levels.find((each) => forAny.some((help) => help.level === each)) ?? 'NONE').toBe(added[index]?.level)
    expect(levelIsPlanned).toBe(levels.indexOf(level) < levels.indexOf(left[index]?.level ?? ''))
  }
}

const lackingOf = (cells: Expected, nearerThan: string | null): Expected =>
  cells.filter(({ level = '' }) => levels.indexOf(level) > levels.indexOf(nearerThan ?? 'NATIONAL'))

/** @param world of those who can be turned to elsewhere. */
function expectGaps(
  { totalCount, nodes }: z.infer<typeof gaps>,
  lacked: Expected,
  world: World,
  evidence: SupportEvidence,
): void {
  const expected = lacked.toSorted(
    (left, right) =>
      (Math.abs(left.jobsAtStake - right.jobsAtStake) < 1e-6 ? 0 : right.jobsAtStake - left.jobsAtStake) ||
      (left.place < right.place ? -1 : left.place > right.place ? 1 : 0) ||
      (left.need < right.need ? -1 : 1),
  )
  expect(totalCount).toBe(expected.length)
  expect(nodes.map(({ place, need, level }) => [place, need, level])).toEqual(
    expected.map(({ place, need, level }) => [place, need, level]),
  )
  for (const { place, need, nearestActor } of nodes) {
    const all = modelElsewhere(world, place, need, evidence)
    const least = Math.min(...all.map(({ distanceKm }) => distanceKm))
    expect(nearestActor?.actor).toBe(all.find(({ distanceKm }) => distanceKm < least + 0.01)?.actor)
    if (nearestActor) expect(nearestActor.distanceKm).toBeCloseTo(least, 2)
  }
}

/** @param world of those who can be turned to elsewhere. */
function expectShared(
  { nodes }: z.infer<typeof groups>,
  lacked: Expected,
  world: World,
  { minPlaces, evidence }: { minPlaces: number; evidence: SupportEvidence },
): void {
  const expected = modelShared(lacked, minPlaces)
  expect(nodes).toHaveLength(expected.length)
  for (const { places, needs: shared, jobsAtStake, actors } of nodes) {
    const group = { places: places.toSorted(), needs: shared.toSorted() }
    expect(expected).toContainEqual(group)
    expect(actors.toSorted()).toEqual(modelHelpers(world, group, ofRegion, evidence))
    const behind = lacked.filter(({ place, need }) => places.includes(place) && shared.includes(need))
    expect(jobsAtStake).toBeCloseTo(
      behind.reduce((sum, each) => sum + each.jobsAtStake, 0),
      6,
    )
  }
}

function expectMatches({ supportFor: { nodes, ...beside } }: Answers, world: World, question: ModelQuestion): void {
  const { matches, ...besideExpected } = modelMatches(world, question)
  expect(beside).toEqual(besideExpected)
  const expected = matches.map((match) => ({ ...match, score: expect.closeTo(match.score, 10) }))
  expect(nodes.toSorted((left, right) => (left.actor < right.actor ? -1 : 1))).toEqual(expected)
  const ordered = nodes.toSorted(
    (left, right) =>
      Number(left.evidence === 'AREA') - Number(right.evidence === 'AREA') ||
      right.score - left.score ||
      (left.actor < right.actor ? -1 : 1),
  )
  expect(nodes).toEqual(ordered)
}
