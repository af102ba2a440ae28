import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeededApp, type SeededApp } from '../server/seeded-app.js'
import {
  type ReadBack,
  readCsv,
  readCytoscape,
  readGexf,
  readGraphml,
  readGraphology,
  readJsonld,
} from './read-back.js'

let seeded: SeededApp

beforeAll(async () => {
  const provenance = { source: 'source:test', locator: 'row 7', recordedAt: '2024-01-01T00:00:00Z' }
  const tie = { from: 'firm:5560001234', key: '', provenance, properties: {} }
  seeded = await openSeededApp({
    nodes: [
      {
        ...{ label: 'Firm', id: 'firm:5560001234', provenance },
        properties: {
          ...{ nameSv: 'Svets & Co', organisationNumber: '5560001234', sizeClass: 'SMALL', employees: 7 },
          ...{ turnover: 12.5, synthetic: true },
        },
      },
    ],
    relationships: [
      { ...tie, type: 'LOCATED_IN', to: 'municipality:2581', properties: { rank: 2 } },
      { ...tie, type: 'LOCATED_IN', to: 'municipality:2584', properties: { rank: 1 } },
      {
        ...{ ...tie, type: 'SUPPLIES', to: 'establishment:lkab', key: 'a' },
        properties: {
          ...{ category: 'category:welding', phase: 'OPERATION', since: '2021-05-01', supplyStatus: 'RUNNING' },
          ...{ whatSv: 'Svetsning', value: 2.5, valueText: 'in all', datesText: 'from May 2021' },
        },
      },
      { ...tie, type: 'SUPPLIES', to: 'establishment:lkab', key: 'b', properties: { until: '2030-12-31' } },
      { ...tie, type: 'SUPPLIES', to: 'establishment:lkab', key: 'c', properties: { until: '2020-12-31' } },
      { ...tie, type: 'FULFILS', to: 'requirement:code-of-conduct', properties: { status: 'LACKING' } },
    ],
  })
}, 120_000)
afterAll(() => seeded.close())

const get = (path: string) => seeded.get(`/export/neighbourhood.${path}`)
const body = (path: string) => seeded.body(`/export/neighbourhood.${path}`)

const asOf = 'asOf=2022-06-30'
const questions = {
  'what a venture sets off': `of=establishment:lkab&edgeKinds=SPILLS_OVER,LOCATED_IN,PROCURES&${asOf}`,
  'what lies around a venture': `of=establishment:lkab&depth=2&limit=300&${asOf}`,
  'a table and its industries': `of=table:scb-2016-44&edgeKinds=HAS_INDUSTRY,INPUT_TO&${asOf}`,
  'a programme that public bodies offer': `of=initiative:t25&edgeKinds=COVERS&${asOf}`,
  'a scenario and a run': `of=scenario:report-2022,run:report&edgeKinds=ADJUSTS,INCLUDES,HAS_RUN&depth=2&${asOf}`,
  'what the limit cut': `of=county:25&depth=2&limit=5&${asOf}`,
  'nothing at all': `of=establishment:lkab&edgeKinds=MEETS&${asOf}`,
}

