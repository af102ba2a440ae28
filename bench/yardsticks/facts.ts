/** Whether a value somewhere in an answer, under this name, is a fact that is compared. */
export type FactChoice = (name: string, value: string | number) => boolean

/** What GraphQL and its paging add, which no statement returns; and when a graph was filled, as each side has its own. */
const notOfTheGraph = new Set(['__typename', 'cursor', 'endCursor', 'computedAt'])

/** All words and numbers that come from the graph. */
export const everyFact: FactChoice = (name) => !notOfTheGraph.has(name)

const id = /^[a-z][a-z-]*:\S+$/

/** Ids and numbers: for answers that name what they hold in another way, or in two languages. */
export const idsAndNumbers: FactChoice = (_, value) => typeof value === 'number' || id.test(value)

/**
 * The facts in an answer, however deep, in one order: two answers say the same where these lists are equal. Numbers are
 * rounded to ten digits, as sums of fractions depend on the order of their terms.
 */
export function factsOf(answer: unknown, isFact: FactChoice): string[] {
  const facts: string[] = []
  collect('', answer, isFact, facts)
  return facts.sort()
}

function collect(name: string, value: unknown, isFact: FactChoice, facts: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(name, item, isFact, facts)
  } else if (value instanceof Object) {
    for (const [key, item] of Object.entries(value)) collect(key, item, isFact, facts)
  } else if (typeof value === 'number' || typeof value === 'string') {
    if (isFact(name, value)) facts.push(typeof value === 'number' ? String(Number(value.toPrecision(10))) : value)
  }
}
