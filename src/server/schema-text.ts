import { readdirSync, readFileSync } from 'node:fs'
import { programFolder } from '../kernel/program-folder.js'

const folder = new URL('schema/', programFolder)

/** The SDL of all rooms. */
export function schemaText(): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && file !== 'schema.graphql')
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
}
