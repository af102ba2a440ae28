import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { readGraphSize } from '../../src/cost/graph-size.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { countOfNodes, countOfRelationships } from '../../src/graph/graph-state.js'
import { nameProperties } from '../../src/graph/names.js'
import { type QueryValue, query } from '../../src/graph/query.js'
import { nodeKinds, relationshipTypes } from '../../src/graph/vocabulary.js'
import { createApp } from '../../src/server/app.js'
import { summaryOf } from '../../src/server/summary.js'
import { lastSeenLines, readLastSeen } from '../../src/support/facts/last-seen.js'
import { edition } from '../edition.js'
import { exampleVariables, localSettings, operation } from './api.js'
import { describeOnEachEngine } from './engines.js'

const counted = z.object({ count: z.number() })

const addChanges = query<{ rows: readonly QueryValue[] }>()(
  'test: changes',
  counted,
  `UNWIND $rows AS row
   CREATE (change:Change {id: row.id, number: row.number, generation: 1, at: '2026-11-30T08:00:00.000Z', operation: 'UPDATE',
     entity: row.entity, by: 'local', source: 'source:ramboll-2022'})
   RETURN count(change) AS count`,
)
const addChanged = query<{ rows: readonly QueryValue[] }>()(
  'test: what changes changed',
  counted,
  `UNWIND $rows AS row
   MATCH (change:Change {id: row.change}) MATCH (entity:Entity {id: row.entity})
   CREATE (change)-[changed:CHANGED {revision: 2, pieces: '[]', source: 'source:ramboll-2022', key: '', locator: 'x',
     recordedAt: '2026-11-30T08:00:00.000Z'}]->(entity)
   RETURN count(changed) AS count`,
)
const addFormers = query<{ rows: readonly QueryValue[] }>()(
  'test: formers',
  counted,
  `UNWIND $rows AS row
   CREATE (former:Former) SET former = row
   RETURN count(former) AS count`,
)
const addNow = query<{ id: string; now: string }>()(
  'test: what a former became',
  counted,
  `MATCH (former:Former {id: $id}) MATCH (entity:Entity {id: $now})
   CREATE (former)-[:NOW]->(entity) RETURN count(former) AS count`,
)
const addFormerChain = query<{ id: string; now: string }>()(
  'test: a former that became a former',
  counted,
  `MATCH (former:Former {id: $id}) MATCH (next:Former {id: $now})
   CREATE (former)-[:NOW]->(next) RETURN count(former) AS count`,
)
const addBeside = query<Record<never, never>>()(
  'test: a proposal, and a part of a change',
  counted,
  `MATCH (change:Change {id: 'change:1'})
   CREATE (:Proposal {id: 'proposal:1', number: 1, status: 'PENDING', at: '2026-11-30T08:00:00.000Z', operation: 'UPDATE',
     entity: 'actor:almi-nord', by: 'local', draft: '{}'})
   CREATE (:ChangePart {id: 'change-part:1', change: 'change:1', entity: 'actor:almi-nord', number: 1, text: '[]'})
   RETURN count(change) AS count`,
)
const someIds = query<Record<never, never>>()(
  'test: ids',
  z.object({ id: z.string() }),
  'MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id',
)

const related = [
  'actor:almi-nord',
  'actor:norrlandsfonden',
  'municipality:2580',
  'county:25',
  'source:ramboll-2022',
  'establishment:lkab',
]
const names = ['norrlandsfonden', 'almi', 'Gamla Fonden i Norr', 'gamla fonden', 'Luleå', 'change', 'proposal']

/** A firm that was merged away and one that was withdrawn, with all that they were found by. */
function former(id: string, kind: 'FIRM' | 'SUPPORT_ACTOR'): Record<string, QueryValue> {
  const named = { nameSv: 'Gamla Fonden i Norr', nameEn: 'Old Fund of the North' }
  const provenance = { source: 'source:ramboll-2022', locator: 'p. 1', recordedAt: '2024-01-01T00:00:00.000Z' }
  const own = { sizeClass: 'SMALL', municipality: 'municipality:2580', revision: 3, lastSeenYear: 2022 }
  return { id, entityKind: kind, ...named, ...provenance, ...own, ...Object(nameProperties(id, named)) }
}

