import { readdirSync, readFileSync } from 'node:fs'
import { programFolder } from '../kernel/program-folder.js'

const folder = new URL('schema/', programFolder)
const printed = 'schema.graphql'

/** The SDL of all rooms. */
export function schemaText(): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && file !== printed)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
}

/** The SDL of the whole schema, in the order of names; a test holds it to what the rooms say. */
export const printedSchema = (): string => readFileSync(new URL(printed, folder), 'utf8').trimEnd()
