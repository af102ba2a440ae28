import { z } from 'zod'
import { GraphError } from './failure.js'
import type { Engine, Graph } from './graph.js'
import { query } from './query.js'
import { nodeLabels } from './vocabulary.js'

const recorded = z.object({ schemaVersion: z.number() })

/** The schema version that this graph was brought to; no row for a graph that is new. */
const recordedVersion = query<Record<never, never>>()(
  'recorded schema version',
  recorded,
  `MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.schemaVersion, 0) AS schemaVersion`,
)

const recordVersion = query<{ version: number }>()(
  'record schema version',
  recorded,
  `MERGE (state:NorrgraphState {id: 'state'}) SET state.schemaVersion = $version RETURN state.schemaVersion AS schemaVersion`,
)

/** Whether any node at all is there: a graph without a recorded version must be empty, or it is not this program's. */
const anyNode = query<Record<never, never>>()(
  'any node',
  z.object({ id: z.unknown() }),
  'MATCH (node) RETURN node.id AS id LIMIT 1',
)

/** Each step's statements for an engine, in order. A step that was released is never changed; a new one is appended. */
// The second makes the indexes of labels that came after the first was released; those that are there stay.
const steps: readonly ((engine: Engine) => readonly string[])[] = [indexesOnIds, indexesOnIds]

/**
 * Brings a graph's indexes and constraints up to this program's version.
 * @throws GraphError UNAVAILABLE for a graph that a newer program made, or that holds nodes which are not this program's.
 */
export async function migrate(graph: Graph): Promise<void> {
  const version = (await graph.read(recordedVersion, {}))[0]?.schemaVersion ?? 0
  if (version > steps.length) {
    throw new GraphError(
      'UNAVAILABLE',
      `The graph was made by a newer Norrgraph (schema ${version}, this one knows ${steps.length}): use that version.`,
    )
  }
  if (version === 0 && (await graph.read(anyNode, {})).length > 0) {
    throw new GraphError(
      'UNAVAILABLE',
      "The database holds nodes that are not Norrgraph's: give it an empty database of its own.",
    )
  }
  for (const [index, step] of steps.entries()) {
    if (index < version) continue
    for (const statement of step(graph.engine)) await graph.define(statement)
    await graph.transaction((transaction) => transaction.write(recordVersion, { version: index + 1 }))
  }
}

/** Ids are unique over all kinds and found by label; Neo4j also pages by (sortName, id). Grafeo has no ordered index. */
function indexesOnIds(engine: Engine): string[] {
  const unique = ['Entity', 'NorrgraphState'].map(
    (label) => `CREATE CONSTRAINT ${label}_id_unique IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`,
  )
  const labels = ['Place', ...nodeLabels]
  const found = labels.map((label) => `CREATE INDEX ${label}_id IF NOT EXISTS FOR (node:${label}) ON (node.id)`)
  if (engine === 'embedded') {
    // There a unique constraint makes no index, so the labels that it stands on get one as well.
    return [
      ...['Entity', 'NorrgraphState'].map(
        (label) => `CREATE INDEX ${label}_id IF NOT EXISTS FOR (node:${label}) ON (node.id)`,
      ),
      ...unique,
      ...found,
    ]
  }
  const ordered = nodeLabels.map(
    (label) => `CREATE INDEX ${label}_sort IF NOT EXISTS FOR (node:${label}) ON (node.sortName, node.id)`,
  )
  return [...unique, ...found, ...ordered, 'CALL db.awaitIndexes(60)']
}
