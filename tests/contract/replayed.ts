import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { recordedPieces } from '../../src/writing/changes/recorded.js'
import { readStates } from '../../src/writing/statements/states.js'
import { tieStatementsOf } from '../../src/writing/statements/stored-statement.js'
import { nameOf, Replay } from './editions-model.js'

const properties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
)
/** Every entity with what stands on it. */
export const everyEntity = query()(
  'every entity of a test',
  z.object({ id: z.string(), properties }),
  'MATCH (entity:Entity) RETURN entity.id AS id, properties(entity) AS properties',
)
/** Every relationship between entities. */
export const everyTie = query()(
  'every relationship of a test',
  z.object({ type: z.string(), from: z.string(), to: z.string(), key: z.string(), properties }),
  `MATCH (start:Entity)-[tie]->(end:Entity)
   RETURN type(tie) AS type, start.id AS from, end.id AS to, tie.key AS key, properties(tie) AS properties`,
)
/** Every change, in the order in which they were made. */
export const everyChange = query()(
  'every change of a test',
  z.object({ id: z.string(), operation: z.string(), number: z.number() }),
  'MATCH (change:Change) RETURN change.id AS id, change.operation AS operation, change.number AS number ORDER BY number',
)

/** Whether a relationship is a statement of its own. */
export const isSaying = ({ type, key, from }: { type: string; key: string; from: string }) =>
  type === 'STATED_IN' && (key !== '' || from.startsWith('firm:'))

/** All that is said in a graph, as lines. */
export async function saidIn(graph: Graph, isAsked: (id: string) => boolean = () => true): Promise<string[]> {
  const ids = (await graph.read(everyEntity, {})).map(({ id }) => id).filter(isAsked)
  const states = await readStates(graph, ids)
  const ties = (await graph.read(everyTie, {})).filter(
    (row) => !isSaying(row) && (isAsked(row.from) || isAsked(row.to)),
  )
  return [
    ...[...states].flatMap(([id, { statements }]) => statements.map((said) => line(id, said))),
    ...ties.flatMap((row) => tieStatementsOf(row.properties).map((said) => line(nameOf(row), said))),
  ].toSorted()
}

/** All that pieces one after the other come to, as lines. */
export const saidBy = ({ entities, ties }: Replay): string[] =>
  [...entities, ...ties].flatMap(([name, said]) => [...said.values()].map((each) => line(name, each))).toSorted()

const line = (name: string, said: object) => JSON.stringify([name, sorted(said)])
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner)])
    : value

/** Pieces of the changes that a graph holds after a number of them, in their order. */
export async function replayed(graph: Graph, operations: (operation: string) => boolean, after = 0): Promise<Replay> {
  const replay = new Replay()
  for (const { id, operation, number } of await graph.read(everyChange, {})) {
    if (number > after && operations(operation)) replay.add(await recordedPieces(graph, id))
  }
  return replay
}
