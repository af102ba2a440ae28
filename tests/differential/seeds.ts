import { defaultFieldResolver, type GraphQLSchema, getNullableType, graphql, isListType, isObjectType } from 'graphql'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { relationshipTypes } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { requestContext } from '../server/request-context.js'
import type { BothEngines, Difference } from './both-engines.js'
import { parametersFor } from './parameters.js'
import { Random } from './random.js'
import { changes, region, relationship } from './region.js'
import { Selections } from './selections.js'
import { day } from './values.js'

/** How many shapes of request there are before they come again: engines keep the plans of what they have seen. */
const SHAPES = 40
const REQUESTS_A_SEED = 3
const WRITES_A_SEED = 2
/** Fewer than the driver has connections. */
const STATEMENTS_AT_ONCE = 32

/** Takes all entities away. */
export const wipe = query<Record<never, never>>()(
  'take all entities away',
  z.object({ count: z.number() }),
  'MATCH (node:Entity) DETACH DELETE node RETURN count(*) AS count',
)

const wholeGraph = {
  nodes: 'MATCH (node:Entity) RETURN node.id AS id, properties(node) AS properties, node:Place AS isPlace ORDER BY id',
  relationships: `MATCH (start:Entity)-[relationship]->(finish:Entity)
    RETURN start.id AS start, type(relationship) AS type, finish.id AS finish, properties(relationship) AS properties`,
}

/** A statement that the program declares. */
export interface Statement {
  readonly name: string
  readonly cypher: string
}

/** What a run over seeds came to. */
export interface Comparison {
  readonly seeds: number
  readonly statements: number
  readonly differences: readonly Difference[]
}

const turn = z.object({ endCursor: z.string().nullable() })

const writes = /\b(?:SET|DELETE|MERGE|CREATE|REMOVE)\b/

/**
 * For each seed: a random region on both engines, every statement that the program declares and some requests to its
 * API over it, random writes, all nodes and relationships, and the statements again.
 */
export async function compareSeeds(
  both: BothEngines,
  statements: readonly Statement[],
  schema: GraphQLSchema,
  seeds: readonly number[],
  progress: (done: number) => void = () => {},
): Promise<Comparison> {
  waitForEveryItem(schema)
  // What only one engine has, its text index, is not sent to both.
  const common = statements.filter(({ cypher }) => !/\bCALL db\./.test(cypher))
  const reading = common.filter(({ cypher }) => !writes.test(cypher))
  const writing = common.filter(({ cypher }) => writes.test(cypher))
  for (const [index, seed] of seeds.entries()) {
    both.seed = seed
    const random = new Random(seed)
    await fill(both, random)
    await readAll(both, reading, random)
    await ask(both, schema, random, seed)
    await change(both, writing, random)
    await compareWhole(both)
    await readAll(both, random.some(reading, 8), random)
    progress(index + 1)
  }
  return { seeds: seeds.length, statements: both.compared, differences: both.differences }
}

async function fill(both: BothEngines, random: Random): Promise<void> {
  const elements = region(random)
  const write = (graph: Graph) =>
    graph.transaction(async (transaction) => {
      await transaction.write(wipe, {})
      await writeElements(transaction, elements)
    })
  await Promise.all([write(both.embedded), write(both.neo4j)])
}

async function readAll(both: BothEngines, statements: readonly Statement[], random: Random): Promise<void> {
  const asked = statements.map(({ name, cypher }) => ({ name, cypher, parameters: parametersFor(random, cypher) }))
  for (let start = 0; start < asked.length; start += STATEMENTS_AT_ONCE) {
    const some = asked.slice(start, start + STATEMENTS_AT_ONCE)
    await Promise.all(some.map(({ name, cypher, parameters }) => both.read(name, cypher, parameters)))
  }
}

/**
 * Lets the items of every list be promises. Where one of them fails at once, graphql-js 16 leaves to themselves those
 * before it that are still asked for, and random regions lack much; items that are promises it waits for.
 */
function waitForEveryItem(schema: GraphQLSchema): void {
  const waitedFor = (items: unknown) => (Array.isArray(items) ? items.map(async (item) => item) : items)
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve = defaultFieldResolver } = field
      if (!isListType(getNullableType(field.type))) continue
      field.resolve = (...asked) => {
        const items: unknown = resolve(...asked)
        return items instanceof Promise ? items.then(waitedFor) : waitedFor(items)
      }
    }
  }
}

/** Requests to the API and a further page of each, whose every statement is compared. */
async function ask(both: BothEngines, schema: GraphQLSchema, random: Random, seed: number): Promise<void> {
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {})
  const graph = both.asGraph()
  for (let request = 0; request < REQUESTS_A_SEED; request += 1) {
    const shape = (seed * REQUESTS_A_SEED + request) % SHAPES
    const round = Math.floor((seed * REQUESTS_A_SEED) / (SHAPES * 25))
    const selections = new Selections(schema, new Random(shape + round * SHAPES + 1_000_000), random)
    const source = selections.request(roots[shape % roots.length] ?? '')
    const contextValue = requestContext(graph, day(random))
    const answer = (after: string | null) => graphql({ schema, source, variableValues: { after }, contextValue })
    const { data, errors } = await answer(null)
    const invalid = errors?.find(({ path }) => path === undefined)
    if (invalid) throw new Error(`${source}: ${invalid.message}`)
    await both.idle()
    const next = nextPage(data)
    if (next !== null) await answer(next)
    await both.idle()
  }
}

/** The cursor at the end of the first page that an answer has. */
function nextPage(answer: unknown): string | null {
  if (answer === null || typeof answer !== 'object') return null
  for (const [key, value] of Object.entries(answer)) {
    const cursor = key === 'turn' ? turn.safeParse(value).data?.endCursor : nextPage(value)
    if (cursor) return cursor
  }
  return null
}

async function change(both: BothEngines, writing: readonly Statement[], random: Random): Promise<void> {
  for (let number = 0; number < WRITES_A_SEED; number += 1) {
    const elements = changes(random)
    const writing = random.pick(['ADD_PROPERTIES', 'REPLACE_PROPERTIES'] as const)
    await both.transaction('random changes', (transaction) => writeElements(transaction, elements, writing))
  }
  await both.write(writing.map(({ name, cypher }) => ({ name, cypher, parameters: parametersFor(random, cypher) })))
  const nowhere = { ...relationship(random, random.pick(relationshipTypes)), to: 'nothing:here' }
  await both.transaction('changes that fail in the end', (transaction) =>
    writeElements(transaction, { ...changes(random), relationships: [nowhere] }),
  )
}

async function compareWhole(both: BothEngines): Promise<void> {
  await both.read('all nodes', wholeGraph.nodes, {})
  await both.read('all relationships', wholeGraph.relationships, {})
}
