import type { GraphReader } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { writeElements } from '../../graph/write-elements.js'
import type { Gone, Holdings, Numbered } from './publish.js'
import { RowRefusal } from './refusal.js'
import { countOfTies, forgetTiesOfType, kindsOfEntities, tiesStated, tiesThere } from './tie-queries.js'
import type { StatedTie, TieFile } from './tie-rows.js'

const TIES_A_PAGE = 5_000

const identity = ({ from, to, key }: Gone): string => `${from} ${to} ${key}`
const endsOf = ({ from, to, key }: Gone): Gone => ({ from, to, key })

/** Relationships of firms that a source states. */
export function tieHoldings(
  { type, to, ends }: Pick<TieFile, 'type' | 'to' | 'ends'>,
  source: string,
): Holdings<StatedTie> {
  return {
    count: async (graph) => (await graph.read(countOfTies, { type, source }))[0]?.count ?? 0,
    note: (tie, seen) => seen.add(identity(tie)),
    async compare(graph, items) {
      const kinds = await kindsOf(graph, items)
      const refused = items.flatMap(({ line, item }) => {
        const refusal = endRefusal(item, kinds)
        return refusal ? [{ line, refusal }] : []
      })
      const lines = new Set(refused.map(({ line }) => line))
      const taken = items.filter(({ line }) => !lines.has(line)).map(({ item }) => item)
      const rows = await graph.read(tiesThere, { type, ends: taken.map(endsOf) })
      const there = new Map(rows.map((row) => [identity({ from: row.start, to: row.finish, key: row.key }), row]))
      const added = taken.filter((tie) => !there.has(identity(tie)))
      const changed = taken.filter((tie) => {
        const before = there.get(identity(tie))
        return (
          before && (['since', 'until', 'status'] as const).some((name) => (before[name] ?? undefined) !== tie[name])
        )
      })
      return { added, changed, unchanged: taken.length - added.length - changed.length, refused }
    },
    async *gone(graph, seen) {
      let position = { start: '', finish: '', key: '' }
      let isMore = true
      while (isMore) {
        const rows = await graph.read(tiesStated, { type, source, ...position, limit: TIES_A_PAGE })
        const named = rows.map(({ start, finish, key }): Gone => ({ from: start, to: finish, key }))
        yield named.filter((tie) => !seen.has(identity(tie)))
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
    },
  }

  function endRefusal(tie: StatedTie, kinds: ReadonlyMap<string, string>): RowRefusal | null {
    if (kinds.get(tie.from) !== 'FIRM') return new RowRefusal(ends[0], 'the graph holds no such firm: import it first')
    const isThere = to.some((kind) => kinds.get(tie.to) === kind)
    return isThere ? null : new RowRefusal(ends[1], 'the graph holds nothing of that number or id')
  }
}

async function kindsOf(
  graph: GraphReader,
  items: readonly Numbered<StatedTie>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ item }) => [item.from, item.to]))]
  return new Map((await graph.read(kindsOfEntities, { ids })).map(({ id, kind }) => [id, kind]))
}
