import { buildSchema, isEnumType } from 'graphql'
import { expect, it } from 'vitest'
import { schemaText } from '../../src/server/schema-text.js'
import { initiativeStatuses } from '../../src/support/facts/initiative-status.js'
import { actorKinds, initiativeKinds } from '../../src/writing/forms/kinds.js'

const schema = buildSchema(schemaText())

it.each([
  ['SupportActorKind', actorKinds],
  ['InitiativeKind', initiativeKinds],
  ['InitiativeStatus', initiativeStatuses],
])('%s has a value for each kind that the graph can hold', (name, kinds) => {
  const type = schema.getType(name)
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : []
  expect(values.toSorted()).toEqual(kinds.toSorted())
})
