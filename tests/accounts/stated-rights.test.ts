import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { shownBy, takenBy } from '../../src/accounts/guard.js'
import { createSchema } from '../../src/server/schema.js'

const schema = createSchema()
const types = Object.values(schema.getTypeMap()).filter(isObjectType)
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields())

it('every mutation says what it takes', () => {
  const mutation = schema.getMutationType() ?? expect.fail()
  expect(fieldsOf(mutation).filter((field) => takenBy(schema, field) === null)).toEqual([])
})

it('what a field takes is held to: one that reads its row alone would be past it', () => {
  const unheld = types.flatMap((type) =>
    fieldsOf(type)
      .filter((field) => (takenBy(schema, field) ?? shownBy(schema, field)) !== null && field.resolve === undefined)
      .map(({ name }) => `${type.name}.${name}`),
  )
  expect(unheld).toEqual([])
})

/**
 * Types that tell of accounts, proposals, lists that come in and what is calculated at length, or of who asks: a calculation is
 * shown to whoever began it, and else to those alone who may SEE_CALCULATIONS, its author included.
 */
const guarded = /^(Account|AccessToken|ActsFor|Viewer|Proposal|ImportJob|CalculationJob)(Connection|Edge)?$/

/** Fields that lead to one of them and take nothing: who asks, and what of a proposal was just made by whoever asks. */
const open = new Set(['Query.viewer'])

it('what tells of accounts and proposals is come to by fields that take something or show it to some, or what a mutation answers', () => {
  const unguarded = types
    .filter(({ name }) => !guarded.test(name) && !name.endsWith('Payload'))
    .flatMap((type) =>
      fieldsOf(type)
        .filter((field) => guarded.test(getNamedType(field.type).name))
        .filter((field) => (takenBy(schema, field) ?? shownBy(schema, field)) === null)
        .map(({ name }) => `${type.name}.${name}`),
    )
  expect(unguarded.filter((name) => !open.has(name))).toEqual([])
})

it('names of accounts are shown to those alone who may see them', () => {
  const naming = types
    .filter(({ name }) => !guarded.test(name))
    .flatMap((type) =>
      fieldsOf(type)
        .filter(({ name }) => ['author', 'account', 'by', 'displayName', 'decidedBy'].includes(name))
        .filter((field) => field.args.length === 0 && getNamedType(field.type).name === 'String')
        .filter((field) => shownBy(schema, field) !== 'SEE_ACCOUNTS')
        .map(({ name }) => `${type.name}.${name}`),
    )
  expect(naming).toEqual([])
})
