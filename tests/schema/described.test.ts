import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, parse, visit } from 'graphql'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../schema')
const rooms = readdirSync(folder).filter((file) => file.endsWith('.graphql') && file !== 'schema.graphql')

it.each(rooms)('%s describes every type, field, argument and value', (file) => {
  expect(undescribed(parse(readFileSync(join(folder, file), 'utf8')))).toEqual([])
})

/** Names of what has no description, with the line it stands on. */
function undescribed(document: DocumentNode): string[] {
  const found: string[] = []
  visit(document, {
    enter(node) {
      if (!('description' in node && 'name' in node) || node.description !== undefined) return
      found.push(`${node.name.value}, line ${node.loc?.startToken.line}`)
    },
  })
  return found
}
