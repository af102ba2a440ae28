import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { importFirms, importTies, tieFiles } from '../../src/import/firms/import-files.js'
import type { PublishOptions } from '../../src/import/firms/publish.js'
import { removeFirms } from '../../src/import/firms/remove-firms.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { takeBackImport } from '../../src/writing/corrections/take-back-import.js'
import { Random } from '../differential/random.js'
import { describeOnSeededGraph } from './engines.js'
import { replayed, saidBy, saidIn } from './replayed.js'
import { write } from './writing.js'

const all = { counties: null, sni: null }
const number = (index: number) => withCheckDigit(String(556_810_000 + index))
const firm = (index: number) => `firm:${number(index)}`
const row = (index: number, name = `Nr ${index} AB`, rest = 'Luleå;5;2024') => `${number(index)};${name};${rest}`

/** Random ones that are taken back; the rules are the same over both engines. */
const lists = { embedded: 8, neo4j: 4 } as const

const changesOf = z.object({
  changes: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        operation: z.string(),
        counts: z.object({ added: z.number(), changed: z.number(), gone: z.number() }).nullable(),
        inverseOf: z.object({ id: z.string() }).nullable(),
      }),
    ),
  }),
})
const sourceNode = query<{ title: string }>()(
  'the source of a list',
  z.object({ hash: z.string().nullable(), readAs: z.string().nullable() }),
  'MATCH (source:Source {title: $title}) RETURN source.fileHash AS hash, source.readAs AS readAs',
)

/** No list speaks of these, which are most of the graph: it is read whole some thirty times. */
const removeOthers = query<Record<never, never>>()(
  'test: remove what no list speaks of',
  z.object({ count: z.number() }),
  `MATCH (entity:Entity)
   WHERE entity.id STARTS WITH 'sector:scb44' OR entity.entityKind IN ['INPUT_OUTPUT_TABLE', 'SPILLOVER_RUN',
     'EMPLOYMENT_TABLE', 'CLAIM', 'STRUCTURE_CELL', 'RECOMMENDATION', 'INITIATIVE', 'SUPPORT_ACTOR']
   DETACH DELETE entity RETURN count(entity) AS count`,
)

