import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { type Edition, readEdition } from '../../src/edition/edition.js'
import type { GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { readRegion } from '../../src/import/region/survey-region.js'
import { publishEdition } from '../../src/import/seed/publish-edition.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { applyChanges } from '../../src/writing/changes/apply.js'
import type { ChangeOperation } from '../../src/writing/changes/operation.js'
import type { EntityChange } from '../../src/writing/changes/piece.js'
import { recordChange } from '../../src/writing/changes/record.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { newAttempt } from '../../src/writing/publishing/write-change.js'
import { readStates } from '../../src/writing/statements/states.js'
import { examplia, exampliaFolder } from '../second-region/examplia.js'
import { describeOnEachEngine, describeOnTwoConnections } from './engines.js'

let later: Edition
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  cpSync(exampliaFolder, folder, { recursive: true })
  const put = (name: string, from: string, to: string) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, name), text.replace(from, to))
  }
  put(
    'seed.yaml',
    'version: 1\nrecordedAt: 2026-01-15T00:00:00Z',
    'version: 2\nrecordedAt: 2026-02-15T00:00:00Z\nearlier: [2026-01-15T00:00:00Z]',
  )
  put('actors.yaml', 'Chamber of Northmark', 'Northmark Chamber')
  put('actors.yaml', 'Southmark Bank', 'Bank of Southmark')
  put('offers.yaml', 'Growth loan', 'Loan for growth')
  put('ventures.yaml', 'Aldport Wind Works', 'Aldport Wind')
  later = await readEdition(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = query<{ ids: readonly string[] }>()(
  'names of a test',
  z.object({ id: z.string(), name: z.string(), revision: z.number() }),
  `UNWIND $ids AS id MATCH (entity:Entity {id: id})
   RETURN entity.id AS id, entity.nameEn AS name, coalesce(entity.revision, 0) AS revision`,
)
const changes = query()(
  'changes of a test',
  z.object({
    operation: z.string(),
    by: z.string(),
    added: z.number().nullable(),
    changed: z.number().nullable(),
    gone: z.number().nullable(),
  }),
  `MATCH (change:Change)
   RETURN change.operation AS operation, change.by AS by, change.added AS added, change.changed AS changed,
     change.gone AS gone, change.number AS number
   ORDER BY number`,
)
const formers = query()(
  'formers of a test',
  z.object({ id: z.string() }),
  'MATCH (former:Former) RETURN former.id AS id',
)
const seededCount = query()(
  'number of entities of a test',
  z.object({ count: z.number() }),
  'MATCH (entity:Entity) WHERE entity.seeded = true RETURN count(entity) AS count',
)
const placesOf = query<{ firm: string }>()(
  'places of a firm of a test',
  z.object({ to: z.string(), rank: z.number(), source: z.string() }),
  `MATCH (firm:Entity {id: $firm})-[located:LOCATED_IN]->(place:Entity)
   RETURN place.id AS to, coalesce(located.rank, 0) AS rank, located.source AS source ORDER BY rank`,
)
const counted = z.object({ count: z.number() })
const takeMarks = [
  'MATCH (entity:Entity) REMOVE entity.seeded, entity.revision RETURN count(*) AS count',
  'MATCH (:Entity)-[tie]->(:Entity) REMOVE tie.seeded RETURN count(*) AS count',
  'MATCH (change:Change) DETACH DELETE change RETURN count(*) AS count',
  "MATCH (state:NorrgraphState {id: 'state'}) REMOVE state.changes RETURN count(*) AS count",
].map((cypher, index) => query()(`take marks ${index}`, counted, cypher))

const nameOf = async (graph: Graph, id: string) => (await graph.read(names, { ids: [id] }))[0]?.name ?? null
const draft: Draft = {
  ...{ operation: 'UPDATE', label: 'SupportActor', id: null, revision: null, values: {}, emptied: [], ties: [] },
  ...{ endsOn: null, source: null, locator: null, asOf: null, reason: null },
}
const write = (graph: Graph, said: Partial<Draft>) =>
  publishDraft({ graph, edition: examplia, viewer: localEditor }, { ...draft, ...said })

/** Takes an entity out by hand: merged into another, or withdrawn. */
async function takeOut(graph: Graph, entity: string, operation: ChangeOperation, now: string | null): Promise<void> {
  await graph.transaction(async (transaction) => {
    const { change, at } = newAttempt()
    const said = await readStates(transaction, [entity, now ?? entity])
    const statements = said.get(entity)?.statements ?? []
    const label = 'SupportActor'
    const out: EntityChange = {
      entity,
      label,
      pieces: [
        { of: 'LIFE', entity, label, before: 'ENTITY', after: 'FORMER', now },
        ...statements.map((before) => ({ of: 'STATEMENT', entity, before, after: null }) as const),
      ],
    }
    const changed = await applyChanges(transaction, [out], examplia.sizeRule)
    const about = { entity, for: null, by: 'local', source: null, reason: null, inverseOf: null, counts: null }
    await recordChange(transaction, { id: change, at, operation, ...about }, changed)
  })
}

describeOnEachEngine('a newer edition of a region', (open) => {
  it('changes what it says otherwise, is one change with its counts, and writes nothing twice', async () => {
    const graph = await open()
    await bringUpToDate(graph, examplia)
    const [first] = await graph.read(changes, {})
    expect(first).toMatchObject({ operation: 'SEED', by: 'seed', changed: 0, gone: 0 })
    expect(first?.added).toBe((await graph.read(seededCount, {}))[0]?.count)
    await bringUpToDate(graph, later)
    expect(await graph.read(names, { ids: ['actor:chamber', 'actor:college'] })).toEqual([
      { id: 'actor:chamber', name: 'Northmark Chamber', revision: 2 },
      { id: 'actor:college', name: 'Aldport College', revision: 1 },
    ])
    const generation = await graph.generation()
    await bringUpToDate(graph, later)
    expect(await graph.generation()).toBe(generation)
    expect((await graph.read(changes, {})).slice(1)).toEqual([
      { operation: 'SEED', by: 'seed', added: 0, changed: 4, gone: 0 },
    ])
    await graph.close()
  }, 120_000)

  it('leaves what people wrote, merged and withdrew', async () => {
    const graph = await open()
    await bringUpToDate(graph, examplia)
    await write(graph, { id: 'actor:chamber', values: { nameEn: 'Our chamber' } })
    await takeOut(graph, 'actor:southmark-bank', 'MERGE', 'actor:college')
    await takeOut(graph, 'actor:labour-office', 'WITHDRAW', null)
    await bringUpToDate(graph, later)
    expect(await nameOf(graph, 'actor:chamber')).toBe('Our chamber')
    const states = await readStates(graph, ['actor:chamber', 'actor:college'])
    expect(
      states.get('actor:chamber')?.statements.map(({ isSeeded, values }) => [isSeeded, values.nameEn]),
    ).toContainEqual([true, 'Northmark Chamber'])
    expect((await graph.read(formers, {})).map(({ id }) => id).toSorted()).toEqual([
      'actor:labour-office',
      'actor:southmark-bank',
    ])
    expect(await nameOf(graph, 'actor:southmark-bank')).toBe(null)
    expect(await nameOf(graph, 'actor:college')).toBe('Aldport College')
    await graph.close()
  }, 120_000)

  it('keeps places of firms that people state before those that it gives itself', async () => {
    const graph = await open()
    const { seed } = await readRegion(exampliaFolder)
    const firm = 'firm:aldport-wind'
    const provenance = { source: 'source:examplia-judgement', locator: 'seat', recordedAt: seed.recordedAt }
    const located = (to: string): GraphRelationship => ({
      ...{ type: 'LOCATED_IN', from: firm, to, key: '', provenance, properties: {} },
    })
    const publish = (version: number, ...places: readonly string[]) => {
      const { nodes, relationships } = seed.elements
      const elements = { nodes, relationships: [...relationships, ...places.map(located)] }
      return graph.transaction((transaction) =>
        publishEdition(transaction, { seed: { ...seed, version, elements }, tables: [] }, examplia),
      )
    }
    const held = async () => (await graph.read(placesOf, { firm })).map(({ to, rank, source }) => [to, rank, source])
    const [inAldport, inDunmere] = ['municipality:5101', 'municipality:5201']
    await publish(1, inAldport)
    expect(await held()).toEqual([[inAldport, 0, provenance.source]])
    await write(graph, { label: 'Firm', id: firm, values: { municipality: inDunmere } })
    const theirs = [inDunmere, 1, `source:stated-here-${new Date().getFullYear()}`]
    expect(await held()).toEqual([theirs, [inAldport, 2, provenance.source]])
    await publish(2, inAldport, inDunmere)
    expect(await held()).toEqual([theirs, [inAldport, 2, provenance.source]])
    await publish(3, inDunmere)
    expect(await held()).toEqual([theirs])
    await write(graph, { label: 'Firm', id: firm, values: { municipality: inAldport } })
    expect(await held()).toEqual([
      [inAldport, 1, theirs[2]],
      [inDunmere, 2, provenance.source],
    ])
    await publish(4)
    expect(await held()).toEqual([[inAldport, 1, theirs[2]]])
    await graph.close()
  }, 120_000)

  it('takes nothing for people’s of a graph whose program made no difference', async () => {
    const graph = await open()
    await bringUpToDate(graph, examplia)
    const held = (await graph.read(seededCount, {}))[0]?.count
    await graph.transaction(async (transaction) => {
      for (const take of takeMarks) await transaction.write(take, {})
    })
    await bringUpToDate(graph, examplia)
    expect((await graph.read(seededCount, {}))[0]?.count).toBe(held)
    await write(graph, { id: 'actor:college', values: { nameEn: 'Our college' } })
    await bringUpToDate(graph, later)
    expect(await nameOf(graph, 'initiative:growth-loan')).toBe('Loan for growth')
    expect(await nameOf(graph, 'actor:college')).toBe('Our college')
    expect((await graph.read(changes, {})).map(({ operation, added, changed }) => [operation, added, changed])).toEqual(
      [
        ['SEED', held, 0],
        ['UPDATE', null, null],
        ['SEED', 0, 4],
      ],
    )
    await graph.close()
  }, 120_000)
})

describeOnTwoConnections('two processes that start on one database', (open) => {
  it('write an edition once', async () => {
    const [one, two] = await open()
    await Promise.all([bringUpToDate(one, examplia), bringUpToDate(two, examplia)])
    await Promise.all([bringUpToDate(one, later), bringUpToDate(two, later)])
    expect((await one.read(changes, {})).map(({ operation }) => operation)).toEqual(['SEED', 'SEED'])
    await Promise.all([one.close(), two.close()])
  }, 120_000)
})
