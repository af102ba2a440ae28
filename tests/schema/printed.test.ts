import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../schema')
const printed = 'schema.graphql'

it('schema/schema.graphql is what the rooms declare; npm run schema prints it anew', async () => {
  const rooms = readdirSync(folder).filter((file) => file.endsWith('.graphql') && file !== printed)
  const declared = buildSchema(rooms.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'))
  await expect(`${printSchema(lexicographicSortSchema(declared))}\n`).toMatchFileSnapshot(join(folder, printed))
})
