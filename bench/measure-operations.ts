import { askingAnew, graphqlRequest } from './graphql.js'
import { httpClient } from './http-client.js'
import type { MeasuredOperation } from './measured-operation.js'
import { requireSameFacts } from './same-facts.js'
import { seedOperations } from './seed-operations.js'
import type { Served } from './served.js'
import { type Span, type Times, timeInTurn } from './timing.js'
import type { Yardstick } from './yardsticks/yardstick.js'

/** An operation's times over HTTP, and those of what it is held against. */
export interface Measurement {
  readonly measured: MeasuredOperation
  readonly yardstick: Yardstick
  readonly norrgraph: Times
  readonly held: Times
}

const span: Span = { warmUpMs: 1_000, measureMs: 2_000, most: 500 }

/**
 * Measures all operations on the seed beside their yardsticks.
 * @throws Error where an operation fails, or does not say what its yardstick says.
 */
export async function measureOperations(norrgraph: Served, yardsticks: Served): Promise<Measurement[]> {
  const asked = httpClient(norrgraph.address)
  const held = httpClient(yardsticks.address)
  const measurements: Measurement[] = []
  for (const [index, measured] of seedOperations.entries()) {
    const { operation, variables, yardstick } = measured
    if (yardstick === undefined) continue
    const body = graphqlRequest(operation, variables)
    const ask = askingAnew(asked, body)
    const hold = () => held.get(`/${index}`)
    requireSameFacts(operation, await ask(), JSON.parse(await hold()), yardstick.facts)
    const [ours = [], theirs = []] = await timeInTurn([ask, hold], span)
    measurements.push({ measured, yardstick, norrgraph: ours, held: theirs })
  }
  asked.close()
  held.close()
  return measurements
}
