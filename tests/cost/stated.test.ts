import { type GraphQLField, getNamedType, isCompositeType, isListType, isNonNullType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { followedBy } from '../../src/cost/followed.js'
import { catalog } from '../../src/server/catalog.js'
import { costsIn } from '../../src/server/costs.js'
import { createSchema } from '../../src/server/schema.js'
import { edition } from '../edition.js'

const costs = costsIn(edition)

const schema = createSchema()
const types = Object.values(schema.getTypeMap()).filter(isObjectType)
const roots = [schema.getQueryType(), schema.getMutationType()]

const isListOfObjects = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type) && isCompositeType(getNamedType(type))

/** How long a list is has to be stated where neither its page nor the relationship that it follows says so. */
function isUnstated(type: string, field: GraphQLField<unknown, unknown>): boolean {
  if (costs[type]?.[field.name]?.rows) return false
  const definition = catalog[type]?.[field.name]
  switch (definition?.kind) {
    case 'one':
    case 'list':
    case 'connection':
      return followedBy(definition) === null
    case 'embedded':
      return false
    default:
      return isListOfObjects(field) && !(type.endsWith('Connection') && ['nodes', 'edges'].includes(field.name))
  }
}

it('every root field states what it costs', () => {
  const unstated = roots.flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).filter((field) => costs[type?.name ?? '']?.[field] === undefined),
  )
  expect(unstated).toEqual([])
})

it('every list states how long it can be, or follows one relationship', () => {
  const unstated = types
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isUnstated(type.name, field))
        .map(({ name }) => `${type.name}.${name}`),
    )
  expect(unstated).toEqual([])
})

it('states costs of fields that there are', () => {
  const gone = Object.entries(costs).flatMap(([name, fields]) => {
    const type = schema.getType(name)
    const known = isObjectType(type) ? type.getFields() : {}
    return Object.keys(fields)
      .filter((field) => !(field in known))
      .map((field) => `${name}.${field}`)
  })
  expect(gone).toEqual([])
})
