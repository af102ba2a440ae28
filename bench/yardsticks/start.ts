import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { GraphSettings } from '#built/graph/open.js'
import type { Served } from '../served.js'

const ready = z.object({ port: z.number() })

/** Starts the process that answers yardsticks on a graph. */
export async function startYardsticks(settings: GraphSettings): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(settings)])
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
