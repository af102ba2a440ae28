import { buildSchema, lexicographicSortSchema, printSchema, validateSchema } from 'graphql'
import { expect, it } from 'vitest'
import { schemaText } from '../../src/server/schema-text.js'

it('schema/schema.graphql is what the rooms declare; npm run schema prints it anew', async () => {
  const declared = lexicographicSortSchema(buildSchema(schemaText()))
  await expect(`${printSchema(declared)}\n`).toMatchFileSnapshot('../../schema/schema.graphql')
})

it('the schema is a valid one, as the server takes it to be', () => {
  expect(validateSchema(buildSchema(schemaText()))).toEqual([])
})
