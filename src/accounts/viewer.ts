/** What an account may do; each may what the ones before it may. */
export const roles = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const
export type Role = (typeof roles)[number]

/** Whether somebody may what a role may; nobody may nothing. */
export const mayAs = (viewer: Pick<Viewer, 'role'> | null, role: Role): boolean =>
  viewer !== null && roles.indexOf(viewer.role) >= roles.indexOf(role)

/** The lesser of two roles. */
export const lesser = (one: Role, other: Role): Role => (roles.indexOf(one) < roles.indexOf(other) ? one : other)

/** Who asks, or writes. */
export interface Viewer {
  /** Name of the account, unique; what changes are written by. */
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** Ids of the support actors that they act for today. */
  readonly actsFor: readonly string[]
  /** Whether there is an account of that name; `local` and `token` are none. */
  readonly hasAccount: boolean
  /** When the token ends that they ask with; left out for all other ways in. */
  readonly tokenEndsAt?: string
}

/** Names that stand for those who have no account, which no account may have. */
export const reservedNames: readonly string[] = ['local', 'token']

/** Whoever works on the machine that holds the graph, as long as there are no accounts. */
export const localEditor: Viewer = {
  ...{ name: 'local', displayName: 'local', role: 'EDITOR', actsFor: [], hasAccount: false },
}

/** Whoever opens the graph itself, on the machine that holds it: nothing is kept from them there. */
export const localAdmin: Viewer = { ...localEditor, role: 'ADMIN' }

/** Whoever sends the server's own token. */
export const tokenHolder: Viewer = {
  ...{ name: 'token', displayName: 'token', role: 'ADMIN', actsFor: [], hasAccount: false },
}
