import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { Random } from '../differential/random.js'

const TIMES = 50
const LONG = 800
const MEBIBYTE = 1024 * 1024

const nodes = query<Record<never, never>>()(
  'nodes of each transaction',
  z.object({ number: z.number(), count: z.number() }),
  'MATCH (need:Need) RETURN need.number AS number, count(need) AS count',
)
const relationships = query<Record<never, never>>()(
  'relationships of each transaction',
  z.object({ number: z.number(), count: z.number() }),
  'MATCH (:Need)-[tie:CONCERNS]->(:Need) RETURN tie.number AS number, count(tie) AS count',
)
const note = query<Record<never, never>>()(
  'note',
  z.object({ number: z.number(), text: z.string() }),
  "MATCH (note:Entity {id: 'note'}) RETURN note.number AS number, note.text AS text",
)

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (name: string) => openGraph({ engine: 'embedded', path: join(folder, name) })

it(`loses nothing that was acknowledged when it is killed while it writes, ${TIMES} times`, async () => {
  await (await open('killed')).close()
  const random = new Random(50)
  const acknowledged = new Set<number>()
  for (let time = 0; time < TIMES; time += 1) {
    const writer = startWriter('killed', Math.max(-1, ...acknowledged) + 1)
    // Now and then before its first transaction, or before it has opened the graph.
    if (random.chance(0.9)) await writer.hasWritten(1)
    await wait(random.whole(0, 200))
    for (const number of await writer.kill()) acknowledged.add(number)
    const stored = await storedIn('killed')
    expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([])
    // What was stored and could not be acknowledged any more is there as a whole.
    for (const number of stored) acknowledged.add(number)
  }
  expect(acknowledged.size).toBeGreaterThan(TIMES)
}, 240_000)

it('keeps its write-ahead log short while it writes, and is whole when it is killed then', async () => {
  await (await open('long')).close()
  const writer = startWriter('long', 0)
  let largest = 0
  for (let written = 50; written <= LONG; written += 50) {
    await writer.hasWritten(written)
    largest = Math.max(largest, bytesIn('long'))
  }
  const acknowledged = await writer.kill()
  // Each transaction writes more than 100 kB, so that this is a good part of what was written.
  expect(largest).toBeGreaterThan(MEBIBYTE)
  expect(largest).toBeLessThan(48 * MEBIBYTE)
  const stored = await storedIn('long')
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([])
}, 120_000)

/** A process that writes transactions with these numbers until it is killed. */
function startWriter(name: string, first: number) {
  const script = join(import.meta.dirname, 'writer.mjs')
  const child = spawn(process.execPath, [script, join(folder, name), String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close')
  // A number that was cut off has no end of its line.
  const numbers = () => output.split('\n').slice(0, -1).map(Number)
  return {
    async hasWritten(count: number): Promise<void> {
      while (numbers().length < count) {
        if (child.exitCode !== null) throw new Error(`the writer ended: ${errors}`)
        await wait(5)
      }
    },
    /** Kills it and returns what it acknowledged. */
    async kill(): Promise<number[]> {
      child.kill('SIGKILL')
      await ended
      expect(errors).toBe('')
      return numbers()
    },
  }
}

/** The numbers of the transactions that a graph holds, each of which has to be whole. */
async function storedIn(name: string): Promise<Set<number>> {
  const graph = await open(name)
  const ofNodes = new Map((await graph.read(nodes, {})).map(({ number, count }) => [number, count]))
  const ofTies = new Map((await graph.read(relationships, {})).map(({ number, count }) => [number, count]))
  for (const [number, count] of ofNodes) expect([number, count, ofTies.get(number)]).toEqual([number, 3, 2])
  expect(ofTies.size).toBe(ofNodes.size)
  const [last] = await graph.read(note, {})
  await graph.close()
  if (last) expect(last.text.split(' ', 1)).toEqual([String(Math.max(...ofNodes.keys()))])
  return new Set(ofNodes.keys())
}

function bytesIn(name: string): number {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
