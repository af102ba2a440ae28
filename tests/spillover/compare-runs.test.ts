import { expect, it } from 'vitest'
import type { GraphReader } from '../../src/graph/graph.js'
import { BadUserInputError } from '../../src/kernel/input-errors.js'
import { comparedRuns } from '../../src/spillover/runs/compare-runs.js'
import { RunLoader } from '../../src/spillover/runs/run-loader.js'
import { edition } from '../edition.js'

it('asks for neither run where one of the ids is of another kind', async () => {
  const asked: string[] = []
  const nothing: GraphReader = {
    async read(_, parameters) {
      asked.push(JSON.stringify(parameters))
      return []
    },
  }
  await expect(
    comparedRuns(new RunLoader({ graph: nothing, edition }), 'run:none', 'county:25'),
  ).rejects.toBeInstanceOf(BadUserInputError)
  expect(asked).toEqual([])
})
