import type { z } from 'zod'
import type { GraphNode, GraphRelationship, Properties, PropertyValue } from '../graph/elements.js'
import {
  endLine,
  firstEndLine,
  GRAPH_FILE_FORMAT,
  type GraphFileEnd,
  headerLine,
  nodeLine,
  nothingCounted,
  registerLines,
  relationshipLine,
} from '../graph/graph-file.js'
import { known } from '../graph/known.js'
import { nameProperties } from '../graph/names.js'
import { nodeKinds } from '../graph/vocabulary.js'
import { enteringJson } from '../text/entering-json.js'
import { textFaults } from '../text/entering-text.js'
import { type EnteringValue, enteringValue } from '../text/entering-values.js'
import { accessLines, accountId } from './access-lines.js'
import { ImportError } from './import-error.js'

/** A node of the register, or a relationship to `id` from a change or from what was an entity. */
export type RegisterRow = {
  readonly id: string
  readonly change?: string
  readonly former?: string
  readonly properties: Properties
}

/** Lines of which the register is made. */
export type RegisterKind = Exclude<keyof GraphFileEnd, 'nodes' | 'relationships'>

/** What a line of a graph's file says. */
export type GraphLine =
  | { readonly kind: 'nodes'; readonly node: GraphNode }
  | { readonly kind: 'relationships'; readonly relationship: GraphRelationship }
  | { readonly kind: RegisterKind; readonly row: RegisterRow }
  | { readonly kind: 'END'; readonly end: GraphFileEnd }

/** What a file's first line says of the graph. */
export type GraphHeader = z.infer<typeof headerLine>

/** Properties that are texts of JSON, or lists of these. What they say enters as all else does. */
const texts: ReadonlySet<string> = new Set(['differed', 'pieces', 'draft', 'touched', 'statements'])

/**
 * The first line of a graph's file.
 * @throws ImportError for what is no graph, and for a format that came after this program.
 */
export function readHeader(file: string, text: string): GraphHeader {
  const header = headerLine.safeParse(parsed(file, 1, text))
  if (!header.success) throw new ImportError(file, 1, 'this is no graph that Norrgraph wrote')
  const { format } = header.data
  if (format > GRAPH_FILE_FORMAT) {
    throw new ImportError(file, 1, `format ${format}, this Norrgraph reads ${GRAPH_FILE_FORMAT}: use a newer version`)
  }
  return header.data
}

/**
 * A later line of a graph's file, its texts as texts enter.
 * @throws ImportError for what is no such line.
 */
export function readLine(file: string, number: number, text: string, format: number): GraphLine {
  const value = parsed(file, number, text)
  const check = <Line>(schema: z.ZodType<Line>): Line => checked(file, number, schema, value)
  if (format > 1 && !('nodes' in value)) {
    // What became of something names both, and so does what a change did to an entity.
    if ('now' in value) return { kind: 'nows', row: nowOf(check(registerLines.now)) }
    if ('former' in value) return { kind: 'formers', row: formerOf(check(registerLines.former)) }
    if ('part' in value) return { kind: 'parts', row: partOf(check(registerLines.part)) }
    if ('changed' in value) return { kind: 'changed', row: changedOf(check(registerLines.changed)) }
    if ('change' in value) return { kind: 'changes', row: changeOf(check(registerLines.change)) }
    if ('proposal' in value) return { kind: 'proposals', row: proposalOf(check(registerLines.proposal)) }
  }
  if (format > 2 && !('nodes' in value)) {
    if ('account' in value) return { kind: 'accounts', row: accountOf(file, number, check(accessLines.account)) }
    if ('acting' in value) return { kind: 'actings', row: actingOf(check(accessLines.acting)) }
    if ('token' in value) return { kind: 'tokens', row: tokenOf(check(accessLines.token)) }
  }
  if ('label' in value) return { kind: 'nodes', node: nodeOf(check(nodeLine)) }
  if ('type' in value) return { kind: 'relationships', relationship: relationshipOf(check(relationshipLine)) }
  return { kind: 'END', end: format > 1 ? check(endLine) : { ...nothingCounted, ...check(firstEndLine) } }
}

/**
 * Looks at a text of JSON that was cut in parts.
 * @throws ImportError where a text in it may not enter.
 */
