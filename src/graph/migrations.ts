import { z } from 'zod'
import type { Properties } from './elements.js'
import { GraphError } from './failure.js'
import type { Graph } from './graph.js'
import { known } from './known.js'
import { nameProperties } from './names.js'
import { type QueryValue, query } from './query.js'
import { accountLabels, jobLabels, nodeLabels, registerLabels } from './vocabulary.js'

const recorded = z.object({ schemaVersion: z.number() })

/** The schema version that this graph was brought to; no row for a graph that is new. */
const recordedVersion = query<Record<never, never>>()(
  'recorded schema version',
  recorded,
  `MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.schemaVersion, 0) AS schemaVersion`,
)

/** A graph's generations begin at a moment: one that takes the place of another begins beyond all that a server knew of that. */
const recordVersion = query<{ version: number; begun: number }>()(
  'record schema version',
  recorded,
  `MERGE (state:NorrgraphState {id: 'state'}) ON CREATE SET state.generation = $begun
   SET state.schemaVersion = $version
   RETURN state.schemaVersion AS schemaVersion`,
)

/** Whether any node at all is there: a graph without a recorded version must be empty, or it is not this program's. */
const anyNode = query<Record<never, never>>()(
  'any node',
  z.object({ id: z.unknown() }),
  'MATCH (node) RETURN node.id AS id LIMIT 1',
)

/** Entities with what they are found by, in the order of their ids. */
const entitiesNamed = query<{ after: string }>()(
  'entities with their names',
  z.object({
    id: z.string(),
    names: z.record(z.string(), z.union([z.string(), z.array(z.string())]).nullable()),
    written: z.record(z.string(), z.string().nullable()),
  }),
  `MATCH (node:Entity)
   WHERE node.id > $after
   RETURN node.id AS id,
     {nameSv: node.nameSv, nameEn: node.nameEn, title: node.title, otherNames: node.otherNames, statedNames: node.statedNames,
      organisationNumber: node.organisationNumber, synonyms: node.synonyms} AS names,
     {sortName: node.sortName, searchText: node.searchText, letterPairs: node.letterPairs} AS written
   ORDER BY id LIMIT 2000`,
)

const writeNames = query<{ rows: readonly QueryValue[] }>()(
  'write names',
  z.object({ count: z.number() }),
  `UNWIND $rows AS row
   MATCH (node:Entity {id: row.id})
   SET node += row.properties
   RETURN count(node) AS count`,
)

/** In order. A step that was released is never changed; a new one is appended. */
const steps: readonly ((graph: Graph) => Promise<void>)[] = [
  indexIds,
  // The labels that came after the first was released; indexes that are there stay.
  indexIds,
  indexNames,
  // The folding that came after the first: legal forms, hyphens and more letters.
  foldNames,
  indexRegister,
  indexAccounts,
  indexJobs,
  // Tables of employment.
  indexIds,
  // A change is asked for the proposal that it came of.
  (graph) => indexBeside(graph, [], [['Proposal', 'change']]),
]

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
    await step(graph)
    await graph.transaction((transaction) =>
      transaction.write(recordVersion, { version: index + 1, begun: Date.now() }),
    )
  }
}

/** Ids are unique over all kinds and found by label; Neo4j also pages by (sortName, id). Grafeo has no ordered index. */
async function indexIds(graph: Graph): Promise<void> {
  const constrained = ['Entity', 'NorrgraphState']
  const labels = ['Place', ...nodeLabels]
  // In Grafeo a unique constraint makes no index, so the labels that it stands on get one as well, and get it first.
  const indexed = graph.engine === 'embedded' ? [...constrained, ...labels] : labels
  const indexes = [
    ...indexed.map((label) => `CREATE INDEX ${label}_id IF NOT EXISTS FOR (node:${label}) ON (node.id)`),
    ...(graph.engine === 'embedded'
      ? []
      : nodeLabels.map(
          (label) => `CREATE INDEX ${label}_sort IF NOT EXISTS FOR (node:${label}) ON (node.sortName, node.id)`,
        )),
  ]
  await graph.define(...indexes)
  // Neo4j makes a constraint's index in a transaction of its own, which waits for no other on the label.
  for (const label of constrained) {
    await graph.define(
      `CREATE CONSTRAINT ${label}_id_unique IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`,
    )
  }
  if (graph.engine === 'neo4j') await graph.define('CALL db.awaitIndexes(60)')
}

