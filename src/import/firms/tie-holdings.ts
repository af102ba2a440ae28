import type { SizeRule } from '../../classification/size-class.js'
import type { GraphReader } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { grouped } from '../../kernel/grouped.js'
import { applyChanges } from '../../writing/changes/apply.js'
import { readTies, tieName } from '../../writing/changes/apply-ties.js'
import { emptyBatch } from '../../writing/changes/file-change.js'
import type { EntityChange, TieIdentity, TiePiece } from '../../writing/changes/piece.js'
import { nameOfStatement, type TieStatement } from '../../writing/statements/statement.js'
import { tieStatementsOf } from '../../writing/statements/stored-statement.js'
import { lifeOf } from './firm-holdings.js'
import type { Compared, Gone, Holdings, Numbered, Scope } from './holdings.js'
import { RowRefusal } from './refusal.js'
import { kindsOfEntities, tiesByColumn, tiesStated, undescribedFirms } from './tie-queries.js'
import type { StatedTie, TieFile } from './tie-rows.js'

const TIES_A_PAGE = 5_000

const columns = ['category', 'phase', 'since', 'until', 'status'] as const
type Column = (typeof columns)[number]
type Said = Readonly<Partial<Record<Column, string | undefined>>>

const columnsOf = (said: Said): Column[] => columns.filter((column) => said[column] !== undefined)

type Ends = Omit<Gone, 'name'>
/** What tells relationships of a kind apart. */
export const identity = ({ from, to, key }: Ends): string => `${from} ${to} ${key}`
const nameOf = ({ from, to }: Ends): string => `${from} – ${to}`

/** How relationships that a source states are kept. */
interface TieHolding {
  readonly source: string
  readonly rule: SizeRule
  readonly scope?: Scope
}

