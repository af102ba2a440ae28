import type { FastifyReply } from 'fastify'

/** Aborted when the client goes away before it has its answer. */
export function untilNobodyWaits({ raw }: FastifyReply): AbortSignal {
  const waiting = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) waiting.abort()
  })
  return waiting.signal
}
