import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireCapability } from '../accounts/capabilities.js'
import type { Viewer } from '../accounts/viewer.js'
import type { Jobs, KeptFile } from '../jobs/jobs.js'
import { listSaid } from '../jobs/list-said.js'
import { TooManyJobsError } from '../jobs/too-many-jobs.js'
import { BadUserInputError, RequestTooLargeError } from '../kernel/input-errors.js'
import { giveTime } from './door.js'
import { errorAnswerer } from './format-error.js'
import { refuse } from './refusals.js'
import type { WhoAsks } from './who-asks.js'

/** Bytes of a file. */
const LARGEST_FILE = 500_000_000
/** What a request may have beside its file. */
const BYTES_BESIDE = 1_000_000

const limits = { fileSize: LARGEST_FILE, files: 2, fields: 600, fieldSize: 100_000, parts: 610, fieldNameSize: 100 }

/**
 * Lists come in at `POST /imports`, streamed to a file and read from there by a job, and what of them is not taken goes
 * out at `/imports/:id/refused.csv`.
 */
export async function addImports(
  app: FastifyInstance,
  jobs: Jobs,
  who: WhoAsks,
  log: FastifyBaseLogger,
): Promise<void> {
  const answerError = errorAnswerer(log)
  const viewerIn = async (request: FastifyRequest): Promise<Viewer> =>
    requireCapability(await who.of(request), 'IMPORT')

  /** Answers what went wrong, in GraphQL's form; what of the request is not read yet never is. */
  const refused = (reply: FastifyReply, error: unknown): FastifyReply => {
    reply.header('connection', 'close').header('cache-control', 'no-store')
    if (error instanceof TooManyJobsError) return refuse(reply, 503, 'SERVICE_UNAVAILABLE', error.message)
    return answerError(reply, error, statusOf(error))
  }

  await app.register(async (scope) => {
    await scope.register(multipart, { limits, throwFileSizeLimit: false })
    scope.addHook('onRequest', async (request, reply) => {
      try {
        await viewerIn(request)
        if (request.method !== 'POST') return undefined
        requireFits(Number(request.headers['content-length'] ?? 0) - BYTES_BESIDE)
        giveTime(request.raw)
        return undefined
      } catch (error) {
        return refused(reply, error)
      }
    })

    scope.post('/imports', async (request, reply) => {
      const brought = new Map<string, string[]>()
      let file: KeptFile | null = null
      try {
        const viewer = await viewerIn(request)
        if (!request.isMultipart())
          throw new BadUserInputError('file', 'A file comes as multipart/form-data, in the field file')
        for await (const part of request.parts()) {
          if (part.type === 'field') {
            if (part.valueTruncated) throw new BadUserInputError(part.fieldname, `${part.fieldname} is too long`)
            brought.set(part.fieldname, [...(brought.get(part.fieldname) ?? []), String(part.value)])
            continue
          }
          if (part.fieldname !== 'file') throw new BadUserInputError(part.fieldname, 'The file comes in the field file')
          if (file !== null) throw new BadUserInputError('file', 'One file comes at a time')
          const content = part.file
          content.once('limit', () => content.destroy(tooLarge(LARGEST_FILE + 1)))
          file = await jobs.keepFile(part.filename, content)
        }
        if (file === null) throw new BadUserInputError('file', 'file is missing')
        if ((await stat(file.path)).size === 0) throw new BadUserInputError('file', 'file is empty')
        const id = await jobs.bring(file, { ...listSaid(brought), viewer })
        const address = `/imports/${id}`
        return await reply
          .code(202)
          .header('location', address)
          .header('cache-control', 'no-store')
          .send({ id, status: 'QUEUED' })
      } catch (error) {
        if (file !== null) await jobs.forgetFile(file)
        return refused(reply, error)
      }
    })

    scope.get<{ Params: { id: string } }>('/imports/:id', async ({ params: { id } }, reply) => {
      const status = await jobs.statusOf(id)
      if (status === null) return refuse(reply, 404, 'NOT_FOUND', `There is no ${id}`)
      return reply.header('cache-control', 'no-store').send({ id, status })
    })

    scope.get<{ Params: { id: string } }>('/imports/:id/refused.csv', async ({ params: { id } }, reply) => {
      const listed = await jobs.refusedList(id)
      if (listed === null) return refuse(reply, 404, 'NOT_FOUND', `Nothing was refused of ${id}`)
      const name = `refused-${id.replace(/[^\w-]/g, '-')}.csv`
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('text/csv; charset=utf-8')
      return reply.send('path' in listed ? createReadStream(listed.path) : listed.text)
    })
  })
}

const tooLarge = (bytes: number): RequestTooLargeError =>
  new RequestTooLargeError(`A file may have ${LARGEST_FILE / 1e6} MB`, {
    ...{ cost: bytes, bound: LARGEST_FILE, unit: 'BYTES', argument: 'file' },
  })

function requireFits(bytes: number): void {
  if (bytes > LARGEST_FILE) throw tooLarge(bytes)
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof RequestTooLargeError) return 413
  // What the reader of parts refuses by itself.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode
  return undefined
}
