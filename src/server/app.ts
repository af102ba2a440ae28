import { fileURLToPath } from 'node:url'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import serveFiles from '@fastify/static'
import { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, fastify } from 'fastify'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { readingWith } from '../cancellation.js'
import { Composer } from '../graph/compose/composer.js'
import type { Graph } from '../graph/graph.js'
import { today } from '../on-day.js'
import type { RequestContext } from '../request-context.js'
import type { ServerSettings } from '../settings.js'
import { RunLoader } from '../spillover/run-loader.js'
import { openDrawWorkers } from '../spillover/uncertainty/draw-workers.js'
import { answersTo, mayWrite } from './access.js'
import { catalog } from './catalog.js'
import { DocumentStore } from './document-store.js'
import { addExports } from './export-route.js'
import { errorFormatter } from './format-error.js'
import { bodyLimit, limitRows, limitRules, maxTokens, refuseSubscriptions } from './limits.js'
import { untilNobodyWaits } from './patience.js'
import { isAnswering } from './readiness.js'
import { createSchema } from './schema.js'

/** The graph that the server answers from: none before it is open, and none while it shuts down. */
export interface GraphHolder {
  graph: Graph | null
}

interface ServerContext extends RequestContext {
  readonly mayWrite: boolean
}

const pages = fileURLToPath(new URL('../explorer/', import.meta.url))

/** The HTTP server, not yet listening. */
export async function createApp(
  holder: GraphHolder,
  settings: ServerSettings,
  log: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = fastify({ loggerInstance: log, bodyLimit })
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSecurity }, hsts: false })
  await app.register(cors, { origin: [...settings.origins], methods: ['GET', 'POST'] })
  app.addHook('onRequest', async (request, reply) => {
    if (!answersTo(request, settings)) {
      return refuse(reply, 421, 'MISDIRECTED_REQUEST', 'This server does not answer to that host name: NORRGRAPH_HOSTS')
    }
  })
  app.setErrorHandler<Error & { statusCode?: number }>((error, _, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error(error)
    return refuse(reply, status, status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR', requestProblem(error, status))
  })
  app.setNotFoundHandler(({ method, headers }, reply) =>
    method === 'GET' && headers.accept?.includes('text/html')
      ? reply.code(404).sendFile('index.html')
      : refuse(
          reply,
          404,
          'NOT_FOUND',
          'There is nothing at this address: the API is at /graphql, networks at /export/neighbourhood.graphml, .gexf, .json, .csv and .jsonld',
        ),
  )
  addHealth(app, holder)
  addExports(app, holder, settings, log)
  await addPages(app)
  await addGraphql(app, holder, settings, log)
  return app
}

const contentSecurity = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'"],
  fontSrc: ["'self'", 'data:'],
  // Served over plain HTTP on this machine: nothing may be upgraded there.
  upgradeInsecureRequests: null,
}

const requestProblem = (error: Error, status: number) => (status < 500 ? error.message : 'Something went wrong here')

/** An answer outside GraphQL, in GraphQL's form. */
function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] })
}

function addHealth(app: FastifyInstance, holder: GraphHolder): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_, reply) => {
    if (holder.graph && (await isAnswering(holder.graph))) return { status: 'ready' }
    return reply.code(503).send({ status: 'not ready' })
  })
}

/** Addresses of the explorer's views, which are all one page. */
const views = ['/support', '/coverage', '/spillover', '/network', '/suppliers', '/entity/:id']

async function addPages(app: FastifyInstance): Promise<void> {
  await app.register(serveFiles, { root: pages, index: ['index.html'], redirect: true })
  for (const url of views) app.get(url, (_, reply) => reply.sendFile('index.html'))
}

async function addGraphql(
  app: FastifyInstance,
  holder: GraphHolder,
  settings: ServerSettings,
  log: FastifyBaseLogger,
): Promise<void> {
  const apollo = new ApolloServer<ServerContext>({
    schema: createSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: errorFormatter(log),
    stopOnTerminationSignals: false,
    logger: log,
    parseOptions: { maxTokens },
    documentStore: new DocumentStore(),
    validationRules: [...limitRules],
    // Cache control would run a hook at every field of an answer, to come to what the route says of all answers.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      refuseForeignWrites(settings.token !== null),
      limitRows,
      refuseSubscriptions,
    ],
  })
  await apollo.start()
  const drawWorkers = openDrawWorkers()
  // Before the server waits for its answers: what draws would take long is refused instead.
  app.addHook('preClose', () => drawWorkers.end())
  app.addHook('onClose', () => apollo.stop())
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      if (!holder.graph) throw new Error('no graph is open')
      const signal = untilNobodyWaits(reply)
      const graph = readingWith({ signal, seconds: settings.querySeconds }, holder.graph)
      const composer = new Composer(graph, catalog, today())
      return { graph, composer, runs: new RunLoader(graph), drawWorkers, signal, mayWrite: mayWrite(request, settings) }
    },
  })
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    async handler(request, reply) {
      const { method, headers, query } = request
      if (method === 'GET' && headers.accept?.includes('text/html') && !(query instanceof Object && 'query' in query)) {
        return reply.sendFile('graphiql/index.html')
      }
      if (!holder.graph) return refuse(reply, 503, 'SERVICE_UNAVAILABLE', 'The graph is not open: try again soon')
      reply.header('cache-control', 'no-store')
      return answer.call(this, request, reply)
    },
  })
}

/** Mutations need the right to write; a field that writes needs to ask for nothing itself. */
const refuseForeignWrites = (hasToken: boolean): ApolloServerPlugin<ServerContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation === OperationTypeNode.MUTATION && !contextValue.mayWrite) {
          throw new GraphQLError(hasToken ? tokenNeeded : nobodyMayWrite, {
            extensions: { code: 'FORBIDDEN', http: { status: 403 } },
          })
        }
      },
    }
  },
})

const tokenNeeded = 'Writing from elsewhere needs the token: Authorization: Bearer NORRGRAPH_TOKEN'
const nobodyMayWrite = 'Nobody may write from elsewhere: this server has no NORRGRAPH_TOKEN'
