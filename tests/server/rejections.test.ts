import { setImmediate } from 'node:timers/promises'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { graphql } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { rejectWhatIsThrown } from '../../src/server/rejections.js'

const unheard = vi.fn()
process.on('unhandledRejection', unheard)
afterEach(() => process.off('unhandledRejection', unheard))

it('a list whose one item rejects and whose other throws at once leaves nothing unheard', async () => {
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { items: [Item!] } type Item { late: String!, early: String! }',
    resolvers: {
      Query: { items: () => [{ fails: false }, { fails: true }] },
      Item: {
        early: ({ fails }: { fails: boolean }) => {
          if (fails) throw new Error('at once')
          return ''
        },
        late: async () => {
          await setImmediate()
          throw new Error('later')
        },
      },
    },
  })
  rejectWhatIsThrown(schema)
  const { data, errors } = await graphql({ schema, source: '{ items { early late } }' })
  await setImmediate()
  await setImmediate()
  expect({ data, errors: errors?.length }).toEqual({ data: { items: null }, errors: 1 })
  expect(unheard).not.toHaveBeenCalled()
})
