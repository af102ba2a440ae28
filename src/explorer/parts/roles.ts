import type { Role } from '../generated/graphql.js'

/** Roles, each of which may what the ones before it may. */
export const roles: readonly Role[] = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN']

/** Those that are not above one. */
export const rolesUpTo = (most: Role): readonly Role[] => roles.slice(0, roles.indexOf(most) + 1)
