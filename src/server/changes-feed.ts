import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { changesAtom } from '../export/changes-atom.js'
import type { ServerSettings } from '../startup/settings.js'
import { type FileTags, isThere, taggedBy } from './file-tags.js'
import { errorAnswerer } from './format-error.js'
import { notOpen, refuseWith } from './refusals.js'
import type { Requests } from './requests.js'

/** The last changes at `/changes.atom`, in the region's first language. Errors are in GraphQL's form. */
export function addChangesFeed(
  app: FastifyInstance,
  requests: Requests,
  tags: FileTags,
  { url }: Pick<ServerSettings, 'url'>,
  log: FastifyBaseLogger,
): void {
  const answerError = errorAnswerer(log)
  app.get('/changes.atom', async (request, reply) => {
    const tag = await tags.of(request)
    if (isThere(request, tag)) return taggedBy(reply, tag).code(304).send()
    reply.header('cache-control', 'no-store')
    const begun = requests.begin(reply)
    if (!begun) return refuseWith(reply, [notOpen])
    const { graph, edition } = begun
    try {
      const base = url ?? `${request.protocol}://${request.host}`
      const feed = await changesAtom(graph, { base, lang: edition.languages[0] })
      return taggedBy(reply, tag).type('application/atom+xml; charset=utf-8').send(feed)
    } catch (error) {
      return answerError(reply, error)
    }
  })
}
