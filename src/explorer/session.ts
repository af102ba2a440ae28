import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ExplorerSessionQuery } from './generated/graphql.js'

/** Who the pages are for, and how one may sign in. */
export interface Session {
  /** What the server said last; null until it did. */
  readonly known: ExplorerSessionQuery | null
  /** How often somebody signed in since the page was loaded. */
  readonly signedInTimes: number
  /** Where an answer was refused for want of somebody signed in: whether one is asked to sign in at once, or not now. */
  readonly refused: 'ASKED' | 'LATER' | null
  /** Leaves signing in for later. */
  later(): void
  /** Says that an answer took somebody signed in: one is asked to sign in, where nobody is any more. */
  missed(): void
  /** Asks the server anew. @returns whether somebody is signed in. */
  refresh(): Promise<boolean>
}

const nobodyYet: Session = {
  ...{ known: null, signedInTimes: 0, refused: null },
  later: () => undefined,
  missed: () => undefined,
  refresh: async () => false,
}

export const SessionContext = createContext(nobodyYet)

export const useSession = (): Session => useContext(SessionContext)

/** Whether somebody writes about whatever there is, decides, merges and brings lists in: editors, and who may more. */
export const isEditor = (viewer: Pick<NonNullable<ExplorerSessionQuery['viewer']>, 'role'> | null): boolean =>
  viewer !== null && ['EDITOR', 'ADMIN'].includes(viewer.role)
