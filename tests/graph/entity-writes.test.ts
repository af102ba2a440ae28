import { expect, it } from 'vitest'
import { accountLabels, jobLabels } from '../../src/graph/vocabulary.js'
import { declarations, declaredQueries } from './declared-queries.js'

/** Where entities are written and taken away in such a way that what is said of them is kept. */
const floors = /^src\/(?:graph|writing)\//

/** Statements elsewhere that may, each with why. */
const excepted: ReadonlyMap<string, string> = new Map([
  ['take some nodes away', 'a graph of which a file brought a part is emptied, its register with it'],
  ['hide a run', 'a run is calculated, and nothing is said of it'],
  ['forget tables of earlier editions of the seed', 'tables and industries are files, which nobody changes by hand'],
])

/** What is no entity. */
const labelsOfOthers: ReadonlySet<string> = new Set([
  ...['Change', 'ChangePart', 'Proposal', 'Former', 'UnfinishedRun', 'NorrgraphState'],
  ...accountLabels,
  ...jobLabels,
])

/** Names of what is an entity, or may be one, and is deleted with all that it is related to, or given whole maps of properties. */
function entitiesWritten(cypher: string): string[] {
  const writes = /\bDETACH\s+DELETE\s+(\w+)|\bSET\s+(\w+)\s*\+?=(?!=)|,\s*(\w+)\s*\+=/g
  return [...cypher.matchAll(writes)].flatMap(({ 1: deleted, 2: set, 3: further }) => {
    const name = deleted ?? set ?? further ?? ''
    const isRelationship = new RegExp(`\\[${name}\\b`).test(cypher)
    const [, label = ''] = new RegExp(`\\(${name}:(\\w+)`).exec(cypher) ?? []
    return isRelationship || labelsOfOthers.has(label) ? [] : [name]
  })
}

const files = new Map(declarations().map(({ name, place }) => [name, place]))
const elsewhere = (await declaredQueries())
  .filter(({ name }) => !floors.test(files.get(name) ?? ''))
  .filter(({ name }) => !excepted.has(name))

it.each(elsewhere)('$name: writes no entity past the register', ({ cypher }) => {
  expect(entitiesWritten(cypher)).toEqual([])
})

it.each([
  ["MATCH (firm:Firm {id: 'a'}) DETACH DELETE firm", ['firm']],
  ['MATCH (firm) SET firm += $properties', ['firm']],
  ['MATCH (firm:Firm) SET firm = {id: 1}', ['firm']],
  ['MATCH (a:Firm) SET a.x = 1, a += $more', ['a']],
  ['MATCH (:Firm)-[tie:SUPPLIES]->(:Firm) SET tie += $properties', []],
  ['MATCH (firm:Firm) SET firm.asOf = 1', []],
  ['MATCH (run:UnfinishedRun {id: 1}) DETACH DELETE run', []],
])('%s is found to write %s', (cypher, written) => {
  expect(entitiesWritten(cypher)).toEqual(written)
})
