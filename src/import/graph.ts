import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../graph/elements.js'
import { GraphError, oneLine } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import {
  endLine,
  GRAPH_FILE_FORMAT,
  type GraphFileEnd,
  headerLine,
  nodeLine,
  relationshipLine,
} from '../graph/graph-file.js'
import { countOfNodes, readState, recordRegion, recordState } from '../graph/graph-state.js'
import { query } from '../graph/query.js'
import { writeElements } from '../graph/write-elements.js'
import { type Progress, silent } from '../kernel/progress.js'
import { textFaults } from '../text/entering-text.js'
import { enteringValue } from '../text/entering-values.js'
import { ImportError } from './import-error.js'

/** Of properties, a list counting as long as it is: some 3 MB. */
const VALUES_A_TRANSACTION = 300_000
const LINES_A_TRANSACTION = 5_000
const NODES_A_REMOVAL = 5_000

/** Takes some nodes away with their relationships; no node is taken where none is left. */
const removeSome = query<{ limit: number }>()(
  'take some nodes away',
  z.object({ count: z.number() }),
  `MATCH (node:Entity)
   WITH node ORDER BY node.id LIMIT $limit
   DETACH DELETE node
   RETURN count(*) AS count`,
)

/**
 * Reads a graph's file into a graph that holds nothing yet, in several transactions. Where it fails, what was written is
 * taken away again; where the process ends in between, the next import begins anew, and nothing else opens the graph.
 * @throws ImportError with the line, for a file that is no such file or not whole, and for a graph that holds something.
 */
export async function importGraph(graph: Graph, file: string, progress: Progress = silent): Promise<GraphFileEnd> {
  const { importing, seedVersion } = await readState(graph)
  if (importing) await removeAll(graph)
  const [held] = await graph.read(countOfNodes, {})
  if (held && held.count > 0) {
    throw new ImportError(
      file,
      null,
      `the graph holds ${held.count} nodes already: import into an empty one, such as a new folder in NORRGRAPH_DATA`,
    )
  }
  await record(graph, true, seedVersion)
  try {
    progress.begin(await sizeOf(file))
    const { header, ...counts } = await readInto(graph, file, progress)
    await graph.transaction(async (transaction) => {
      await transaction.write(recordState, { importing: false, version: header.seed })
      if (header.region !== undefined) await transaction.write(recordRegion, { region: header.region })
    })
    return counts
  } catch (error) {
    await removeAll(graph)
    await record(graph, false, 0)
    throw error
  } finally {
    progress.end()
  }
}

async function record(graph: Graph, importing: boolean, version: number): Promise<void> {
  await graph.transaction((transaction) => transaction.write(recordState, { importing, version }))
}

async function removeAll(graph: Graph): Promise<void> {
  const remove = () => graph.transaction((transaction) => transaction.write(removeSome, { limit: NODES_A_REMOVAL }))
  for (let removed = await remove(); (removed[0]?.count ?? 0) > 0; ) removed = await remove()
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (cause) {
    throw new ImportError(file, null, `cannot be read: ${oneLine(cause)}`, { cause })
  }
}

/** What a file's first line says of the graph. */
type Header = Pick<z.infer<typeof headerLine>, 'seed' | 'region'>

async function readInto(graph: Graph, file: string, progress: Progress): Promise<GraphFileEnd & { header: Header }> {
  const batch = new Batch(graph, file)
  let number = 0
  let bytes = 0
  let header: Header = { seed: 0 }
  let end: GraphFileEnd | null = null
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    bytes += Buffer.byteLength(text) + 1
    const value = parsed(file, number, text)
    if (number === 1) {
      header = readHeader(file, value)
    } else if (end) {
      throw new ImportError(file, number, 'something stands after the last line')
    } else if ('label' in value) {
      await batch.add(nodeOf(checked(file, number, nodeLine, value)), number)
    } else if ('type' in value) {
      await batch.add(relationshipOf(checked(file, number, relationshipLine, value)), number)
    } else {
      end = checked(file, number, endLine, value)
    }
    progress.reach(bytes)
  }
  await batch.write()
  if (!end) throw new ImportError(file, number, 'the file ends before its last line, which counts what it holds')
  if (end.nodes !== batch.counts.nodes || end.relationships !== batch.counts.relationships) {
    const { nodes, relationships } = batch.counts
    throw new ImportError(
      file,
      number,
      `holds ${nodes} nodes and ${relationships} relationships, which is not what it says`,
    )
  }
  return { ...end, header }
}

