import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { readNumbers } from '../../src/graph/graph-state.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { importGraph } from '../../src/import/graph.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { openApi } from './api.js'
import { describeOnBothEngines, describeOnEachEngine } from './engines.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
const textOf = (name: string) => readFileSync(file(name), 'utf8')
const embedded = () => openGraph({ engine: 'embedded', path: null })

const provenance = { source: 'source:page', locator: 'p. 1', recordedAt: '2026-11-30T08:00:00Z' }
const statement = JSON.stringify({ ...provenance, isSeeded: false, values: { terms: 'Två\nrader' }, emptied: [] })
const elements: GraphElements = {
  nodes: [
    { label: 'Source', id: 'source:page', provenance, properties: { title: 'A page' } },
    { label: 'SupportActor', id: 'actor:one', provenance, properties: { nameSv: 'Ett', revision: 3 } },
    { label: 'Firm', id: 'firm:a', provenance, properties: { nameSv: 'A AB', revision: 2 } },
    { label: 'Initiative', id: 'initiative:i', provenance, properties: { nameSv: 'I', revision: 2 } },
  ],
  relationships: [
    {
      ...{ type: 'OFFERS', from: 'actor:one', to: 'initiative:i', key: '', provenance },
      properties: { terms: 'Två\nrader', statements: [statement, statement] },
    },
    {
      ...{ type: 'STATED_IN', from: 'actor:one', to: 'source:page', key: 'says', provenance },
      properties: { nameSv: 'Ett', emptied: ['website'], asOf: '2026-11-30' },
    },
  ],
}

const first = 'change:0a811218-9876-4b4c-8d6e-7f80a1b2c3d4'
const second = 'change:1b6f0c52-3b1c-4d53-9c0a-0d5b3a6a9f11'
/** Two numbers beside each other that would be a person's, were they one text. */
const pieces = JSON.stringify([{ of: 'STATEMENT', entity: 'firm:a', after: { values: { years: [811218, 9876] } } }])
const long = JSON.stringify([{ of: 'TIE', from: 'firm:b', after: { terms: `${'å'.repeat(2_000)}\n"🚀" 811218` } }])

const state = z.object({ count: z.number() })
/** As the register writes it: what is not known is null. */
const writeRegister = query<{ first: string; second: string; pieces: string; parts: string[]; draft: string }>()(
  'write a register',
  state,
  `MATCH (state:NorrgraphState {id: 'state'})
   MATCH (actor:Entity {id: 'actor:one'})
   MATCH (firm:Entity {id: 'firm:a'})
   SET state.changes = 2, state.proposals = 1
   CREATE (one:Change {id: $first, number: 1, generation: 17, at: '2026-11-30T08:00:00Z', operation: 'IMPORT', by: 'anna',
     entity: null, for: null, source: 'source:page', reason: 'Såg det', added: 1, changed: 0, gone: 0})
   CREATE (two:Change {id: $second, number: 2, generation: 18, at: '2026-11-30T09:00:00Z', operation: 'MERGE',
     entity: 'firm:a', for: 'actor:one', by: 'bo', source: null, reason: null, inverseOf: null})
   CREATE (b:Former {id: 'firm:b', entityKind: 'FIRM', source: 'source:page', locator: 'p. 2',
     recordedAt: '2026-11-30T08:00:00Z', nameSv: 'B AB', revision: 4})
   CREATE (c:Former {id: 'firm:c', entityKind: 'FIRM', source: 'source:page', locator: 'p. 3',
     recordedAt: '2026-11-30T08:00:00Z', nameSv: 'C AB', revision: 2})
   CREATE (d:Former {id: 'claim:d', entityKind: 'CLAIM', source: 'source:page', locator: 'p. 4',
     recordedAt: '2026-11-30T08:00:00Z', sv: 'D', revision: 2})
   CREATE (c)-[:NOW]->(b)
   CREATE (b)-[:NOW]->(firm)
   CREATE (one)-[:CHANGED {revision: 1, differed: null, pieces: $pieces}]->(firm)
   CREATE (one)-[:CHANGED {revision: 3, differed: '[{"name":"nameSv","before":"\\\\n","after":null}]', pieces: '[]'}]->(actor)
   CREATE (one)-[:CHANGED {revision: 2, differed: '[]', pieces: '[]'}]->(d)
   CREATE (two)-[:CHANGED {revision: 2, differed: '[]', pieces: null}]->(firm)
   CREATE (two)-[:CHANGED {revision: 4, differed: '[]', pieces: null}]->(b)
   CREATE (:ChangePart {id: $second + ' firm:b 0', change: $second, entity: 'firm:b', number: 0, text: $parts[0]})
   CREATE (:ChangePart {id: $second + ' firm:b 1', change: $second, entity: 'firm:b', number: 1, text: $parts[1]})
   CREATE (:Proposal {id: 'proposal:1', number: 1, status: 'PENDING', at: '2026-11-30T10:00:00Z', operation: 'UPDATE',
     entity: 'firm:a', for: null, by: 'cecilia', reason: 'Hörde det', draft: $draft})
   RETURN count(*) AS count`,
)

