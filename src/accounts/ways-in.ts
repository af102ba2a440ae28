import type { GraphReader } from '../graph/graph.js'
import { areAccountsKept } from './accounts.js'

/** How a server lets people in. */
export interface WaysIn {
  readonly methods: readonly ('PASSWORD' | 'PROVIDER')[]
  /** Where signing in by a provider begins; null where there is none. */
  readonly providerAddress: string | null
  /** Whether reading takes an account too. */
  readonly isNeededToRead: boolean
}

/** How a server with such settings lets people in. */
export async function waysIn(
  graph: GraphReader,
  { provider, readers }: { readonly provider: object | null; readonly readers: 'ALL' | 'ACCOUNTS' },
): Promise<WaysIn> {
  return {
    methods: [
      ...((await areAccountsKept(graph)) ? (['PASSWORD'] as const) : []),
      ...(provider ? (['PROVIDER'] as const) : []),
    ],
    providerAddress: provider ? '/sign-in/provider' : null,
    isNeededToRead: readers === 'ACCOUNTS',
  }
}
