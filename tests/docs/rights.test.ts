import { readFileSync } from 'node:fs'
import { isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { type Capability, capabilities, may } from '../../src/accounts/capabilities.js'
import { shownBy, takenBy } from '../../src/accounts/guard.js'
import { localEditor, roles } from '../../src/accounts/viewer.js'
import { createSchema } from '../../src/server/schema.js'

const page = readFileSync('docs/operations.md', 'utf8')

/** Fields of the API by what they take, mutations by their name alone. */
function fieldsByCapability(): Map<string, string[]> {
  const schema = createSchema()
  const found = new Map<string, string[]>(Object.keys(capabilities).map((capability) => [capability, []]))
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      for (const capability of [takenBy(schema, field), shownBy(schema, field)]) {
        const name =
          type === schema.getMutationType() || type === schema.getQueryType()
            ? field.name
            : `${type.name}.${field.name}`
        if (capability) found.get(capability)?.push(name)
      }
    }
  }
  return found
}

const isCapability = (name: string): name is Capability => name in capabilities

const mark = (isLet: boolean): string => (isLet ? 'yes' : '–')

/** The table as the code has it, but for words. */
const rows = [...fieldsByCapability()].map(([capability, fields]) => [
  capability,
  fields.toSorted(),
  ...[null, ...roles.map((role) => ({ ...localEditor, role }))].map((viewer) =>
    mark(isCapability(capability) && may(viewer, capability)),
  ),
])

it('says who may what, field by field, as the code has it', () => {
  const stated = [...page.matchAll(/^\| `([A-Z_]+)`: [^|]+ \| ([^|]*) \| (.*) \|$/gm)].map(
    ([, capability, fields = '', marks = '']) => [
      capability,
      [...fields.matchAll(/`([A-Za-z.]+)`/g)].map(([, name]) => name).toSorted(),
      ...marks.split(' | '),
    ],
  )
  expect(stated).toEqual(rows)
})
