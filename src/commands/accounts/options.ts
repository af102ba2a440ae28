import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { accountName } from '../../accounts/accounts.js'
import { type Role, roles } from '../../accounts/viewer.js'

/** An account's name, looked at before a password is asked for in vain. @throws BadUserInputError */
export const nameOf = (name: string): string => accountName('the name', name)

/** A role, in any case. @throws InvalidArgumentError for what is none. */
export function roleOf(text: string): Role {
  const role = roles.find((each) => each === text.toUpperCase())
  if (role) return role
  throw new InvalidArgumentError(`a role is one of ${roles.join(', ')}`)
}

/** A day. @throws InvalidArgumentError for what is none. */
export function dayOf(text: string): string {
  if (z.iso.date().safeParse(text).success) return text
  throw new InvalidArgumentError('a day such as 2026-11-24 is asked for')
}

/** A number of days. @throws InvalidArgumentError for what is none. */
export function daysOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number of days is asked for')
}
