import { dataOf, graphqlRequest } from './graphql.js'
import { httpClient } from './http-client.js'
import { type MeasuredOperation, measuredOperations } from './measured-operations.js'
import type { Served } from './served.js'
import { type Span, type Times, timeInTurn } from './timing.js'
import { factsOf } from './yardsticks/facts.js'

/** An operation's times over HTTP, and those of what it is held against. */
export interface Measurement {
  readonly measured: MeasuredOperation
  readonly norrgraph: Times
  readonly yardstick: Times
}

const span: Span = { warmUpMs: 1_000, measureMs: 2_000, most: 500 }

/**
 * Measures all operations of a server beside their yardsticks.
 * @throws Error where an operation fails, or does not say what its yardstick says.
 */
export async function measureOperations(norrgraph: Served, yardsticks: Served): Promise<Measurement[]> {
  const asked = httpClient(norrgraph.address)
  const held = httpClient(yardsticks.address)
  const measurements: Measurement[] = []
  for (const [index, measured] of measuredOperations.entries()) {
    const body = graphqlRequest(measured.operation, measured.variables)
    const ask = () => asked.post('/graphql', body)
    const hold = () => held.get(`/${index}`)
    sameFacts(measured, await ask(), await hold())
    const [ours = [], theirs = []] = await timeInTurn([ask, hold], span)
    measurements.push({ measured, norrgraph: ours, yardstick: theirs })
  }
  asked.close()
  held.close()
  return measurements
}

function sameFacts({ operation, variables, yardstick }: MeasuredOperation, answer: string, held: string): void {
  const facts = factsOf(dataOf(answer), yardstick.facts)
  const expected = factsOf(JSON.parse(held), yardstick.facts)
  const difference = facts.findIndex((fact, index) => fact !== expected[index])
  if (facts.length > 0 && facts.length === expected.length && difference < 0) return
  const counts = `${facts.length} facts against ${expected.length}`
  const first = `first ${facts[difference]} against ${expected[difference]}`
  throw new Error(`${operation} ${JSON.stringify(variables)} and its yardstick differ: ${counts}, ${first}`)
}
