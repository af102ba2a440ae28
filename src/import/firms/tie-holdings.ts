import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { writeElements } from '../../graph/write-elements.js'
import { forgetFirms } from './firm-queries.js'
import type { Compared, Gone, Holdings, Numbered, Scope } from './holdings.js'
import { RowRefusal } from './refusal.js'
import {
  forgetTiesOfType,
  forgottenFirms,
  kindsOfEntities,
  tiesByColumn,
  tiesStated,
  tiesThere,
} from './tie-queries.js'
import type { StatedTie, TieFile } from './tie-rows.js'

const TIES_A_PAGE = 5_000

const columns = ['category', 'phase', 'since', 'until', 'status'] as const
type Said = Readonly<Partial<Record<(typeof columns)[number], string | null | undefined>>>

const columnsOf = (said: Said): string[] => columns.filter((column) => (said[column] ?? null) !== null)

type Ends = Omit<Gone, 'name'>
const endsOf = ({ from, to, key }: Ends): Ends => ({ from, to, key })
/** What tells relationships of a kind apart. */
export const identity = ({ from, to, key }: Ends): string => `${from} ${to} ${key}`
const nameOf = ({ from, to }: Ends): string => `${from} – ${to}`

/** Relationships of firms that a source states. */
export function tieHoldings(
  { type, to, ends }: Pick<TieFile, 'type' | 'to' | 'ends'>,
  source: string,
  scope: Scope = 'WHOLE',
): Holdings<StatedTie> {
  return {
    items: 'relationships',
    columns,
    async held(graph) {
      const { count = 0, ...byColumn } = (await graph.read(tiesByColumn, { type, source }))[0] ?? {}
      return { count, byColumn }
    },
    nameOf,
    note: (tie, seen) => seen.add(identity(tie)),
    async compare(graph, items) {
      const kinds = await kindsOf(graph, items)
      const refused = items.flatMap(({ line, item }) => {
        const refusal = endRefusal(item, kinds)
        return refusal ? [{ line, refusal }] : []
      })
      const lines = new Set(refused.map(({ line }) => line))
      const taken = items.filter(({ line }) => !lines.has(line)).map(({ item }) => item)
      const there = await saidThere(graph, taken)
      const compared = taken.map((tie): Compared<StatedTie> => {
        const before = there.get(identity(tie))
        const item = scope === 'CORRECTIONS' ? withSaid(tie, before) : tie
        const isSame = columns.every((column) => (before?.[column] ?? undefined) === item[column])
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
        const named = rows.map(({ start, finish, key }): Ends => ({ from: start, to: finish, key }))
        yield named.filter((tie) => !seen.has(identity(tie))).map((tie) => ({ ...tie, name: nameOf(tie) }))
        position = rows.at(-1) ?? position
        isMore = rows.length === TIES_A_PAGE
      }
    },
    async write(transaction, items, recordedAt) {
      const relationships = items.map(({ from, to: end, key, locator, ...own }) => {
        return { type, from, to: end, key, provenance: { source, locator, recordedAt }, properties: known(own) }
      })
      await writeElements(transaction, { nodes: [], relationships }, 'REPLACE_PROPERTIES')
    },
    async remove(transaction, gone) {
      await transaction.write(forgetTiesOfType, { type, ends: gone.map(endsOf) })
      await forgetUnnamed(transaction, [...new Set(gone.flatMap(({ from, to: end }) => [from, end]))])
    },
  }

  async function saidThere(graph: GraphReader, ties: readonly StatedTie[]): Promise<ReadonlyMap<string, Said>> {
    if (ties.length === 0) return new Map()
    const rows = await graph.read(tiesThere, { type, ends: ties.map(endsOf) })
    return new Map(rows.map(({ start, finish, key, said }) => [identity({ from: start, to: finish, key }), said]))
  }

  function endRefusal(tie: StatedTie, kinds: ReadonlyMap<string, string>): RowRefusal | null {
    if (kinds.get(tie.from) !== 'FIRM') return new RowRefusal(ends[0], 'the graph holds no such firm: import it first')
    const isThere = to.some((kind) => kinds.get(tie.to) === kind)
    return isThere ? null : new RowRefusal(ends[1], 'the graph holds nothing of that number or id')
  }
}

/** A relationship with what it leaves open as it was said before. */
function withSaid(tie: StatedTie, before: Said | undefined): StatedTie {
  const { until, status } = tie
  return { ...tie, until: until ?? before?.until ?? undefined, status: status ?? before?.status ?? undefined }
}

/** Takes away firms that no source describes, once nothing names them any more. */
async function forgetUnnamed(transaction: GraphTransaction, ids: readonly string[]): Promise<void> {
  const rows = await transaction.read(forgottenFirms, { ids })
  const unnamed = rows.filter(({ ties }) => ties === 0).map(({ id }) => id)
  if (unnamed.length > 0) await transaction.write(forgetFirms, { ids: unnamed })
}

async function kindsOf(
  graph: GraphReader,
  items: readonly Numbered<StatedTie>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ item }) => [item.from, item.to]))]
  return new Map((await graph.read(kindsOfEntities, { ids })).map(({ id, kind }) => [id, kind]))
}
