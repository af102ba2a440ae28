import { decodeCursor } from '../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../graph/compose/page.js'
import type { GraphReader } from '../graph/graph.js'
import { type AccountRow, accountsAfter, accountsCounted } from './account-queries.js'
import { requireAccount } from './accounts.js'
import { type Acting, readActsFor } from './acts-for.js'
import { readTokens, type TokenRow } from './tokens.js'

/** An account as it is answered. */
export interface ShownAccount extends AccountRow {
  readonly actsFor: () => Promise<readonly Acting[]>
  readonly tokens: () => Promise<readonly TokenRow[]>
}

/** A page of accounts. */
export interface ShownAccounts extends Omit<Page<ShownAccount>, 'totalCount'> {
  /** How many there are in all, counted where it is asked. */
  readonly counted: () => Promise<number>
}

const LIST = 'accounts'

/** Accounts by name. @throws BadUserInputError for a wrong argument. */
export async function accountsShown(graph: GraphReader, page: PageArguments): Promise<ShownAccounts> {
  const size = pageSize(page)
  const after = typeof page.after === 'string' ? String(decodeCursor(page.after, LIST, 1)[0]) : ''
  const rows = await graph.read(accountsAfter, { afterAccount: after, limit: size + 1 })
  const among = { hasPreviousPage: after !== '', hasNextPage: rows.length > size }
  return {
    ...pageRead(LIST, shown(graph, rows.slice(0, size)), among, ({ name }) => [name]),
    counted: async () => (await graph.read(accountsCounted, {}))[0]?.count ?? 0,
  }
}

/** One account. @throws NotFoundError */
export async function accountShown(graph: GraphReader, name: string): Promise<ShownAccount> {
  const account = await requireAccount(graph, name)
  return { ...account, ...read(graph, [account.name])(account.name) }
}

function shown(graph: GraphReader, accounts: readonly AccountRow[]): ShownAccount[] {
  const of = read(
    graph,
    accounts.map(({ name }) => name),
  )
  return accounts.map((account) => ({ ...account, ...of(account.name) }))
}

/** What accounts have beside their own values, read for all of them once it is asked of one. */
function read(
  graph: GraphReader,
  names: readonly string[],
): (name: string) => Pick<ShownAccount, 'actsFor' | 'tokens'> {
  let acting: ReturnType<typeof readActsFor> | null = null
  let tokens: ReturnType<typeof readTokens> | null = null
  return (name) => ({
    async actsFor() {
      acting ??= readActsFor(graph, names)
      return (await acting).get(name) ?? []
    },
    async tokens() {
      tokens ??= readTokens(graph, names)
      return (await tokens).get(name) ?? []
    },
  })
}
