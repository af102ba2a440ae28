import { fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import type { Served } from './served.js'

const ready = z.object({ port: z.number() })

/** Starts a process that serves on the loopback address and sends the port that it serves on. */
export async function startForked(file: string, args: readonly string[]): Promise<Served> {
  const child = fork(file, args)
  const ended = once(child, 'exit')
  const [message] = await Promise.race([once(child, 'message'), ended])
  const { port } = ready.parse(message)
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