export function checkWhole(file: string, number: number, text: string): void {
  entered(file, number, enteringJson(text), 'text')
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

function checked<Line>(file: string, number: number, schema: z.ZodType<Line>, value: object): Line {
  const result = schema.safeParse(asTextsEnter(file, number, value))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new ImportError(file, number, [...(issue?.path ?? []), issue?.message].join(': '))
}

/** What of an account and a token is no text: any digits may stand in it. */
const random: ReadonlySet<string> = new Set(['password', 'digest', 'issuer', 'subject'])

/** What is made of an entity's names anew when it is written. */
const derived: ReadonlySet<string> = new Set(['searchText', 'letterPairs', 'sortName'])

/** A line with its properties as texts enter, but for blanks, so that a graph that moves stays the same; ids and keys are looked at and stay letter for letter. */
function asTextsEnter(file: string, number: number, value: object): object {
  const { properties, ...ends }: { properties?: unknown } = { ...value }
  entered(file, number, enteringValue(ends))
  if (properties === undefined) return ends
  if (!(properties instanceof Object)) return { ...ends, properties }
  // What was cut in parts is looked at as a whole.
  const isPart = 'part' in value
  const isAccess = 'account' in value || 'token' in value
  const own = Object.entries(properties)
    .filter(([name]) => !derived.has(name))
    .map(([name, each]): [string, unknown] => {
      if ((isPart && name === 'text') || (isAccess && random.has(name))) return [name, each]
      const entering = texts.has(name) ? enteringTexts(each) : enteringValue(each, 'AS_THEY_ARE')
      entered(file, number, enteringValue({ [name]: null }))
      return [name, entered(file, number, entering, name)]
    })
  return { ...ends, properties: Object.fromEntries(own) }
}

/** A text of JSON, or a list of them, as what they say enters. */
function enteringTexts(value: unknown): EnteringValue {
  if (typeof value === 'string') return enteringJson(value)
  if (!Array.isArray(value)) return enteringValue(value, 'AS_THEY_ARE')
  const items: unknown[] = []
  for (const [index, item] of value.entries()) {
    const entering = enteringTexts(item)
    if ('fault' in entering) return { ...entering, path: [index, ...entering.path] }
    items.push(entering.value)
  }
  return { value: items }
}

function entered(file: string, number: number, entering: EnteringValue, ...name: readonly string[]): unknown {
  if ('value' in entering) return entering.value
  throw new ImportError(file, number, [...name, ...entering.path, textFaults[entering.fault]].join(': '))
}

type Line<Schema extends z.ZodType> = z.infer<Schema>

function nodeOf({ label, id, properties }: Line<typeof nodeLine>): GraphNode {
  const { source, locator, recordedAt, ...own } = properties
  return { label, id, provenance: { source, locator, recordedAt }, properties: own }
}

function relationshipOf({ properties, ...ends }: Line<typeof relationshipLine>): GraphRelationship {
  const { source, locator, recordedAt, ...own } = properties
  return { ...ends, provenance: { source, locator, recordedAt }, properties: own }
}

const nowOf = ({ now, former, properties }: Line<typeof registerLines.now>): RegisterRow => ({
  ...{ id: now, former, properties },
})

const formerOf = ({ former: id, label, properties }: Line<typeof registerLines.former>): RegisterRow => ({
  id,
  properties: { ...properties, id, entityKind: nodeKinds[label].entityKind, ...nameProperties(id, properties) },
})

const partOf = ({ part: id, properties }: Line<typeof registerLines.part>): RegisterRow => ({
  ...{ id, properties: { ...properties, id } },
})

const changedOf = ({ changed, change, properties }: Line<typeof registerLines.changed>): RegisterRow => ({
  ...{ id: changed, change, properties },
})

const changeOf = ({ change: id, properties }: Line<typeof registerLines.change>): RegisterRow => ({
  ...{ id, properties: { ...properties, id } },
})

const proposalOf = ({ proposal: id, properties }: Line<typeof registerLines.proposal>): RegisterRow => ({
  ...{ id, properties: { ...properties, id } },
})

/** @throws ImportError for an account that would not be found by its name. */
function accountOf(file: string, number: number, { account: id, properties }: Line<typeof accessLines.account>) {
  if (id !== accountId(properties.name)) throw new ImportError(file, number, `account: is not ${properties.name}`)
  return accessOf(id, properties)
}

const actingOf = ({ acting: id, properties }: Line<typeof accessLines.acting>): RegisterRow => accessOf(id, properties)

const tokenOf = ({ token: id, properties }: Line<typeof accessLines.token>): RegisterRow => accessOf(id, properties)

const accessOf = (id: string, properties: Readonly<Record<string, PropertyValue | undefined>>): RegisterRow => ({
  id,
  properties: known({ ...properties, id }),
})