async function fill(graph: Graph): Promise<void> {
  const ids = (await graph.read(someIds, {})).map(({ id }) => id)
  const changes = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: `change:${index + 1}`, number: index + 1, entity: ids[index * 7] ?? null },
  }))
  // The first is a whole file's; the others are of those that are asked about below, many times each.
  const ofFile = ids.filter((_, index) => index % 3 === 0).map((entity) => ({ change: 'change:1', entity }))
  const ofOne = changes.slice(1).map(({ id }, index) => ({ change: id, entity: related[index % related.length] ?? '' }))
  await graph.transaction(async (transaction) => {
    await transaction.write(addChanges, { rows: changes })
    for (let at = 0; at < ofFile.length; at += 500) {
      await transaction.write(addChanged, { rows: ofFile.slice(at, at + 500) })
    }
    await transaction.write(addChanged, { rows: ofOne })
    const formers = ['firm:merged-away', 'firm:merged-before', 'firm:withdrawn']
    const rows = [...formers.map((id) => former(id, 'FIRM')), former('actor:withdrawn', 'SUPPORT_ACTOR')]
    await transaction.write(addFormers, { rows })
    await transaction.write(addNow, { id: 'firm:merged-away', now: 'firm:nyab' })
    await transaction.write(addFormerChain, { id: 'firm:merged-before', now: 'firm:merged-away' })
    await transaction.write(addBeside, {})
  })
}

/** Operations that answer what the register holds. */
const ofRegister = /^(?:history|changes|proposals|to-confirm|viewer)/

const asked: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    related.flatMap((id) => [
      [`relation counts of ${id}`, `{ relationCounts(of: "${id}") { kind direction count } }`],
      [
        `neighbourhood of ${id}`,
        `{ neighbourhood(of: ["${id}"], depth: 2, limit: 200) { nodes { id degree tier } edges { id } hidden { kind count } truncated } }`,
      ],
      [
        `metrics around ${id}`,
        `{ networkMetrics(of: ["${id}"], depth: 1, limit: 60) { nodes { node { id } degree betweenness community } } }`,
      ],
      [`path from ${id}`, `{ paths(from: "${id}", to: "need:finance", maxLength: 3) { length nodes { id } } }`],
      ...relationshipTypes.map((kind) => [
        `relations of ${id} by ${kind}`,
        `{ out: relations(of: "${id}", kind: ${kind}, direction: OUT, first: 50) { totalCount nodes { id } }
           in: relations(of: "${id}", kind: ${kind}, direction: IN, first: 50) { totalCount nodes { id } } }`,
      ]),
    ]),
  ),
  ...Object.fromEntries(
    names.map((name) => [`search for ${name}`, `{ search(text: "${name}", first: 20) { totalCount nodes { id } } }`]),
  ),
  ...Object.fromEntries(
    Object.values(nodeKinds).map(({ entityKind }) => [
      `entities of ${entityKind}`,
      `{ entities(kind: ${entityKind}, first: 60) { totalCount nodes { id name provenance { source { id } } } pageInfo { endCursor } } }`,
    ]),
  ),
  'what is no entity':
    '{ a: node(id: "firm:withdrawn") { id } b: node(id: "change:1") { id } c: node(id: "proposal:1") { id } d: node(id: "change-part:1") { id } }',
  sources:
    '{ entities(kind: SOURCE, first: 200) { nodes { id ... on Source { entities(first: 20) { totalCount nodes { id } } } } } }',
}

const tables = z.object({
  tables: z.array(
    z.object({ name: z.string(), parameters: z.array(z.object({ name: z.string(), type: z.string() })) }),
  ),
})

