import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify'
import { leftOutIn } from '../edition/left-out.js'
import type { QueueBounds } from '../graph/statement-queue.js'
import { Jobs } from '../jobs/jobs.js'
import type { ServerSettings } from '../startup/settings.js'
import { addBackup } from './backup-route.js'
import { addChangesFeed } from './changes-feed.js'
import { addClientFiles } from './client-files.js'
import { doorOptions, guardDoor, type Waits } from './door.js'
import { addExports } from './export-route.js'
import { FileTags } from './file-tags.js'
import type { GraphHolder } from './graph-holder.js'
import { addGraphql } from './graphql-route.js'
import { addHealth } from './health.js'
import { addImports } from './imports-route.js'
import { readJsonBodies } from './json-body.js'
import { addPages, contentSecurity, explorerPage } from './pages.js'
import { addProvider } from './provider-route.js'
import { addRateLimits } from './rate-limits.js'
import { addReadersDoor } from './readers-door.js'
import { addRefusals, refuse } from './refusals.js'
import { addRegion, regionFile } from './region-file.js'
import { Requests } from './requests.js'
import { addSessions } from './sessions.js'
import { addSignIn } from './sign-in-route.js'
import { addTables } from './table-route.js'
import { answersTo, WhoAsks } from './who-asks.js'

/** What the server bounds otherwise than usual. */
export interface Bounds {
  readonly turns?: QueueBounds
  readonly waits?: Waits
  /** What brings lists in; of its own where left out. */
  readonly jobs?: Jobs
}

/** The HTTP server, not yet listening. */
export async function createApp(
  holder: GraphHolder,
  settings: ServerSettings,
  log: FastifyBaseLogger,
  { turns, waits, jobs = new Jobs(holder, { log }) }: Bounds = {},
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    ...doorOptions(waits),
    trustProxy: settings.proxies.length > 0 && [...settings.proxies],
  })
  const region = regionFile(holder.edition, settings.url)
  const page = await explorerPage(holder.edition, region)
  addRefusals(app, log, page)
  guardDoor(app, waits)
  readJsonBodies(app)
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSecurity }, hsts: false })
  await app.register(cors, {
    origin: [...settings.origins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['retry-after', 'norrgraph-truncated', 'norrgraph-warnings'],
  })
  // Bodies that come in compressed are refused, where they are read.
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false })
  app.addHook('onRequest', async (request, reply) => {
    if (!answersTo(request, settings)) {
      return refuse(reply, 421, 'MISDIRECTED_REQUEST', 'This server does not answer to that host name: NORRGRAPH_HOSTS')
    }
  })
  await addSessions(app, holder, settings)
  const who = new WhoAsks(holder, settings)
  await addRateLimits(app, who, settings)
  addReadersDoor(app, who, settings)
  addHealth(app, holder, who, settings)
  const requests = new Requests(holder, settings, turns)
  await addRegion(app, region)
  await addPages(app, page, settings.embedders)
  const api = await addGraphql(app, requests, who, settings, jobs, log)
  addSignIn(app, holder, settings, log)
  addProvider(app, holder, settings, log)
  await addClientFiles(app, api.schema)
  const tags = new FileTags(requests, who)
  addExports(app, requests, api.charges, tags, settings, log)
  addChangesFeed(app, requests, tags, settings, log)
  addBackup(app, requests, who, settings, log)
  addTables(app, { ...api, mergedAway: () => requests.mergedAway(), leftOut: leftOutIn(holder.edition) }, tags, log)
  await addImports(app, jobs, who, log)
  // Before the server waits for its answers: whoever waits for a job is told.
  app.addHook('preClose', () => jobs.end())
  return app
}
