import type { ApolloServerPlugin } from '@apollo/server'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql'
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity'

/** The most that one request may ask for; what asks for more is refused before it runs. */
const most = {
  /** Words and signs of the document. */
  tokens: 10_000,
  /** Levels of fields. */
  depth: 16,
  aliases: 100,
  /** Rows, if every list were as long as its page. */
  rows: 500_000,
  /** Bytes of a request's body. */
  body: 1_000_000,
}

const DEFAULT_PAGE_SIZE = 25

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

/** A connection costs its page's rows, each with what is asked of it. */
const rowsOf: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const isPaged = field.args.some(({ name }) => name === 'first')
  return isPaged ? Number(args.first ?? DEFAULT_PAGE_SIZE) * (1 + childComplexity) : childComplexity
}

/** Refuses a request whose lists within lists could come to too many rows. */
export const limitRows: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request, operationName }) {
        const rows = getComplexity({
          schema,
          query: document,
          estimators: [rowsOf],
          ...(request.variables ? { variables: request.variables } : {}),
          ...(operationName ? { operationName } : {}),
        })
        if (rows > most.rows) {
          throw refusal(`The request could come to ${rows} rows, and at most ${most.rows} are answered: ask for less`)
        }
      },
    }
  },
}