function parsed(file: string, number: number, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object') return value
  } catch {
    // Said below, with the line.
  }
  throw new ImportError(file, number, number === 1 ? 'this is no graph that Norrgraph wrote' : 'not a line of JSON')
}

function readHeader(file: string, value: object): Header {
  const header = headerLine.safeParse(value)
  if (!header.success) throw new ImportError(file, 1, 'this is no graph that Norrgraph wrote')
  const { format, ...said } = header.data
  if (format !== GRAPH_FILE_FORMAT) {
    throw new ImportError(file, 1, `format ${format}, this Norrgraph reads ${GRAPH_FILE_FORMAT}: use a newer version`)
  }
  return said
}

function checked<Line>(file: string, number: number, schema: z.ZodType<Line>, value: object): Line {
  const result = schema.safeParse(asTextsEnter(file, number, value))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new ImportError(file, number, [...(issue?.path ?? []), issue?.message].join(': '))
}

/** What is made of an entity's names anew when it is written. */
const derived: ReadonlySet<string> = new Set(['searchText', 'letterPairs', 'sortName'])

/** A line with its properties as texts enter, but for blanks, so that a graph that moves stays the same; ids and keys are looked at and stay letter for letter. */
function asTextsEnter(file: string, number: number, value: object): object {
  const { properties, ...ends }: { properties?: unknown } = { ...value }
  const own =
    properties instanceof Object
      ? Object.fromEntries(Object.entries(properties).filter(([name]) => !derived.has(name)))
      : properties
  const entering = [enteringValue(ends), enteringValue(own, 'AS_THEY_ARE')]
  for (const read of entering) {
    if ('fault' in read) throw new ImportError(file, number, [...read.path, textFaults[read.fault]].join(': '))
  }
  const [, entered] = entering
  return own === undefined ? ends : { ...ends, properties: entered && 'value' in entered ? entered.value : own }
}

type Line<Schema extends z.ZodType> = z.infer<Schema>

function nodeOf({ label, id, properties }: Line<typeof nodeLine>): { node: GraphNode } {
  const { source, locator, recordedAt, ...own } = properties
  return { node: { label, id, provenance: { source, locator, recordedAt }, properties: own } }
}

function relationshipOf({ properties, ...ends }: Line<typeof relationshipLine>): { relationship: GraphRelationship } {
  const { source, locator, recordedAt, ...own } = properties
  return { relationship: { ...ends, provenance: { source, locator, recordedAt }, properties: own } }
}

const valuesOf = ({ properties }: GraphNode | GraphRelationship): number =>
  Object.values(properties).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0)

/** What was read and is not yet written. */
class Batch {
  readonly counts = { nodes: 0, relationships: 0 }
  private nodes: GraphNode[] = []
  private relationships: GraphRelationship[] = []
  private values = 0
  private firstLine = 0

  constructor(
    private readonly graph: Graph,
    private readonly file: string,
  ) {}

  async add(element: { node: GraphNode } | { relationship: GraphRelationship }, line: number): Promise<void> {
    if (this.size === 0) this.firstLine = line
    if ('node' in element) this.nodes.push(element.node)
    else this.relationships.push(element.relationship)
    this.values += valuesOf('node' in element ? element.node : element.relationship)
    if (this.size >= LINES_A_TRANSACTION || this.values >= VALUES_A_TRANSACTION) await this.write()
  }

  async write(): Promise<void> {
    const { nodes, relationships } = this
    if (this.size === 0) return
    try {
      await this.graph.transaction((transaction) => writeElements(transaction, { nodes, relationships }))
    } catch (cause) {
      if (!(cause instanceof GraphError) || cause.kind !== 'FAILED') throw cause
      throw new ImportError(this.file, this.firstLine, `here or below: ${oneLine(cause)}`, { cause })
    }
    this.counts.nodes += nodes.length
    this.counts.relationships += relationships.length
    this.nodes = []
    this.relationships = []
    this.values = 0
  }

  private get size(): number {
    return this.nodes.length + this.relationships.length
  }
}
