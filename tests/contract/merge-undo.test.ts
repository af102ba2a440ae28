import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { GraphElements, Properties } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { type NodeLabel, nodeKinds, type RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { applyChanges } from '../../src/writing/changes/apply.js'
import type { EntityChange, Piece, TiePiece } from '../../src/writing/changes/piece.js'
import { recordChange } from '../../src/writing/changes/record.js'
import { planUndoOfMerge } from '../../src/writing/corrections/undo-merge.js'
import { mergeEntities } from '../../src/writing/merging/merge.js'
import { newAttempt } from '../../src/writing/publishing/write-change.js'
import type { Statement } from '../../src/writing/statements/statement.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { describeOnEachEngine } from './engines.js'

const WORLDS = Number(process.env.MERGE_WORLDS ?? 36)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A graph as its file holds it, without changes and revisions. */
async function linesOf(graph: Graph): Promise<string[]> {
  const file = join(folder, 'graph')
  await exportGraph(graph, file)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\{"(label|type)"/.test(line))
    .map((line) => line.replace(/"revision":\d+,?/, '').replace(/,\}/, '}'))
}

async function undo(graph: Graph, change: string): Promise<void> {
  const { change: id, at } = newAttempt()
  await graph.transaction(async (transaction) => {
    const changes = await planUndoOfMerge(transaction, change)
    const changed = await applyChanges(transaction, changes, edition.sizeRule)
    await recordChange(
      transaction,
      {
        ...{ id, at, operation: 'UNDO', entity: null, for: null, by: 'local', source: null },
        ...{ reason: null, inverseOf: change, counts: null },
      },
      changed,
    )
  })
}

const sources = ['source:one', 'source:two', 'source:three']
const places = ['municipality:a', 'municipality:b', 'municipality:c']
const sectors = ['sector:a', 'sector:b']
const others = ['need:a', 'need:b']
const day = (random: Random) => `20${random.whole(20, 26)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`
const said = (random: Random) => ({
  source: random.pick(sources),
  locator: `p. ${random.whole(1, 9)}`,
  recordedAt: `${day(random)}T08:00:00.000Z`,
})
const words = ['Norr', 'Södra', 'Älv', 'Berg', 'Skog', 'Malm', 'Ström']
const name = (random: Random) => `${random.pick(words)} ${random.pick(words)}${random.pick([' AB', '', ' Fond'])}`

/** The world that two of one kind stand in. */
const ground: GraphElements = {
  nodes: [
    ...sources.map((id) => node('Source', id, { title: id })),
    ...places.map((id) => node('Municipality', id, { nameSv: id })),
    ...sectors.map((id) => node('Sector', id, { nameSv: id })),
    ...others.map((id) => node('Need', id, { nameSv: id })),
    node('Claim', 'claim:a', { statementSv: 'A' }),
    node('Claim', 'claim:b', { statementSv: 'B' }),
    node('Initiative', 'initiative:other', { nameSv: 'Other', kind: 'LOAN' }),
    node('SupportActor', 'actor:other', { nameSv: 'Other', kind: 'FUND' }),
    node('Firm', 'firm:other', { nameSv: 'Other AB' }),
  ],
  relationships: [],
}

function node(label: NodeLabel, id: string, properties: Properties) {
  const provenance = { source: 'source:one', locator: 'p. 1', recordedAt: '2026-01-01T00:00:00.000Z' }
  return { label, id, provenance, properties: { ...properties, seeded: true } }
}

function namesFor(random: Random, label: NodeLabel): Properties {
  if (label === 'Firm') return { name: name(random) }
  return { nameSv: name(random), ...(random.chance(0.5) ? { nameEn: name(random) } : {}) }
}

