import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { askGraph } from '../../src/commands/ask.js'
import type { Graph } from '../../src/graph/graph.js'
import { type QueryValue, query } from '../../src/graph/query.js'
import { idsNow, readRedirects } from '../../src/graph/redirects.js'
import { labelOfId, type NodeLabel, nodeKinds } from '../../src/graph/vocabulary.js'
import { importTies, tieFiles } from '../../src/import/firms/import-files.js'
import { silent } from '../../src/kernel/progress.js'
import { createApp } from '../../src/server/app.js'
import { createSchema } from '../../src/server/schema.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { Random } from '../differential/random.js'
import { Selections } from '../differential/selections.js'
import { edition } from '../edition.js'
import { type Api, exampleVariables, localSettings, openApi, operation, type Reply } from './api.js'
import { describeOnEachEngine, describeOnSeededGraph } from './engines.js'

const schema = createSchema()
const count = z.object({ count: z.number() })

const allIds = query<Record<never, never>>()(
  'test: ids',
  z.object({ id: z.string() }),
  'MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id',
)
const addFormers = query<{ rows: readonly QueryValue[] }>()(
  'test: former ids of entities',
  count,
  `UNWIND $rows AS row
   MATCH (entity:Entity {id: row.now})
   CREATE (former:Former {id: row.id, entityKind: entity.entityKind})-[:NOW]->(entity)
   RETURN count(former) AS count`,
)
const addChains = query<{ rows: readonly QueryValue[] }>()(
  'test: former ids of former ids',
  count,
  `UNWIND $rows AS row
   MATCH (next:Former {id: row.now})
   CREATE (former:Former {id: row.id, entityKind: next.entityKind})-[:NOW]->(next)
   RETURN count(former) AS count`,
)
const addWithdrawn = query<{ id: string }>()(
  'test: withdrawn',
  count,
  "CREATE (former:Former {id: $id, entityKind: 'FIRM'}) RETURN count(former) AS count",
)
const mergeActors = query<{ from: string; into: string }>()(
  'test: merge',
  count,
  `MATCH (former:Entity {id: $from}) MATCH (into:Entity {id: $into})
   CREATE (former)-[:NOW]->(into) REMOVE former:Entity:SupportActor SET former:Former
   RETURN count(former) AS count`,
)
const unmergeActors = query<{ from: string }>()(
  'test: unmerge',
  count,
  `MATCH (former:Former {id: $from})-[now:NOW]->(:Entity)
   DELETE now REMOVE former:Former SET former:Entity:SupportActor
   RETURN count(former) AS count`,
)

/** A former id of an entity; each third leads there over two others. */
const was = (id: string): string => id.replace(':', ':was-')
const between = (id: string, step: number): string => id.replace(':', `:step-${step}-`)
const leadsOver = (id: string): boolean => id.length % 3 === 0

async function fill(graph: Graph): Promise<void> {
  const ids = (await graph.read(allIds, {})).map(({ id }) => id)
  const far = ids.filter(leadsOver)
  const direct = [
    ...ids.filter((id) => !leadsOver(id)).map((id) => ({ id: was(id), now: id })),
    ...far.map((id) => ({ id: between(id, 1), now: id })),
  ]
  await graph.transaction(async (transaction) => {
    for (let at = 0; at < direct.length; at += 500) {
      await transaction.write(addFormers, { rows: direct.slice(at, at + 500) })
    }
    await transaction.write(addChains, { rows: far.map((id) => ({ id: between(id, 2), now: between(id, 1) })) })
    await transaction.write(addChains, { rows: far.map((id) => ({ id: was(id), now: between(id, 2) })) })
    await transaction.write(addWithdrawn, { id: 'firm:withdrawn' })
  })
}

function holdsId(type: GraphQLInputType, seen: readonly string[] = []): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return named.name === 'ID'
  if (seen.includes(named.name)) return false
  return Object.values(named.getFields()).some((field) => holdsId(field.type, [...seen, named.name]))
}