async function fill(graph: Graph): Promise<void> {
  await graph.transaction(async (transaction) => {
    await writeElements(transaction, elements)
    const parts = [long.slice(0, 900), long.slice(900)]
    await transaction.write(writeRegister, { first, second, pieces, parts, draft: '{"label":"Firm"}' })
  })
}

const held = {
  ...{ nodes: 4, relationships: 2, formers: 3, nows: 2, changes: 2, parts: 2, changed: 5, proposals: 1 },
  ...{ accounts: 0, actings: 0, tokens: 0 },
}

const history = query()(
  'history',
  z.object({ number: z.number(), operation: z.string(), of: z.string(), revision: z.number() }),
  `MATCH (change:Change)-[changed:CHANGED]->(node)
   RETURN change.number AS number, change.operation AS operation, node.id AS of, changed.revision AS revision
   ORDER BY number, of`,
)
const becameOf = query()(
  'what it became',
  z.object({ id: z.string(), now: z.string() }),
  'MATCH (former:Former)-[:NOW*1..20]->(node:Entity) RETURN former.id AS id, node.id AS now ORDER BY id',
)
const everything = query()(
  'everything but the state',
  z.object({ count: z.number() }),
  'MATCH (node) WHERE NOT node:NorrgraphState RETURN count(node) AS count',
)

describeOnBothEngines('a graph whose entities were changed', (open) => {
  it.each([
    ['with accounts', true],
    ['without', false],
  ])('%s: from Grafeo to Neo4j and back is the same, letter by letter', async (_, withAccounts) => {
    const { embedded: one, neo4j } = await open()
    const back = await embedded()
    const taken = (graph: Graph, name: string) => exportGraph(graph, file(name), undefined, { withAccounts })
    await fill(one)
    const written = await taken(one, 'first')
    expect(written).toEqual(withAccounts ? held : { ...held, proposals: 0 })
    expect(await importGraph(neo4j, file('first'))).toEqual(written)
    await taken(neo4j, 'second')
    await importGraph(back, file('second'))
    await taken(back, 'third')
    expect(textOf('second')).toBe(textOf('first'))
    expect(textOf('third')).toBe(textOf('first'))
    for (const graph of [neo4j, back]) {
      expect(await graph.read(history, {})).toEqual(await one.read(history, {}))
      expect(await graph.read(becameOf, {})).toEqual([
        { id: 'firm:b', now: 'firm:a' },
        { id: 'firm:c', now: 'firm:a' },
      ])
      expect(await readNumbers(graph)).toEqual({ changes: 2, proposals: withAccounts ? 1 : 0 })
    }
    await Promise.all([one.close(), neo4j.close(), back.close()])
  })
})

