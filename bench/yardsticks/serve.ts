import { createServer } from 'node:http'
import { z } from 'zod'
import type { GraphSettings } from '#built/graph/open.js'
import type { MeasuredOperation } from '../measured-operation.js'
import { registerOperations } from '../register-operations.js'
import { seedOperations } from '../seed-operations.js'
import { openDatabase } from './database.js'

/**
 * The process that answers yardsticks: a bare HTTP server in which `/3` is the yardstick of the fourth operation.
 * Started with the settings of its graph as JSON and the name of a list of operations, it sends its port to the process
 * that started it.
 */
const graphSettings: z.ZodType<GraphSettings> = z.union([
  z.object({ engine: z.literal('embedded'), path: z.string().nullable() }),
  z.object({ engine: z.literal('neo4j'), uri: z.string(), username: z.string(), password: z.string() }),
])

const operationLists = { seed: seedOperations, register: registerOperations } satisfies Record<
  string,
  readonly MeasuredOperation[]
>
export type OperationList = keyof typeof operationLists

const settings = graphSettings.parse(JSON.parse(process.argv[2] ?? ''))
const operations = operationLists[z.enum(['seed', 'register']).parse(process.argv[3])]
const database = await openDatabase(settings)
const answers = await Promise.all(operations.map(({ yardstick }) => yardstick?.prepare(database)))

const server = createServer(async ({ url = '' }, response) => {
  try {
    const answer = await answers[Number(url.slice(1))]?.()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  } catch (error) {
    response.statusCode = 500
    response.end(String(error))
  }
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: address instanceof Object ? address.port : null })
})

// Asked to end, or left alone by the process that started it.
process.once('SIGTERM', end)
process.once('disconnect', end)

function end(): void {
  server.close(async () => {
    await database.close()
    process.exit()
  })
  server.closeAllConnections()
}
