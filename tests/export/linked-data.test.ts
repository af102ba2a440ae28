import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory, Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnNetwork } from '../../src/export/drawn-network.js'
import { linkedData } from '../../src/export/linked-data.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { allEdgeFacts } from '../../src/network/edge-facts.js'
import { grow } from '../../src/network/grow.js'
import { neighbourhoodGrowth } from '../../src/network/question.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { of } from '../seed/the-seed.js'

/** The shapes that the European Commission publishes are checked against as well where a copy is at hand. */
const published = join(import.meta.dirname, '../../../shared/data/cpsv-ap')
const isPublishedHere = existsSync(published)
const without = isPublishedHere ? '' : ' (skipped: the shapes are not at ../shared/data/cpsv-ap)'

const shapesIn = (file: string) => new Store(new Parser().parse(readFileSync(file, 'utf8')))
const mandatory = shapesIn(join(import.meta.dirname, 'cpsv-ap-shapes.ttl'))

const publicService = 'http://purl.org/vocab/cpsv#PublicService'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const competentAuthority = DataFactory.namedNode('http://data.europa.eu/m8g/hasCompetentAuthority')
const spatial = DataFactory.namedNode('http://purl.org/dc/terms/spatial')
const iri = (id: string) => `urn:norrgraph:${id}`

/** Reads JSON-LD as triples; a context of somewhere else is refused. */
async function triplesOf(text: string): Promise<Store> {
  const store = new Store()
  const parser = new JsonLdParser({
    documentLoader: { load: (url) => Promise.reject(new Error(`a context from ${url}`)) },
  })
  parser.on('data', (quad) => store.addQuad(quad))
  await new Promise((resolve, reject) => {
    parser.once('end', resolve).once('error', reject)
    parser.end(text)
  })
  return store
}

/** What a shape finds wrong, a line each. */
async function complaints(shapes: Store, data: Store): Promise<string[]> {
  const { results } = await new SHACLValidator(shapes).validate(data)
  return results.map(({ focusNode, path, message }) => `${focusNode?.value} ${path?.value} ${message[0]?.value}`)
}

describe('linked data', () => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeededGraph()
  }, 120_000)
  afterAll(() => graph.close())

  async function drawn(starts: readonly string[], asOf: string): Promise<Store> {
    const network = await grow(
      keptKnowledge(graph, edition),
      neighbourhoodGrowth({ of: starts, depth: 1, limit: 500, asOf }),
      allEdgeFacts,
    )
    const asked = { of: starts, depth: 1, limit: 500, kinds: null, edgeKinds: null, asOf, lang: 'SV' } as const
    return triplesOf(await linkedData({ graph, edition }, await drawnNetwork(network, asked, 'https://graph.example/')))
  }

  const values = (data: Store, subject: string, predicate: Parameters<Store['getObjects']>[1]) =>
    data.getObjects(iri(subject), predicate, null).map(({ value }) => value)

  describe('of every initiative', () => {
    const initiatives = of('Initiative').map(({ id }) => id)
    const batches = Array.from({ length: Math.ceil(initiatives.length / 50) }, (_, index) =>
      initiatives.slice(index * 50, index * 50 + 50),
    )

    it('has what CPSV-AP makes mandatory, and some of them are public services', async () => {
      for (const batch of batches) {
        const data = await drawn(batch, '2022-06-30')
        expect(data.countQuads(null, rdfType, publicService, null)).toBeGreaterThan(0)
        expect(await complaints(mandatory, data)).toEqual([])
      }
    })

    it.skipIf(!isPublishedHere)(`keeps to CPSV-AP’s own shapes${without}`, async () => {
      const shapes = shapesIn(join(published, 'cpsv-ap-SHACL.ttl'))
      for (const batch of batches) expect(await complaints(shapes, await drawn(batch, '2022-06-30'))).toEqual([])
    })
  })

  it('states what its edges say, and of itself whether it is whole, as typed values', async () => {
    const data = await drawn(['establishment:lkab'], '2022-06-30')
    const term = (name: string) => DataFactory.namedNode(`urn:norrgraph:term:${name}`)
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
    const network = await grow(
      keptKnowledge(graph, edition),
      neighbourhoodGrowth({ of: ['establishment:lkab'], depth: 1, limit: 500, asOf: '2022-06-30' }),
      [],
    )
    const statements = data.getSubjects(rdfType, `${rdf}Statement`, null)
    expect(statements).toHaveLength(network.edges.length)
    for (const statement of statements) {
      const [subject, predicate, object] = ['subject', 'predicate', 'object'].map(
        (part) => data.getObjects(statement, `${rdf}${part}`, null)[0] ?? null,
      )
      expect(data.countQuads(subject ?? null, predicate ?? null, object ?? null, null)).toBe(1)
    }
    const typed = (subject: string, name: string) => data.getObjects(subject, term(name), null).map((each) => each.id)
    expect(typed('https://graph.example/', 'truncated')).toEqual(['"false"^^http://www.w3.org/2001/XMLSchema#boolean'])
    expect(typed(iri('municipality:2584'), 'latitude')[0]).toMatch(/\^\^http:\/\/www.w3.org\/2001\/XMLSchema#double$/)
  })

  it('is found wrong where a public service lacks its authority, or an authority its place', async () => {
    const data = await drawn(['initiative:t25'], '2022-06-30')
    const [service] = data.getSubjects(rdfType, publicService, null)
    data.removeQuads(data.getQuads(service ?? null, competentAuthority, null, null))
    data.removeQuads(data.getQuads(null, spatial, null, null))
    const found = await complaints(mandatory, data)
    expect(found.some((line) => line.startsWith(`${service?.value} ${competentAuthority.value}`))).toBe(true)
    expect(found.some((line) => line.includes(spatial.value))).toBe(true)
  })

  it('names who offers an initiative on the day, and where they serve then', async () => {
    const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
    const actor = (id: string) => ({
      ...{ label: 'SupportActor' as const, id, provenance },
      properties: { nameSv: id, kind: 'REGION' },
    })
    const tie = (type: 'OFFERS' | 'SERVES', from: string, to: string, properties: Record<string, string>) => ({
      ...{ type, from, to, key: '', provenance, properties },
    })
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          { label: 'Initiative', id: 'initiative:dated', provenance, properties: { nameSv: 'Daterad' } },
          ...['actor:before', 'actor:after'].map(actor),
        ],
        relationships: [
          tie('OFFERS', 'actor:before', 'initiative:dated', { validTo: '2021-12-31' }),
          tie('OFFERS', 'actor:after', 'initiative:dated', { validFrom: '2022-01-01' }),
          tie('SERVES', 'actor:after', 'county:24', { validTo: '2022-12-31' }),
          tie('SERVES', 'actor:after', 'county:25', { validFrom: '2023-01-01' }),
        ],
      }),
    )
    const authorities = async (asOf: string) =>
      values(await drawn(['initiative:dated'], asOf), 'initiative:dated', competentAuthority)
    const areas = async (asOf: string) => values(await drawn(['initiative:dated'], asOf), 'actor:after', spatial)
    expect(await authorities('2021-06-30')).toEqual([iri('actor:before')])
    expect(await authorities('2022-06-30')).toEqual([iri('actor:after')])
    expect(await areas('2022-06-30')).toEqual([iri('county:24')])
    expect(await areas('2023-06-30')).toEqual([iri('county:25')])
  })
})