describeOnEachEngine('the register in a file', (open) => {
  it('says who made a change and why, and what was proposed, only where that is asked for', async () => {
    const graph = await open()
    await fill(graph)
    await exportGraph(graph, file('public'))
    await exportGraph(graph, file('all'), undefined, { withAccounts: true })
    const ofAccounts = ['anna', '"bo"', 'Såg det', 'proposal:1', 'cecilia', 'Hörde det']
    expect(ofAccounts.filter((each) => textOf('public').includes(each))).toEqual([])
    expect(ofAccounts.filter((each) => textOf('all').includes(each))).toEqual(ofAccounts)
    expect(textOf('public')).toContain('"for":"actor:one"')
    await graph.close()
  })

  it('is all taken away again where the file fails at its end', async () => {
    const source = await embedded()
    await fill(source)
    await exportGraph(source, file('whole'), undefined, { withAccounts: true })
    writeFileSync(file('failing'), textOf('whole').replace(/"proposals":1,(?=[^\n]*\n$)/, '"proposals":2,'))
    const graph = await open()
    await expect(importGraph(graph, file('failing'))).rejects.toThrow('and 1 proposals, which is not what it says')
    expect(await graph.read(everything, {})).toEqual([{ count: 0 }])
    expect(await readNumbers(graph)).toEqual({ changes: 0, proposals: 0 })
    await importGraph(graph, file('whole'))
    await exportGraph(graph, file('again'), undefined, { withAccounts: true })
    expect(textOf('again')).toBe(textOf('whole'))
    await Promise.all([source.close(), graph.close()])
  })
})

describeOnEachEngine('what the program wrote', (open, _, openSeeded) => {
  const offer: Draft = {
    ...{ operation: 'CREATE', label: 'Initiative', id: null, revision: null, emptied: [], endsOn: null, source: null },
    ...{ locator: null, asOf: null, reason: 'New this autumn' },
    values: { nameSv: 'Provlån', kind: 'LOAN', help: ['LOAN'], minAmount: 200_000, amountOf: 'SUPPORT' },
    ties: [
      {
        ...{ does: 'ADD', type: 'OFFERS', end: 'actor:norrlandsfonden', direction: 'IN', key: '' },
        ...{ isKeyedBySource: false, values: {}, argument: 'offeredBy[0]' },
      },
    ],
  }
  const asked = `query ($of: ID!) {
    history(of: $of) { totalCount nodes { id operation at revision author reason source { id } fields { name before after } } }
    changes(first: 200) { nodes { id operation author } }
    viewer: node(id: $of) { id ... on Initiative { revision } }
  }`

  it('is answered from its file as from the graph itself, and written on from there', async () => {
    const first = await openSeeded()
    const writer = { graph: first, edition, viewer: localEditor }
    const { entity } = await publishDraft(writer, offer)
    const update: Draft = { ...offer, operation: 'UPDATE', id: entity, ties: [], reason: null }
    // Cut in parts, in the middle of letters that are two: with one letter more before them at least once.
    await publishDraft(writer, { ...update, revision: 1, values: { descriptionSv: '🚀'.repeat(70_000) } })
    await publishDraft(writer, { ...update, revision: 2, values: { descriptionSv: `x${'🚀'.repeat(70_000)}` } })
    await proposeDraft(writer, { ...update, revision: 3, values: { minAmount: 300_000 } })
    const counts = await exportGraph(first, file('written'), undefined, { withAccounts: true })
    expect(counts).toMatchObject({ changes: 4, proposals: 1 })
    expect(counts.parts).toBeGreaterThan(4)
    const api = await openApi(first)
    const answered = await api.data(asked, { of: entity })
    await api.close()
    await first.close()

    const second = await open()
    expect(await importGraph(second, file('written'))).toEqual(counts)
    await exportGraph(second, file('written-again'), undefined, { withAccounts: true })
    expect(textOf('written-again') === textOf('written')).toBe(true)
    const apiOfSecond = await openApi(second)
    expect(await apiOfSecond.data(asked, { of: entity })).toEqual(answered)
    expect(JSON.stringify(answered)).toContain(`x${'🚀'.repeat(70_000)}`)
    await publishDraft({ ...writer, graph: second }, { ...update, revision: 3, values: { minAmount: 250_000 } })
    expect(await readNumbers(second)).toEqual({ changes: 5, proposals: 1 })
    await apiOfSecond.close()
    await second.close()
  }, 180_000)

  it('is told, taken back and taken out after a file that does not say by whom', async () => {
    const first = await openSeeded()
    const writer = { graph: first, edition, viewer: localEditor }
    const { entity } = await publishDraft(writer, offer)
    const update: Draft = { ...offer, operation: 'UPDATE', id: entity, revision: 1, ties: [], values: { minAmount: 9 } }
    const { change } = await publishDraft(writer, update)
    await exportGraph(first, file('nameless'))
    await first.close()

    const second = await open()
    await importGraph(second, file('nameless'))
    const api = await openApi(second)
    const told = api.data('query ($of: ID!) { history(of: $of) { nodes { operation author reason } } }', { of: entity })
    const nodes = ['UPDATE', 'CREATE'].map((operation) => ({ operation, author: null, reason: null }))
    expect(await told).toEqual({ history: { nodes } })
    await api.data('mutation ($input: UndoChangeInput!) { undoChange(input: $input) { change { id } } }', {
      input: { change },
    })
    await api.data('mutation ($input: WithdrawInput!) { withdraw(input: $input) { id } }', {
      input: { id: entity, revision: 3 },
    })
    await api.close()
    await second.close()
  }, 180_000)
})

