import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { importGraph } from '../../src/import/graph.js'

import { bringUpToDate, openNorrgraph } from '../../src/startup/open-norrgraph.js'
import { examplia } from '../second-region/examplia.js'
import { describeOnEachEngine } from './engines.js'

/**
 * A graph of the last program without a register: the made-up region, two lists of firms that overlap, and what firms need
 * and supply; as that program exported it, and the embedded graph's own file that it was exported from.
 */
const stored = (name: string) => gunzipSync(readFileSync(join(import.meta.dirname, 'editions', name)))

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  writeFileSync(join(folder, 'older'), stored('older-program.graph.gz'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const element = z.object({
  label: z.string().optional(),
  id: z.string().optional(),
  type: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  key: z.string().optional(),
  properties: z.record(z.string(), z.unknown()),
})

/** What a file says of each node and relationship. */
function saidIn(path: string): Map<string, Readonly<Record<string, unknown>>> {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const elements = lines
    .map((line): unknown => JSON.parse(line))
    .flatMap((value) => {
      const read = element.safeParse(value)
      return read.success && (read.data.label ?? read.data.type) !== undefined ? [read.data] : []
    })
  return new Map(elements.map(({ properties, ...ends }) => [JSON.stringify(ends), properties]))
}

const schemaVersion = query()(
  'schema version of a graph',
  z.object({ version: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'}) RETURN state.schemaVersion AS version`,
)
const ageTo = query<{ version: number }>()(
  'state of another version',
  z.object({ version: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'}) SET state.schemaVersion = $version RETURN state.schemaVersion AS version`,
)

async function expectKept(graph: Graph): Promise<void> {
  await bringUpToDate(graph, examplia)
  const path = join(folder, 'taken')
  await exportGraph(graph, path)
  const older = saidIn(join(folder, 'older'))
  const taken = saidIn(path)
  expect(older.size).toBe(442)
  expect([...older.keys()].filter((each) => !taken.has(each))).toEqual([])
  for (const [each, { recordedAt, ...properties }] of older) {
    const isOfRun = properties.source === calculated
    const now = taken.get(each)
    expect(now, each).toMatchObject(isOfRun ? sameFigures(without(byRules, properties)) : { recordedAt, ...properties })
  }
  // The region's run is calculated anew where the rules have changed: by them, and by when, it differs, and by no figure.
  const [before, now] = [older, taken].map((said) => said.get(run))
  expect(Number(now?.rulesFingerprint)).toBeGreaterThan(Number(before?.rulesFingerprint))
}

const run = JSON.stringify({ label: 'SpilloverRun', id: 'run:plan' })
const calculated = 'source:examplia-calculation'
const byRules = ['identity', 'computedAt', 'rulesFingerprint']

const without = (names: readonly string[], properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)))

/** Sums are the same whatever order they are added up in, but for their last digits. */
const sameFigures = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'number' ? expect.closeTo(value, 9) : value,
    ]),
  )

describeOnEachEngine('a file of a program without a register', (open) => {
  it('is imported, brought up to date, and keeps everything', async () => {
    const graph = await open()
    expect(await importGraph(graph, join(folder, 'older'))).toMatchObject({
      nodes: 124,
      relationships: 318,
      changes: 0,
    })
    await expectKept(graph)
    await graph.close()
  })
})

describe('an embedded graph of a program without a register', () => {
  const dataIn = (name: string) => join(folder, name)

  beforeAll(() => {
    for (const name of ['opened', 'refused']) {
      mkdirSync(dataIn(name))
      writeFileSync(join(dataIn(name), 'norrgraph.grafeo'), stored('older-program.grafeo.gz'))
    }
  })

  it('is opened, brought to this schema, and keeps everything', async () => {
    const graph = await openNorrgraph({ engine: 'embedded', path: dataIn('opened') }, examplia)
    expect((await graph.read(schemaVersion, {}))[0]?.version).toBeGreaterThan(4)
    await expectKept(graph)
    await graph.close()
  })

  it('is refused by name once a newer program brought it to its own', async () => {
    const settings = { engine: 'embedded', path: dataIn('refused') } as const
    const graph = await openGraph(settings)
    const [{ version } = { version: 0 }] = await graph.read(schemaVersion, {})
    await graph.transaction((transaction) => transaction.write(ageTo, { version: version + 1 }))
    await graph.close()
    await expect(openGraph(settings)).rejects.toThrow(
      `The graph was made by a newer Norrgraph (schema ${version + 1}, this one knows ${version}): use that version.`,
    )
  })
})
