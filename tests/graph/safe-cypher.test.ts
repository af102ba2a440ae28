import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { nodeLabels, relationshipTypes } from '../../src/graph/vocabulary.js'
import { readRelationships, removeRelationships, writeElements } from '../../src/graph/write-elements.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { exampleVariables, openApi, operation } from '../contract/api.js'
import { edition } from '../edition.js'
import { forbiddenForms } from './cypher-rules.js'
import { declarations, declaredQueries } from './declared-queries.js'
import { recording } from './recorded-statements.js'

const declared = await declaredQueries()

describe('every statement that the program declares', () => {
  it('is found by reading its files', () => {
    const named = declarations().flatMap(({ name }) => name ?? [])
    expect(declared.map(({ name }) => name).toSorted()).toEqual(named.toSorted())
  })

  it('has a name of its own', () => {
    const names = declared.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it.each(declared)('$name', ({ cypher }) => {
    expect(forbiddenForms(cypher)).toEqual([])
  })
})

describe('every statement that is put together when the program runs', () => {
  let graph: Graph
  let statements: ReturnType<typeof recording>['statements']

  beforeAll(async () => {
    const kept = recording(await openGraph({ engine: 'embedded', path: null }))
    graph = kept.graph
    statements = kept.statements
    await bringUpToDate(graph, edition)
  }, 60_000)
  afterAll(() => graph.close())

  const composed = Object.entries(exampleVariables).flatMap(([name, all]) =>
    all.map((variables) => ({ name, variables })),
  )

  it.each(composed)('for the operation $name with $variables', async ({ name, variables }) => {
    const api = await openApi(graph)
    statements.length = 0
    await api.ask(operation(name), variables)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.flatMap(({ cypher }) => forbiddenForms(cypher))).toEqual([])
    await api.close()
  })

  it('for writing nodes and relationships of every kind', async () => {
    statements.length = 0
    await graph.transaction((transaction) => writeElements(transaction, oneOfEach()))
    expect(statements).toHaveLength(nodeLabels.length + relationshipTypes.length)
    expect(statements.flatMap(({ cypher }) => forbiddenForms(cypher))).toEqual([])
  })

  it('for reading and taking away what stands between nodes, few or many that share one', async () => {
    const between = (count: number) =>
      Array.from({ length: count }, (_, end) => ({
        type: 'SUPPLIES' as const,
        from: 'firm:a',
        to: `firm:${end}`,
        key: '',
      }))
    const many = between(100)
    statements.length = 0
    for (const ties of [between(2), many, many.map((tie) => ({ ...tie, from: tie.to, to: tie.from }))]) {
      await readRelationships(graph, ties)
      await graph.transaction((transaction) => removeRelationships(transaction, ties))
    }
    expect(statements).toHaveLength(6)
    expect(statements.flatMap(({ cypher }) => forbiddenForms(cypher))).toEqual([])
  })

  it('is of these kinds, and no file puts another together', () => {
    const places = declarations().flatMap(({ name, place }) => (name === null ? place.replace(/:\d+$/, '') : []))
    expect(places.toSorted()).toEqual([
      ...Array.from({ length: 2 }, () => 'src/graph/retire.ts'),
      ...Array.from({ length: 6 }, () => 'src/graph/write-elements.ts'),
    ])
  })
})

function oneOfEach(): GraphElements {
  const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
  const [id] = nodeLabels.map((label) => `test:${label}`)
  return {
    nodes: nodeLabels.map((label) => ({ label, id: `test:${label}`, provenance, properties: {} })),
    relationships: relationshipTypes.map((type) => ({
      ...{ type, from: String(id), to: String(id), key: '', provenance, properties: {} },
    })),
  }
}
