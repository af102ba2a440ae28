import { countDatabaseCalls } from './database-calls.js'
import { askingAnew, dataOf, graphqlRequest } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { messageOf } from './message-of.js'
import { type Norrgraph, startNorrgraph } from './norrgraph.js'
import type { RegisterGraph } from './register-graphs.js'
import { type RegisterOperation, registerOperations } from './register-operations.js'
import { requireSameFacts } from './same-facts.js'
import { whileRunning } from './served.js'
import { type Span, type Times, timeInTurn } from './timing.js'
import { startYardsticks } from './yardsticks/start.js'

/** What an operation took at the size of a register. */
export interface RegisterTimes {
  readonly norrgraph: Times
  /** On a tenth of the firms. */
  readonly tenth: Times
  /** What it is held against, if anything. */
  readonly held: Times | null
  /** The most memory of the serving process while it answered, in bytes. */
  readonly peakMemory: number | null
}

export interface RegisterMeasurement {
  readonly measured: RegisterOperation
  readonly databaseCalls: number
  /** The times, or why there are none. */
  readonly outcome: RegisterTimes | { readonly failed: string }
}

const span: Span = { warmUpMs: 500, measureMs: 1_000, most: 200 }

/** Measures all operations on firms: in turn on a graph, on one of a tenth of the firms, and their yardsticks. */
export async function measureRegister(full: RegisterGraph, tenth: RegisterGraph): Promise<RegisterMeasurement[]> {
  const databaseCalls = await countDatabaseCalls(full.norrgraph, registerOperations)
  return whileRunning(startYardsticks(full.yardsticks, 'register'), (yardsticks) =>
    whileRunning(startNorrgraph(tenth.norrgraph), (onTenth) =>
      whileRunning(startNorrgraph(full.norrgraph), async (onFull) => {
        const clients = [onFull, onTenth, yardsticks].map(({ address }) => httpClient(address))
        const measurements: RegisterMeasurement[] = []
        for (const [index, measured] of registerOperations.entries()) {
          const outcome = await outcomeOf(measured, index, onFull, clients)
          measurements.push({ measured, databaseCalls: databaseCalls[index] ?? 0, outcome })
        }
        for (const client of clients) client.close()
        return measurements
      }),
    ),
  )
}

async function outcomeOf(
  { operation, variables, yardstick }: RegisterOperation,
  index: number,
  norrgraph: Norrgraph,
  [full, tenth, yardsticks]: readonly HttpClient[],
): Promise<RegisterMeasurement['outcome']> {
  if (!full || !tenth || !yardsticks) throw new Error('three servers are measured')
  const body = graphqlRequest(operation, variables)
  const ask = askingAnew(full, body)
  const askTenth = askingAnew(tenth, body)
  const hold = () => yardsticks.get(`/${index}`)
  norrgraph.forgetPeakMemory()
  try {
    const answer = await ask()
    dataOf(answer)
    dataOf(await askTenth())
    if (yardstick) requireSameFacts(operation, answer, JSON.parse(await hold()), yardstick.facts)
    const ways = [ask, askTenth, ...(yardstick ? [hold] : [])]
    const [ofFull = [], ofTenth = [], held = null] = await timeInTurn(ways, span)
    return { norrgraph: ofFull, tenth: ofTenth, held, peakMemory: norrgraph.peakMemory() }
  } catch (error) {
    return { failed: messageOf(error) }
  }
}
