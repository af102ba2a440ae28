import type { FastifyInstance } from 'fastify'
import { refuse } from './refusals.js'

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i
const read = new Set(['utf-8', 'utf8', 'us-ascii'])

/** Reads bodies: JSON in UTF-8 as it is, and nothing that would have to be guessed at. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(body)
    if (text === null) return done(new NotUtf8Error())
    return parse(request, text, done)
  })
  app.addHook('preParsing', async ({ headers }, reply) => {
    const encoding = headers['content-encoding']
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
      reply.header('accept-encoding', 'identity')
      return refuse(reply, 415, 'BAD_REQUEST', 'The header Content-Encoding names a compressed body: send it as it is')
    }
    const [, charset] = CHARSET.exec(headers['content-type'] ?? '') ?? []
    if (charset !== undefined && !read.has(charset.toLowerCase())) {
      return refuse(reply, 415, 'BAD_REQUEST', 'The header Content-Type names another charset than utf-8')
    }
  })
}

class NotUtf8Error extends Error {
  readonly code = 'FST_ERR_CTP_NOT_UTF8'
  readonly statusCode = 400
  constructor() {
    super('Body is not UTF-8')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Text in UTF-8; null where bytes are none. */
function textOf(bytes: string | Buffer): string | null {
  try {
    return typeof bytes === 'string' ? bytes : utf8.decode(bytes)
  } catch {
    return null
  }
}
