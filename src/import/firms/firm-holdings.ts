import type { SizeRule } from '../../classification/size-class.js'
import {
  columnsStated,
  corrected,
  firmId,
  type StoredStatement,
  sayTheSame,
  statementColumns,
} from '../../firms/firm-statement.js'
import type { GraphReader } from '../../graph/graph.js'
import { idsNow, type Redirects } from '../../graph/redirects.js'
import { Pauses } from '../../kernel/turns.js'
import { applyChanges } from '../../writing/changes/apply.js'
import { emptyBatch } from '../../writing/changes/file-change.js'
import { createNewFirms, type NewFirm } from '../../writing/changes/new-firms.js'
import type { EntityChange, LifePiece } from '../../writing/changes/piece.js'
import { tiesNaming } from '../../writing/changes/unsaid-firms.js'
import { storedFirm } from '../../writing/statements/fold.js'
import { nameOfStatement, type Statement } from '../../writing/statements/statement.js'
import { readStates } from '../../writing/statements/states.js'
import { firmsStated, formerFirms, heldByColumn, statementsOfSource } from './firm-queries.js'
import { type FirmStatement, statementOf, stored } from './firm-statement.js'
import type { Compared, Gone, Holdings, Scope } from './holdings.js'

const FIRMS_A_PAGE = 20_000

/** How many rows are read at once of those that a list is held against. */
const FIRMS_COMPARED = 200

/** How what a source says of firms is kept. */
interface FirmHolding {
  readonly source: string
  readonly rule: SizeRule
  readonly scope?: Scope
  /** Firms that were merged into others: a row of one is what its source says of the other. */
  readonly merged?: Redirects
}

/** What a source says of firms. */
export function firmHoldings({
  source,
  rule,
  scope = 'WHOLE',
  merged = new Map(),
}: FirmHolding): Holdings<FirmStatement> {
  const now = new Map(merged)
  const idOf = ({ number }: FirmStatement): string => now.get(firmId(number)) ?? firmId(number)
  const said = (item: FirmStatement, before: StoredStatement | undefined, recordedAt: string): StoredStatement => {
    const states = stored(item, source, recordedAt)
    return scope === 'CORRECTIONS' && before ? corrected(before, states, rule) : states
  }
  const own = (statements: readonly Statement[]): Statement | null =>
    statements.find((each) => nameOfStatement(each) === source) ?? null
  return {
    items: 'firms',
    columns: statementColumns,
    async held(graph) {
      const { count = 0, ...byColumn } = (await graph.read(heldByColumn, { source }))[0] ?? {}
      return { count, byColumn }
    },
    nameOf: ({ number, name }) => `${number} ${name}`,
    entitiesOf: (item) => [idOf(item)],
    note: (item, seen) => seen.add(numberOf(idOf(item))),
    async compare(graph, items, isNew) {
      const ids = items.map(({ item }) => idOf(item))
      const there = isNew ? new Map<string, StoredStatement>() : await saidBefore(graph, ids, source)
      const pauses = new Pauses()
      const compared: Compared<FirmStatement>[] = []
      for (const { item } of items) {
        if (pauses.isDue) await pauses.take()
        const before = there.get(idOf(item))
        const states = said(item, before, '')
        const isSame = before !== undefined && sayTheSame(before, states)
        const state = before === undefined ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED'
        const isMerged = idOf(item) !== firmId(item.number)
        const stated = before ? columnsStated(before) : []
        compared.push({ item, state, isMerged, states: columnsStated(states), stated })
      }
      return { compared, refused: [] }
    },
    async *gone(graph, seen) {
      let after = ''
      let isMore = true
      while (isMore) {
        const rows = await graph.read(firmsStated, { source, after, limit: FIRMS_A_PAGE })
        yield rows.flatMap(({ id, name }): Gone[] => {
          const number = numberOf(id)
          return seen.has(number) ? [] : [{ from: id, to: source, key: '', name: `${number} ${name}` }]
        })
        after = rows.at(-1)?.id ?? after
        isMore = rows.length === FIRMS_A_PAGE
      }
    },
    async write(transaction, change, items, recordedAt) {
      const states = await readStates(transaction, items.map(idOf))
      const missing = items.map(idOf).filter((id) => !states.has(id))
      const former = new Set<string>()
      if (missing.length > 0) {
        for (const { id } of await transaction.read(formerFirms, { ids: missing })) former.add(id)
        // Merged since the file was begun.
        const moved = await idsNow(transaction, former)
        for (const [id, into] of moved) now.set(id, into)
        if (moved.size > 0) return this.write(transaction, change, items, recordedAt)
      }
      const changes = new Map<string, EntityChange>()
      const made: NewFirm[] = []
      for (const item of items) {
        const entity = idOf(item)
        const state = states.get(entity)
        const before = own(state?.statements ?? [])
        const after = statementOf(item.number, said(item, before ? storedFirm(before) : undefined, recordedAt))
        if (!state && !former.has(entity)) made.push({ id: entity, statement: after })
        else if (!changes.has(entity)) {
          const life = state ? [] : [lifeOf(entity, 'FORMER', 'ENTITY')]
          const pieces = [...life, { of: 'STATEMENT', entity, before, after } as const]
          changes.set(entity, { entity, label: 'Firm', pieces })
        }
      }
      await createNewFirms(transaction, { source, recordedAt, change }, made, rule)
      const changed = await applyChanges(transaction, [...changes.values()], rule, states)
      return { changed, made: made.map(({ id }) => id) }
    },
    async remove(transaction, _, gone) {
      const states = await readStates(
        transaction,
        gone.map(({ from }) => from),
      )
      const unsaid = [...states.values()].filter(({ statements }) =>
        statements.every((each) => each === own(statements)),
      )
      const naming = await tiesNaming(
        transaction,
        unsaid.map(({ id }) => id),
      )
      const changes = [...states.values()].flatMap(({ id, statements }): EntityChange[] => {
        const before = own(statements)
        if (!before) return []
        const isFormer = naming.get(id) === 0
        const life = isFormer ? [lifeOf(id, 'ENTITY', 'FORMER')] : []
        return [{ entity: id, label: 'Firm', pieces: [{ of: 'STATEMENT', entity: id, before, after: null }, ...life] }]
      })
      if (changes.length === 0) return emptyBatch
      return { changed: await applyChanges(transaction, changes, rule, states), made: [] }
    },
  }
}

/** What a source says of firms, a few at a time, so that others go on between. */
async function saidBefore(
  graph: GraphReader,
  ids: readonly string[],
  source: string,
): Promise<ReadonlyMap<string, StoredStatement>> {
  const there = new Map<string, StoredStatement>()
  for (let from = 0; from < ids.length; from += FIRMS_COMPARED) {
    const rows = await graph.read(statementsOfSource, { ids: ids.slice(from, from + FIRMS_COMPARED), source })
    for (const { id, statement } of rows) there.set(id, statement)
  }
  return there
}

const numberOf = (id: string): string => id.replace('firm:', '')

/** A firm that nothing states and nothing names is one no more; it is again once a source states it. */
export const lifeOf = (entity: string, before: LifePiece['before'], after: LifePiece['after']): LifePiece => ({
  ...{ of: 'LIFE', entity, label: 'Firm', before, after, now: null },
})
