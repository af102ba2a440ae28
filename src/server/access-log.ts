import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyBaseLogger } from 'fastify'
import { type GraphQLSchema, OperationTypeNode } from 'graphql'
import type { Capability } from '../accounts/capabilities.js'
import { takenBy } from '../accounts/guard.js'
import type { About, Deed } from '../kernel/note.js'
import { rootFieldNodes } from './refused-operations.js'
import type { RequestContext } from './request-context.js'

/** Notes who did something; null for somebody who is not known. */
export type NoteBy = (by: string | null, deed: Deed, about: About) => void

/** Notes deeds in the log, which else holds only what somebody has to look at; nowhere where it is silent. */
export function notedIn(log: FastifyBaseLogger): NoteBy {
  if (log.level === 'silent') return () => undefined
  const lines = log.child({}, { level: 'info' })
  return (by, deed, about) => lines.info({ by, ...about }, deed)
}

/** What is noted where it was asked for and refused. */
const guarded: ReadonlySet<Capability | null> = new Set(['KEEP_ACCOUNTS', 'KEEP_OWN_ACCOUNT', 'REDACT'])

/** Notes who asked for what changes accounts, tokens or what is written, and was refused; nothing of what was sent. */
export const noteRefusals = (schema: GraphQLSchema): ApolloServerPlugin<Pick<RequestContext, 'viewer' | 'note'>> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ document, operation, request, response: { body }, contextValue: { viewer, note } }) {
        if (!document || !viewer || operation?.operation !== OperationTypeNode.MUTATION || body.kind !== 'single')
          return
        const refused = body.singleResult.errors?.[0]?.extensions?.code
        if (typeof refused !== 'string') return
        const fields = schema.getMutationType()?.getFields() ?? {}
        const asked = rootFieldNodes(schema, document, operation, request.variables ?? {}).flatMap(({ name }) => {
          const field = fields[name.value]
          return field && guarded.has(takenBy(schema, field)) ? [field.name] : []
        })
        if (asked.length > 0) note('refused', { asked, code: refused })
      },
    }
  },
})
