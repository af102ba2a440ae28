import { createHash } from 'node:crypto'
import { hash, hashRaw, verify } from '@node-rs/argon2'
import { GraphError } from '../graph/failure.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { normalText } from '../text/entering-text.js'

const SHORTEST = 12
/** More than anybody types; hashing takes the longer, the longer it is. */
const LONGEST = 300

/** Each takes a core and 19 MiB for some tens of milliseconds, in threads that statements run in too. */
const AT_ONCE = 1
const MOST_WAITING = 50

/**
 * What of a password is kept: argon2id with the parameters that OWASP names (19 MiB, two passes), salted.
 * @param argument what says it.
 * @throws BadUserInputError, which never repeats it.
 */
export async function hashed(argument: string, password: string, name: string): Promise<string> {
  const text = asTyped(password)
  if (text === null) throw new BadUserInputError(argument, `${argument} holds signs that cannot be typed again`)
  const length = [...text].length
  if (length < SHORTEST || length > LONGEST) {
    throw new BadUserInputError(argument, `${argument} has from ${SHORTEST} to ${LONGEST} characters`)
  }
  if (text.toLowerCase().includes(name) && length - name.length < SHORTEST) {
    throw new BadUserInputError(argument, `${argument} has at least ${SHORTEST} characters beside the account's name`)
  }
  if (new Set(text).size < 5) throw new BadUserInputError(argument, `${argument} repeats a few characters alone`)
  return inTurn(() => hash(text))
}

/**
 * Whether a password is the one that is kept; where none is kept it takes as long and is not.
 * @throws GraphError BUSY where too many wait.
 */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const text = asTyped(password)
  if (text === null || text.length > 2 * LONGEST) return false
  const isIt = await inTurn(async () => verify(kept ?? (await nobodys()), text))
  return isIt && kept !== null
}

/**
 * What is kept of a text that is looked for by it: always the same of one salt, and as slow to guess as a password.
 * @throws GraphError BUSY where too many wait.
 */
export const slowDigest = (text: string, salt: string): Promise<string> =>
  inTurn(async () => {
    const bytes = await hashRaw(text, { salt: createHash('sha256').update(salt).digest() })
    return bytes.toString('base64url')
  })

/** The same letters whichever way a keyboard puts them together, with blanks as arguments have them when they enter. */
function asTyped(password: string): string | null {
  const normal = normalText(password)
  return 'text' in normal ? normal.text.normalize('NFKC') : null
}

let nobody: Promise<string> | null = null
const nobodys = (): Promise<string> => (nobody ??= hash('of nobody'))

let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= MOST_WAITING) throw new GraphError('BUSY', 'too many sign in at once')
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
