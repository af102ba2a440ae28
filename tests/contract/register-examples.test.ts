import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

/** Operations that write, in their order: what one answers under `as` stands in braces in the variables of later ones. */
const steps = z
  .array(
    z.object({
      operation: z.string(),
      as: z.string().optional(),
      variables: z.record(z.string(), z.unknown()).default({}),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/register.json'), 'utf8')))

const object = z.record(z.string(), z.unknown())

/** What stands at a path of what was answered. */
const valueAt = (answered: Readonly<Record<string, unknown>>, path: string): string =>
  z.string().parse(path.split('.').reduce<unknown>((held, name) => object.parse(held)[name], answered))

function filledIn(variables: Record<string, unknown>, answered: Readonly<Record<string, unknown>>) {
  const text = JSON.stringify(variables).replace(/"\{([\w.]+)\}"/g, (_, path: string) =>
    JSON.stringify(valueAt(answered, path)),
  )
  return object.parse(JSON.parse(text))
}

describeOnSeededGraph('the examples of what is said and taken back', (given) => {
  it('run in their order', async () => {
    const answered: Record<string, unknown> = {}
    for (const { operation: name, as, variables } of steps) {
      const data = await given.api.data(operation(name), filledIn(variables, answered))
      if (as) answered[as] = data
    }
    expect(Object.keys(answered)).toEqual(steps.flatMap(({ as }) => as ?? []))
    const { changes } = z
      .object({ changes: z.object({ nodes: z.array(z.object({ operation: z.string() })) }) })
      .parse(await given.api.data(operation('changes'), { first: 9 }))
    expect(changes.nodes.map((change) => change.operation)).toEqual([
      ...['MERGE', 'CREATE', 'CREATE', 'CREATE', 'UPDATE', 'CONFIRM', 'END', 'UNDO', 'UPDATE'],
    ])
  })
})