describe('a line of the register', () => {
  const header = '{"norrgraph":"graph","format":2,"seed":3,"changes":1}'
  const from = '"source":"source:a","locator":"page 1","recordedAt":"2026-01-01T00:00:00Z"'
  const need = `{"label":"Need","id":"need:a","properties":{${from},"nameSv":"A"}}`
  const former = `{"former":"need:b","label":"Need","properties":{${from}}}`
  const change = '{"change":"change:1","properties":{"number":1,"at":"2026-01-01T00:00:00Z","operation":"UPDATE"}}'
  const changed = (text: unknown, of = 'need:a') =>
    JSON.stringify({ changed: of, change: 'change:1', properties: { revision: 1, pieces: JSON.stringify(text) } })
  const part = (number: number, text: string) =>
    JSON.stringify({ part: `p${number}`, properties: { change: 'change:1', entity: 'need:a', number, text } })
  const kept = { nodes: 0, relationships: 0, formers: 0, nows: 0, changes: 0, parts: 0, changed: 0, proposals: 0 }
  const end = (counts: Partial<typeof kept>) => JSON.stringify({ ...kept, ...counts })

  it.each([
    ['in a file of format 1', [header.replace('2', '1'), change], 'line 2: .*nodes'],
    ['with a label that is none', [header, former.replace('Need', 'Nothing')], 'line 2: label: '],
    ['without a number', [header, change.replace('"number":1,', '')], 'line 2: properties: number: '],
    [
      'with a number of a person',
      [header, need, change, changed([{ after: '811218-9876' }])],
      'line 4: pieces: 0: after: holds a number',
    ],
    [
      'with one that was cut in two',
      [header, need, change, part(0, '[{"after":"8112'), part(1, '18-9876"}]'), end({})],
      'line 4: text: 0: after: holds a number',
    ],
    [
      'with one that is not seen in its signs',
      [header, need, change, changed([{ after: '8112X8-9876' }]).replace('X', '\\\\u0031')],
      'line 4: pieces: 0: after: holds a number',
    ],
    [
      'of an entity that is not there',
      [header, need, change, changed([], 'need:c'), end({ nodes: 1, changes: 1, changed: 1 })],
      'line 2: here or below: 1 of the register .changed. name what is not there',
    ],
    [
      'of what is an entity and was one',
      [header, need, former.replace('need:b', 'need:a'), end({ nodes: 1, formers: 1 })],
      'need:a is an entity and was one',
    ],
    ['that is missing', [header, need, change, end({ nodes: 1, changes: 2 })], 'line 4: holds 1 nodes .* 1 changes'],
    ['that ends as format 1 did', [header, need, '{"nodes":1,"relationships":0}'], 'line 3: formers: '],
  ])('is refused %s, and leaves nothing', async (_, text, message) => {
    const graph = await embedded()
    writeFileSync(file('broken'), text.join('\n'))
    await expect(importGraph(graph, file('broken'))).rejects.toThrow(new RegExp(`^\\S*broken[,:] ${message}`))
    expect(await graph.read(everything, {})).toEqual([{ count: 0 }])
    await graph.close()
  })
})