const fieldsWithIds = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ args }) => args.some(({ type }) => holdsId(type)))
  .map(({ name }) => name)

/** What is asked at random finds nothing to answer here. */
const byHand: Readonly<Record<string, string>> = {
  changes: '{ changes(for: "<actor:norrlandsfonden>") { totalCount } }',
  proposals: '{ proposals(for: "<actor:norrlandsfonden>") { totalCount } }',
  mergePreview:
    '{ mergePreview(from: "<actor:almi-nord>", into: "<actor:norrlandsfonden>") { from { id } into { id } both relationships { kind moved } } }',
  supplyChain: '{ supplyChain(of: "<establishment:lkab>", direction: UPSTREAM, depth: 2) { nodes { id tier } } }',
  compareRuns: '{ compareRuns(a: "<run:report>", b: "<run:report>") { a { id } b { id } } }',
  consortia:
    '{ consortia(establishment: "<establishment:lkab>", categories: ["<category:electricians>"], maxFirms: 2, minEmployees: 1) { totalCount nodes { firms { id } } warnings { message } } }',
  chainExposure: '{ chainExposure(of: "<establishment:lkab>") { firms } }',
}

/** An answer; of one that is refused why, which of several faults is met first may differ. */
const told = ({ data, errors }: Reply): unknown =>
  errors ? { data, codes: errors.map(({ extensions: { code } }) => code).toSorted() } : data

/** The same request with its ids in variables. */
function withVariables(text: string): { text: string; variables: Record<string, string> } {
  const types = new TypeInfo(schema)
  const variables: Record<string, string> = {}
  const declared: string[] = []
  const document = visit(
    parse(text),
    visitWithTypeInfo(types, {
      StringValue(node) {
        const type = types.getInputType()
        if (!type || getNamedType(type).name !== 'ID') return undefined
        const name = `id${declared.length}`
        declared.push(`$${name}: ${type}`)
        variables[name] = node.value
        return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }
      },
    }),
  )
  if (declared.length === 0) return { text, variables }
  const printed = print(document)
  const head = /^query\s*(?:\(([^)]*)\))?/.exec(printed)
  const all = [head?.[1], ...declared].filter((each) => each !== undefined).join(', ')
  return { text: `query (${all}) ${printed.slice(head?.[0].length ?? 0)}`, variables }
}

/** A value with each id in it as its former one. */
function formerly(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return ids.has(value) ? was(value) : value
  if (Array.isArray(value)) return value.map((each) => formerly(each, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, formerly(own, ids)]))
}

const record = z.record(z.string(), z.unknown())

/** Answers of each field that are compared. Ids are replaced before an engine is asked, and Neo4j takes long to plan. */
const enough = { embedded: 12, neo4j: 4 } as const