describeOnEachEngine('changes, proposals and what was merged away or withdrawn', (_, __, openSeeded) => {
  let graph: Graph
  let app: FastifyInstance
  const before = new Map<string, unknown>()

  const get = async (url: string) => (await app.inject({ method: 'GET', url, headers: { host: 'localhost' } })).body
  const post = async (text: string, variables: object = {}) => {
    const payload = { query: text, variables }
    return (await app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost' }, payload })).body
  }

  /** All that is looked at, by name. */
  async function looks(): Promise<Map<string, () => Promise<unknown>>> {
    const listed = tables.parse(JSON.parse(await get('/export')))
    const whole = listed.tables.filter(({ parameters }) => parameters.every(({ type }) => !type.endsWith('!')))
    return new Map<string, () => Promise<unknown>>([
      ['the summary at start', () => summaryOf(graph)],
      ['nodes counted', () => graph.read(countOfNodes, {})],
      ['relationships counted', () => graph.read(countOfRelationships, {})],
      ['the size that costs go by', async () => sizeOf(graph)],
      ['what may be out of date', async () => lastSeenLines(await readLastSeen(graph, '2026-11-30'))],
      ['the nodes and relationships of the graph as a file', () => entitiesInFile(graph)],
      ...Object.entries(asked).map(([name, text]): [string, () => Promise<unknown>] => [name, () => post(text)]),
      ...Object.entries(exampleVariables)
        .filter(([name]) => !ofRegister.test(name) && name !== 'spillover-store')
        .flatMap(([name, all]) =>
          all.map((variables): [string, () => Promise<unknown>] => [
            `${name} ${JSON.stringify(variables)}`,
            () => post(operation(name), variables),
          ]),
        ),
      ...whole
        .filter(({ name }) => !ofRegister.test(name))
        .map(({ name }): [string, () => Promise<unknown>] => [
          `table ${name}`,
          () => get(`/export/${name}.csv?rows=100`),
        ]),
      ...['graphml', 'gexf', 'json', 'csv', 'jsonld'].map((format): [string, () => Promise<unknown>] => [
        `file ${format}`,
        async () =>
          withoutMoment(await get(`/export/neighbourhood.${format}?of=actor:almi-nord,county:25&depth=2&limit=150`)),
      ]),
    ])
  }

  beforeAll(async () => {
    graph = await openSeeded()
    app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
  }, 180_000)
  afterAll(async () => {
    await app.close()
    await graph.close()
  })

  it('stand in no answer, count, drawing, search, table or file', async () => {
    const all = await looks()
    for (const [name, look] of all) before.set(name, await look())
    await fill(graph)
    const differ: string[] = []
    for (const [name, look] of all) {
      const now = await look()
      if (JSON.stringify(now) !== JSON.stringify(before.get(name))) differ.push(name)
    }
    expect(differ).toEqual([])
    expect(before.size).toBeGreaterThan(300)
    expect([...before].filter(([, answer]) => String(answer).includes('GRAPHQL_VALIDATION_FAILED'))).toEqual([])
  }, 600_000)
})

async function sizeOf(graph: Graph): Promise<unknown> {
  const size = await readGraphSize(graph)
  const types = ['', 'Firm', 'Source', 'SupportActor', 'Place']
  return types.map((type) => [
    size.nodes(type),
    size.around(10),
    size.leaving(10),
    size.degrees(type, relationshipTypes, 'IN'),
    size.degrees(type, relationshipTypes, 'OUT'),
  ])
}

/** What the graph's own file says of entities: the register stands beside them there. */
async function entitiesInFile(graph: Graph): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  await exportGraph(graph, join(folder, 'graph'))
  const lines = readFileSync(join(folder, 'graph'), 'utf8').split('\n')
  rmSync(folder, { recursive: true })
  expect(lines.length).toBeGreaterThan(1_000)
  return lines.filter((line) => /^\{"(?:label|type)"/.test(line)).toSorted()
}

/** Files say when they were made. */
const withoutMoment = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, '')
