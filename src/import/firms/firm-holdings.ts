import type { SizeRule } from '../../classification/size-class.js'
import {
  columnsStated,
  corrected,
  firmElements,
  firmId,
  type StoredStatement,
  sayTheSame,
  statementColumns,
} from '../../firms/firm-statement.js'
import type { GraphNode } from '../../graph/elements.js'
import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { changeToThese, type FirmChange } from './changed-firms.js'
import {
  type FirmRow,
  firmsStated,
  firmsWithStatements,
  firmsWithTies,
  forgetFirms,
  forgetStatements,
  heldByColumn,
  statementsOfSource,
} from './firm-queries.js'
import { type FirmStatement, stored } from './firm-statement.js'
import type { Compared, Gone, Holdings, Scope } from './holdings.js'
import { createNewFirms, type NewFirm } from './new-firms.js'

const FIRMS_A_PAGE = 20_000

/** What a source says of firms. */
export function firmHoldings(source: string, rule: SizeRule, scope: Scope = 'WHOLE'): Holdings<FirmStatement> {
  const statement = (item: FirmStatement, before: StoredStatement | undefined, recordedAt: string): StoredStatement => {
    const now = stored(item, source, recordedAt)
    return scope === 'CORRECTIONS' && before ? corrected(before, now, rule) : now
  }
  return {
    items: 'firms',
    columns: statementColumns,
    async held(graph) {
      const { count = 0, ...byColumn } = (await graph.read(heldByColumn, { source }))[0] ?? {}
      return { count, byColumn }
    },
    nameOf: ({ number, name }) => `${number} ${name}`,
    note: ({ number }, seen) => seen.add(number),
    async compare(graph, items, isNew) {
      const ids = items.map(({ item }) => firmId(item.number))
      const rows = isNew ? [] : await graph.read(statementsOfSource, { ids, source })
      const there = new Map(rows.map((row) => [row.id, row.statement]))
      const compared = items.map(({ item }): Compared<FirmStatement> => {
        const before = there.get(firmId(item.number))
        const now = statement(item, before, '')
        const isSame = before !== undefined && sayTheSame(before, now)
        const state = before === undefined ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED'
        return { item, state, states: columnsStated(now), stated: before ? columnsStated(before) : [] }
      })
      return { compared, refused: [] }
    },
    async *gone(graph, seen) {
      let after = ''
      let isMore = true
      while (isMore) {
        const rows = await graph.read(firmsStated, { source, after, limit: FIRMS_A_PAGE })
        yield rows.flatMap(({ id, name }): Gone[] => {
          const number = id.replace('firm:', '')
          return seen.has(number) ? [] : [{ from: id, to: source, key: '', name: `${number} ${name}` }]
        })
        after = rows.at(-1)?.id ?? after
        isMore = rows.length === FIRMS_A_PAGE
      }
    },
    async write(transaction, items, recordedAt) {
      const there = await firmsThere(
        transaction,
        items.map(({ number }) => firmId(number)),
      )
      const changes: FirmChange[] = []
      const made: NewFirm[] = []
      for (const item of items) {
        const { number } = item
        const before = there.get(firmId(number))
        const said = before ? allStatements(before) : []
        const own = said.find((each) => each.source === source)
        const others = said.filter((each) => each.source !== source)
        const now = statement(item, own, recordedAt)
        if (before === undefined) made.push({ number, statement: now })
        else changes.push({ before, after: firmElements(number, [now, ...others], rule) })
      }
      await createNewFirms(transaction, { source, recordedAt }, made, rule)
      await changeToThese(transaction, changes)
    },
    async remove(transaction, gone, recordedAt) {
      const ids = gone.map(({ from }) => from)
      const there = await firmsThere(transaction, ids)
      await transaction.write(forgetStatements, { ids, source })
      const changes = [...there.values()].map((before): FirmChange => {
        const left = allStatements(before).filter((each) => each.source !== source)
        return { before, after: firmElements(before.id.replace('firm:', ''), left, rule) }
      })
      await changeToThese(transaction, changes)
      const unsaid = changes.filter(({ after }) => after.nodes.length === 0).map(({ before }) => before)
      await forgetUnsaid(transaction, unsaid, recordedAt)
    },
  }
}

async function firmsThere(graph: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, FirmRow>> {
  const rows = await graph.read(firmsWithStatements, { ids })
  return new Map(rows.map((row) => [row.id, row]))
}

/** A firm that was written without a statement of its source has one in its properties, unless none describes it. */
function allStatements({ id, properties, statements, ties }: FirmRow): StoredStatement[] {
  const { source, locator, recordedAt, nameSv = '', employees, turnover, sizeClass = 'UNKNOWN' } = properties
  const isDescribed = properties.undescribed !== true && firmId(nameSv) !== id
  if (!isDescribed || statements.some((statement) => statement.source === source)) return [...statements]
  const endsOf = (type: 'LOCATED_IN' | 'IN_SECTOR') =>
    ties
      .filter((tie) => tie.type === type && tie.properties.source === source)
      .toSorted((left, right) => Number(left.properties.rank ?? 1) - Number(right.properties.rank ?? 1))
      .map(({ to }) => to)
  const sectors = endsOf('IN_SECTOR')
  const own = { source, locator, recordedAt, name: nameSv, employees, turnover, sizeClass }
  return [
    ...statements,
    { ...own, municipality: endsOf('LOCATED_IN')[0], sectors: sectors.length > 0 ? sectors : undefined },
  ]
}

/** Takes away firms that nothing is related to any more; those that something else names keep the last name they had. */
async function forgetUnsaid(
  transaction: GraphTransaction,
  firms: readonly FirmRow[],
  recordedAt: string,
): Promise<void> {
  if (firms.length === 0) return
  const rows = await transaction.read(firmsWithTies, { ids: firms.map(({ id }) => id) })
  const naming = new Map(rows.map(({ id, source }) => [id, source]))
  await transaction.write(forgetFirms, { ids: rows.filter(({ source }) => source === null).map(({ id }) => id) })
  const named = firms.flatMap((before): FirmChange[] => {
    const { id, properties } = before
    const source = naming.get(id) ?? null
    if (source === null) return []
    const organisationNumber = id.replace('firm:', '')
    const { nameSv = organisationNumber } = properties
    const locator = `named there; no source describes the firm any more, its name is the last that one gave (${properties.locator})`
    const kept = { nameSv, organisationNumber, undescribed: true }
    const node: GraphNode = { label: 'Firm', id, provenance: { source, locator, recordedAt }, properties: kept }
    return [{ before, after: { nodes: [node], relationships: [] } }]
  })
  await changeToThese(transaction, named)
}
