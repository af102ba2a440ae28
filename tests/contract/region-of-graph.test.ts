import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { importGraph } from '../../src/import/graph.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { examplia } from '../second-region/examplia.js'
import { describeOnEachEngine } from './engines.js'

const counted = z.object({ count: z.number() })
const forgetRegion = query<Record<never, never>>()(
  'forget the region',
  counted,
  "MATCH (state:NorrgraphState {id: 'state'}) REMOVE state.region RETURN 1 AS count",
)

describeOnEachEngine('a graph that was seeded from one region', (open, _, openSeeded) => {
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-regions-'))
  const file = join(folder, 'graph.jsonl')
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(async () => {
    await graph.close()
    rmSync(folder, { recursive: true })
  })

  const refusal = /^The graph was seeded from the region northern-sweden, and .+ is of examplia: set NORRGRAPH_SEED .+$/

  it('is refused to another, in one line, and stays as it is', async () => {
    const before = await graph.generation()
    await expect(bringUpToDate(graph, examplia)).rejects.toThrow(refusal)
    expect(await graph.generation()).toBe(before)
    await bringUpToDate(graph, edition)
  })

  it('is of the program’s own region where it does not say which', async () => {
    await graph.transaction((transaction) => transaction.write(forgetRegion, {}))
    await expect(bringUpToDate(graph, examplia)).rejects.toThrow(refusal)
    await bringUpToDate(graph, edition)
  })

  it('takes its region along as a file', async () => {
    const other = await open()
    try {
      await bringUpToDate(other, examplia)
      await exportGraph(other, file)
    } finally {
      await other.close()
    }
    const back = await open()
    try {
      await importGraph(back, file)
      await expect(bringUpToDate(back, edition)).rejects.toThrow('was seeded from the region examplia')
      await bringUpToDate(back, examplia)
    } finally {
      await back.close()
    }
  }, 120_000)

  it('is read from files that do not say their region', async () => {
    const [header = '', ...lines] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, [header.replace(',"region":"examplia"', ''), ...lines].join('\n'))
    const back = await open()
    try {
      await importGraph(back, file)
      await expect(bringUpToDate(back, examplia)).rejects.toThrow(refusal)
    } finally {
      await back.close()
    }
  }, 120_000)
})