/** Names are found by parts and by likeness, and entities by their source. */
async function indexNames(graph: Graph): Promise<void> {
  await graph.define('CREATE INDEX Entity_source IF NOT EXISTS FOR (node:Entity) ON (node.source)')
  if (graph.engine === 'neo4j') {
    await graph.define('CREATE TEXT INDEX Entity_search_text IF NOT EXISTS FOR (node:Entity) ON (node.searchText)')
  }
  await graph.defineTextIndex()
  await foldNames(graph)
}

/** Writes what entities are found by where it is another than their names fold to. */
async function foldNames(graph: Graph): Promise<void> {
  let after = ''
  while (true) {
    const page = await graph.read(entitiesNamed, { after })
    const rows = page.flatMap(({ id, names, written }) => {
      const properties = changed(nameProperties(id, known(names)), written)
      return Object.keys(properties).length > 0 ? [{ id, properties }] : []
    })
    if (rows.length > 0) await graph.transaction((transaction) => transaction.write(writeNames, { rows }))
    const last = page.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Letter pairs only lead to what may be alike, so that more of them than there need be may stay: they are slow to write. */
function changed(folded: Properties, written: Readonly<Record<string, string | null>>): Properties {
  const held = new Set((written.letterPairs ?? '').split(' '))
  return Object.fromEntries(
    Object.entries(folded).filter(([name, value]) =>
      name === 'letterPairs'
        ? String(value)
            .split(' ')
            .some((pair) => !held.has(pair))
        : written[name] !== value,
    ),
  )
}

/** Changes and proposals are found by id and by number, and what an entity was by its id. */
async function indexRegister(graph: Graph): Promise<void> {
  const found = [
    // Neo4j's constraint is an index too, and takes none beside it.
    ...(graph.engine === 'embedded' ? registerLabels.map((label) => [label, 'id']) : []),
    ['Change', 'number'],
    ['Change', 'for'],
    ['ChangePart', 'change'],
    ['Proposal', 'number'],
    ['Proposal', 'status'],
    // What is written names its source by these.
    ['Source', 'address'],
    ['Source', 'title'],
  ]
  await indexBeside(graph, registerLabels, found)
}

/** Accounts are found by name and by whom a provider says they are, all that is theirs by the account. */
async function indexAccounts(graph: Graph): Promise<void> {
  const found = [
    ...(graph.engine === 'embedded' ? accountLabels.map((label) => [label, 'id']) : []),
    ['Account', 'name'],
    ['Account', 'subject'],
    ['ActsFor', 'account'],
    ['AccessToken', 'account'],
    ['AccessToken', 'digest'],
    ['Session', 'account'],
    ['RunOwner', 'account'],
  ]
  await indexBeside(graph, accountLabels, found)
}

/** Indexes nodes that are no entities, by some of their properties; their ids are unique. */
async function indexBeside(
  graph: Graph,
  labels: readonly string[],
  found: readonly (readonly string[])[],
): Promise<void> {
  await graph.define(
    ...found.map(
      ([label, property]) =>
        `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (node:${label}) ON (node.${property})`,
    ),
  )
  for (const label of labels) {
    await graph.define(
      `CREATE CONSTRAINT ${label}_id_unique IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE`,
    )
  }
}

/** Jobs are found by id, number and status, and lists that are not whole by what their sources say of their file. */
async function indexJobs(graph: Graph): Promise<void> {
  const found = [
    ...jobLabels.map((label) => [label, 'id']),
    ...[
      ['Job', 'number'],
      ['Job', 'status'],
      ['JobRefusals', 'job'],
      ['CalculationJob', 'number'],
      ['CalculationJob', 'status'],
      ['CalculationJob', 'author'],
      ['Source', 'fileHash'],
    ],
  ]
  await graph.define(
    ...found.map(
      ([label, property]) =>
        `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (node:${label}) ON (node.${property})`,
    ),
  )
}
