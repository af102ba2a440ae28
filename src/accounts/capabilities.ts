import { ForbiddenError, UnauthenticatedError } from '../kernel/input-errors.js'
import { mayAs, type Role, type Viewer } from './viewer.js'

/**
 * What somebody may be let do, each with the least role that may, and its words after "It takes the role …". Fields of
 * the API say which they take (`@takes`, `@shownTo`), and `guard.ts` alone holds them to it.
 */
export const capabilities = {
  STORE_RUNS: { role: 'READER', words: 'to store runs' },
  DELETE_RUNS: { role: 'EDITOR', words: 'to delete runs that others stored' },
  SEE_CALCULATIONS: { role: 'EDITOR', words: 'to see and end what others calculate' },
  PROPOSE: { role: 'READER', words: 'to propose a change' },
  SEE_PROPOSALS: { role: 'READER', words: 'to see proposals' },
  KEEP_OWN_ACCOUNT: { role: 'READER', words: "to keep an account of one's own" },
  /** About those that one acts for and what they alone offer; about all else as PUBLISH_ALL. */
  PUBLISH: { role: 'CONTRIBUTOR', words: 'to write in the register' },
  PUBLISH_ALL: { role: 'EDITOR', words: 'to write about those that one does not act for' },
  DECIDE_PROPOSALS: { role: 'EDITOR', words: 'to decide proposals' },
  MERGE: { role: 'EDITOR', words: 'to merge' },
  IMPORT: { role: 'EDITOR', words: 'to bring lists in' },
  BACK_UP: { role: 'EDITOR', words: 'to take the graph out' },
  SEE_ACCOUNTS: { role: 'EDITOR', words: 'to see which account did something' },
  REDACT: { role: 'ADMIN', words: 'to blank what should never have been written' },
  KEEP_ACCOUNTS: { role: 'ADMIN', words: 'to keep accounts' },
} as const satisfies Record<string, { readonly role: Role; readonly words: string }>

export type Capability = keyof typeof capabilities

/** Whether somebody may; nobody may nothing. */
export const may = (viewer: Viewer | null, capability: Capability): boolean =>
  mayAs(viewer, capabilities[capability].role)

/**
 * Who asks, where they may.
 * @param instead what who may less can do instead, as it is told.
 * @throws UnauthenticatedError for nobody; ForbiddenError, naming the role, for who may less.
 */
export function requireCapability(viewer: Viewer | null, capability: Capability, instead?: string): Viewer {
  const { role, words } = capabilities[capability]
  if (viewer === null) throw new UnauthenticatedError(`It takes being signed in ${words}`)
  if (mayAs(viewer, role)) return viewer
  const missing = `It takes the role ${role} ${words}; this account is of the role ${viewer.role}`
  throw new ForbiddenError(instead === undefined ? missing : `${missing}. ${instead}`)
}