function valuesFor(random: Random, label: NodeLabel): Properties {
  const some = (share: number, properties: Properties) => (random.chance(share) ? properties : {})
  if (label === 'Firm') {
    return {
      ...some(0.7, { municipality: random.pick(places) }),
      ...some(0.5, { sni: [`2${random.whole(0, 9)}.110`], sectors: [random.pick(sectors)] }),
      ...some(0.6, { employees: random.whole(0, 300) }),
      ...some(0.2, { legalForm: 'LIMITED_COMPANY' }),
    }
  }
  const names = random.list(random.whole(1, 2), () => name(random))
  return {
    ...some(0.8, { kind: random.pick(['LOAN', 'FUND']) }),
    ...some(0.5, { descriptionSv: name(random) }),
    ...some(0.5, { address: `${random.whole(1, 9)}.example.org`, addressSource: random.pick(sources) }),
    ...some(0.3, { lastSeenIn: random.pick(sources), lastSeenYear: random.whole(2019, 2026) }),
    ...some(0.4, {
      otherNames: names,
      otherNamesSince: names.map(() => ''),
      otherNamesUntil: names.map(() => ''),
      otherNamesSources: names.map(() => random.pick(sources)),
      otherNamesLocators: names.map(() => 'p. 2'),
    }),
  }
}

/** An entity as the seed, a list or people have written it: one or several statements of it, with or without a name. */
async function describeOne(graph: Graph, random: Random, label: NodeLabel, id: string, number: string | null) {
  const way = random.pick(label === 'Firm' ? ['SEEDED', 'IMPLICIT', 'WRITTEN', 'NAMED'] : ['SEEDED', 'WRITTEN'])
  const provenance = said(random)
  const values = { ...namesFor(random, label), ...(way === 'NAMED' ? {} : valuesFor(random, label)) }
  const numbered = number === null ? {} : { organisationNumber: number }
  if (way === 'WRITTEN') {
    const pieces: Piece[] = [
      { of: 'LIFE', entity: id, label, before: 'NONE', after: 'ENTITY', now: null },
      { of: 'STATEMENT', entity: id, before: null, after: statement(random, { ...values, ...numbered }, provenance) },
    ]
    await change(graph, { entity: id, label, pieces })
  } else {
    const { name: called, municipality, sectors: industries, ...rest } = values
    const seeded = way === 'SEEDED' ? { seeded: true } : {}
    const undescribed = way === 'NAMED' ? { undescribed: true } : {}
    const properties = { ...rest, ...(called ? { nameSv: called } : {}), ...numbered, ...seeded, ...undescribed }
    const ends = [
      ...(municipality ? [['LOCATED_IN', municipality] as const] : []),
      ...(random.chance(0.2) ? [['LOCATED_IN', random.pick(places)] as const] : []),
      ...(Array.isArray(industries) ? industries.map((each) => ['IN_SECTOR', each] as const) : []),
    ]
    await write(graph, {
      nodes: [{ label, id, provenance, properties }],
      relationships:
        label === 'Firm'
          ? ends.map(([type, to]) => ({
              ...{ type, from: id, to: String(to), key: '' },
              provenance: { ...provenance, locator: 'elsewhere' },
              properties: { ...(random.chance(0.5) ? { rank: 1 } : {}), ...seeded },
            }))
          : [],
    })
  }
  for (let more = random.whole(0, 2); more > 0 && way !== 'NAMED'; more -= 1) {
    const after = statement(random, { ...namesFor(random, label), ...valuesFor(random, label) }, said(random))
    await change(graph, { entity: id, label, pieces: [{ of: 'STATEMENT', entity: id, before: null, after }] })
  }
}

const statement = (
  random: Random,
  values: Properties,
  provenance: Pick<Statement, 'source' | 'locator' | 'recordedAt'>,
): Statement => ({
  ...provenance,
  asOf: random.chance(0.4) ? day(random) : null,
  confirmedOn: random.chance(0.3) ? day(random) : null,
  isSeeded: false,
  values,
  emptied: random.chance(0.2) && values.address === undefined ? ['address'] : [],
})

