import { describe, expect, it } from 'vitest'
import { exampleVariables, operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const questions = Object.entries(exampleVariables).flatMap(([name, all]) =>
  all.map((variables) => ({ name, variables, title: `${name} ${JSON.stringify(variables)}` })),
)

/** What the embedded engine answered, for Neo4j to be held against. */
const answers = new Map<string, unknown>()

describeOnSeededGraph('the contract’s operations', (given, engine) => {
  describe.each(questions)('$title', ({ name, variables, title }) => {
    it(engine === 'embedded' ? 'answers' : 'answers the same', async () => {
      const data = comparable(await given.api.data(operation(name), variables))
      if (engine === 'embedded') answers.set(title, data)
      else expect(data).toEqual(answers.get(title))
    })
  })
})

/** An answer without the time at which it was calculated, and with sums rounded where engines add in another order. */
function comparable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) => {
      if (key === 'computedAt') return undefined
      return typeof value === 'number' ? Number(value.toPrecision(10)) : value
    }),
  )
}
