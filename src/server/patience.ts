import { setMaxListeners } from 'node:events'
import type { FastifyReply } from 'fastify'

/** Aborted when the client goes away before it has its answer. */
export function untilNobodyWaits({ raw }: FastifyReply): AbortSignal {
  const waiting = new AbortController()
  // Each statement that is under way listens, and a request may have many at once.
  setMaxListeners(0, waiting.signal)
  raw.once('close', () => {
    if (!raw.writableFinished) waiting.abort()
  })
  return waiting.signal
}