/** Relationships of an entity of its kind. */
async function tie(graph: Graph, random: Random, label: NodeLabel, id: string, other: string) {
  const rules: Partial<
    Record<NodeLabel, readonly [RelationshipType, 'OUT' | 'IN', readonly string[], readonly string[]][]>
  > = {
    Firm: [
      ['SUPPLIES', 'OUT', ['firm:other', other], ['', 'OPERATION', 'OPERATION source:one']],
      ['SUPPLIES', 'IN', ['firm:other'], ['', 'OPERATION']],
      ['HAS_NEED', 'OUT', others, ['']],
      ['ABOUT', 'IN', ['claim:a', 'claim:b'], ['']],
      ['FUNDS', 'OUT', ['initiative:other'], ['']],
    ],
    SupportActor: [
      ['OFFERS', 'OUT', ['initiative:other'], ['']],
      ['SERVES', 'OUT', places, ['']],
      ['HELPS_WITH', 'OUT', others, ['']],
      ['LOCATED_IN', 'OUT', places, ['']],
      ['REPLACED_BY', 'OUT', ['actor:other', other], ['']],
      ['REPLACED_BY', 'IN', ['actor:other'], ['']],
      ['ABOUT', 'IN', ['claim:a', 'claim:b'], ['']],
    ],
    Initiative: [
      ['OFFERS', 'IN', ['actor:other'], ['']],
      ['COVERS', 'OUT', places, ['']],
      ['MEETS', 'OUT', others, ['']],
      ['STATED_IN', 'OUT', sources, ['']],
      ['ABOUT', 'IN', ['claim:a', 'claim:b'], ['']],
    ],
  }
  for (let left = random.whole(0, 7); left > 0; left -= 1) {
    const [type, direction, ends, keys] = random.pick(rules[label] ?? [])
    const [end, key] = [random.pick(ends), random.pick(keys)]
    const [from, to] = direction === 'OUT' ? [id, end] : [end, id]
    const after = {
      ...said(random),
      isSeeded: random.chance(0.4),
      values: { strength: random.pick(['CORE', 'SIDE']) },
      emptied: [],
    }
    const piece: TiePiece = { of: 'TIE', type, from, to, key, before: null, after }
    await change(graph, { entity: id, label, pieces: [piece] })
  }
}

const write = (graph: Graph, elements: GraphElements) =>
  graph.transaction((transaction) => writeElements(transaction, elements))

async function change(graph: Graph, each: EntityChange) {
  const { change: id, at } = newAttempt()
  await graph.transaction(async (transaction) => {
    const changed = await applyChanges(transaction, [each], edition.sizeRule)
    await recordChange(
      transaction,
      {
        ...{ id, at, operation: 'UPDATE', entity: each.entity, for: null, by: 'local', source: null },
        ...{ reason: null, inverseOf: null, counts: null },
      },
      changed,
    )
  })
}

describeOnEachEngine('a merge that is taken back', (open) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await open()
    const { migrate } = await import('../../src/graph/migrations.js')
    await migrate(graph)
    await write(graph, ground)
  })
  afterAll(() => graph.close())

  describe.each(['Firm', 'SupportActor', 'Initiative'] as const)('of two of the kind %s', (label) => {
    it('leaves the graph as it was', async () => {
      for (let seed = 0; seed < WORLDS / 3; seed += 1) {
        const random = new Random(seed)
        const [from, into] = [1, 2].map((which) => `${nodeKinds[label].idPrefix}:${seed}-${which}`) as [string, string]
        const number = `55${String(random.whole(10_000_000, 99_999_999))}`
        const numbers = random.pick([
          [null, null],
          [number, null],
          [null, number],
          [number, number],
        ])
        await describeOne(graph, random, label, from, numbers[0] ?? null)
        await describeOne(graph, random, label, into, numbers[1] ?? null)
        await tie(graph, random, label, from, into)
        await tie(graph, random, label, into, from)
        const before = await linesOf(graph)
        const revisions = await revisionsOf(graph, [from, into])
        const merged = await mergeEntities(
          { graph, edition, viewer: localEditor },
          { from, into, fromRevision: revisions[0] ?? 1, intoRevision: revisions[1] ?? 1, reason: null },
        )
        const between = await linesOf(graph)
        expect(
          between.filter((line) => line.includes(`"${from}"`) && !line.includes('otherNames')),
          `${label} ${seed}`,
        ).toEqual([])
        await undo(graph, merged.change)
        expect(await linesOf(graph), `${label} ${seed}`).toEqual(before)
      }
    })
  })
})

async function revisionsOf(graph: Graph, ids: string[]): Promise<number[]> {
  const { readStates } = await import('../../src/writing/statements/states.js')
  const states = await readStates(graph, ids)
  return ids.map((id) => states.get(id)?.revision ?? 0)
}
