import { type PhaseKind, phaseKinds } from '../../establishments/phases.js'
import type { GraphReader } from '../../graph/graph.js'
import type { EntityKind } from '../../graph/vocabulary.js'
import { folded } from '../../text/folded.js'
import type { Columns } from '../readers/columns.js'
import type { UserRow } from '../readers/user-file.js'
import { day } from './cells.js'
import type { FindEnd } from './named-ends.js'
import { RowRefusal } from './refusal.js'
import { needColumns, requirementColumns, supplyColumns } from './tie-columns.js'
import { namesOfKind } from './tie-queries.js'

/** A relationship that a row states. */
export interface StatedTie {
  readonly from: string
  readonly to: string
  readonly key: string
  readonly category?: string | undefined
  readonly phase?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly status?: string | undefined
  readonly locator: string
}

type TieType = 'SUPPLIES' | 'HAS_NEED' | 'FULFILS'

/** A kind of file in which each row is a relationship of a firm. */
export interface TieFile<Column extends string = string> {
  readonly type: TieType
  readonly columns: Columns<Column>
  /** Which kinds the relationship may lead to. */
  readonly to: readonly EntityKind[]
  /** The columns that hold a number, an id or a name of a firm or venture. */
  readonly named: readonly NoInfer<Column>[]
  /** The columns of both ends, for what is said of a row whose end is not there. */
  readonly ends: readonly [from: string, to: string]
  /** Reads rows; names are looked up among what the graph has. */
  reader(graph: GraphReader, source: string, file: string, end: FindEnd): Promise<(row: UserRow<Column>) => StatedTie>
}

/** Declares a kind of file, its reader typed by its columns. */
const tieFile = <Column extends string>(file: TieFile<Column>): TieFile<Column> => file

export const supplyFile = tieFile({
  type: 'SUPPLIES',
  columns: supplyColumns,
  to: ['FIRM', 'ESTABLISHMENT'],
  named: ['supplier', 'buyer'],
  ends: ['supplier', 'buyer'],
  async reader(graph, source, file, end) {
    const categories = await names(graph, 'SUPPLY_CATEGORY')
    return ({ line, cell }) => {
      const from = end('supplier', cell('supplier'), ['FIRM'])
      const to = end('buyer', cell('buyer'), ['FIRM', 'ESTABLISHMENT'])
      if (from === to) throw new RowRefusal('buyer', 'is the supplier itself')
      const category = cell('category') === '' ? undefined : categories('category', cell('category'))
      const phase = phaseOf(cell('phase'))
      const since = day('since', cell('since'), 'firstDay') ?? undefined
      const until = day('until', cell('until'), 'lastDay') ?? undefined
      if (since !== undefined && until !== undefined && until < since) throw new RowRefusal('until', 'is before since')
      const key = [category ?? '', phase ?? '', since ?? '', source].join(' ')
      return { from, to, key, category, phase, since, until, locator: `${file}, line ${line}` }
    }
  },
})

export const needFile = tieFile({
  type: 'HAS_NEED',
  columns: needColumns,
  to: ['NEED'],
  named: ['firm'],
  ends: ['firm', 'need'],
  async reader(graph, source, file, end) {
    const needs = await names(graph, 'NEED')
    return ({ line, cell }) => {
      const from = end('firm', cell('firm'), ['FIRM'])
      return { from, to: needs('need', cell('need')), key: source, locator: `${file}, line ${line}` }
    }
  },
})

export const requirementFile = tieFile({
  type: 'FULFILS',
  columns: requirementColumns,
  to: ['REQUIREMENT'],
  named: ['firm'],
  ends: ['firm', 'requirement'],
  async reader(graph, source, file, end) {
    const requirements = await names(graph, 'REQUIREMENT')
    return ({ line, cell }) => {
      const from = end('firm', cell('firm'), ['FIRM'])
      const to = requirements('requirement', cell('requirement'))
      const status = cell('status').toUpperCase()
      if (!['FULFILLED', 'LACKING'].includes(status)) throw new RowRefusal('status', 'takes FULFILLED or LACKING')
      return { from, to, key: source, status, locator: `${file}, line ${line}` }
    }
  },
})

const phaseNames: Readonly<Record<PhaseKind, readonly string[]>> = {
  PLANNING: ['planering'],
  CONSTRUCTION: ['byggande', 'bygge', 'byggnation', 'byggfas'],
  RAMP_UP: ['upptrappning', 'driftstart'],
  OPERATION: ['drift'],
  MAINTENANCE_STOP: ['underhållsstopp', 'underhåll'],
}

function phaseOf(text: string): string | undefined {
  if (text === '') return undefined
  const word = folded(text)
  const phase = phaseKinds.find((kind) => [kind, ...phaseNames[kind]].some((name) => folded(name) === word))
  if (phase === undefined) throw new RowRefusal('phase', `takes ${phaseKinds.join(', ')}`)
  return phase
}

/** Finds entities of a kind by id, by what follows the colon, or by a name; the report's lists are short. */
async function names(graph: GraphReader, kind: EntityKind): Promise<(column: string, text: string) => string> {
  const byWord = new Map<string, string>()
  const rows = await graph.read(namesOfKind, { kind })
  for (const { id, nameSv, nameEn } of rows) {
    for (const word of [id, id.replace(/^[^:]*:/, ''), nameSv, nameEn]) if (word) byWord.set(folded(word), id)
  }
  const slugs = rows.map(({ id }) => id.replace(/^[^:]*:/, ''))
  return (column, text) => {
    const id = byWord.get(folded(text))
    if (id === undefined) throw new RowRefusal(column, `takes a name or one of ${slugs.join(', ')}`)
    return id
  }
}
