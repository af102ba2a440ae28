import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import etag from '@fastify/etag'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Viewer } from '../accounts/viewer.js'
import { waysIn } from '../accounts/ways-in.js'
import { leftOutIn } from '../edition/left-out.js'
import type { Ask } from '../export/tables/answer.js'
import { Composer } from '../graph/compose/composer.js'
import type { RequestTurns } from '../graph/statement-queue.js'
import type { Jobs } from '../jobs/jobs.js'
import { today } from '../kernel/day.js'
import { RunLoader } from '../spillover/runs/run-loader.js'
import { openDrawWorkers } from '../spillover/uncertainty/draw-workers.js'
import type { ServerSettings } from '../startup/settings.js'
import { notedIn, noteRefusals } from './access-log.js'
import { catalog } from './catalog.js'
import { Charges } from './charges.js'
import { isPreflighted, mayAskByGet, preflightHeader } from './cross-site.js'
import { DocumentStore } from './document-store.js'
import { errorAnswerer, errorFormatter, isBusy } from './format-error.js'
import { KeptAnswers, markWhatMayBeKept, questionOf } from './kept-answers.js'
import { maxTokens } from './limits.js'
import { isKnownOrigin } from './origins.js'
import { bodyOfAddress, persistedQueryProblem } from './persisted-query.js'
import { redirectIds } from './redirected-ids.js'
import { notOpen, RETRY_SECONDS, refuse, refuseWith } from './refusals.js'
import { limitCost, refuseSubscriptions, refuseWithoutRight } from './refused-operations.js'
import type { RequestContext } from './request-context.js'
import type { RequestEnd } from './request-end.js'
import type { Requests } from './requests.js'
import { createSchema } from './schema.js'
import type { WhoAsks } from './who-asks.js'

interface ServerContext extends RequestContext {
  /** Whether no page asks, or one that may. */
  readonly isFromKnownPage: boolean
  readonly end: RequestEnd
  readonly turns: RequestTurns
}

/** Asks the API in the name of a request to another address. */
export type AskFor = (request: FastifyRequest, reply: FastifyReply) => Ask

/** The API at `/graphql`, and the page for trying queries there; returns how other addresses ask it, and what that costs. */
export async function addGraphql(
  app: FastifyInstance,
  requests: Requests,
  who: WhoAsks,
  settings: ServerSettings,
  jobs: Jobs,
  log: FastifyBaseLogger,
): Promise<{ readonly schema: GraphQLSchema; readonly charges: Charges; readonly askFor: AskFor }> {
  const schema = createSchema()
  const charges = new Charges(schema, requests)
  const note = notedIn(log)
  const formatError = errorFormatter(log)
  const answerError = errorAnswerer(log)
  const apollo = new ApolloServer<ServerContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError,
    stopOnTerminationSignals: false,
    logger: log,
    parseOptions: { maxTokens },
    documentStore: new DocumentStore(),
    // Cache control would run a hook at every field of an answer, to come to what the route says of all answers.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      refuseWithoutRight(schema, settings),
      noteRefusals(schema),
      redirectIds(schema),
      limitCost(charges),
      markWhatMayBeKept(schema),
      refuseSubscriptions,
      refuseWithoutRoom,
    ],
  })
  await apollo.start()
  const drawWorkers = openDrawWorkers()
  // Before the server waits for its answers: what draws would take long is refused instead.
  app.addHook('preClose', () => drawWorkers.end())
  app.addHook('onClose', () => apollo.stop())
  const contextOf = (
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer | null,
    day: string,
    generation: number | null,
  ): ServerContext | null => {
    const begun = requests.begin(reply, generation)
    if (!begun) return null
    const { graph, edition, reference, mergedAway, end, turns } = begun
    return {
      graph,
      edition,
      reference,
      composer: new Composer(graph, catalog, day, leftOutIn(edition)),
      runs: new RunLoader({ graph, edition }),
      // Draws are bounded by their number.
      drawWorkers: { ...drawWorkers, run: (...asked) => end.untimed(() => drawWorkers.run(...asked)) },
      signal: end.signal,
      mergedAway,
      jobs,
      viewer,
      note: (deed, about) => note(viewer?.name ?? null, deed, about),
      isFromKnownPage: isKnownOrigin(request, settings),
      waysIn: () => waysIn(graph, settings),
      end,
      turns,
    }
  }
  const answers = new KeptAnswers()
  const handler: RouteHandlerMethod = async function (request, reply) {
    const { method, headers, query, body } = request
    if (method === 'GET' && headers.accept?.includes('text/html') && !Object.hasOwn(Object(query), 'query')) {
      return reply.sendFile('graphiql/index.html')
    }
    if (method === 'GET' && !isPreflighted(headers)) {
      if (!mayAskByGet(headers, settings)) return refuse(reply, 400, 'PREFLIGHT_REQUIRED', headerMissing)
      headers[preflightHeader] = 'true'
    }
    const unnamed = persistedQueryProblem(method === 'GET' ? bodyOfAddress(query) : body)
    if (unnamed) return refuse(reply, 400, unnamed.code, unnamed.message)
    const day = today()
    const asking = await Promise.all([who.of(request), requests.generation()]).catch((error: unknown) => {
      answerError(reply, error)
      return null
    })
    if (asking === null) return reply
    const [viewer, generation] = asking
    const question = questionOf(request, day, viewer)
    const kept = generation === null ? null : answers.find(question, generation, reply)
    if (kept) return kept
    const contextValue = contextOf(request, reply, viewer, day, generation)
    if (!contextValue) return refuseWith(reply, [notOpen])
    reply.header('cache-control', 'no-store')
    const answer = await fastifyApolloHandler(apollo, { context: async () => contextValue }).call(this, request, reply)
    if (generation !== null && typeof answer === 'string') answers.keep(question, generation, reply, answer)
    return answer
  }
  await app.register(async (scope) => {
    await scope.register(etag, { weak: true })
    scope.get('/graphql', { exposeHeadRoute: false }, handler)
  })
  app.post('/graphql', handler)
  const askFor: AskFor = (request, reply) => async (query, variables) => {
    const contextValue = contextOf(request, reply, await who.of(request), today(), null)
    if (!contextValue) return { errors: [notOpen] }
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue })
    if (body.kind === 'single') return body.singleResult
    throw new Error('an answer in parts, which nobody asked for')
  }
  return { schema, charges, askFor }
}

/** A request for which there was no room has no answer at all, and says when it may be asked again. */
const refuseWithoutRoom: ApolloServerPlugin<ServerContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (!isBusy(contextValue.end.signal.reason) || response.body.kind !== 'single') return
        const [error] = response.body.singleResult.errors ?? []
        if (!error) return
        const { message, extensions } = error
        response.body.singleResult = { errors: [{ message, ...(extensions ? { extensions } : {}) }] }
        response.http.status = 503
        response.http.headers.set('retry-after', String(RETRY_SECONDS))
      },
    }
  },
}

const headerMissing = `A page of another site asks by GET with the header ${preflightHeader}: true, or by POST`
