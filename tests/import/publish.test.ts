import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import type { Holdings, RowReading, Seen } from '../../src/import/firms/holdings.js'
import { type Loss, lostParts } from '../../src/import/firms/loss.js'
import { publish } from '../../src/import/firms/publish.js'
import { type RefusedRows, RowRefusal } from '../../src/import/firms/refusal.js'
import { emptyBatch } from '../../src/writing/changes/file-change.js'
import { edition } from '../edition.js'

/** An item by its number, with a value in one column or none. */
interface Item {
  readonly number: number
  readonly value: boolean
}

/** A source's items, which stand in memory and not in the graph. */
function memory(previous: readonly Item[], claimed = previous.length) {
  const there = new Map(previous.map((item) => [item.number, item]))
  const written: number[] = []
  const removed: string[] = []
  const states = ({ value }: Item) => (value ? ['size'] : [])
  const holdings: Holdings<Item> = {
    items: 'things',
    columns: ['size'],
    held: async () => ({ count: claimed, byColumn: { size: previous.filter(({ value }) => value).length } }),
    nameOf: ({ number }) => `no ${number}`,
    entitiesOf: ({ number }) => [`firm:${number}`],
    note: ({ number }, seen) => seen.add(String(number)),
    compare: async (_, items) => ({
      compared: items.map(({ item }) => {
        const before = there.get(item.number)
        const state = before === undefined ? 'ADDED' : before.value === item.value ? 'UNCHANGED' : 'CHANGED'
        return { item, state, states: states(item), stated: before ? states(before) : [] }
      }),
      refused: [],
    }),
    async *gone(_, seen) {
      const gone = previous.filter(({ number }) => !seen.has(String(number)))
      yield gone.map((item) => ({ from: String(item.number), to: '', key: '', name: `no ${item.number}` }))
    },
    write: async (_, __, items) => {
      written.push(...items.map(({ number }) => number))
      return emptyBatch
    },
    remove: async (_, __, gone) => {
      removed.push(...gone.map(({ from }) => from))
      return emptyBatch
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

/** So many of a list, the first so many of them with a value. */
const items = (count: number, values: number, first = 0): Item[] =>
  upTo(count).map((index) => ({ number: first + index, value: index < values }))

describe('an edition of a source', () => {
  let graph: Graph
  let imports = 0
  beforeAll(async () => {
    graph = await openGraph({ engine: 'embedded', path: null })
  })
  afterAll(() => graph.close())

  interface Case {
    readonly before: readonly Item[]
    readonly file: readonly Item[]
    readonly claimed?: number
    readonly refused?: number
    readonly update?: boolean
    readonly dryRun?: boolean
  }

  async function bring({ before, file, claimed, refused = 0, update = false, dryRun = false }: Case) {
    const { holdings, written, removed } = memory(before, claimed)
    const asked: Loss[] = []
    async function* readings(): AsyncGenerator<RowReading<Item>> {
      for (const [index, item] of file.entries()) yield { line: index + 2, item }
      for (const row of upTo(refused))
        yield { line: file.length + row + 2, refusal: new RowRefusal('number', 'is none') }
    }
    const confirmLoss = async (loss: Loss) => {
      asked.push(loss)
      return false
    }
    const reached: number[] = []
    const progress = { begin: () => undefined, reach: (done: number) => void reached.push(done), end: () => undefined }
    const options = { dryRun, update, recordedAt: '2026-01-01T00:00:00.000Z', confirmLoss, progress }
    imports += 1
    const from = { source, holdings, seen, readings, bytes: 1000, list, readAs: `reading ${imports}` }
    const { refusal, outcome } = await publish({ graph, edition }, from, options).then(
      (done) => ({ refusal: null, outcome: done }),
      (error: unknown) => ({ refusal: String(error), outcome: null }),
    )
    return { refusal, outcome, asked, written: written.length, removed: removed.length, reached }
  }

  it.each([
    ['two in a hundred rows', items(100, 0), items(98, 0)],
    ['two in a hundred values', items(100, 100), items(100, 98)],
    ['two in a hundred values with their rows', items(100, 100), items(100, 100).slice(2)],
    ['nothing, though most of its rows are new', items(10, 10), items(100, 100)],
    ['one row of a thousand, though most of its rows are new', items(60, 60), items(110, 110, 1)],
  ])('that loses %s is taken without a question', async (_, before, file) => {
    const { refusal, asked, removed } = await bring({ before, file })
    expect({ refusal, asked }).toEqual({ refusal: null, asked: [] })
    expect(removed).toBe(before.filter(({ number }) => file.every((item) => item.number !== number)).length)
  })

  it.each([
    ['three in a hundred rows', items(100, 0), items(97, 0), /no longer names 3 of 100 things \(no 97, no 98, no 99\)/],
    ['two rows of three', items(3, 0), items(1, 0), /no longer names 2 of 3 things/],
    ['all rows', items(20, 0), [], /no longer names 20 of 20 things \(no 0, no 1, no 2, …\)/],
    ['three in a hundred values', items(100, 100), items(100, 97), /no longer states size for 3 of the 100 things/],
    ['the one value of a column', items(100, 1), items(100, 0), /states no size at all, which 1 things had \(no 0\)/],
    [
      'a row and two values of a hundred',
      items(100, 100),
      items(99, 97),
      /names 1 of 100 .*; .* size for 3 of the 100/,
    ],
  ])('that loses %s is asked about, and nothing changes', async (_, before, file, words) => {
    const { refusal, asked, written, removed } = await bring({ before, file })
    expect(refusal).toMatch(words)
    expect(refusal).toMatch(/Give --confirm-loss if that is right\.$/)
    expect({ asked: asked.length, written, removed }).toEqual({ asked: 1, written: 0, removed: 0 })
  })

  it('that names other things is asked about as another list', async () => {
    const { refusal, written } = await bring({ before: items(20, 0), file: items(20, 0, 20) })
    expect(refusal).toMatch(/Only 0 of its 20 things were in the earlier edition: give --title with a title of its own/)
    expect(written).toBe(0)
    const grown = await bring({ before: items(100, 0), file: items(300, 0, 1) })
    expect(grown.refusal).toMatch(/Only 99 of its 300 things were in the earlier edition/)
  })

  it('that loses rows because they are refused says where these are listed', async () => {
    const { refusal } = await bring({ before: items(2, 0), file: items(1, 0), refused: 7 })
    expect(refusal).toMatch('(refused rows: 7, listed in test.csv.refused.csv). Give --update')
    expect((await bring({ before: items(100, 0), file: items(98, 0), refused: 5 })).refusal).toBeNull()
  })

  it('says before it is taken what would go, and asks nobody for that', async () => {
    const { outcome, asked, written } = await bring({ before: items(20, 20), file: items(19, 0), dryRun: true })
    expect({ asked, written }).toEqual({ asked: [], written: 0 })
    expect(outcome?.doubtful && lostParts(outcome.doubtful)).toHaveLength(2)
    expect(outcome?.columns).toMatchObject([{ column: 'size', states: 0, stated: 20, lost: 20 }])
  })

  it('that only corrects takes nothing away', async () => {
    const done = await bring({ before: items(900, 900), file: [{ number: 899, value: false }], update: true })
    expect(done).toMatchObject({ refusal: null, asked: [], written: 1, removed: 0, outcome: { gone: 0 } })
  })

  it('is half done once it is compared, and goes on while its rows are stored', async () => {
    const { refusal, reached } = await bring({ before: items(9000, 0), file: items(9000, 9000) })
    expect(refusal).toBeNull()
    expect(reached).toEqual(reached.toSorted((one, other) => one - other))
    expect(reached.at(-1)).toBe(2000)
    expect(new Set(reached.filter((done) => done > 1000 && done < 2000)).size).toBeGreaterThan(0)
  })

  it('that does not add up with what is there is refused, and nothing changes', async () => {
    const {
      refusal,
      reached: _,
      ...rest
    } = await bring({
      before: items(100, 0),
      file: items(91, 0, 10),
      claimed: 101,
    })
    expect(refusal).toMatch('101 were there, 1 are new and 10 gone, which does not make the 91')
    expect(rest).toMatchObject({ asked: [], written: 0, removed: 0 })
  })
})
