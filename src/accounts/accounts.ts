import type { Graph, GraphReader, GraphTransaction } from '../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../kernel/input-errors.js'
import { enteringText, textFaults } from '../text/entering-text.js'
import {
  type AccountRow,
  type AccountValues,
  accountsNamed,
  anyAccount,
  credentialsOf,
  makeAccount,
  otherAdmins,
  removeAccountNode,
  removeActsFor,
  removeCalculations,
  removeRunOwners,
  removeSessions,
  removeTokens,
  setAccount,
} from './account-queries.js'
import { type AskedActing, actorsOf, endActsFor, writeActsFor } from './acts-for.js'
import { hashed } from './passwords.js'
import { lesser, type Role, reservedNames, type Viewer } from './viewer.js'

/** Where a name can be typed, in an address and on a command line. */
const form = /^[a-z0-9](?:[a-z0-9._@-]{0,58}[a-z0-9])?$/
/** Letters of what an account is called. */
export const LONGEST_DISPLAY_NAME = 100

/** An account that is made. */
export interface NewAccount {
  readonly name: string
  readonly displayName?: string | null | undefined
  readonly role: Role
  readonly password?: string | null | undefined
  readonly actsFor?: readonly AskedActing[] | null | undefined
}

/** What changes of an account; what is left out stays. */
export interface AccountChange {
  readonly name: string
  readonly displayName?: string | null | undefined
  readonly role?: Role | null | undefined
  readonly password?: string | null | undefined
  readonly isDisabled?: boolean | null | undefined
  readonly actsFor?: readonly AskedActing[] | null | undefined
  readonly endActsFor?: readonly string[] | null | undefined
}

/** Whether there is any account: from the first one on, writing needs one. */
export const areAccountsKept = async (graph: GraphReader): Promise<boolean> =>
  (await graph.read(anyAccount, {})).length > 0

/**
 * An account's name as it is kept.
 * @throws BadUserInputError
 */
export function accountName(argument: string, name: string): string {
  const text = enteringText(name)
  const kept = 'text' in text ? text.text.toLowerCase() : ''
  if ('fault' in text) throw new BadUserInputError(argument, `${argument} ${textFaults[text.fault]}`)
  if (!form.test(kept)) {
    throw new BadUserInputError(
      argument,
      `${argument} has letters from a to z, digits, and . _ - @ between them, at most 60`,
    )
  }
  if (reservedNames.includes(kept)) throw new BadUserInputError(argument, `${kept} is no name that an account may have`)
  return kept
}

/**
 * What an account is called, as it is kept.
 * @throws BadUserInputError
 */
export function displayNameOf(argument: string, name: string): string {
  const text = enteringText(name)
  if ('fault' in text) throw new BadUserInputError(argument, `${argument} ${textFaults[text.fault]}`)
  if (text.text === '' || text.text.length > LONGEST_DISPLAY_NAME) {
    throw new BadUserInputError(argument, `${argument} has from 1 to ${LONGEST_DISPLAY_NAME} characters`)
  }
  return text.text
}

/** The name of the account that is meant by what somebody types; null where there is none. */
export async function accountNamed(graph: GraphReader, typed: string): Promise<string | null> {
  const [account] = await graph.read(accountsNamed, { accounts: [asTypedName(typed)] })
  return account?.name ?? null
}

/** A name as it is looked for: of a name the case does not matter, nor what stands around it. */
export const asTypedName = (typed: string): string => typed.trim().toLowerCase()

/**
 * An account of a name.
 * @throws NotFoundError
 */
export async function requireAccount(graph: GraphReader, name: string): Promise<AccountRow> {
  const [account] = await graph.read(accountsNamed, { accounts: [name.toLowerCase()] })
  if (!account) throw new NotFoundError(`account ${name}`)
  return account
}

/**
 * Makes an account; returns its name.
 * @param day today.
 * @throws BadUserInputError for what cannot be, also a name that is taken; NotFoundError for an actor that is none.
 */
export async function createAccount(graph: Graph, asked: NewAccount, day: string): Promise<string> {
  const name = accountName('input.name', asked.name)
  const displayName = displayNameOf('input.displayName', asked.displayName ?? name)
  const password = asked.password == null ? null : await hashed('input.password', asked.password, name)
  await graph.transaction((transaction) =>
    addAccount(transaction, name, { displayName, role: asked.role, password }, asked.actsFor ?? [], day),
  )
  return name
}

