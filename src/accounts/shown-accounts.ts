import type { PageArguments } from '../graph/compose/page.js'
import type { GraphReader } from '../graph/graph.js'
import type { AccountRow } from './account-queries.js'
import { type AccountPage, listAccounts, requireAccount } from './accounts.js'
import { type Acting, readActsFor } from './acts-for.js'
import { readTokens, type TokenRow } from './tokens.js'

/** An account as it is answered. */
export interface ShownAccount extends AccountRow {
  readonly actsFor: () => Promise<readonly Acting[]>
  readonly tokens: () => Promise<readonly TokenRow[]>
}

/** A page of accounts as it is answered. */
export interface ShownAccounts extends Omit<AccountPage, 'nodes' | 'edges'> {
  readonly nodes: readonly ShownAccount[]
  readonly edges: readonly { readonly cursor: string; readonly node: ShownAccount }[]
}

/** Accounts by name. @throws BadUserInputError for a wrong argument. */
export async function accountsShown(graph: GraphReader, asked: PageArguments): Promise<ShownAccounts> {
  const page = await listAccounts(graph, asked)
  const nodes = shown(graph, page.nodes)
  const edges = page.edges.flatMap(({ cursor }, index) => {
    const node = nodes[index]
    return node ? [{ cursor, node }] : []
  })
  return { ...page, nodes, edges }
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