describeOnSeededGraph(
  'an id of what was merged away',
  (given, engine) => {
    let ids: readonly string[]
    beforeAll(async () => {
      ids = (await given.graph.read(allIds, {})).map(({ id }) => id)
    })
    const idsOf = (label: NodeLabel) => {
      const own = ids.filter((id) => labelOfId(id) === label)
      return own.length > 0 ? own : [`${nodeKinds[label].idPrefix}:none`]
    }

    it('is known with what it became, and what was withdrawn is not', async () => {
      const all = await readRedirects(given.graph)
      expect(all.get('firm:withdrawn')).toBeUndefined()
      expect(ids.filter((id) => all.get(was(id)) !== id)).toEqual([])
      const some = ids.slice(0, 3_000)
      const asked = [...some.map(was), ...some, 'firm:withdrawn', 'firm:never', was('firm:never')]
      expect([...(await idsNow(given.graph, asked))].toSorted()).toEqual(some.map((id) => [was(id), id]).toSorted())
    })

    it.each(fieldsWithIds)('answers for it in every argument of %s, written there and in variables', async (field) => {
      let answered = 0
      for (let seed = 1; seed <= 12 && answered < enough[engine]; seed += 1) {
        const request = (of: (id: string) => string) =>
          new Selections(schema, new Random(seed), new Random(seed + 100), (label) => idsOf(label).map(of)).request(
            field,
          )
        const present = request((id) => id)
        const expected = await given.api.ask(present)
        const former = request(was)
        const { text, variables } = withVariables(former)
        if (expected.errors?.some(({ extensions: { code } }) => code === 'REQUEST_TOO_LARGE')) continue
        expect(told(await given.api.ask(former)), former).toEqual(told(expected))
        expect(told(await given.api.ask(text, variables)), text).toEqual(told(expected))
        if (former !== present && expected.errors === undefined) answered += 1
      }
      expect(answered > 0 || field in byHand).toBe(true)
    })

    it.each(Object.values(byHand))('answers for it in %s', async (text) => {
      const ask = (of: (id: string) => string) => given.api.data(text.replace(/<([^>]*)>/g, (_, id: string) => of(id)))
      expect(await ask(was)).toEqual(await ask((id) => id))
    })

    it.each(
      Object.entries(exampleVariables)
        .filter(([name]) => name !== 'spillover-store')
        .flatMap(([name, all]) => all.map((variables) => [name, JSON.stringify(variables)] as const)),
    )('answers for it in the operation %s with %s', async (name, text) => {
      const known = new Set(ids)
      const variables = record.parse(JSON.parse(text))
      const before = await given.api.ask(operation(name), variables)
      expect(await given.api.ask(operation(name), record.parse(formerly(variables, known)))).toEqual(before)
    })

    it('answers for it on the command line', async () => {
      const source = 'query ($id: ID!) { node(id: $id) { id } other: node(id: "municipality:was-2580") { id } }'
      const asked = await askGraph(given.graph, edition, source, { id: was('actor:norrlandsfonden') }, silent)
      const expected = { node: { id: 'actor:norrlandsfonden' }, other: { id: 'municipality:2580' } }
      expect(JSON.parse(JSON.stringify(asked))).toEqual(expected)
    })

    it.each([
      ['support-actors.csv?serves={municipality:2580}&meetsNeeds={need:finance}&rows=20'],
      ['firms.csv?municipality={municipality:2580}&rows=20'],
      ['neighbourhood.graphml?of={municipality:2580},{actor:norrlandsfonden}&limit=30'],
      ['neighbourhood.csv?of={establishment:lkab}&of={establishment:northvolt}&limit=30'],
      ['neighbourhood.jsonld?of={actor:norrlandsfonden}&limit=30'],
      ['support-for.csv?municipality={municipality:2580}'],
    ])('answers for it in the file %s', async (address) => {
      const app = await createApp({ graph: given.graph, edition }, localSettings, pino({ level: 'silent' }))
      const get = async (of: (id: string) => string) => {
        const url = `/export/${address.replace(/\{([^}]*)\}/g, (_, id: string) => of(id))}`
        const { statusCode, body } = await app.inject({ method: 'GET', url, headers: { host: 'localhost' } })
        return { statusCode, body }
      }
      const expected = await get((id) => id)
      expect([expected.statusCode, expected.body.length > 100]).toEqual([200, true])
      expect(await get(was)).toEqual(expected)
      await app.close()
    })

    it('is no id where nothing answers for it, and a text where a text is meant', async () => {
      const asked = '{ a: node(id: "firm:withdrawn") { id } b: node(id: "firm:never") { id } }'
      expect(await given.api.data(asked)).toEqual({ a: null, b: null })
      const found = '{ search(text: "actor:was-norrlandsfonden", first: 5) { nodes { id } } }'
      const present = '{ search(text: "actor:norrlandsfonden", first: 5) { nodes { id } } }'
      expect(await given.api.data(found)).not.toEqual(await given.api.data(present))
    })
  },
  fill,
)