/** Relationships of firms that a source states. */
export function tieHoldings(
  { type, to, ends }: Pick<TieFile, 'type' | 'to' | 'ends'>,
  { source, rule, scope = 'WHOLE' }: TieHolding,
): Holdings<StatedTie> {
  const own = (statements: readonly TieStatement[] = []): TieStatement | null =>
    statements.find((each) => nameOfStatement(each) === source) ?? null
  const ownOf = (texts: readonly string[] | null): TieStatement | null =>
    own(texts === null ? [] : tieStatementsOf({ statements: texts }))
  const identityOf = ({ from, to: end, key }: Ends): TieIdentity => ({ type, from, to: end, key })
  const pieceOf = (tie: Ends, before: TieStatement | null, after: TieStatement | null): TiePiece => ({
    ...{ of: 'TIE', ...identityOf(tie), before, after },
  })
  return {
    items: 'relationships',
    columns,
    async held(graph) {
      const [row] = await graph.read(tiesByColumn, { type, source })
      const { count = 0, shared = [] } = row ?? {}
      const among = shared.flatMap((texts) => ownOf(texts) ?? [])
      const counts = Object.fromEntries(
        columns.map((column) => [
          column,
          (row?.[column] ?? 0) + among.filter(({ values }) => values[column] !== undefined).length,
        ]),
      )
      return { count: count + among.length, byColumn: counts }
    },
    nameOf,
    entitiesOf: ({ from, to: end }) => [from, end],
    note: (tie, seen) => seen.add(identity(tie)),
    async compare(graph, items) {
      const kinds = await kindsOf(graph, items)
      const refused = items.flatMap(({ line, item }) => {
        const refusal = endRefusal(item, kinds)
        return refusal ? [{ line, refusal }] : []
      })
      const lines = new Set(refused.map(({ line }) => line))
      const taken = items.filter(({ line }) => !lines.has(line)).map(({ item }) => item)
      const there = await readTies(graph, taken.map(identityOf))
      const compared = taken.map((tie): Compared<StatedTie> => {
        const statement = own(there.get(tieName(identityOf(tie))))
        const before = statement === null ? undefined : saidBy(statement)
        const item = scope === 'CORRECTIONS' ? withSaid(tie, before) : tie
        const isSame = columns.every((column) => before?.[column] === item[column])
        const state = before === undefined ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED'
        return { item, state, states: columnsOf(item), stated: columnsOf(before ?? {}) }
      })
      return { compared, refused }
    },
    async *gone(graph, seen) {
      let position = { start: '', finish: '', key: '' }
      let isMore = true
      while (isMore) {
        const rows = await graph.read(tiesStated, { type, source, ...position, limit: TIES_A_PAGE })
        const named = rows
          .filter(({ statements }) => statements === null || ownOf(statements) !== null)
          .map(({ start, finish, key }): Ends => ({ from: start, to: finish, key }))
        yield named.filter((tie) => !seen.has(identity(tie))).map((tie) => ({ ...tie, name: nameOf(tie) }))
        const last = rows.at(-1)
        if (last) position = { start: last.start, finish: last.finish, key: last.key }
        isMore = rows.length === TIES_A_PAGE
      }
    },
    async write(transaction, _, items, recordedAt) {
      const there = await readTies(transaction, items.map(identityOf))
      const pieces = items.map((item) => {
        const { from: __, to: ___, key: ____, locator, ...values } = item
        const after = { source, locator, recordedAt, isSeeded: false, values: known(values), emptied: [] }
        return pieceOf(item, own(there.get(tieName(identityOf(item)))), after)
      })
      return { changed: await applyChanges(transaction, byFirm(pieces), rule), made: [] }
    },
    async remove(transaction, _, gone) {
      const there = await readTies(transaction, gone.map(identityOf))
      const stated = gone.filter((tie) => own(there.get(tieName(identityOf(tie)))) !== null)
      if (stated.length === 0) return emptyBatch
      const pieces = stated.map((tie) => pieceOf(tie, own(there.get(tieName(identityOf(tie)))), null))
      // Where another source states one too, it stays.
      const leaving = stated.filter((tie) => there.get(tieName(identityOf(tie)))?.length === 1)
      const changes = byFirm(pieces)
      const lives = (await unnamed(transaction, leaving)).map((id) => lifeOf(id, 'ENTITY', 'FORMER'))
      for (const life of lives) {
        const change = changes.find(({ entity }) => entity === life.entity)
        if (change) change.pieces.push(life)
        else changes.push({ entity: life.entity, label: 'Firm', pieces: [life] })
      }
      return { changed: await applyChanges(transaction, changes, rule), made: [] }
    },
  }

  function endRefusal(tie: StatedTie, kinds: ReadonlyMap<string, string>): RowRefusal | null {
    if (kinds.get(tie.from) !== 'FIRM') return new RowRefusal(ends[0], 'the graph holds no such firm: import it first')
    const isThere = to.some((kind) => kinds.get(tie.to) === kind)
    return isThere ? null : new RowRefusal(ends[1], 'the graph holds nothing of that number or id')
  }
}

const saidBy = ({ values }: TieStatement): Said =>
  Object.fromEntries(
    columns.flatMap((column) => (values[column] === undefined ? [] : [[column, String(values[column])]])),
  )

/** A relationship with what it leaves open as it was said before. */
function withSaid(tie: StatedTie, before: Said | undefined): StatedTie {
  const { until, status } = tie
  return { ...tie, until: until ?? before?.until, status: status ?? before?.status }
}

/** What is said of relationships is part of the change of the firm that they lead from. */
const byFirm = (pieces: readonly TiePiece[]): (EntityChange & { pieces: EntityChange['pieces'][number][] })[] =>
  [...grouped(pieces, ({ from }) => from)].map(([entity, own]) => ({ entity, label: 'Firm', pieces: [...own] }))

/** Firms that no source describes, and that nothing names any more once some relationships are gone. */
async function unnamed(graph: GraphReader, leaving: readonly Ends[]): Promise<string[]> {
  const goes = new Map<string, number>()
  for (const id of leaving.flatMap(({ from, to }) => [from, to])) goes.set(id, (goes.get(id) ?? 0) + 1)
  if (goes.size === 0) return []
  const rows = await graph.read(undescribedFirms, { ids: [...goes.keys()] })
  return rows.filter(({ id, ties }) => ties === goes.get(id)).map(({ id }) => id)
}

async function kindsOf(
  graph: GraphReader,
  items: readonly Numbered<StatedTie>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ item }) => [item.from, item.to]))]
  return new Map((await graph.read(kindsOfEntities, { ids })).map(({ id, kind }) => [id, kind]))
}
