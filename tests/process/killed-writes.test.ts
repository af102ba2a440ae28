import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import { migrate } from '../../src/graph/migrations.js'
import { openGraph } from '../../src/graph/open.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { wholeRegister } from '../writing/whole-register.js'

/** How often a process is killed while it writes; more often by REGISTER_LONG. */
const TIMES = process.env.REGISTER_LONG ? 100 : 20

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (name: string) => openGraph({ engine: 'embedded', path: join(folder, name) })

/** A graph with an actor and the first of its offers. */
async function begin(name: string): Promise<void> {
  const graph = await open(name)
  await migrate(graph)
  const writer = { graph, edition, viewer: localEditor }
  const values = { nameSv: 'Första aktören', kind: 'AGENCY' }
  const { entity } = await publishDraft(writer, draftOf({ operation: 'CREATE', label: 'SupportActor', values }))
  await publishDraft(
    writer,
    draftOf({
      ...{ operation: 'CREATE', label: 'Initiative' },
      values: { nameSv: 'Stödet', kind: 'LOAN', amountOf: 'SUPPORT', minAmount: 0 },
      ties: [tieOf({ does: 'ADD', type: 'OFFERS', end: entity, direction: 'IN' })],
    }),
  )
  await graph.close()
}

/** Amounts that the changes of a graph gave, each of which has its effect; none twice. */
async function storedIn(name: string): Promise<ReadonlySet<number>> {
  const graph = await open(name)
  const said = await wholeRegister(graph)
  await graph.close()
  const amounts = said.flatMap(({ amount }) => amount ?? [])
  expect(new Set(amounts).size).toBe(amounts.length)
  return new Set(amounts)
}

/** A process that writes changes with these amounts until it ends. */
function startWriter(name: string, first: number, letters = 0, blocks?: number) {
  const script = join(import.meta.dirname, 'register-writer.mjs')
  const args = [process.execPath, script, join(folder, name), String(first), String(letters)]
  // A shell that is replaced by the program: what is killed is the program.
  const limited = ['-c', `${blocks === undefined ? '' : `ulimit -f ${blocks}; `}exec "$0" "$@"`, ...args]
  const child = spawn('sh', limited, { stdio: ['ignore', 'pipe', 'pipe'] })
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
        await wait(2)
      }
    },
    /** Kills it and returns what it acknowledged. */
    async kill(): Promise<number[]> {
      child.kill('SIGKILL')
      await ended
      expect(errors).toBe('')
      return numbers()
    },
    /** Lets it end, and returns what it acknowledged and, as negative numbers, what it was refused. */
    async end(): Promise<number[]> {
      await ended
      expect([errors, child.exitCode]).toEqual(['', 0])
      return numbers()
    },
  }
}

it(`a change and its effect are both there or neither where the program is killed, ${TIMES} times`, async () => {
  await begin('killed')
  const random = new Random(20)
  const acknowledged = new Set<number>()
  for (let time = 0; time < TIMES; time += 1) {
    const writer = startWriter('killed', Math.max(0, ...acknowledged) + 1)
    // Now and then before its first change, or before it has opened the graph.
    if (random.chance(0.9)) await writer.hasWritten(1)
    await wait(random.whole(0, 60))
    for (const number of await writer.kill()) acknowledged.add(number)
    const stored = await storedIn('killed')
    expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([])
    // What was stored and could not be acknowledged any more is there as a whole.
    for (const number of stored) acknowledged.add(number)
  }
  expect(acknowledged.size).toBeGreaterThan(TIMES)
}, 600_000)

it('what no file has room for is refused as a whole, and what was acknowledged before is there', async () => {
  await begin('full')
  const numbers = await startWriter('full', 1, 20_000, 2_000).end()
  const [acknowledged, refused] = [numbers.filter((number) => number > 0), numbers.filter((number) => number < 0)]
  expect(acknowledged.length).toBeGreaterThan(5)
  expect(refused).toHaveLength(10)
  expect(await storedIn('full')).toEqual(new Set([0, ...acknowledged]))
}, 120_000)
