import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyBaseLogger } from 'fastify'
import { type GraphQLSchema, getArgumentValues, OperationTypeNode } from 'graphql'
import { z } from 'zod'
import type { Capability } from '../accounts/capabilities.js'
import { takenBy } from '../accounts/guard.js'
import { rootFieldNodes } from './refused-operations.js'
import type { RequestContext } from './request-context.js'

type Log = Pick<FastifyBaseLogger, 'warn'>

/** Says in the log who signed in; at its level of what somebody may have to look at, which is all that is written. */
export const tellSignedIn = (log: Log, account: string | null): void => log.warn({ account }, 'Signed in')

/**
 * Says who did not. What was typed as a name is told only where an account has it: it may have been a password.
 * @param from whence.
 */
export const tellNotSignedIn = (log: Log, account: string | null, from: string): void =>
  log.warn({ account, from }, 'Not signed in')

/** What is told of in the log once it was asked for. */
const told: ReadonlySet<Capability | null> = new Set(['KEEP_ACCOUNTS', 'KEEP_OWN_ACCOUNT', 'REDACT'])

const name = z
  .string()
  .transform((text) => text.slice(0, 60))
  .optional()
  .catch(undefined)
const whom = z.object({
  ...{ name, id: name },
  input: z.object({ name, account: name, change: name }).optional().catch(undefined),
})

/** Says in the log which accounts and tokens were made or changed, and by whom; nothing of what was sent beside. */
export const logAccountChanges = (
  schema: GraphQLSchema,
  log: Log,
): ApolloServerPlugin<Pick<RequestContext, 'viewer'>> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ document, operation, request, response: { body }, contextValue: { viewer } }) {
        if (!document || !viewer || operation?.operation !== OperationTypeNode.MUTATION || body.kind !== 'single')
          return
        const variables = request.variables ?? {}
        const refused = body.singleResult.errors?.[0]?.extensions?.code ?? null
        const fields = schema.getMutationType()?.getFields() ?? {}
        for (const node of rootFieldNodes(schema, document, operation, variables)) {
          const field = fields[node.name.value]
          if (!field || !told.has(takenBy(schema, field))) continue
          const about = whomIn(() => getArgumentValues(field, node, variables), takenBy(schema, field))
          log.warn({ by: viewer.name, about, refused }, node.name.value)
        }
      },
    }
  },
})

/** Which account, token or change a field is about; null for one's own, and for what cannot be read. */
function whomIn(read: () => unknown, taken: Capability | null): string | null {
  try {
    const { id, name: own, input } = whom.parse(read())
    // What is asked for one's own account names a token by what it is for.
    const named = taken === 'KEEP_ACCOUNTS' ? input?.name : input?.account
    return own ?? id ?? named ?? input?.change ?? null
  } catch {
    return null
  }
}
