import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { industriesOfSector } from '../../src/spillover/table/industry-of-sector.js'
import { industryNodeId, tableElements } from '../../src/spillover/table/table-elements.js'
import { flowRow, industryRow, tableFromRows, tableRow } from '../../src/spillover/table/table-rows.js'
import { edition } from '../edition.js'
import { industry, table, twoSectors } from './example-tables.js'
import { largeTable } from './large-table.js'

const provenance = { source: 'source:scb-nrio-2018', locator: 'sheet 2016', recordedAt: '2026-01-01T00:00:00Z' }
const seeded = await readTableFiles(fileURLToPath(new URL('../../seed/tables/scb-2016-44', import.meta.url)), edition)

/** What a graph that holds only this table would answer, rows in another order than they were written in. */
function throughGraph(written: InputOutputTable): InputOutputTable {
  const { nodes, relationships } = tableElements(written, provenance, edition)
  const [first] = nodes.filter(({ label }) => label === 'InputOutputTable')
  const industries = relationships
    .filter(({ type }) => type === 'HAS_INDUSTRY')
    .map(({ to, properties }) => ({
      ...nodes.find(({ id }) => id === to)?.properties,
      id: to,
      figures: { ...properties, ...provenance, key: '' },
      divisions: relationships
        .filter(({ type, from }) => type === 'CORRESPONDS_TO' && from === to)
        .map((each) => each.to.replace('sector:sni2007-', ''))
        .toReversed(),
    }))
  const flows = relationships
    .filter(({ type }) => type === 'INPUT_TO')
    .map(({ from, to, properties }) => ({ supplier: from, buyer: to, flow: properties.flow }))
  return tableFromRows(
    tableRow.parse({ ...first?.properties, id: first?.id }),
    industries.toReversed().map((row) => industryRow.parse(row)),
    flows.toReversed().map((row) => flowRow.parse(row)),
  )
}

describe('a table as elements of the graph', () => {
  it.each<[string, InputOutputTable]>([
    ["the seed's", seeded],
    [
      'one with much unknown',
      table(
        [industry('a', 1), industry('b', 0, { satellites: {} })],
        [
          [0, 0],
          [0.5, 0],
        ],
      ),
    ],
    ['one with an unknown satellite', table([industry('a', 1, { satellites: { hours: null, co2kt: 1 } })], [[0]])],
  ])('comes back the same: %s', (_, written) => {
    expect(throughGraph(written)).toEqual(written)
  })

  it('gives editions of Statistics Sweden their shared classes, and other tables industries of their own', () => {
    expect(industryNodeId('scb-2016-44', 'A01+A03')).toBe('sector:scb44-A01-A03')
    expect(industryNodeId('scb-2008-59', 'C31_32')).toBe('sector:scb59-C31-32')
    expect(industryNodeId('scotland-2016', 'C10')).toBe('sector:scotland-2016-C10')
  })

  it('keeps what an edition says on relationships', () => {
    const { nodes, relationships } = tableElements(seeded, provenance, edition)
    expect(nodes.find(({ id }) => id === 'sector:scb44-C24')?.properties).toEqual({
      code: 'C24',
      level: 'INDUSTRY',
      nameEn: 'Manufacture of basic metals',
      nameSv: 'Stål- och metallframställning',
      sectionCode: 'C',
    })
    const figures = relationships.find(({ type, to }) => type === 'HAS_INDUSTRY' && to === 'sector:scb44-C24')
    expect(figures).toMatchObject({
      from: 'table:scb-2016-44',
      properties: { output: seeded.industries[10]?.output, position: 10, group: 'INDUSTRY', scope: 'LOCAL' },
    })
  })

  it('writes the technical coefficients, and no zero flows', () => {
    const { relationships } = tableElements(
      {
        ...twoSectors,
        flows: [
          [150, 500],
          [0, 100],
        ],
      },
      provenance,
      edition,
    )
    const inputs = relationships.filter(({ type }) => type === 'INPUT_TO')
    expect(inputs.map(({ from, to, key, properties }) => [from, to, key, properties])).toEqual([
      ['sector:example-1', 'sector:example-1', 'example', { table: 'table:example', flow: 150, coefficient: 0.15 }],
      ['sector:example-1', 'sector:example-2', 'example', { table: 'table:example', flow: 500, coefficient: 0.25 }],
      ['sector:example-2', 'sector:example-2', 'example', { table: 'table:example', flow: 100, coefficient: 0.05 }],
    ])
  })
})

describe('a table of more than 100 industries', () => {
  const large = largeTable(101, 1)
  const { relationships } = tableElements(large, provenance, edition)
  const inputs = relationships.filter(({ type }) => type === 'INPUT_TO')

  it('has the ten largest inputs of each industry as relationships', () => {
    expect(inputs).toHaveLength(1010)
    const bought = large.flows.map((row) => row[40] ?? 0)
    const largest = bought.toSorted((left, right) => right - left).slice(0, 10)
    const found = inputs.filter(({ to }) => to === 'sector:large-101-I0040').map(({ properties }) => properties.flow)
    expect(new Set(found)).toEqual(new Set(largest))
  })

  it('has ten also where all are as large', () => {
    const even = { ...large, flows: large.flows.map((row) => row.map(() => 1)) }
    const found = tableElements(even, provenance, edition).relationships.filter(({ type }) => type === 'INPUT_TO')
    expect(found).toHaveLength(1010)
  })
})

describe('the industry of a sector', () => {
  const codes = (of: InputOutputTable, sector: string) => industriesOfSector(of, sector).map(({ code }) => code)

  it('is found by SNI section or division', () => {
    expect(codes(seeded, 'B')).toEqual(['B'])
    expect(codes(seeded, 'F')).toEqual(['F'])
    expect(codes(seeded, 'C24')).toEqual(['C24'])
    expect(codes(seeded, 'L68')).toEqual(['L68B'])
    expect(codes(seeded, 'C31')).toEqual(['C13-15+C18+C31-32'])
  })

  it('is one of several where the sector is coarser than the table or the table says nothing of SNI', () => {
    expect(codes(seeded, 'H')).toEqual(['H49', 'H50-51', 'H52-53'])
    expect(codes(twoSectors, 'C24')).toEqual(['1', '2'])
  })
})
