import type { GraphNode } from '../../graph/elements.js'
import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { writeElements } from '../../graph/write-elements.js'
import {
  countOfStated,
  type FirmRow,
  firmsStated,
  firmsWithStatements,
  firmsWithTies,
  forgetFirms,
  forgetStatements,
  forgetTies,
} from './firm-queries.js'
import { type FirmStatement, firmElements, firmId, type StoredStatement, sayTheSame, stored } from './firm-statement.js'
import type { Gone, Holdings } from './publish.js'

const FIRMS_A_PAGE = 20_000
const FIRMS_A_REMOVAL = 2_000

/** What a source says of firms. */
export function firmHoldings(source: string): Holdings<FirmStatement> {
  return {
    count: async (graph) => (await graph.read(countOfStated, { source }))[0]?.count ?? 0,
    note: ({ number }, seen) => seen.add(number),
    async compare(graph, items) {
      const there = await statementsOf(
        graph,
        items.map(({ item }) => firmId(item.number)),
      )
      const added: FirmStatement[] = []
      const changed: FirmStatement[] = []
      for (const { item } of items) {
        const before = there.get(firmId(item.number))?.find((statement) => statement.source === source)
        if (!before) added.push(item)
        else if (!sayTheSame(before, stored(item, source, ''))) changed.push(item)
      }
      return { added, changed, unchanged: items.length - added.length - changed.length, refused: [] }
    },
    async *gone(graph, seen) {
      let after = ''
      let isMore = true
      while (isMore) {
        const rows = await graph.read(firmsStated, { source, after, limit: FIRMS_A_PAGE })
        const gone = rows.filter(({ id }) => !seen.has(id.replace('firm:', '')))
        for (let begin = 0; begin < gone.length; begin += FIRMS_A_REMOVAL) {
          yield gone.slice(begin, begin + FIRMS_A_REMOVAL).map(({ id }): Gone => ({ from: id, to: source, key: '' }))
        }
        after = rows.at(-1)?.id ?? after
        isMore = rows.length === FIRMS_A_PAGE
      }
    },
    async write(transaction, items, recordedAt) {
      const there = await statementsOf(
        transaction,
        items.map(({ number }) => firmId(number)),
      )
      const firms = items.map((item) => {
        const others = (there.get(firmId(item.number)) ?? []).filter((statement) => statement.source !== source)
        return { number: item.number, statements: [stored(item, source, recordedAt), ...others] }
      })
      await rewrite(transaction, firms, there)
    },
    async remove(transaction, gone, recordedAt) {
      const ids = gone.map(({ from }) => from)
      const there = await statementsOf(transaction, ids)
      await transaction.write(forgetStatements, { ids, source })
      const left = ids.map((id) => ({
        number: id.replace('firm:', ''),
        statements: (there.get(id) ?? []).filter((statement) => statement.source !== source),
      }))
      await rewrite(transaction, left, there)
      const silent = left.filter(({ statements }) => statements.length === 0).map(({ number }) => firmId(number))
      await forgetUnsaid(transaction, silent, recordedAt)
    },
  }
}

type Statements = ReadonlyMap<string, readonly StoredStatement[]>

async function statementsOf(graph: GraphReader, ids: readonly string[]): Promise<Statements> {
  const rows = await graph.read(firmsWithStatements, { ids })
  return new Map(rows.map((row) => [row.id, allStatements(row)]))
}

/** A firm that was written without a statement of its source has one in its properties, unless only its number is known. */
function allStatements({ id, properties, statements, places, sectors }: FirmRow): StoredStatement[] {
  const { source, locator, recordedAt, nameSv = '', employees, turnover, sizeClass = 'UNKNOWN' } = properties
  if (statements.some((statement) => statement.source === source) || firmId(nameSv) === id) return [...statements]
  const own = { source, locator, recordedAt, name: nameSv, employees, turnover, sizeClass }
  return [...statements, { ...own, municipality: places[0], sectors: sectors.length > 0 ? sectors : undefined }]
}

async function rewrite(
  transaction: GraphTransaction,
  firms: readonly { readonly number: string; readonly statements: readonly StoredStatement[] }[],
  there: Statements,
): Promise<void> {
  const ids = firms.map(({ number }) => firmId(number)).filter((id) => there.has(id))
  const sources = [...new Set(ids.flatMap((id) => (there.get(id) ?? []).map(({ source }) => source)))]
  if (sources.length > 0) await transaction.write(forgetTies, { ids, sources })
  const elements = firms.map(({ number, statements }) => firmElements(number, statements))
  const nodes = elements.flatMap((each) => each.nodes)
  const relationships = elements.flatMap((each) => each.relationships)
  await writeElements(transaction, { nodes, relationships }, 'REPLACE_PROPERTIES')
}

/** Takes away firms that nothing is related to any more; of those that something else names, only the number stays. */
async function forgetUnsaid(transaction: GraphTransaction, ids: readonly string[], recordedAt: string): Promise<void> {
  if (ids.length === 0) return
  const rows = await transaction.read(firmsWithTies, { ids })
  await transaction.write(forgetFirms, { ids: rows.filter(({ source }) => source === null).map(({ id }) => id) })
  const nodes = rows.flatMap(({ id, source }): GraphNode[] => {
    if (source === null) return []
    const number = id.replace('firm:', '')
    const provenance = { source, locator: 'named there; no source describes the firm any more', recordedAt }
    return [{ label: 'Firm', id, provenance, properties: { nameSv: number, organisationNumber: number } }]
  })
  await writeElements(transaction, { nodes, relationships: [] }, 'REPLACE_PROPERTIES')
}
