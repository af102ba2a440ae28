import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, getVariableValues, OperationTypeNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { type Charge, chargeOf, type Share } from '../cost/charge.js'
import { type GraphSize, PresentSize } from '../cost/graph-size.js'
import type { Graph } from '../graph/graph.js'
import { RequestTooLargeError } from '../input-errors.js'
import { catalog } from './catalog.js'
import { costs } from './costs.js'

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

const VARIABLES_KEPT = 32
/** Letters of variables that are worth keeping. */
const LONGEST_KEPT = 1_000

/** What a request came to on a graph of a size. */
interface Kept {
  readonly size: GraphSize
  /** Milliseconds of one core. */
  readonly work: number
  readonly refusal: RequestTooLargeError | null
}

type ChargesKept = LRUCache<string, Kept>

/** What documents came to, by what they were asked with: Apollo hands out the same document for the same text. */
const kept = new WeakMap<DocumentNode, ChargesKept>()

/** Whoever puts a request in its turn is told what it will take. */
interface Expecting {
  readonly turns: { expect(work: number): void }
}

/** Refuses a request that would cost too much on the graph as large as it is by now. */
export function limitCost(holder: { readonly graph: Graph | null }): ApolloServerPlugin<Expecting> {
  const present = new PresentSize()
  return {
    async serverWillStart() {
      return { serverWillStop: () => present.settled() }
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          const { coerced } = operation
            ? getVariableValues(schema, operation.variableDefinitions ?? [], { ...request.variables })
            : {}
          // What cannot be coerced is refused, with its argument, when it is run.
          if (!operation || !coerced || !holder.graph) return
          const size = await present.of(holder.graph)
          const asked = JSON.stringify([operation.name?.value, coerced])
          const before = kept.get(document)?.get(asked)
          const known =
            before?.size === size
              ? before
              : charged(size, chargeOf({ schema, catalog, costs }, { document, operation, variables: coerced }, size))
          if (asked.length <= LONGEST_KEPT) keep(document, asked, known)
          if (known.refusal) throw asGraphQLError(known.refusal)
          contextValue.turns.expect(known.work)
        },
      }
    },
  }
}

const charged = (size: GraphSize, charge: Charge): Kept => ({ size, work: charge.work, refusal: refusalOf(charge) })

function keep(document: DocumentNode, asked: string, charge: Kept) {
  const charges: ChargesKept = kept.get(document) ?? new LRUCache({ max: VARIABLES_KEPT })
  kept.set(document, charges)
  charges.set(asked, charge)
}

/** Apollo keeps the status of its own errors alone. */
const asGraphQLError = (refusal: RequestTooLargeError): GraphQLError =>
  new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: 'REQUEST_TOO_LARGE', http: { status: 400 } },
  })

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
    const { field, argument } = largest(shares, 'work')
    return new RequestTooLargeError(
      `The request could take ${Math.ceil(work)} ms of work, and one may take ${most.work}: ${lessOf(field, argument)}`,
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

/** There is nothing to subscribe to. */
export const refuseSubscriptions: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return
        throw new GraphQLError('There are no subscriptions', {
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
        })
      },
    }
  },
}
