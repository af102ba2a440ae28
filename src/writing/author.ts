/** What an account may do; each may what the ones before it may. */
export const roles = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const
export type Role = (typeof roles)[number]

/** Who asks, or writes. */
export interface Viewer {
  /** Name of the account, unique; what changes are written by. */
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** Ids of the support actors that they act for. */
  readonly actsFor: readonly string[]
}
