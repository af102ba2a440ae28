import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { type Holdings, publish, type RowReading, type Seen } from '../../src/import/firms/publish.js'
import { type RefusedRows, RowRefusal } from '../../src/import/firms/refusal.js'

/** A source's items as plain numbers, of which none is in the graph. */
function numbers(previous: ReadonlySet<number>, claimed = previous.size) {
  const written: number[] = []
  const removed: string[] = []
  const holdings: Holdings<number> = {
    count: async () => claimed,
    note: (item, seen) => seen.add(String(item)),
    compare: async (_, items) => ({
      added: items.map(({ item }) => item).filter((item) => !previous.has(item)),
      changed: [],
      unchanged: items.filter(({ item }) => previous.has(item)).length,
      refused: [],
    }),
    async *gone(_, seen) {
      yield [...previous]
        .filter((item) => !seen.has(String(item)))
        .map((item) => ({ from: String(item), to: '', key: '' }))
    },
    write: async (_, items) => {
      written.push(...items)
    },
    remove: async (_, gone) => {
      removed.push(...gone.map(({ from }) => from))
    },
  }
  return { holdings, written, removed }
}

function seen(): Seen {
  const texts = new Set<string>()
  return { add: (text) => texts.size < texts.add(text).size, has: (text) => texts.has(text) }
}

const source = { id: 'source:test', title: 'Test', publisher: null, edition: null, hash: 'x', file: 'test.csv' }
const list = async ({ count }: RefusedRows) => (count > 0 ? 'test.csv.refused.csv' : null)
const upTo = (count: number) => Array.from({ length: count }, (_, number) => number)

describe('an edition of a source', () => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openGraph({ engine: 'embedded', path: null })
  })
  afterAll(() => graph.close())

  async function bring(previous: number, gone: number, { claimed = previous, refused = 0 } = {}) {
    const { holdings, written, removed } = numbers(new Set(upTo(previous)), claimed)
    const asked: (readonly [number, number])[] = []
    async function* readings(): AsyncGenerator<RowReading<number>> {
      for (const item of [...upTo(previous - gone), previous]) yield { line: item + 2, item }
      for (const line of upTo(refused))
        yield { line: previous + line + 3, refusal: new RowRefusal('number', 'is none') }
    }
    const confirmLoss = async (loss: number, before: number) => {
      asked.push([loss, before])
      return false
    }
    const options = { dryRun: false, recordedAt: '2026-01-01T00:00:00.000Z', confirmLoss }
    const done = publish(graph, { source, holdings, seen, readings, bytes: 0, list }, options)
    const refusal = await done.then(
      () => null,
      (error: unknown) => String(error),
    )
    return { refusal, asked, written: written.length, removed: removed.length }
  }

  it.each([
    [1_000, 1_000],
    [100_000, 1_500],
    [60_000, 1_200],
  ])('that names of %i no longer %i is taken', async (previous, gone) => {
    expect(await bring(previous, gone)).toEqual({ refusal: null, asked: [], written: 1, removed: gone })
  })

  it.each([
    [1_001, 1_001],
    [59_000, 1_200],
    [200_000, 4_001],
  ])('that names of %i no longer %i is asked about, and nothing changes', async (previous, gone) => {
    const { refusal, ...rest } = await bring(previous, gone)
    expect(refusal).toMatch(`no longer names ${gone} of ${previous}`)
    expect(rest).toEqual({ asked: [[gone, previous]], written: 0, removed: 0 })
  })

  it.each([
    [100, 3, 1],
    [2, 1, 7],
  ])(
    'that names of %i no longer %i, which may be among %i refused rows, is asked about',
    async (previous, gone, refused) => {
      const { refusal, ...rest } = await bring(previous, gone, { refused })
      expect(refusal).toMatch(`${gone} of ${previous} (refused rows: ${refused}, listed in test.csv.refused.csv). Give`)
      expect(rest).toEqual({ asked: [[gone, previous]], written: 0, removed: 0 })
    },
  )

  it('that loses little is taken, though rows are refused', async () => {
    expect(await bring(100, 2, { refused: 5 })).toEqual({ refusal: null, asked: [], written: 1, removed: 2 })
  })

  it('that does not add up with what is there is refused, and nothing changes', async () => {
    const { refusal, ...rest } = await bring(100, 10, { claimed: 101 })
    expect(refusal).toMatch('101 were there, 1 are new and 10 gone, which does not make the 91')
    expect(rest).toEqual({ asked: [], written: 0, removed: 0 })
  })
})
