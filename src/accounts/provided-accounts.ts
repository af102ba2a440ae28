import type { Graph } from '../graph/graph.js'
import { enteringText } from '../text/entering-text.js'
import { folded, joined } from '../text/folded.js'
import { mayHoldPersonNumber } from '../text/person-number.js'
import { accountOfSubject, accountsNamed, namesWrittenBy } from './account-queries.js'
import { accountName, addAccount, LONGEST_DISPLAY_NAME } from './accounts.js'
import { slowDigest } from './passwords.js'
import { digest } from './secrets.js'
import type { SessionState } from './sessions.js'

/** Who somebody is, as a provider says. */
export interface Person {
  readonly issuer: string
  /** Which of the issuer's, for ever: perhaps a person's number. */
  readonly subject: string
  readonly preferredName: string | null
  readonly email: string | null
  readonly fullName: string | null
}

/** Who somebody is here. */
export interface ProvidedAccount {
  readonly account: string
  /** Null where the account is disabled. */
  readonly state: SessionState | null
  /** Whether it was made just now. */
  readonly isNew: boolean
}

/** Letters of a name before what tells it from others alike. */
const LONGEST_BASE = 56
/** How many of one name are told apart by number. */
const MOST_ALIKE = 50

/**
 * The account of somebody whom a provider knows, who becomes a READER with it where it is the first time.
 * An account is found by issuer and subject alone: none is taken over for its name, nor is what somebody wrote whose
 * account was taken out.
 * @param day today.
 */
export async function signInPerson(graph: Graph, person: Person, day: string): Promise<ProvidedAccount> {
  const { issuer } = person
  const subject = await slowDigest(person.subject, issuer)
  const [known] = await graph.read(accountOfSubject, { issuer, subject })
  if (known) return provided(known, false)
  const names = namesFor(person, subject)
  return graph.transaction(async (transaction) => {
    const [beside] = await transaction.read(accountOfSubject, { issuer, subject })
    if (!beside) {
      const taken = await transaction.read(accountsNamed, { accounts: names })
      // Whoever had a name before, and wrote, is not whom it is given to now.
      const written = await transaction.read(namesWrittenBy, { accounts: names })
      const held = new Set([...taken, ...written].map(({ name }) => name))
      const name = names.find((each) => !held.has(each)) ?? names.at(-1) ?? ''
      const values = { displayName: displayNameFor(person, name), role: 'READER', issuer, subject }
      await addAccount(transaction, accountName('name', name), values, [], day)
    }
    const [made] = await transaction.read(accountOfSubject, { issuer, subject })
    if (!made) throw new Error('an account that was just made is not there')
    return provided(made, !beside)
  })
}

const provided = (
  { name, epoch, isDisabled }: { readonly name: string; readonly epoch: number; readonly isDisabled: boolean },
  isNew: boolean,
): ProvidedAccount => ({ account: name, state: isDisabled ? null : { account: name, epoch, flow: null }, isNew })

/** Names that an account may have, the best first; the last is nobody else's. */
function namesFor({ preferredName, email }: Person, subject: string): string[] {
  const own = `account-${Buffer.from(digest(subject), 'base64url').toString('hex').slice(0, 8)}`
  const [base] = [preferredName, email?.split('@')[0]].flatMap((said) => nameIn(said ?? ''))
  if (base === undefined) return [own]
  const alike = Array.from({ length: MOST_ALIKE }, (_, index) => (index === 0 ? base : `${base}-${index + 1}`))
  return [...alike, own]
}

/** A claim as an account's name; none where nothing is left of it, or it holds what can be a person's number. */
function nameIn(said: string): string[] {
  const parts = said.slice(0, 300).split(/([._@-])/)
  const plain = parts.map((part, index) => (index % 2 === 1 ? part : joined(folded(part)))).join('')
  const name = trimmed(trimmed(plain.replace(/[^a-z0-9._@-]/g, '')).slice(0, LONGEST_BASE))
  if (name === '' || mayHoldPersonNumber(said)) return []
  try {
    return [accountName('name', name)]
  } catch {
    return []
  }
}

const trimmed = (name: string): string => name.replace(/^[._@-]+|[._@-]+$/g, '')

function displayNameFor({ fullName }: Person, name: string): string {
  const entering = enteringText(fullName ?? '')
  const shown = 'text' in entering ? [...entering.text].slice(0, LONGEST_DISPLAY_NAME).join('').trim() : ''
  return shown === '' ? name : shown
}
