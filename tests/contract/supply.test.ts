import { afterAll, beforeAll, expect, it } from 'vitest'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { bringUpToDate } from '../../src/startup.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' }
const siteless: GraphNode = {
  ...{ label: 'Establishment', id: 'establishment:siteless', provenance },
  properties: { nameSv: 'Utan plats', totalJobs: 0, expectedYears: [2024], expectedJobs: [0] },
}

/** More electricians in one town than a consortium's search tries: all alike but for the number of employees. */
const crowd = Array.from(
  { length: 80 },
  (_, number): GraphNode => ({
    ...{ label: 'Firm', id: `firm:crowd-${String(number).padStart(2, '0')}`, provenance },
    properties: { nameSv: `El ${number}`, employees: number < 79 ? 3 : 49, sizeClass: 'SMALL' },
  }),
)
const ties = crowd.flatMap(({ id: from }): GraphRelationship[] => [
  { type: 'LOCATED_IN', from, to: 'municipality:2582', key: '', provenance, properties: {} },
  { type: 'CAN_SUPPLY', from, to: 'category:electricians', key: '', provenance, properties: {} },
])

const suppliers = (argument: string) =>
  `supplierMatches(establishment: "establishment:lkab", ${argument}) { totalCount nodes { score } }`
const group = (argument: string) => {
  const given = { categories: '["category:welding"]', minEmployees: '1', maxFirms: '1' }
  const others = Object.entries(given).filter(([name]) => !argument.startsWith(`${name}:`))
  const all = [argument, ...others.map(([name, value]) => `${name}: ${value}`)].join(', ')
  return `consortia(establishment: "establishment:lkab", ${all}) { totalCount }`
}

describeOnEachEngine('supply', (open) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await open()
    await bringUpToDate(graph)
    await graph.transaction((transaction) =>
      writeElements(transaction, { nodes: [siteless, ...crowd], relationships: ties }),
    )
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const extensionsOf = async (field: string, variables: Record<string, unknown> = {}) => {
    const { errors } = await api.ask(Object.keys(variables).length > 0 ? field : `{ ${field} }`, variables)
    expect(errors).toHaveLength(1)
    return errors?.[0]?.extensions
  }

  it.each([
    [suppliers('withinKm: -1'), 'withinKm'],
    [suppliers('first: 0'), 'first'],
    [suppliers('first: 1000000'), 'first'],
    [suppliers('after: "x"'), 'after'],
    ['supplierMatches(establishment: "firm:lkab") { totalCount }', 'establishment'],
    ['supplierMatches(establishment: "establishment:siteless", withinKm: 10) { totalCount }', 'withinKm'],
    ['supplyGaps(establishment: "establishment:siteless", withinKm: 10) { nodes { firms } }', 'withinKm'],
    ['supplyGaps(establishment: "establishment:lkab", fewerThan: 0) { nodes { firms } }', 'fewerThan'],
    ['supplyGaps(establishment: "category:welding") { nodes { firms } }', 'establishment'],
    [group('maxFirms: 0'), 'maxFirms'],
    [group('maxFirms: 7'), 'maxFirms'],
    [group('minEmployees: 0'), 'minEmployees'],
    [group('categories: []'), 'categories'],
    [group('categories: ["need:finance"]'), 'categories'],
    [group('first: 0'), 'first'],
    [group('withinKm: -0.5'), 'withinKm'],
    ['chainExposure(of: "category:welding") { firms }', 'of'],
    ['chainExposure(of: "establishment:lkab", depth: 0) { firms }', 'depth'],
    ['chainExposure(of: "establishment:lkab", depth: 7) { firms }', 'depth'],
    ['chainExposure(of: "establishment:lkab") { carriers(first: 0) { totalCount } }', 'first'],
  ])('%s: BAD_USER_INPUT names %s', async (field, argument) => {
    expect(await extensionsOf(field)).toEqual({ code: 'BAD_USER_INPUT', argument })
  })

  it.each(['NaN', 'Infinity', 'far'])('a distance that is no number: %s', async (withinKm) => {
    const source = `query ($withinKm: Float) { ${suppliers('withinKm: $withinKm')} }`
    expect(await extensionsOf(source, { withinKm })).toEqual({ code: 'BAD_USER_INPUT', argument: 'withinKm' })
  })

  it.each([
    ['supplierMatches(establishment: "establishment:none") { totalCount }', 'establishment:none'],
    ['supplyGaps(establishment: "establishment:none") { nodes { firms } }', 'establishment:none'],
    [group('categories: ["category:welding", "category:none"]'), 'category:none'],
    ['chainExposure(of: "firm:none") { firms }', 'firm:none'],
  ])('%s: NOT_FOUND names %s', async (field, id) => {
    expect(await extensionsOf(field)).toEqual({ code: 'NOT_FOUND', id })
  })

  it('names the venture that has no site', async () => {
    const { errors } = await api.ask(
      '{ supplierMatches(establishment: "establishment:siteless", withinKm: 10) { totalCount } }',
    )
    expect(errors?.[0]?.message).toContain('establishment:siteless')
  })

  it('says that nothing is known to be bought', async () => {
    expect(
      await api.data(`{
        supplierMatches(establishment: "establishment:siteless") { totalCount nodes { score } warnings { code } }
        supplyGaps(establishment: "establishment:siteless") { nodes { firms } warnings { code } }
      }`),
    ).toEqual({
      supplierMatches: { totalCount: 0, nodes: [], warnings: [{ code: 'NOTHING_BOUGHT' }] },
      supplyGaps: { nodes: [], warnings: [{ code: 'NOTHING_BOUGHT' }] },
    })
  })

  it('says when a search for groups left firms out, and still finds the largest', async () => {
    const source = `query ($minEmployees: Int!, $maxFirms: Int!) {
      consortia(establishment: "establishment:h2-green-steel", categories: ["category:electricians"],
          minEmployees: $minEmployees, maxFirms: $maxFirms, first: 1) {
        complete warnings { code } nodes { firms { id } employees }
      }
    }`
    expect(await api.data(source, { minEmployees: 49, maxFirms: 1 })).toEqual({
      consortia: {
        ...{ complete: false, warnings: [{ code: 'SEARCH_CUT' }] },
        nodes: [{ firms: [{ id: 'firm:crowd-79' }], employees: 49 }],
      },
    })
    expect(await api.data(source, { minEmployees: 18, maxFirms: 6 })).toMatchObject({
      consortia: { complete: false, warnings: [{ code: 'SEARCH_CUT' }, { code: 'SEARCH_CUT' }] },
    })
  })

  it('says that it knows no supplier', async () => {
    expect(
      await api.data('{ chainExposure(of: "establishment:lkab") { firms warnings { code } tiers { tier } } }'),
    ).toEqual({ chainExposure: { firms: 0, warnings: [{ code: 'NO_FIRMS' }], tiers: [] } })
  })
})
