import { expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const provenance = { source: 'source:ramboll-2022', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const asOf = '2026-11-24'

/** A welder in Arjeplog, far from whom training reaches: it supplies, can supply, states a need and is of a sector. */
function welder(id: string, properties: Record<string, string>): GraphElements {
  const tie = (
    type: 'LOCATED_IN' | 'HAS_NEED' | 'IN_SECTOR' | 'CAN_SUPPLY' | 'SUPPLIES',
    to: string,
    given: Record<string, string> = {},
  ) => ({ type, from: id, to, key: '', provenance, properties: given })
  return {
    nodes: [{ label: 'Firm', id, provenance, properties: { nameSv: id, employees: 8, ...properties } }],
    relationships: [
      tie('LOCATED_IN', 'municipality:2506'),
      tie('HAS_NEED', 'need:visibility'),
      tie('IN_SECTOR', 'sector:sni2007-C25'),
      tie('CAN_SUPPLY', 'category:welding'),
      tie('SUPPLIES', 'establishment:lkab', { category: 'category:welding' }),
    ],
  }
}

const write = (graph: Graph, elements: GraphElements) =>
  graph.transaction((transaction) => writeElements(transaction, elements))

/** Every answer that counts SMEs or looks for one. */
const counting = `query ($asOf: Date) {
  coverage: supportCoverage(by: MUNICIPALITY, needs: ["need:visibility"], asOf: $asOf) {
    cells { place { id } firms firmsWithNeed } }
  counties: supportCoverage(by: COUNTY, needs: ["need:visibility"], asOf: $asOf) { cells { place { id } firms firmsWithNeed } }
  sectors: supportCoverageBySector(place: "municipality:2506", sectors: ["sector:scb44-C25"], needs: ["need:visibility"], asOf: $asOf) {
    cells { firms firmsWithNeed } }
  unserved: firms(filter: { unserved: true, municipality: "municipality:2506" }, asOf: $asOf) { totalCount }
  structure: businessStructure(by: [COUNTY, SECTOR_GROUP, SIZE_CLASS], origin: GRAPH) {
    cells { county { id } sectorGroup sizeClass firms employees } }
  suppliers: supplierMatches(establishment: "establishment:lkab", asOf: $asOf) { totalCount }
  groups: consortia(establishment: "establishment:lkab", categories: ["category:welding"], minEmployees: 1, maxFirms: 1, asOf: $asOf) {
    totalCount }
}`

describeOnSeededGraph('a public body among firms', (given) => {
  it('is seen by no count and no search that is of SMEs, where an ordinary firm is seen by each', async () => {
    const seen = async () => z.record(z.string(), z.unknown()).parse(await given.api.data(counting, { asOf }))
    const before = await seen()
    await write(given.graph, welder('firm:t-agency', { legalForm: 'PUBLIC_BODY' }))
    expect(await seen()).toEqual(before)
    await write(given.graph, welder('firm:t-smith', {}))
    const after = await seen()
    for (const [name, answer] of Object.entries(before)) expect(after[name], name).not.toEqual(answer)
  })

  it('says what it is, and is no SME to look for support for', async () => {
    const firm = z.object({ firm: z.object({ legalForm: z.string().nullable() }) })
    const formOf = async (id: string) =>
      firm.parse(await given.api.data(`{ firm: node(id: "${id}") { ... on Firm { legalForm } } }`)).firm.legalForm
    expect([await formOf('firm:t-agency'), await formOf('firm:t-smith')]).toEqual(['PUBLIC_BODY', null])
    const { errors } = await given.api.ask(
      '{ supportFor(profile: { firm: "firm:t-agency", needs: ["need:finance"] }) { totalCount } }',
    )
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
      ['BAD_USER_INPUT', 'profile.firm'],
    ])
  })
})
