import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { retire, revive } from '../../src/graph/retire.js'
import { importFirms, importTies, tieFiles } from '../../src/import/firms/import-files.js'
import type { PublishOptions } from '../../src/import/firms/publish.js'
import { removeFirms } from '../../src/import/firms/remove-firms.js'
import { ImportEndedError } from '../../src/import/import-error.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { describeOnSeededGraph } from './engines.js'
import { write } from './writing.js'

const all = { counties: null, sni: null }
const titled = (title: string) => ({ title, publisher: null, edition: null })
const number = (index: number) => withCheckDigit(String(556_800_000 + index))
const firm = (index: number) => `firm:${number(index)}`

const changesOf = z.object({
  changes: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        operation: z.string(),
        author: z.string().nullable(),
        entity: z.object({ id: z.string() }).nullable(),
        source: z.object({ title: z.string() }).nullable(),
        counts: z.object({ added: z.number(), changed: z.number(), gone: z.number() }).nullable(),
      }),
    ),
  }),
})
const historyOf = z.object({
  history: z.object({
    nodes: z.array(
      z.object({
        operation: z.string(),
        revision: z.number().nullable(),
        source: z.object({ title: z.string() }).nullable(),
        fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
})
const shown = z.object({
  node: z
    .object({
      id: z.string(),
      name: z.string(),
      employees: z.number().nullable(),
      revision: z.number(),
      municipality: z.object({ id: z.string() }).nullable(),
      statements: z.object({
        edges: z.array(
          z.object({
            name: z.string().nullable(),
            employees: z.number().nullable(),
            node: z.object({ title: z.string() }),
          }),
        ),
      }),
    })
    .nullable(),
})

/** By which changes each revision of some entities was made, whether they are entities or were. */
const revisionsOf = query<{ ids: readonly string[] }>()(
  'revisions of entities and what made them',
  z.object({ id: z.string(), shown: z.number(), revisions: z.array(z.number()) }),
  `UNWIND $ids AS id
   MATCH (node {id: id})
   WHERE node:Entity OR node:Former
   CALL (node) {
     MATCH (node)<-[changed:CHANGED]-(:Change)
     RETURN collect(changed.revision) AS revisions
   }
   RETURN id, node.revision AS shown, revisions`,
)

/** Whether all of a source's file is stored, and how many firms it states. */
const sourceAsIs = query<{ id: string }>()(
  'a source and what it states',
  z.object({ fileHash: z.string(), stated: z.number() }),
  `MATCH (source:Source {id: $id})
   CALL (source) {
     MATCH (source)<-[:STATED_IN]-(firm:Firm)
     RETURN count(firm) AS stated
   }
   RETURN source.fileHash AS fileHash, stated`,
)

describeOnSeededGraph('files of firms in the register', (given) => {
  let folder: string
  let clock = 0

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const now = () => {
    clock += 1
    return new Date(Date.UTC(2026, 10, 1, 0, clock)).toISOString()
  }
  const options = (changes: Partial<PublishOptions> = {}): PublishOptions => ({
    ...{ dryRun: false, confirmLoss: async () => true, recordedAt: now() },
    ...changes,
  })
  const lines = (text: readonly string[]) => {
    const path = join(folder, 'list.csv')
    writeFileSync(path, text.join('\n'))
    return path
  }
  const bring = async (rows: readonly string[], title: string, changes: Partial<PublishOptions> = {}) =>
    (
      await importFirms(
        given,
        lines(['organisationsnummer;namn;kommun;anställda;per', ...rows]),
        titled(title),
        all,
        options(changes),
      )
    ).outcome
  const bringSupplies = async (rows: readonly string[], title: string) =>
    (
      await importTies(
        given,
        'supplies',
        tieFiles.supplies,
        lines(['leverantör;köpare;till', ...rows]),
        titled(title),
        options(),
      )
    ).outcome
  const lastChanges = async (first: number) => {
    const asked = `query ($first: Int!) { changes(first: $first) { nodes {
      id operation author entity { id } source { title } counts { added changed gone } } } }`
    return changesOf.parse(await given.api.data(asked, { first })).changes.nodes
  }
  const history = async (id: string) => {
    const asked = `query ($id: ID!) { history(of: $id) { nodes {
      operation revision source { title } fields { name before after } } } }`
    return historyOf.parse(await given.api.data(asked, { id })).history.nodes
  }
  const firmOf = async (id: string) => {
    const asked = `query ($id: ID!) { node(id: $id) { id ... on Firm { name employees revision municipality { id }
      statements { edges { name employees node { title } } } } } }`
    return shown.parse(await given.api.data(asked, { id })).node
  }
  /** Revisions of what changes changed, which are counted without a gap. */
  const requireDense = async (ids: readonly string[]) => {
    for (const { id, shown: last, revisions } of await given.graph.read(revisionsOf, { ids })) {
      const counted = revisions.toSorted((left, right) => left - right)
      expect([id, last, counted]).toEqual([id, counted.length, counted.map((_, index) => index + 1)])
    }
  }

  it('are one change each, with their counts, whoever brings them; one that changes nothing is none', async () => {
    const rows = [1, 2, 3].map((index) => `${number(index)};Ett ${index} AB;Luleå;${index};2024`)
    await bring(rows, 'Counted')
    const about = { operation: 'IMPORT', entity: null, source: { title: 'Counted' } }
    const [first] = await lastChanges(1)
    expect(first).toMatchObject({ ...about, author: 'local', counts: { added: 3, changed: 0, gone: 0 } })
    await bring(rows, 'Counted')
    expect((await lastChanges(1))[0]?.id).toBe(first?.id)
    const viewer = { name: 'anna', displayName: 'Anna', hasAccount: true, role: 'EDITOR', actsFor: [] } as const
    const second = [`${number(1)};Ett 1 AB;Luleå;10;2024`, rows[1] ?? '', `${number(4)};Ett 4 AB;;;`]
    await bring(second, 'Counted', { viewer })
    const [edition, before] = await lastChanges(2)
    expect(edition).toMatchObject({ ...about, author: 'anna', counts: { added: 1, changed: 1, gone: 1 } })
    expect(before?.id).toBe(first?.id)
    await removeFirms(given, 'firms', 'Counted', [number(2)], now())
    expect((await lastChanges(1))[0]).toMatchObject({ ...about, counts: { added: 0, changed: 0, gone: 1 } })
    await requireDense([1, 2, 3, 4].map(firm))
  }, 60_000)

  it('say what each of them changed of a firm, beside what a person said', async () => {
    await bring([`${number(11)};Elva AB;Luleå;5;2024`], 'Members')
    const person = { title: 'Their own page', url: 'https://example.org/elva', year: 2026 }
    await write(given.api, 'update', 'Firm', {
      ...{ id: firm(11), revision: 1, employees: 60, municipality: null, asOf: '2026-06-01', source: person },
    })
    const told = [
      { name: 'Elva AB', employees: 5, node: { title: 'Members' } },
      { name: null, employees: 60, node: { title: 'Their own page' } },
    ]
    expect(await firmOf(firm(11))).toMatchObject({ name: 'Elva AB', employees: 60, municipality: null })
    expect((await firmOf(firm(11)))?.statements.edges).toEqual(expect.arrayContaining(told))
    // A later edition of the list says something newer of its own, and hides nothing that it does not say.
    await bring([`${number(11)};Elva i Norr AB;Boden;7;2025`], 'Members')
    expect(await firmOf(firm(11))).toMatchObject({ name: 'Elva i Norr AB', employees: 60, municipality: null })
    await bring([`${number(11)};Elva i Norr AB;Boden;8;2026-09`], 'Members')
    const boden = { id: 'municipality:2582' }
    expect(await firmOf(firm(11))).toMatchObject({ employees: 8, municipality: boden, revision: 4 })
    await bring([`${number(12)};Tolv AB;;;`], 'Members')
    expect(await firmOf(firm(11))).toMatchObject({ name: expect.any(String), employees: 60, revision: 5 })
    expect((await firmOf(firm(11)))?.statements.edges).toHaveLength(1)
    const [gone, newest, renamed, updated, made] = await history(firm(11))
    expect([gone, newest, renamed, updated, made].map((each) => [each?.operation, each?.revision])).toEqual([
      ['IMPORT', 5],
      ['IMPORT', 4],
      ['IMPORT', 3],
      ['UPDATE', 2],
      ['IMPORT', 1],
    ])
    expect(made?.fields).toContainEqual({ name: 'employees', before: null, after: '5' })
    expect(made?.fields).toContainEqual({ name: 'nameSv', before: null, after: '"Elva AB"' })
    expect(updated?.fields).toContainEqual({ name: 'employees', before: '5', after: '60' })
    expect(renamed?.fields).toEqual([{ name: 'nameSv', before: '"Elva AB"', after: '"Elva i Norr AB"' }])
    expect(newest?.fields).toContainEqual({ name: 'employees', before: '60', after: '8' })
    await requireDense([firm(11), firm(12)])
  }, 60_000)

  it('are no source of what a person says by a title that is theirs: their next edition takes none of it along', async () => {
    await bring([`${number(15)};Femton AB;Luleå;5;2024`], 'Shared title')
    await write(given.api, 'update', 'Firm', {
      ...{ id: firm(15), revision: 1, employees: 60, asOf: '2026-06-01', source: { title: 'Shared title' } },
    })
    await bring([`${number(16)};Sexton AB;;;`], 'Shared title')
    expect(await firmOf(firm(15))).toMatchObject({ employees: 60, statements: { edges: [{ employees: 60 }] } })
  }, 60_000)

  it('leave nothing but history of a firm that none names any more, and bring it back where one does', async () => {
    await bring([`${number(21)};Tjugoett AB;Luleå;5;2024`, `${number(22)};Tjugotvå AB;;;`], 'Leaving')
    await bring([`${number(22)};Tjugotvå AB;;;`], 'Leaving')
    expect(await firmOf(firm(21))).toBeNull()
    expect((await history(firm(21))).map(({ revision }) => revision)).toEqual([2, 1])
    await bring([`${number(21)};Tjugoett i Norr AB;Boden;6;2025`], 'Another')
    expect(await firmOf(firm(21))).toMatchObject({
      ...{ name: 'Tjugoett i Norr AB', employees: 6, revision: 3, municipality: { id: 'municipality:2582' } },
      statements: { edges: [{ node: { title: 'Another' } }] },
    })
    expect((await history(firm(21))).map(({ revision }) => revision)).toEqual([3, 2, 1])
    const asked = '{ search(text: "Tjugoett i Norr", kinds: [FIRM]) { nodes { id } } }'
    expect(await given.api.data(asked)).toEqual({ search: { nodes: [{ id: firm(21) }] } })
    const byNumber = `{ search(text: "${number(21)}", kinds: [FIRM]) { nodes { id } } }`
    expect(await given.api.data(byNumber)).toEqual({ search: { nodes: [{ id: firm(21) }] } })
    await requireDense([firm(21), firm(22)])
  }, 60_000)

  it('say of a firm that was merged into another what its row says, and count such rows', async () => {
    await bring([`${number(31)};Trettioett AB;Luleå;5;2024`, `${number(32)};Trettiotvå AB;;;`], 'Merged')
    const merged = { id: firm(31), label: 'Firm', now: firm(32) } as const
    await bring([`${number(32)};Trettiotvå AB;;;`], 'Merged')
    // What a merge leaves of it: a former firm that leads to another.
    await given.graph.transaction((transaction) => revive(transaction, [merged]))
    await given.graph.transaction((transaction) => retire(transaction, [merged]))
    const outcome = await bring([`${number(31)};Trettioett AB;Boden;9;2025`], 'Other list')
    expect(outcome).toMatchObject({ added: 1, merged: 1, refused: { count: 0 } })
    expect(await firmOf(firm(32))).toMatchObject({ employees: 9, municipality: { id: 'municipality:2582' } })
    const rows = [`${number(31)};Trettioett AB;Boden;9;2025`, `${number(32)};Trettiotvå AB;;10;2025`]
    expect(await bring(rows, 'Other list')).toMatchObject({ unchanged: 1, merged: 1, refused: { count: 1 } })
    const { removed } = await removeFirms(given, 'firms', 'Other list', [number(31)], now())
    expect(removed).toBe(1)
    expect((await firmOf(firm(32)))?.statements.edges).toHaveLength(1)
  }, 60_000)

  it('keep what a person says of a relationship beside what the list says', async () => {
    await bring([`${number(41)};Fyrtioett AB;;;`, `${number(42)};Fyrtiotvå AB;;;`], 'Buyers')
    const row = `${number(41)};${number(42)};`
    expect(await bringSupplies([row], 'Deliveries')).toMatchObject({ previous: 0, added: 1 })
    expect(await lastChanges(1)).toMatchObject([{ operation: 'IMPORT', counts: { added: 1, changed: 0, gone: 0 } }])
    const [tied] = await history(firm(41))
    expect(tied).toMatchObject({ revision: 2, source: { title: 'Deliveries' } })
    expect(tied?.fields.map(({ name }) => name)).toEqual([expect.stringContaining(`SUPPLIES ${firm(42)}`)])
    await write(given.api, 'end', 'Firm', { id: firm(41), on: '2026-05-01' })
    expect(await bringSupplies([row, `${number(42)};${number(41)};2030`], 'Deliveries')).toMatchObject({
      ...{ previous: 1, added: 1, changed: 0, unchanged: 1, gone: 0 },
    })
    expect(await bringSupplies([`${number(42)};${number(41)};2031`], 'Deliveries')).toMatchObject({
      ...{ previous: 2, added: 0, changed: 1, unchanged: 0, gone: 1 },
    })
    expect(await bringSupplies([`${number(42)};${number(41)};2031`], 'Deliveries')).toMatchObject({ previous: 1 })
    await requireDense([firm(41), firm(42)])
  }, 60_000)

  it('change a firm in more than one transaction: its history says all of it as one change, and what was said before is taken back', async () => {
    const buyers = [...Array(600).keys()].map((index) => number(7_000 + index))
    await bring([`${number(6_999)};Säljer till alla AB;;;`, ...buyers.map((buyer) => `${buyer};Köper AB;;;`)], 'All')
    const said = await write(given.api, 'update', 'Firm', { id: firm(6_999), revision: 1, employees: 60 })
    const path = lines(['leverantör;köpare;till', ...buyers.map((buyer) => `${number(6_999)};${buyer};`)])
    const graph = { ...given.graph, rowsATransaction: 300 }
    await importTies({ ...given, graph }, 'supplies', tieFiles.supplies, path, titled('To all'), options())
    const [tied, ...others] = await history(firm(6_999))
    expect(tied).toMatchObject({ operation: 'IMPORT', revision: 4 })
    expect(new Set(tied?.fields.map(({ name }) => name)).size).toBe(600)
    expect(others.map(({ revision }) => revision)).toEqual([2, 1])
    const undo = 'mutation ($change: ID!) { undoChange(input: { change: $change }) { change { revision } } }'
    expect(await given.api.data(undo, { change: said.change.id })).toEqual({ undoChange: { change: { revision: 5 } } })
    expect(await firmOf(firm(6_999))).toMatchObject({ employees: null, revision: 5 })
    await requireDense([firm(6_999)])
  }, 120_000)

  it('that are cut off are one change without counts, and what they changed is not changed again', async () => {
    const rows = [...Array(5_000).keys()].map((index) => `${number(1_000 + index)};Lång ${index} AB;;;`)
    let transactions = 0
    const cutOff: Graph = {
      ...given.graph,
      async transaction(work) {
        transactions += 1
        if (transactions > 3) throw new Error('the power is gone')
        return given.graph.transaction(work)
      },
    }
    const path = lines(['organisationsnummer;namn;kommun;anställda;per', ...rows])
    await expect(importFirms({ ...given, graph: cutOff }, path, titled('Long'), all, options())).rejects.toThrow(
      'the power is gone',
    )
    expect(await lastChanges(1)).toMatchObject([{ operation: 'IMPORT', counts: null }])
    const { added, unchanged } = await bring(rows, 'Long')
    expect(added + unchanged).toBe(5_000)
    expect(await lastChanges(1)).toMatchObject([{ counts: { added, changed: 0, gone: 0 } }])
    await requireDense(rows.map((_, index) => firm(1_000 + index)))
    await bring([`${number(1_000)};Lång AB;;;`], 'Long')
    await requireDense(rows.map((_, index) => firm(1_000 + index)))
  }, 120_000)

  it('that are ended stop between two transactions, say that they are not whole, and can be brought again', async () => {
    const rows = [...Array(5_000).keys()].map((index) => `${number(20_000 + index)};Slutad ${index} AB;;;`)
    const path = lines(['organisationsnummer;namn;kommun;anställda;per', ...rows])
    const ending = new AbortController()
    let transactions = 0
    const watched: Graph = {
      ...given.graph,
      async transaction(work) {
        transactions += 1
        if (transactions === 3) ending.abort()
        return given.graph.transaction(work)
      },
    }
    const { signal } = ending
    const bringing = () => importFirms({ ...given, graph: watched }, path, titled('Ended'), all, options({ signal }))
    await expect(bringing()).rejects.toThrow(ImportEndedError)
    expect(transactions).toBe(3)
    expect(await given.graph.read(sourceAsIs, { id: 'source:import-firms-ended' })).toEqual([
      { fileHash: 'unfinished', stated: 2 * given.graph.rowsATransaction },
    ])
    expect(await lastChanges(1)).toMatchObject([{ operation: 'IMPORT', counts: null }])
    // Once ended, nothing is read or written any more.
    await expect(bringing()).rejects.toThrow(ImportEndedError)
    expect(transactions).toBe(3)
    expect(await bring(rows, 'Ended')).toMatchObject({ added: 5_000 - 2 * given.graph.rowsATransaction, changed: 0 })
    expect(await given.graph.read(sourceAsIs, { id: 'source:import-firms-ended' })).toMatchObject([{ stated: 5_000 }])
    await requireDense(rows.map((_, index) => firm(20_000 + index)))
  }, 120_000)

  it('let a person write between two of their transactions, who does not wait for the end', async () => {
    await bring([`${number(29_999)};Väntar inte AB;;;`], 'Waiting')
    const rows = [...Array(3_000).keys()].map((index) => `${number(30_000 + index)};Mellan ${index} AB;;;`)
    const path = lines(['organisationsnummer;namn;kommun;anställda;per', ...rows])
    let begun = 0
    let writing: Promise<number> | null = null
    const watched: Graph = {
      ...given.graph,
      rowsATransaction: 100,
      async transaction(work) {
        begun += 1
        // How many were begun by the time that it was stored.
        if (begun === 3) {
          const said = { id: firm(29_999), revision: 1, employees: 60 }
          writing = write(given.api, 'update', 'Firm', said).then(() => begun)
        }
        return given.graph.transaction(work)
      },
    }
    await importFirms({ ...given, graph: watched }, path, titled('Between'), all, options())
    expect(begun).toBeGreaterThan(30)
    expect(await writing).toBeLessThan(begun)
    expect(await firmOf(firm(29_999))).toMatchObject({ employees: 60, revision: 2 })
  }, 120_000)
})
