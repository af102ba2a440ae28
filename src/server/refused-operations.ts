import type { ApolloServerPlugin } from '@apollo/server'
import { collectFields } from '@graphql-tools/utils'
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { requireCapability } from '../accounts/capabilities.js'
import { takenBy } from '../accounts/guard.js'
import { ForbiddenError, type RequestTooLargeError, UnauthenticatedError } from '../kernel/input-errors.js'
import type { ServerSettings } from '../startup/settings.js'
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

/** Who asks, and whether a page does that may not. */
interface Asking extends Pick<RequestContext, 'viewer'> {
  readonly isFromKnownPage: boolean
}

/** Fields that whoever may not read is answered all the same: they say how to sign in. */
const openFields: ReadonlySet<string> = new Set(['viewer', 'signIn', '__typename'])

/**
 * Refuses, before any of it runs, an operation with a field that takes more than whoever asks has, mutations from pages of
 * other origins, and reading where that takes an account.
 */
export const refuseWithoutRight = (
  schema: GraphQLSchema,
  { readers }: Pick<ServerSettings, 'readers'>,
): ApolloServerPlugin<Asking> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request, contextValue: { viewer, isFromKnownPage } }) {
        if (!operation) return
        const isMutation = operation.operation === OperationTypeNode.MUTATION
        if (isMutation && !isFromKnownPage) {
          throw refusedAs(new ForbiddenError('A page of another origin changes nothing here: NORRGRAPH_CORS'), 403)
        }
        const asked = rootFields(schema, document, operation, request.variables ?? {})
        if (readers === 'ACCOUNTS' && viewer === null && asked.some((name) => !openFields.has(name))) {
          throw refusedAs(new UnauthenticatedError('It takes being signed in to read here'), 401)
        }
        if (!isMutation) return
        const fields = schema.getMutationType()?.getFields() ?? {}
        for (const name of asked) {
          const field = fields[name]
          const capability = field && takenBy(schema, field)
          if (!capability) continue
          try {
            requireCapability(viewer, capability)
          } catch (error) {
            if (error instanceof UnauthenticatedError) throw refusedAs(error, 401)
            if (error instanceof ForbiddenError) throw refusedAs(error, 403)
            throw error
          }
        }
      },
    }
  },
})

const refusedAs = (refusal: ForbiddenError | UnauthenticatedError, status: 401 | 403): GraphQLError =>
  new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN', http: { status } },
  })

/** Names of an operation's root fields, also in fragments. */
const rootFields = (...asked: Parameters<typeof rootFieldNodes>): string[] =>
  rootFieldNodes(...asked).map(({ name }) => name.value)

/** An operation's root fields, also in fragments. */
export function rootFieldNodes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): FieldNode[] {
  const type = schema.getRootType(operation.operation)
  if (!type) return []
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const { fields } = collectFields(schema, fragments, variables, type, operation.selectionSet)
  return [...fields.values()].flat()
}
