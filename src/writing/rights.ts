import { ForbiddenError, UnauthenticatedError } from '../kernel/input-errors.js'
import { mayAs, type Role, type Viewer } from './author.js'

/**
 * Who asks, where nobody may who is not known.
 * @param what such as `to see proposals`.
 * @throws UnauthenticatedError for nobody.
 */
export function requireViewer(viewer: Viewer | null, what: string): Viewer {
  if (viewer) return viewer
  throw new UnauthenticatedError(`It takes being signed in ${what}`)
}

/**
 * Who asks, where they may what a role may.
 * @param what such as `to decide proposals`.
 * @throws UnauthenticatedError for nobody; ForbiddenError, naming the role, for who may less.
 */
export function requireRole(viewer: Viewer | null, role: Role, what: string): Viewer {
  const known = requireViewer(viewer, what)
  if (mayAs(known, role)) return known
  throw new ForbiddenError(`It takes the role ${role} ${what}; this account is of the role ${known.role}`)
}
