import type { ApolloServerPlugin } from '@apollo/server'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import {
  type DocumentNode,
  GraphQLError,
  getVariableValues,
  OperationTypeNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity'
import { LRUCache } from 'lru-cache'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../graph/compose/page.js'
import { DEFAULT_LIMIT, LARGEST_LIMIT } from '../network/question.js'
import { MOST_DRAWS } from '../spillover/uncertainty/uncertainty.js'

/** The most that one request may ask for; what asks for more is refused before it runs. */
const most = {
  /** Words and signs of the document. */
  tokens: 5_000,
  /** Levels of fields. */
  depth: 16,
  aliases: 100,
  /** Rows, if every list were as long as its page. */
  rows: 2_000_000,
  /** Bytes of a request's body. */
  body: 1_000_000,
}

export const { tokens: maxTokens, body: bodyLimit } = most

const refusal = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'REQUEST_TOO_LARGE', http: { status: 400 } } })

/** graphql-armor would throw with words of its own; here each refusal is reported as any other of validation is. */
const reportAs = (what: string) => ({
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(refusal(`The request has more than ${what}`))],
})

/** What is refused by a look at the document. */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ n: most.depth, ...reportAs(`${most.depth} levels of fields`) }),
  maxAliasesRule({ n: most.aliases, ...reportAs(`${most.aliases} aliases`) }),
]

/** Root fields that calculate: each costs as much as a long list. */
const calculated = new Set([
  ...['spillover', 'businessStructure', 'alternatives', 'structuralPaths', 'multipliers'],
  ...['timeline', 'supplierMatches', 'supplyGaps', 'consortia', 'chainExposure'],
  ...['supportFor', 'supportCoverage', 'supportCoverageBySector', 'supportGaps', 'sharedGaps', 'supportWhatIf'],
])
const COST_OF_CALCULATION = 50_000

/** The most draws of one field leave no room for as many more; a wrong number is refused when it is read. */
const COST_OF_DRAW = 15

/** What a field costs by itself, beside what is asked below it. */
function costOf(field: string, { draws }: Readonly<Record<string, unknown>>): number {
  if (field === 'uncertainty') return COST_OF_DRAW * Math.min(Math.max(Number(draws), 1), MOST_DRAWS)
  return calculated.has(field) ? COST_OF_CALCULATION : 0
}

/** Root fields that answer networks: each costs as a calculation and its nodes, each with what is asked of it. */
const networks = new Set(['neighbourhood', 'supplyChain', 'paths', 'networkMetrics'])

/** A connection costs its page's rows, each with what is asked of it. A page of a wrong size is refused when it is read. */
const rowsOf: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  const own = costOf(field.name, args)
  if (type.name === 'Query' && networks.has(field.name)) {
    const drawn = Math.min(Math.max(Number(args.limit ?? DEFAULT_LIMIT), 1), LARGEST_LIMIT)
    return COST_OF_CALCULATION + drawn * (1 + childComplexity)
  }
  if (!field.args.some(({ name }) => name === 'first')) return own + childComplexity
  const rows = Math.min(Math.max(Number(args.first ?? DEFAULT_PAGE_SIZE), 1), LARGEST_PAGE)
  return own + rows * (1 + childComplexity)
}

const VARIABLES_KEPT = 32
/** Letters of variables that are worth keeping. */
const LONGEST_KEPT = 1_000

/** What documents came to, by what they were asked with: Apollo hands out the same document for the same text. */
const rowsKnown = new WeakMap<DocumentNode, LRUCache<string, number>>()

function known(document: DocumentNode, asked: string, count: () => number): number {
  if (asked.length > LONGEST_KEPT) return count()
  const counts = rowsKnown.get(document) ?? new LRUCache<string, number>({ max: VARIABLES_KEPT })
  rowsKnown.set(document, counts)
  const rows = counts.get(asked) ?? count()
  counts.set(asked, rows)
  return rows
}

/** Refuses a request whose lists within lists could come to too many rows. */
export const limitRows: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        const { coerced } = operation
          ? getVariableValues(schema, operation.variableDefinitions ?? [], { ...request.variables })
          : {}
        // What cannot be coerced is refused, with its argument, when it is run.
        if (!coerced) return
        const operationName = operation?.name?.value
        const rows = known(document, JSON.stringify([operationName, coerced]), () =>
          getComplexity({
            schema,
            query: document,
            variables: coerced,
            estimators: [rowsOf],
            ...(operationName === undefined ? {} : { operationName }),
          }),
        )
        if (rows > most.rows) {
          throw refusal(`The request could come to ${rows} rows, and at most ${most.rows} are answered: ask for less`)
        }
      },
    }
  },
}

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
