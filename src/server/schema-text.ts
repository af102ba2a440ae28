import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../schema/', import.meta.url)

/** The printed whole, made from the rooms' files. */
export const printedSchema = fileURLToPath(new URL('schema.graphql', folder))

/** The SDL of all rooms. */
export function schemaText(): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && file !== 'schema.graphql')
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
}
