import { z } from 'zod'
import type { GraphNode, GraphRelationship, Properties } from '../graph/elements.js'
import { GraphError, oneLine } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import { type GraphFileEnd, nothingCounted } from '../graph/graph-file.js'
import { query } from '../graph/query.js'
import { writeElements } from '../graph/write-elements.js'
import { checkWhole, type GraphLine, type RegisterKind, type RegisterRow } from './graph-lines.js'
import { registerKinds, writeRegister } from './graph-register.js'
import { ImportError } from './import-error.js'

/** Of properties, a list counting as long as it is, and a text by its length: some 3 MB. */
const VALUES_A_TRANSACTION = 300_000
const LETTERS_A_VALUE = 20
const LINES_A_TRANSACTION = 5_000

/** Says how far an import came; no row is counted where it came so far before. */
const passLine = query<{ importedLine: number }>()(
  'pass a line of an import',
  z.object({ count: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'})
   WHERE coalesce(state.importedLine, 0) < $importedLine
   SET state.importedLine = $importedLine
   RETURN count(state) AS count`,
)

const forgetLine = query<Record<never, never>>()(
  'forget the line of an import',
  z.object({ id: z.string() }),
  `MATCH (state:NorrgraphState {id: 'state'})
   SET state.importedLine = null
   RETURN state.id AS id`,
)

/** Begins to count the lines of an import, or ends it. */
export const forgetLines = (graph: Graph): Promise<unknown> =>
  graph.transaction((transaction) => transaction.writeUnshown(forgetLine, {}))

const valuesOf = (properties: Properties): number =>
  Object.values(properties).reduce<number>((sum, value) => sum + weightOf(value), 0)

function weightOf(value: Properties[string]): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / LETTERS_A_VALUE)
  return Array.isArray(value) ? value.length : 1
}

/** Lines of a text that was cut in parts. */
interface CutText {
  readonly of: string
  readonly line: number
  text: string
}

/** What was read and is not yet written. */
export class Batch {
  readonly counts: { -readonly [Kind in keyof GraphFileEnd]: number } = { ...nothingCounted }
  private nodes: GraphNode[] = []
  private relationships: GraphRelationship[] = []
  private register: { kind: RegisterKind; row: RegisterRow }[] = []
  private values = 0
  private firstLine = 0
  private lastLine = 0
  private cut: CutText | null = null

  constructor(
    private readonly graph: Graph,
    private readonly file: string,
  ) {}

  async add(element: Exclude<GraphLine, { kind: 'END' }>, line: number): Promise<void> {
    if (this.size === 0) this.firstLine = line
    this.lastLine = line
    this.counts[element.kind] += 1
    if ('node' in element) {
      this.nodes.push(element.node)
      this.values += valuesOf(element.node.properties)
    } else if ('relationship' in element) {
      this.relationships.push(element.relationship)
      this.values += valuesOf(element.relationship.properties)
    } else {
      this.addToText(element, line)
      this.register.push(element)
      this.values += valuesOf(element.row.properties)
    }
    if (this.size >= LINES_A_TRANSACTION || this.values >= VALUES_A_TRANSACTION) await this.write()
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    this.endText()
    await this.write()
  }

  private async write(): Promise<void> {
    const { nodes, relationships, register, lastLine } = this
    if (this.size === 0) return
    try {
      await this.graph.transaction(async (transaction) => {
        // Neo4j may run this again after a commit that it did not tell of.
        const [passed] = await transaction.write(passLine, { importedLine: lastLine })
        if (passed?.count === 0) return
        await writeElements(transaction, { nodes, relationships })
        for (const kind of registerKinds) {
          const rows = register.filter((each) => each.kind === kind).map(({ row }) => row)
          await writeRegister(transaction, kind, rows)
        }
      })
    } catch (cause) {
      if (!(cause instanceof GraphError) || cause.kind !== 'FAILED') throw cause
      throw new ImportError(this.file, this.firstLine, `here or below: ${oneLine(cause)}`, { cause })
    }
    this.nodes = []
    this.relationships = []
    this.register = []
    this.values = 0
  }

  /** Parts of one text stand one after the other, and are looked at together. */
  private addToText({ kind, row }: { kind: RegisterKind; row: RegisterRow }, line: number): void {
    const { change, entity, text } = row.properties
    const of = kind === 'parts' ? `${change} ${entity}` : null
    if (this.cut?.of !== of) this.endText()
    if (of === null) return
    this.cut ??= { of, line, text: '' }
    this.cut.text += String(text)
  }

  private endText(): void {
    if (this.cut) checkWhole(this.file, this.cut.line, this.cut.text)
    this.cut = null
  }

  private get size(): number {
    return this.nodes.length + this.relationships.length + this.register.length
  }
}
