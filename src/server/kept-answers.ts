import { createHash } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { takenBy } from '../accounts/guard.js'
import type { Viewer } from '../accounts/viewer.js'
import { GenerationStore } from '../reference/generation-store.js'

const MOST_BYTES = 64_000_000
/** What an answer takes beside its text. */
const BYTES_BESIDE = 500

/**
 * What is said of an answer that is the same for whoever asked as long as graph and day are: a client asks each time whether it
 * still holds. All else goes out `no-store`.
 */
export const mayBeKept = 'private, no-cache'

/** An answer as it went out. */
interface KeptAnswer {
  readonly type: string
  readonly body: Buffer
}

/** Whole answers of reads, of one generation of the graph. */
export class KeptAnswers {
  private readonly answers = new GenerationStore<KeptAnswer>(MOST_BYTES)

  /** The body of the same question's answer, with its headers set; null where it is not kept. */
  find(question: string, generation: number, reply: FastifyReply): Buffer | null {
    const kept = this.answers.get(generation, question)
    if (!kept) return null
    reply.header('cache-control', mayBeKept).type(kept.type)
    return kept.body
  }

  /**
   * Keeps an answer whose headers say that it may be.
   * @param generation of the graph when the question came, or an earlier one.
   */
  keep(question: string, generation: number, reply: FastifyReply, text: string): void {
    if (reply.getHeader('cache-control') !== mayBeKept) return
    // Of its own: a part of the pool would keep all of that.
    const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
    body.write(text)
    const type = String(reply.getHeader('content-type'))
    this.answers.set(generation, question, { type, body }, body.byteLength + BYTES_BESIDE)
  }
}

/** What an answer depends on of whoever asks. */
export const reader = (viewer: Pick<Viewer, 'name' | 'role' | 'actsFor'> | null) =>
  viewer && [viewer.name, viewer.role, viewer.actsFor]

/** What an answer depends on beside the graph: what is asked, by whom, on which day, and in which form it is wanted. */
export function questionOf(
  { method, query, body, headers }: FastifyRequest,
  day: string,
  viewer: Pick<Viewer, 'name' | 'role' | 'actsFor'> | null,
): string {
  const asked = JSON.stringify([day, reader(viewer), headers.accept ?? '', method, method === 'GET' ? query : body])
  return createHash('sha256').update(asked).digest('base64')
}

/**
 * Marks answers of reads without an error as such that may be kept: none to what takes a right, which may be about what is
 * written without raising the generation.
 */
export function markWhatMayBeKept(schema: GraphQLSchema): ApolloServerPlugin {
  const asked = new WeakMap<DocumentNode, boolean>()
  const takesNoRight = (document: DocumentNode): boolean => {
    const known = asked.get(document) ?? !namesWhatTakesRights(schema, document)
    asked.set(document, known)
    return known
  }
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, document, response: { body, http } }) {
          if (operation?.operation !== OperationTypeNode.QUERY || body.kind !== 'single') return
          if (body.singleResult.errors !== undefined || !document || !takesNoRight(document)) return
          http.headers.set('cache-control', mayBeKept)
        },
      }
    },
  }
}

/** Whether a document names a field that takes a right of whoever asks for it. */
function namesWhatTakesRights(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let isNamed = false
  const visitor = {
    Field() {
      const field = types.getFieldDef()
      if (!field || takenBy(schema, field) === null) return undefined
      isNamed = true
      return BREAK
    },
  }
  visit(document, visitWithTypeInfo(types, visitor))
  return isNamed
}
