import type { Charge, Share } from '../cost/charge.js'
import { RequestTooLargeError } from '../kernel/input-errors.js'

/** The most that one request may ask for; what asks for more is refused before it runs. */
const most = {
  /** Words and signs of the document. */
  tokens: 5_000,
  /** Levels of fields. */
  depth: 16,
  aliases: 100,
  /** Milliseconds of one core. */
  work: 2_000,
  /** Bytes of memory while it is answered. */
  memory: 170_000_000,
  /** Bytes of a request's body. */
  body: 1_000_000,
}

export const { tokens: maxTokens, body: bodyLimit } = most

/** Why a request is refused; null where it is not. */
export function refusalOf({ work, memory, shares, depth, aliases }: Charge): RequestTooLargeError | null {
  if (depth > most.depth) {
    return new RequestTooLargeError(
      `The request has more than ${most.depth} levels of fields: ask for what is below by id`,
      {
        ...{ cost: depth, bound: most.depth, unit: 'LEVELS' },
      },
    )
  }
  if (aliases > most.aliases) {
    return new RequestTooLargeError(`The request has more than ${most.aliases} aliases: ask for the rest by another`, {
      ...{ cost: aliases, bound: most.aliases, unit: 'ALIASES' },
    })
  }
  if (work > most.work) {
    const { field, argument, instead } = largest(shares, 'work')
    return new RequestTooLargeError(
      `The request could take ${Math.ceil(work)} ms of work, and one may take ${most.work}: ${lessOf(field, argument)}${instead ? `; ${instead}` : ''}`,
      { cost: Math.ceil(work), bound: most.work, unit: 'MILLISECONDS', field, ...(argument ? { argument } : {}) },
    )
  }
  if (memory > most.memory) {
    const { field, argument } = largest(shares, 'memory')
    return new RequestTooLargeError(
      `The request could take ${Math.ceil(memory / 1e6)} MB of memory, and one may take ${most.memory / 1e6}: ${lessOf(field, argument)}`,
      { cost: Math.ceil(memory), bound: most.memory, unit: 'BYTES', field, ...(argument ? { argument } : {}) },
    )
  }
  return null
}

function largest(shares: readonly Share[], part: 'work' | 'memory'): Share {
  const [first = { field: '', work: 0, memory: 0 }, ...others] = shares
  return others.reduce((found, share) => (share[part] > found[part] ? share : found), first)
}

const lessOf = (field: string, argument: string | undefined): string =>
  `${field} costs most; ask for less of it${argument ? ` (${argument})` : ''}, or in several requests`
