import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { RequestTooLargeError } from '../kernel/input-errors.js'
import type { ServerSettings } from '../startup/settings.js'
import { mayWrite } from './access.js'
import type { Charges } from './charges.js'
import type { RequestContext } from './request-context.js'

/** Whoever puts a request in its turn is told what it will take. */
interface Expecting {
  readonly turns: { expect(work: number): void }
}

/** Refuses a request that would cost too much on the graph as large as it is by now. */
export function limitCost(charges: Charges): ApolloServerPlugin<Expecting> {
  return {
    async serverWillStart() {
      return { serverWillStop: () => charges.settled() }
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          const charge = operation && (await charges.of(document, operation, request.variables))
          if (!charge) return
          if (charge.refusal) throw asGraphQLError(charge.refusal)
          contextValue.turns.expect(charge.work)
        },
      }
    },
  }
}

/** Apollo keeps the status of its own errors alone. */
const asGraphQLError = (refusal: RequestTooLargeError): GraphQLError =>
  new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: 'REQUEST_TOO_LARGE', http: { status: 400 } },
  })

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

/** Mutations need the right to write; a field that writes needs to ask for nothing itself. */
export const refuseForeignWrites = ({
  token,
  anonymousWrites,
}: Pick<ServerSettings, 'token' | 'anonymousWrites'>): ApolloServerPlugin<Pick<RequestContext, 'viewer'>> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation === OperationTypeNode.MUTATION && !mayWrite(contextValue.viewer)) {
          throw new GraphQLError(refusals[anonymousWrites ? 'elsewhere' : 'all'][token === null ? 'nobody' : 'token'], {
            extensions: { code: 'FORBIDDEN', http: { status: 403 } },
          })
        }
      },
    }
  },
})

/** By who needs the token, and whether there is one. */
const refusals = {
  elsewhere: {
    token: 'Writing from elsewhere needs the token: Authorization: Bearer NORRGRAPH_TOKEN',
    nobody: 'Nobody may write from elsewhere: this server has no NORRGRAPH_TOKEN',
  },
  all: {
    token: 'Writing needs the token: Authorization: Bearer NORRGRAPH_TOKEN',
    nobody: 'Nobody may write: NORRGRAPH_ANONYMOUS_WRITES is no, and this server has no NORRGRAPH_TOKEN',
  },
}