describeOnSeededGraph(
  'taking back a list',
  (given, engine) => {
    let folder: string
    let clock = 0
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const options = (): PublishOptions => {
      clock += 1
      const recordedAt = new Date(Date.UTC(2026, 10, 2, 0, 0, clock)).toISOString()
      return { dryRun: false, confirmLoss: async () => true, recordedAt }
    }
    const lines = (text: readonly string[]) => {
      const path = join(folder, 'list.csv')
      writeFileSync(path, text.join('\n'))
      return path
    }
    const titled = (title: string) => ({ title, publisher: null, edition: null })
    const bring = async (rows: readonly string[], title: string, graph: Graph = given.graph) => {
      const path = lines(['organisationsnummer;namn;kommun;anställda;per', ...rows])
      return (await importFirms({ ...given, graph }, path, titled(title), all, options())).outcome
    }
    const bringSupplies = async (rows: readonly string[], title: string, graph: Graph = given.graph) => {
      const path = lines(['leverantör;köpare;till', ...rows])
      return (await importTies({ ...given, graph }, 'supplies', tieFiles.supplies, path, titled(title), options()))
        .outcome
    }
    const bringNeeds = async (rows: readonly string[], title: string) => {
      const path = lines(['företag;behov', ...rows])
      return (await importTies(given, 'needs', tieFiles.needs, path, titled(title), options())).outcome
    }
    const last = async () => {
      const asked = '{ changes(first: 1) { nodes { id operation counts { added changed gone } inverseOf { id } } } }'
      const [change] = changesOf.parse(await given.api.data(asked)).changes.nodes
      if (!change) throw new Error('there is no change')
      return change
    }
    const operation = `mutation ($input: TakeBackImportInput!) { takeBackImport(input: $input) {
    change { id operation counts { added changed gone } inverseOf { id } reason } } }`
    const takeBack = (change: string) => given.api.data(operation, { input: { change, reason: 'Wrong list' } })
    const refusal = async (change: string) => {
      const { errors } = await given.api.ask(operation, { input: { change } })
      return { code: errors?.[0]?.extensions.code, changes: errors?.[0]?.extensions.changes }
    }
    /** All that a file of the graph says, but for how often each was changed, and what the register tells of that. */
    const exported = async (): Promise<string[]> => {
      const path = join(folder, 'graph.jsonl')
      await exportGraph(given.graph, path)
      return readFileSync(path, 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => !/^\{"(change|changed|part|former|now|proposal)":/.test(line))
        .map((line) => line.replace(/"revision":\d+,?/, ''))
        .filter((line) => line !== '' && !/^\{"nodes"|"seeded":true/.test(line))
        .toSorted()
    }
    const withoutSource = (text: readonly string[], title: string) => text.filter((line) => !line.includes(title))
    const cutAfter = (count: number): Graph => {
      let transactions = 0
      return {
        ...given.graph,
        rowsATransaction: 2,
        async transaction(work) {
          transactions += 1
          if (transactions > count) throw new Error('the power is gone')
          return given.graph.transaction(work)
        },
      }
    }
    const here = (graph: Graph) => ({ graph, edition: given.edition, viewer: localEditor })
    const source = async (title: string) => (await given.graph.read(sourceNode, { title }))[0]

    it('takes a new one back whole, and the same file comes again as if it were new', async () => {
      const before = await exported()
      await bring(
        [1, 2, 3].map((index) => row(index)),
        'Fresh',
      )
      const { id } = await last()
      expect(await takeBack(id)).toEqual({
        takeBackImport: {
          change: {
            ...{ id: expect.any(String), operation: 'UNDO', counts: { added: 0, changed: 0, gone: 3 } },
            ...{ inverseOf: { id }, reason: 'Wrong list' },
          },
        },
      })
      expect(withoutSource(await exported(), 'Fresh')).toEqual(before)
      expect(await source('Fresh')).toEqual({ hash: 'taken back', readAs: '' })
      expect(await refusal(id)).toEqual({ code: 'CONFLICT', changes: [(await last()).id] })
      expect(
        await bring(
          [1, 2, 3].map((index) => row(index)),
          'Fresh',
        ),
      ).toMatchObject({ added: 3, unchanged: 0 })
      await takeBack((await last()).id)
    }, 60_000)

    it('takes an edition back: what changed, what went and what is new; both files can come again', async () => {
      const first = [row(11), row(12), row(13)]
      const second = [row(11, 'Elva i Norr AB', 'Boden;7;2025'), row(12), row(14)]
      await bring(first, 'Edition')
      const before = await exported()
      await bring(second, 'Edition')
      const { id } = await last()
      await takeBack(id)
      expect(await last()).toMatchObject({ operation: 'UNDO', counts: { added: 1, changed: 1, gone: 1 } })
      expect(await exported()).toEqual(before)
      expect(await bring(first, 'Edition')).toMatchObject({ added: 0, changed: 0, unchanged: 3, gone: 0 })
      expect(await bring(second, 'Edition')).toMatchObject({ added: 1, changed: 1, unchanged: 1, gone: 1 })
      expect(await refusal(id)).toMatchObject({ code: 'CONFLICT' })
    }, 60_000)

    it('takes back what was taken out of a list', async () => {
      await bring([row(21), row(22)], 'Removed')
      const before = await exported()
      await removeFirms(given, 'firms', 'Removed', [number(21)], options().recordedAt)
      await takeBack((await last()).id)
      expect(await exported()).toEqual(before)
    }, 60_000)

    it('takes relationships back, with firms that nothing else names, and leaves those of other lists', async () => {
      await bring([row(31), row(32), row(33)], 'Ends')
      await bringSupplies([`${number(31)};${number(32)};`], 'One list')
      await bring([row(31), row(33)], 'Ends')
      const named = await exported()
      await bringSupplies([`${number(31)};${number(32)};2030`, `${number(32)};${number(31)};`], 'Other list')
      await takeBack((await last()).id)
      expect(withoutSource(await exported(), 'Other list')).toEqual(named)
      // Nothing describes the second any more: once nothing names it, it is none, and it comes back with what named it.
      await bringSupplies([`${number(31)};${number(33)};`], 'One list')
      expect(await given.api.data(`{ node(id: "${firm(32)}") { id } }`)).toEqual({ node: null })
      await takeBack((await last()).id)
      expect(withoutSource(await exported(), 'Other list')).toEqual(named)
      await bringNeeds([`${number(31)};need:finance`], 'Needs')
      await takeBack((await last()).id)
      expect(withoutSource(withoutSource(await exported(), 'Other list'), '"Needs"')).toEqual(named)
    }, 60_000)

    it('can be broken off and taken up again, or mended by the list itself; meanwhile the source is unfinished', async () => {
      const first = [1, 2, 3, 4, 5].map((index) => row(40 + index))
      const second = [row(41, 'Fyrtioett i Norr AB'), row(46), row(47), row(48)]
      await bring(first, 'Broken')
      const before = await exported()
      await bring(second, 'Broken')
      const { id } = await last()
      const after = await exported()
      await expect(takeBackImport(here(cutAfter(3)), { change: id, reason: null })).rejects.toThrow('the power is gone')
      expect(await source('Broken')).toEqual({ hash: 'unfinished', readAs: '' })
      expect(await last()).toMatchObject({ operation: 'UNDO', counts: null, inverseOf: { id } })
      expect(await bring(second, 'Broken')).toMatchObject({ previous: expect.any(Number) })
      const said = (text: readonly string[]) => text.map((line) => line.replaceAll(/"recordedAt":"[^"]*"/g, ''))
      expect(said(await exported())).toEqual(said(after))
      const again = await last()
      expect(await refusal(id)).toEqual({ code: 'CONFLICT', changes: [again.id] })
      await takeBack(again.id)
      expect(await source('Broken')).toEqual({ hash: 'unfinished', readAs: '' })
      await expect(takeBackImport(here(cutAfter(2)), { change: id, reason: null })).rejects.toThrow('the power is gone')
      await takeBack(id)
      expect(await exported()).toEqual(before)
      expect(await refusal(id)).toMatchObject({ code: 'CONFLICT' })
    }, 60_000)

    it('takes back a list that was itself broken off', async () => {
      const before = await exported()
      const rows = [1, 2, 3, 4, 5, 6].map((index) => row(50 + index))
      await expect(bring(rows, 'Half', cutAfter(3))).rejects.toThrow('the power is gone')
      expect(await source('Half')).toMatchObject({ hash: 'unfinished' })
      await takeBack((await last()).id)
      expect(withoutSource(await exported(), 'Half')).toEqual(before)
      expect(await bring(rows, 'Half')).toMatchObject({ added: 6 })
    }, 60_000)

    it('is in nobody’s way: what others say of the same stays, and a later edition stands in the way', async () => {
      await bring([row(61), row(62)], 'Mixed')
      const { id } = await last()
      const page = { title: 'Their page', url: 'https://example.org/sextioett', year: 2026 }
      await write(given.api, 'update', 'Firm', { id: firm(61), revision: 1, employees: 60, source: page })
      await bring([row(61), row(62, 'Sextiotvå i Norr AB')], 'Mixed')
      const edition = (await last()).id
      const before = await exported()
      expect(await refusal(id)).toEqual({ code: 'CONFLICT', changes: [edition] })
      expect(await exported()).toEqual(before)
      await takeBack(edition)
      await takeBack(id)
      const asked = `{ one: node(id: "${firm(61)}") { ... on Firm { employees statements { edges { employees } } } }
      two: node(id: "${firm(62)}") { id } }`
      expect(await given.api.data(asked)).toEqual({
        one: { employees: 60, statements: { edges: [{ employees: 60 }] } },
        two: null,
      })
    }, 60_000)

    it('is for lists: other changes are taken back otherwise, and no list by undoChange', async () => {
      await bring([row(71)], 'Kinds')
      const { id } = await last()
      const undo = 'mutation ($change: ID!) { undoChange(input: { change: $change }) { change { id } } }'
      const code = async (change: string) => (await given.api.ask(undo, { change })).errors?.[0]?.extensions.code
      expect(await code(id)).toBe('BAD_USER_INPUT')
      const written = await write(given.api, 'update', 'Firm', { id: firm(71), revision: 1, employees: 60 })
      expect(await refusal(written.change.id)).toMatchObject({ code: 'BAD_USER_INPUT' })
      expect(await refusal('change:none')).toMatchObject({ code: 'NOT_FOUND' })
      await takeBack(id)
      expect(await code((await last()).id)).toBe('BAD_USER_INPUT')
    }, 60_000)

    it('gives the graph that there was before, whatever two lists say', async () => {
      for (let seed = 1; seed <= (process.env.REGISTER_LONG ? 200 : lists[engine]); seed += 1) {
        const random = new Random(seed)
        const list = () =>
          random
            .some([...Array(8).keys()], 8)
            .map((index) =>
              row(
                100 * seed + 200 + index,
                random.pick(['Norr AB', 'Söder AB', 'Öster AB']),
                `${random.pick(['Luleå', 'Boden', ''])};${random.pick(['', '4', '40'])};${random.pick(['', '2023', '2025'])}`,
              ),
            )
        const ties = () =>
          random
            .some([...Array(8).keys()], 8)
            .map(
              (index) =>
                `${number(100 * seed + 200 + index)};${number(100 * seed + 200 + ((index + random.whole(1, 7)) % 8))};`,
            )
        const attempt = (work: Promise<unknown>) => work.catch(() => null)
        const title = `Random ${seed}`
        const before = await exported()
        await attempt(bring(list(), title))
        const a = await last()
        const [supplies, other] = [`Supplies ${seed}`, `Others ${seed}`]
        const isTied = random.chance(0.5)
        if (isTied) await attempt(bringSupplies(ties(), supplies))
        if (random.chance(0.5)) await attempt(bring(list(), other))
        const middle = await exported()
        const earlier = (await last()).id
        const isOfTies = random.chance(0.4)
        const small = { ...given.graph, rowsATransaction: random.whole(1, 5) }
        await attempt(isOfTies ? bringSupplies(ties(), supplies, small) : bring(list(), title, small))
        const b = await last()
        if (b.id === earlier) continue
        await takeBackImport(here(small), { change: b.id, reason: null })
        expect([seed, withoutSource(await exported(), supplies)]).toEqual([seed, withoutSource(middle, supplies)])
        if (!isTied && !isOfTies && (await given.graph.read(sourceNode, { title: other })).length === 0) {
          await takeBack(a.id)
          expect([seed, withoutSource(await exported(), title)]).toEqual([seed, before])
        }
      }
      const replay = await replayed(given.graph, () => true)
      // Where firms are is made of what is said of them.
      const isOwn = (line: string) => line.includes('firm:55681') && !line.includes('LOCATED_IN')
      expect(saidBy(replay).filter(isOwn)).toEqual((await saidIn(given.graph)).filter(isOwn))
    }, 180_000)
  },
  (graph) => graph.transaction((transaction) => transaction.write(removeOthers, {})),
)