const [from, into] = ['actor:almi-nord', 'actor:norrlandsfonden']
const related = `query ($id: ID!, $after: String, $first: Int) {
  relations(of: $id, kind: HELPS_WITH, direction: OUT, first: $first, after: $after) {
    nodes { id } pageInfo { endCursor hasNextPage } } }`

describeOnEachEngine('an actor that was merged into another', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await openSeeded()
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })
  const merge = (former: string, other: string) =>
    graph.transaction((transaction) => transaction.write(mergeActors, { from: former, into: other }))
  const unmerge = () => graph.transaction((transaction) => transaction.write(unmergeActors, { from }))
  const asked = `{ node(id: "${from}") { id ... on SupportActor { name } } }`
  const node = z.object({ node: z.object({ id: z.string() }).nullable() })
  const answering = async (): Promise<(string | undefined)[]> => {
    const literal = node.parse(await api.data(asked))
    const variable = node.parse(await api.data('query ($id: ID!) { node(id: $id) { id } }', { id: from }))
    return [literal.node?.id, variable.node?.id]
  }

  it('answers as that at once, as itself once that is taken back, and as nothing once that is withdrawn', async () => {
    expect(await answering()).toEqual([from, from])
    for (let times = 0; times < 2; times += 1) {
      await merge(from, into)
      expect(await answering()).toEqual([into, into])
      expect(await answering()).toEqual([into, into])
      await unmerge()
      expect(await answering()).toEqual([from, from])
    }
  })

  it('is meant by files that name what was merged away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    const number = withCheckDigit('556000777')
    const rows = [{ id: `firm:${number}`, now: 'firm:nyab' }]
    await graph.transaction((transaction) => transaction.write(addFormers, { rows }))
    const lines = ['supplier,buyer', `${number},firm:naiden`, `firm:naiden,firm:${number}`, `${number},firm:nyab`]
    writeFileSync(join(folder, 'supplies.csv'), lines.join('\n'))
    const options = { dryRun: false, confirmLoss: async () => false, recordedAt: '2026-11-30T08:00:00.000Z' }
    const said = { title: 'Mine', publisher: null, edition: null }
    const path = join(folder, 'supplies.csv')
    const { outcome } = await importTies({ graph, edition }, 'supplies', tieFiles.supplies, path, said, options)
    rmSync(folder, { recursive: true })
    expect([outcome.added, outcome.refused.listed.map(({ line }) => line)]).toEqual([2, [4]])
    const supplies = `{ out: relations(of: "firm:${number}", kind: SUPPLIES, direction: OUT) { nodes { id } }
      in: relations(of: "firm:nyab", kind: SUPPLIES, direction: IN) { nodes { id } } }`
    const naiden = { nodes: expect.arrayContaining([{ id: 'firm:naiden' }]) }
    expect(await api.data(supplies)).toMatchObject({ out: naiden, in: naiden })
  })

  it('goes on with the pages that were begun before', async () => {
    const page = async (id: string, after: string | null, first = 3) =>
      list.parse(await api.data(related, { id, after, first })).relations
    const cursor = (await page(from, null)).pageInfo.endCursor
    expect(cursor).not.toBeNull()
    await merge(from, into)
    const next = await page(from, cursor)
    expect(next).toEqual(await page(into, cursor))
    const all = await page(into, null, 200)
    expect(all.pageInfo.hasNextPage).toBe(false)
    const shown = next.nodes.map(({ id }) => id)
    expect(shown.length).toBeGreaterThan(0)
    const rows = all.nodes.map(({ id }) => id)
    const first = rows.indexOf(shown[0] ?? '')
    expect(rows.slice(first, first + shown.length)).toEqual(shown)
    await unmerge()
  })
})

const list = z.object({
  relations: z.object({
    nodes: z.array(z.object({ id: z.string() })),
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
  }),
})
