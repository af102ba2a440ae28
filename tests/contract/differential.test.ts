import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { createSchema } from '../../src/server/schema.js'
import { BothEngines } from '../differential/both-engines.js'
import { compareSeeds } from '../differential/seeds.js'
import { declaredQueries } from '../graph/declared-queries.js'
import { describeOnBothEngines } from './engines.js'

const seeds = Number(process.env.DIFFERENTIAL_SEEDS ?? 100)
const first = Number(process.env.DIFFERENTIAL_FIRST ?? 1)
const resultFile = process.env.DIFFERENTIAL_RESULT

const generationAlike = query<Record<never, never>>()(
  'begin generations alike',
  z.object({ count: z.number() }),
  "MATCH (state:NorrgraphState {id: 'state'}) SET state.generation = 1 RETURN count(state) AS count",
)

/** Each graph counts its generations from the time at which it was made; both are held to one here. */
const beginAlike = (graph: Graph) => graph.transaction((transaction) => transaction.writeUnshown(generationAlike, {}))

describeOnBothEngines('random regions', (open) => {
  let both: BothEngines
  let statements: Awaited<ReturnType<typeof declaredQueries>>

  beforeAll(async () => {
    // Before modules are read anew: engines are loaded when they are opened, and their errors have to be of this reading.
    const { embedded, neo4j } = await open()
    await Promise.all([beginAlike(embedded), beginAlike(neo4j)])
    statements = await declaredQueries()
    both = new BothEngines(embedded, neo4j, new Set(statements.map(({ cypher }) => cypher)))
  }, 60_000)
  afterAll(async () => {
    await both.embedded.close()
    await both.neo4j.close()
  })

  it(
    `answer the same on both engines, and hold the same after random writes, for ${seeds} seeds`,
    async () => {
      const numbers = Array.from({ length: seeds }, (_, index) => first + index)
      const progress = (done: number) => {
        if (resultFile !== undefined && done % 100 === 0) process.stderr.write(`${done} of ${seeds} seeds\n`)
      }
      const comparison = await compareSeeds(both, statements, createSchema(), numbers, progress)
      if (resultFile !== undefined) writeFileSync(resultFile, JSON.stringify(comparison))
      expect(comparison.differences.slice(0, 5)).toEqual([])
    },
    Math.max(240_000, seeds * 10_000),
  )
})
