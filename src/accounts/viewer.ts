/** What an account may do; each may what the ones before it may. */
export const roles = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const
export type Role = (typeof roles)[number]

/** Whether somebody may what a role may; nobody may nothing. */
export const mayAs = (viewer: Viewer | null, role: Role): boolean =>
  viewer !== null && roles.indexOf(viewer.role) >= roles.indexOf(role)

/** Who asks, or writes. */
export interface Viewer {
  /** Name of the account, unique; what changes are written by. */
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** Ids of the support actors that they act for. */
  readonly actsFor: readonly string[]
}

/** Whoever works on the machine that holds the graph, as long as there are no accounts. */
export const localEditor: Viewer = { name: 'local', displayName: 'local', role: 'EDITOR', actsFor: [] }

/** Whoever sends the server's own token. */
export const tokenHolder: Viewer = { name: 'token', displayName: 'token', role: 'ADMIN', actsFor: [] }
