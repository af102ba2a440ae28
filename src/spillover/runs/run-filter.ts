import { requireCapability } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { SpilloverRunFilter } from '../../generated/resolvers.js'
import { type Fragment, type Names, nodeKey, type OrderKey } from '../../graph/compose/fields.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { QueryValue } from '../../graph/query.js'
import { soughtName, soughtText } from '../../kernel/input-errors.js'

/** A filter whose ids are of the right kinds. */
export interface CheckedRunFilter extends Omit<SpilloverRunFilter, 'own'> {
  /** Folded as names are; null for any. */
  readonly text: string | null
  /** Whose runs they are; null for anybody's. */
  readonly account: string | null
}

/**
 * Reads and checks a filter of runs.
 * @throws BadUserInputError for what is no filter; UnauthenticatedError where nobody asks for their own.
 */
export function checkedRunFilter(filter: SpilloverRunFilter, viewer: Viewer | null): CheckedRunFilter {
  const { text, own, ...rest } = filter
  idOfKind('table', filter.table, 'filter.table')
  idOfKind('establishment', filter.establishment, 'filter.establishment')
  return {
    ...rest,
    text: typeof text === 'string' ? soughtName('filter.text', soughtText('filter.text', text)) : null,
    account: own ? requireCapability(viewer, 'STORE_RUNS').name : null,
  }
}

/** The last calculated first. */
export const newestFirst: readonly OrderKey[] = [{ ...nodeKey('computedAt'), descending: true }, nodeKey('id')]

/** Runs that a filter lets through: from whose they are, or the venture in them, where that is asked, since those are the few. */
export function runsThat(
  { text, table, method, closure, establishment, from, to, account }: CheckedRunFilter,
  { node }: Names,
  bind: (value: QueryValue) => string,
): Fragment {
  const where: string[] = []
  if (text) where.push(`${node}.searchText CONTAINS ${bind(text)}`)
  if (table) where.push(`${node}.table = ${bind(table)}`)
  if (closure) where.push(`${node}.closure = ${bind(closure)}`)
  // A run by the retention rule states no method.
  if (method) where.push(`coalesce(${node}.regionalisationMethod, 'RETENTION') = ${bind(method)}`)
  // Moments are ISO texts in UTC: those of a day begin with it.
  if (from) where.push(`${node}.computedAt >= ${bind(from)}`)
  if (to) where.push(`${node}.computedAt < ${bind(`${to}U`)}`)
  if (establishment && account !== null) {
    where.push(`EXISTS { (${node})-[:INCLUDES]->(:Establishment {id: ${bind(establishment)}}) }`)
  }
  return { match: startOf(node, establishment ?? null, account, bind), where }
}

function startOf(
  node: string,
  establishment: string | null,
  account: string | null,
  bind: (value: QueryValue) => string,
): string {
  if (account !== null) {
    return `MATCH (owner:RunOwner {account: ${bind(account)}}) MATCH (${node}:SpilloverRun {id: owner.id})`
  }
  if (establishment !== null) {
    return `MATCH (:Establishment {id: ${bind(establishment)}})<-[:INCLUDES]-(${node}:SpilloverRun)`
  }
  return `MATCH (${node}:SpilloverRun)`
}
