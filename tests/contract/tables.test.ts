import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { localSettings } from './api.js'
import { describeOnBothEngines } from './engines.js'

const provenance = { source: 'source:ramboll-2022', locator: 'made up', recordedAt: '2026-01-01T00:00:00Z' }

/** Firms that supply, in several places, more of them than a page has. */
const made: GraphElements = {
  nodes: Array.from({ length: 210 }, (_, index) => ({
    ...{ label: 'Firm', id: `firm:made-${index}`, provenance },
    properties: {
      ...{ nameSv: `Firma ${'åäöéabc'[index % 7]}${index}`, sizeClass: index % 5 === 0 ? 'MEDIUM' : 'SMALL' },
      ...(index % 3 === 0 ? {} : { employees: index, turnover: index / 3 }),
    },
  })),
  relationships: Array.from({ length: 210 }, (_, index) => {
    const from = `firm:made-${index}`
    const own = { from, key: '', provenance, properties: {} }
    return [
      { ...own, type: 'LOCATED_IN' as const, to: `municipality:${[2580, 2582, 2482, 2523][index % 4]}` },
      { ...own, type: 'CAN_SUPPLY' as const, to: `category:${index % 2 === 0 ? 'welding' : 'electricians'}` },
      { ...own, type: 'IN_SECTOR' as const, to: 'sector:sni2007-C25', properties: { rank: 1 } },
      { ...own, type: 'HAS_NEED' as const, to: 'need:finance' },
      { ...own, type: 'SUPPLIES' as const, to: 'establishment:lkab', properties: { category: 'category:welding' } },
    ]
  }).flat(),
}

/** What tables are asked that want something. */
const asked: Readonly<Record<string, string>> = {
  relations: 'of=county:25&kind=SERVES&direction=IN',
  search: 'text=lkab',
  entities: 'kind=NEED',
  'supplier-matches': 'establishment=establishment:lkab',
  'supply-gaps': 'establishment=establishment:lkab&fewerThan=500',
  consortia: 'establishment=establishment:lkab&categories=category:welding&minEmployees=400&maxFirms=2',
  'network-metrics-nodes': 'of=establishment:lkab&depth=1',
  'relation-counts': 'of=establishment:lkab',
  'support-for': 'municipality=municipality:2580',
  timeline: 'establishment=establishment:lkab',
  'coverage-by-sector': 'place=municipality:2580',
  'what-if': 'addInitiatives=initiative:advisory-hubs',
  'chain-exposure-tiers': 'of=establishment:lkab',
  'input-output-table-multipliers': 'of=table:scb-2016-44&closure=TYPE_I',
  'establishment-suppliers': 'of=establishment:lkab',
  'county-spills-over': 'of=county:25',
  'municipality-firms': 'of=municipality:2580',
  'firm-needs': 'of=firm:made-1',
  'support-actor-serves': 'of=actor:iuc-norr',
  'initiative-offered-by': 'of=initiative:t25',
  'spillover-run-by-county': 'of=run:report',
}
const needNothing = [
  'firms',
  'support-actors',
  'initiatives',
  'establishments',
  'claims',
  'coverage',
  'gaps',
  'shared-gaps',
]
const more = ['spillover', 'spillover-runs', 'input-output-tables', 'sources', 'municipalities', 'business-structure']

/** Columns whose values are of the moment when the graph was made. */
const ofTheMoment = new Set(['computedAt', 'recordedAt'])

describeOnBothEngines('tables', (_, openSeeded) => {
  let graphs: readonly Graph[] = []
  let apps: readonly FastifyInstance[] = []

  beforeAll(async () => {
    const { embedded, neo4j } = await openSeeded()
    graphs = [embedded, neo4j]
    for (const graph of graphs) {
      await graph.transaction((transaction) => writeElements(transaction, made))
    }
    apps = await Promise.all(
      graphs.map((graph) => createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))),
    )
  }, 240_000)
  afterAll(async () => {
    for (const app of apps) await app.close()
    for (const graph of graphs) await graph.close()
  })

  it.each([...Object.keys(asked), ...needNothing, ...more])('%s has the same rows on both', async (name) => {
    const [embedded, neo4j] = await Promise.all(
      apps.map(async (app) => {
        const url = `/export/${name}.csv?lang=EN&${asked[name] ?? ''}`
        const { statusCode, body } = await app.inject({ method: 'GET', url, headers: { host: 'localhost' } })
        expect(statusCode, body).toBe(200)
        const rows = z.array(z.record(z.string(), z.string())).parse(parse(body, { columns: true }))
        return rows.map((row) => Object.entries(row).filter(([heading]) => !ofTheMoment.has(heading)))
      }),
    )
    expect(neo4j).toEqual(embedded)
    expect(embedded?.length).toBeGreaterThan(0)
  })
})
