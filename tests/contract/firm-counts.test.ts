import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SizeClass, sizeClasses } from '../../src/classification/size-class.js'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { firmCounts } from '../../src/reference/firm-counts.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import { sectorHierarchy } from '../../src/reference/sectors.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
const node = (label: NodeLabel, id: string, properties: GraphNode['properties'] = {}): GraphNode => ({
  ...{ label, id, provenance, properties },
})
const tie = (
  type: RelationshipType,
  from: string,
  to: string,
  properties: GraphRelationship['properties'] = {},
  key = '',
): GraphRelationship => ({ type, from, to, key, provenance, properties })

const municipalities: Readonly<Record<string, string>> = {
  'municipality:1': 'county:a',
  'municipality:2': 'county:a',
  'municipality:3': 'county:b',
}
const counties = ['county:a', 'county:b']
const places = [...Object.keys(municipalities), ...counties, 'country:SE']
const sectors = ['sector:sni2007-C', 'sector:sni2007-C24', 'sector:sni2007-C25', 'sector:sni2007-G']
const needs = ['need:x', 'need:y', 'need:z']

interface MadeFirm {
  readonly id: string
  readonly size: SizeClass | null
  readonly seats: readonly string[]
  /** With their ranks, null for none. */
  readonly sectors: readonly (readonly [sector: string, rank: number | null])[]
  readonly needs: readonly string[]
}

function madeFirm(random: Random, index: number): MadeFirm {
  return {
    id: `firm:made-${index}`,
    size: random.pick([...sizeClasses, null]),
    seats: random.some(places, random.pick([0, 1, 1, 1, 2, 3])),
    sectors: random.some(sectors, random.pick([0, 1, 1, 2, 3])).map((sector) => [sector, random.pick([1, 1, 2, null])]),
    needs: random.some(needs, random.pick([0, 0, 1, 2, 3])),
  }
}

const made = Array.from({ length: 300 }, (_, index) => madeFirm(new Random(index + 1), index))

/** Where a firm counts: its seats and the counties of those. */
const placesOf = ({ seats }: MadeFirm): string[] => seats.flatMap((seat) => [seat, municipalities[seat] ?? seat])
const mainSectors = (firm: MadeFirm): string[] =>
  firm.sectors.flatMap(([sector, rank]) => (rank === null || rank === 1 ? [sector] : []))

describeOnEachEngine('counts of firms', (open) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await open()
    const nodes = [
      node('Country', 'country:SE'),
      ...counties.map((id) => node('County', id)),
      ...Object.keys(municipalities).map((id) => node('Municipality', id)),
      ...sectors.map((id) => node('Sector', id)),
      ...needs.map((id, order) => node('Need', id, { order })),
      ...made.map(({ id, size }) => node('Firm', id, size === null ? {} : { sizeClass: size })),
    ]
    const relationships = [
      ...Object.entries(municipalities).map(([id, county]) => tie('IN_COUNTY', id, county)),
      ...counties.map((id) => tie('IN_COUNTRY', id, 'country:SE')),
      ...sectors.slice(1, 3).map((id) => tie('PART_OF', id, 'sector:sni2007-C')),
      ...made.flatMap((firm) => [
        ...firm.seats.map((seat) => tie('LOCATED_IN', firm.id, seat)),
        // Said by two.
        ...firm.seats.slice(0, 1).map((seat) => tie('LOCATED_IN', firm.id, seat, {}, 'another')),
        ...firm.sectors.map(([sector, rank]) => tie('IN_SECTOR', firm.id, sector, rank === null ? {} : { rank })),
        ...firm.needs.map((need) => tie('HAS_NEED', firm.id, need)),
      ]),
    ]
    await graph.transaction((transaction) => writeElements(transaction, { nodes, relationships }))
  })
  afterAll(() => graph.close())

  it('are those that counting firm by firm gives', async () => {
    const counts = await keptKnowledge(graph, edition).reference.of(firmCounts)
    const counted = (of: (firm: MadeFirm) => boolean) => made.filter(of).length
    for (const place of places) {
      for (const size of sizeClasses) {
        const isHere = (firm: MadeFirm) => placesOf(firm).includes(place) && (firm.size ?? 'UNKNOWN') === size
        expect(counts.in(place, {}, [size])).toBe(counted(isHere))
        expect(counts.statingIn(place, [size])).toBe(counted((firm) => isHere(firm) && firm.needs.length > 0))
        for (const need of needs) {
          expect(counts.in(place, { need }, [size])).toBe(counted((firm) => isHere(firm) && firm.needs.includes(need)))
        }
        for (const sector of sectors) {
          const isOf = (firm: MadeFirm) => isHere(firm) && mainSectors(firm).includes(sector)
          expect(counts.in(place, { sector }, [size])).toBe(counted(isOf))
          for (const need of needs) {
            const inNeed = counted((firm) => isOf(firm) && firm.needs.includes(need))
            expect(counts.in(place, { sector, need }, [size])).toBe(inNeed)
          }
        }
      }
    }
  })

  it('are of SMEs where no size is asked for: of all that are not known to be large', async () => {
    const counts = await keptKnowledge(graph, edition).reference.of(firmCounts)
    const smes = made.filter((firm) => placesOf(firm).includes('county:a') && firm.size !== 'LARGE')
    expect(counts.in('county:a')).toBe(smes.length)
  })

  it('are 0 for what is not there', async () => {
    const counts = await keptKnowledge(graph, edition).reference.of(firmCounts)
    expect(counts.in('municipality:none')).toBe(0)
    expect(counts.in('county:a', { sector: 'sector:none' })).toBe(0)
    expect(counts.in('county:a', { need: 'need:none' })).toBe(0)
  })

  it('stand beside which sectors are parts of which', async () => {
    const hierarchy = await keptKnowledge(graph, edition).reference.of(sectorHierarchy)
    expect([...hierarchy.partsOf('sector:sni2007-C')].toSorted()).toEqual(sectors.slice(0, 3))
    expect([...hierarchy.wholesOf('sector:sni2007-C24')]).toEqual(['sector:sni2007-C24', 'sector:sni2007-C'])
    expect(hierarchy.has('sector:sni2007-G')).toBe(true)
    expect(hierarchy.has('sector:none')).toBe(false)
  })
})
