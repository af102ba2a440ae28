import { expect, it } from 'vitest'
import { fillWithDemo } from '../../src/demo/demo.js'
import { distancePoints } from '../../src/places/distance-points.js'
import { candidatesByDistance } from '../../src/supply/queries.js'
import { candidatesAsked, firmsWithin, readBest, scoring, supplierMatches } from '../../src/supply/supplier-matches.js'
import { byRank } from '../../src/supply/supplier-order.js'
import { readProcured, readVenture } from '../../src/supply/venture.js'
import { edition } from '../edition.js'
import { describeOnSeededGraph } from './engines.js'

const asOf = '2026-11-24'
const ventures = ['establishment:lkab', 'establishment:ssab', 'establishment:northvolt']

describeOnSeededGraph(
  'suppliers by what is kept',
  (given) => {
    const questions = ventures.flatMap((establishment) =>
      [null, 80, 200].flatMap((withinKm) =>
        ([null, 'OPERATION'] as const).flatMap((phase) =>
          distancePoints.map((distances) => ({ establishment, withinKm, phase, distances })),
        ),
      ),
    )

    it.each(questions)(
      'are those that the database finds: $establishment within $withinKm in $phase, by $distances',
      async (question) => {
        const { establishment, withinKm, phase, distances } = question
        const { graph } = given
        const venture = await readVenture(graph, establishment, withinKm, distances)
        const asked = (await readProcured(graph, establishment, phase)).map((category) =>
          candidatesAsked(venture, category, phase, asOf),
        )
        const best = await Promise.all(asked.map((each) => readBest(graph, scoring(venture, each, withinKm, 40))))
        const expected = best
          .flat()
          .map((row) => ({ ...row, value: row.score }))
          .toSorted(byRank)
          .slice(0, 40)
        const counts = await Promise.all(asked.map((each) => graph.read(candidatesByDistance, each)))

        const first = await supplierMatches(given, { ...question, asOf }, { first: 15 })
        const second = await supplierMatches(
          given,
          { ...question, asOf },
          { first: 25, after: first.pageInfo.endCursor },
        )
        const found = [...first.nodes, ...second.nodes]
        expect(found.map(({ firm, category, score, distanceKm }) => ({ firm, category, score, distanceKm }))).toEqual(
          expected.map(({ firm, category, score, distanceKm }) => ({ firm, category, score, distanceKm })),
        )
        expect(await first.count()).toBe(counts.reduce((sum, rows) => sum + firmsWithin(rows, withinKm), 0))
      },
    )
  },
  (graph) => fillWithDemo({ graph, edition }, { firms: 600, seed: 3, force: true }),
)