describe.each(Object.entries(questions))('%s', (_, question) => {
  it('has the same nodes and edges, which say the same, in every format', async () => {
    const model = readGraphology(await body(`json?${question}`))
    const others: Record<string, ReadBack> = {
      cytoscape: readCytoscape(await body(`json?format=cytoscape&${question}`)),
      graphml: readGraphml(await body(`graphml?${question}`)),
      gexf: readGexf(await body(`gexf?${question}`)),
      jsonld: readJsonld(await body(`jsonld?${question}`)),
    }
    for (const [format, { nodes, edges }] of Object.entries(others)) {
      expect(Object.fromEntries(nodes), format).toEqual(Object.fromEntries(model.nodes))
      expect(Object.fromEntries(edges), format).toEqual(Object.fromEntries(model.edges))
    }
    const mark = ['truncated', 'limit', 'address', 'warnings']
    const nodeTable = readCsv(await body(`csv?table=nodes&${question}`), model.nodes, mark)
    const edgeTable = readCsv(await body(`csv?${question}`), model.edges, [...mark, 'hidden'])
    expect(Object.fromEntries(nodeTable.rows), 'csv').toEqual(Object.fromEntries(model.nodes))
    expect(Object.fromEntries(edgeTable.rows), 'csv').toEqual(Object.fromEntries(model.edges))
  })

  it('says in every format what was asked and whether the limit cut it', async () => {
    const { about, nodes } = readGraphology(await body(`json?${question}`))
    const { truncated, limit, warnings } = about
    const hidden = [...nodes.values()].reduce((sum, node) => sum + Number(node.hidden), 0)
    expect(about).toMatchObject({ asOf: '2022-06-30', hidden, truncated: question.includes('limit=5') })
    const address = (format: string) =>
      expect.stringMatching(new RegExp(`^http://localhost/export/neighbourhood.${format}`))
    expect(readCytoscape(await body(`json?format=cytoscape&${question}`)).about).toEqual({
      ...about,
      address: address('json'),
    })
    expect(readGraphml(await body(`graphml?${question}`)).about).toEqual({ ...about, address: address('graphml') })
    expect(readJsonld(await body(`jsonld?${question}`)).about).toEqual({ ...about, address: address('jsonld') })
    const { keywords, description } = readGexf(await body(`gexf?${question}`)).about
    expect(keywords).toContain(`truncated=${truncated}; limit=${limit}; hidden=${hidden}; asOf=2022-06-30`)
    expect(description).toContain(truncated ? `the limit of ${limit} nodes` : 'Whole')
    const mark = ['truncated', 'limit', 'address', 'warnings']
    for (const row of readCsv(await body(`csv?table=nodes&${question}`), nodes, mark).marks) {
      expect(row).toEqual({ truncated: String(truncated), limit: String(limit), address: address('csv'), warnings })
    }
  })

  it('is given again at the address that it names', async () => {
    const first = await body(`json?${question}`)
    const { pathname, search } = new URL(String(readGraphology(first).about.address))
    const again = await seeded.get(`${pathname}${search}`)
    const { nodes, edges } = readGraphology(first)
    expect(readGraphology(again.body).nodes).toEqual(nodes)
    expect(readGraphology(again.body).edges).toEqual(edges)
  })
})

it('a network with no relationship says why in every format', async () => {
  const question = questions['nothing at all']
  const why = 'EDGE_KINDS_ABSENT'
  for (const path of ['json', 'graphml', 'gexf', 'csv', 'jsonld']) {
    const reply = await get(`${path}?${question}`)
    expect(reply.headers['norrgraph-warnings']).toBe(why)
    expect(reply.body).toContain(`${why}: `)
  }
  expect(await body(`json?format=cytoscape&${question}`)).toContain(`${why}: `)
  expect(await body(`csv?table=nodes&${question}`)).toContain(`${why}: `)
})

it('nodes and edges carry what the graph has of them', async () => {
  const { about, nodes, edges } = readGraphml(await body(`graphml?of=firm:5560001234&limit=500&${asOf}`))
  expect(nodes.get('firm:5560001234')).toMatchObject({
    ...{ organisationNumber: '5560001234', sizeClass: 'SMALL', employees: 7, turnover: 12.5, synthetic: true },
    ...{ municipality: 'municipality:2584', latitude: expect.closeTo(68.16, 2), longitude: expect.closeTo(20.71, 2) },
  })
  expect(nodes.get('municipality:2584')).toMatchObject({ population: 22_426, latitude: expect.closeTo(68.16, 2) })
  expect(nodes.get('establishment:lkab')).toMatchObject({ jobs: 2200 })
  expect([...edges.values()].filter(({ kind }) => kind === 'SUPPLIES')).toEqual([
    {
      ...{ source: 'firm:5560001234', target: 'establishment:lkab', kind: 'SUPPLIES', category: 'category:welding' },
      ...{ phase: 'OPERATION', since: '2021-05-01', statedIn: 'source:test', locator: 'row 7' },
      ...{ supplyStatus: 'RUNNING', what: 'Svetsning', value: 2.5, currency: 'SEK' },
      ...{ valueText: 'in all', datesText: 'from May 2021' },
    },
    {
      ...{ source: 'firm:5560001234', target: 'establishment:lkab', kind: 'SUPPLIES', until: '2030-12-31' },
      ...{ statedIn: 'source:test', locator: 'row 7' },
    },
  ])
  expect(about).toMatchObject({ leftOutByDay: 1 })
  expect(edges.get('FULFILS|firm:5560001234|requirement:code-of-conduct')).toMatchObject({ status: 'LACKING' })
})

it('no two parallel edges of a GEXF are of one kind, which Gephi would make one', async () => {
  for (const question of Object.values(questions)) {
    const { kinds, edges } = readGexf(await body(`gexf?${question}`))
    expect(new Set(kinds).size).toBe(edges.size)
  }
})
