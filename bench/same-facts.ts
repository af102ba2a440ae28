import { dataOf } from './graphql.js'
import { type FactChoice, factsOf } from './yardsticks/facts.js'

/**
 * Makes sure that two answers say the same before they are timed.
 * @param answer a reply of GraphQL.
 * @param held what the other side said.
 * @throws Error where the facts of the two differ, or there are none.
 */
export function requireSameFacts(what: string, answer: string, held: unknown, isFact: FactChoice): void {
  const facts = factsOf(dataOf(answer), isFact)
  const expected = factsOf(held, isFact)
  const difference = facts.findIndex((fact, index) => fact !== expected[index])
  if (facts.length > 0 && facts.length === expected.length && difference < 0) return
  const counts = `${facts.length} facts against ${expected.length}`
  const first = `first ${facts[difference]} against ${expected[difference]}`
  throw new Error(`${what} and what it is held against differ: ${counts}, ${first}`)
}