/**
 * Makes an account within a transaction.
 * @throws BadUserInputError for a name that is taken; NotFoundError for an actor that is none.
 */
export async function addAccount(
  transaction: GraphTransaction,
  name: string,
  values: AccountValues,
  actsFor: readonly AskedActing[],
  day: string,
): Promise<void> {
  const [taken] = await transaction.read(accountsNamed, { accounts: [name] })
  if (taken) throw new BadUserInputError('input.name', `There is an account ${name} already`)
  await transaction.write(makeAccount, {
    // What was signed in with an earlier account of the name is good for none of the new one's.
    ...{ newAccount: name, at: new Date().toISOString(), epoch: Date.now() },
    accountValues: { ...values },
  })
  await writeActsFor(transaction, name, actsFor, day)
}

/**
 * Changes an account. A new password, and disabling, end its sessions; tokens of a disabled one do nothing.
 * @throws NotFoundError; BadUserInputError for what cannot be, also where no ADMIN would be left who may sign in.
 */
export async function updateAccount(graph: Graph, asked: AccountChange, day: string): Promise<void> {
  const name = asked.name.toLowerCase()
  const { displayName, role, password, isDisabled, actsFor, endActsFor: ended } = asked
  const values: AccountValues = {
    ...(displayName == null ? {} : { displayName: displayNameOf('input.displayName', displayName) }),
    ...(role == null ? {} : { role }),
    ...(password == null ? {} : { password: await hashed('input.password', password, name) }),
    ...(isDisabled == null ? {} : { disabled: isDisabled }),
  }
  await graph.transaction(async (transaction) => {
    const before = await requireAccount(transaction, name)
    const isAdminNow = (role ?? before.role) === 'ADMIN' && !(isDisabled ?? before.isDisabled)
    if (!isAdminNow) await requireOtherAdmin(transaction, before, isDisabled === true ? 'isDisabled' : 'role')
    const isEnded = password != null || isDisabled === true
    await setCredentials(transaction, name, values, isEnded)
    await endActsFor(transaction, name, ended ?? [], day)
    await writeActsFor(transaction, name, actsFor ?? [], day)
  })
}

/**
 * Takes an account out, with all that is its own; changes keep its name.
 * @throws NotFoundError; BadUserInputError where no ADMIN would be left who may sign in.
 */
export async function removeAccount(graph: Graph, asked: string): Promise<string> {
  const name = asked.toLowerCase()
  await graph.transaction(async (transaction) => {
    await requireOtherAdmin(transaction, await requireAccount(transaction, name), 'name')
    const own = [removeSessions, removeTokens, removeActsFor, removeRunOwners, removeCalculations]
    for (const remove of [...own, removeAccountNode]) {
      await transaction.write(remove, { account: name })
    }
  })
  return name
}

/**
 * Sets what an account is.
 * @param isEnded whether all that signed in as it until now has to sign in anew.
 */
export async function setCredentials(
  transaction: GraphTransaction,
  account: string,
  values: AccountValues,
  isEnded: boolean,
): Promise<void> {
  const [held] = await transaction.read(credentialsOf, { account })
  const epoch = (held?.epoch ?? 1) + (isEnded ? 1 : 0)
  await transaction.write(setAccount, { account, accountValues: { ...values }, epoch })
  if (isEnded) await transaction.write(removeSessions, { account })
}

/** @throws BadUserInputError where an account is the last ADMIN that may sign in. */
async function requireOtherAdmin(graph: GraphReader, account: AccountRow, argument: string): Promise<void> {
  const isAdmin = account.role === 'ADMIN' && !account.isDisabled && (account.hasPassword || account.isProvided)
  if (!isAdmin) return
  const [others] = await graph.read(otherAdmins, { account: account.name })
  if ((others?.count ?? 0) > 0) return
  throw new BadUserInputError(argument, `${account.name} is the last ADMIN that may sign in: make another one first`)
}

/** Who an account is today, at most of a role; null where it may do nothing. */
export async function viewerOfAccount(
  graph: GraphReader,
  name: string,
  day: string,
  most: Role = 'ADMIN',
): Promise<Viewer | null> {
  const [account] = await graph.read(accountsNamed, { accounts: [name] })
  if (!account || account.isDisabled) return null
  const { displayName, role } = account
  return {
    ...{ name, displayName, role: lesser(role, most), hasAccount: true },
    actsFor: await actorsOf(graph, name, day),
  }
}
