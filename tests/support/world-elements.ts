import type { GraphElements, GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { INLAND } from './model.js'
import {
  counties,
  holders,
  industries,
  meets,
  municipalities,
  needs,
  populations,
  positions,
  sectors,
  sizes,
  type Tie,
  type World,
  type WorldTerms,
} from './worlds.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }

function node(label: NodeLabel, id: string, properties: GraphNode['properties'] = {}): GraphNode {
  return { label, id, provenance, properties: { nameSv: nameOf(id), ...properties } }
}

const nameOf = (id: string): string => id.slice(id.indexOf(':') + 1)

function tie(
  type: RelationshipType,
  from: string,
  to: string,
  properties: GraphRelationship['properties'] = {},
): GraphRelationship {
  return { type, from, to, key: '', provenance, properties }
}

/** The day on which worlds are asked about. */
export const worldDay = '2024-06-30'

/** What all worlds have: places, needs and their areas, sectors, and a run whose jobs are at stake. */
export function groundElements(): GraphElements {
  const municipalityNodes = municipalities.map((id) => {
    const [latitude = 0, longitude = 0] = positions[id] ?? []
    const inland = id === INLAND ? { inland: true } : {}
    return node('Municipality', id, { population: populations[id] ?? 0, latitude, longitude, ...inland })
  })
  return {
    nodes: [
      node('Source', 'source:test', { title: 'By hand' }),
      node('Country', 'country:SE'),
      ...counties.map((id) => node('County', id)),
      ...municipalityNodes,
      ...sectors.map((id) => node('Sector', id, { code: id.slice('sector:sni2007-'.length) })),
      ...sizes.map((id) => node('SizeClass', id, { code: nameOf(id).toUpperCase() })),
      ...needs.map((id, order) => node('Need', id, { order })),
      ...Object.keys(meets).map((id) => node('SupportArea', id)),
      node('InputOutputTable', 'table:t', { title: 'T' }),
      ...industries.map(({ id, section }) => node('Sector', id, { code: nameOf(id), sectionCode: section })),
      node('Establishment', 'establishment:e'),
      node('SpilloverRun', 'run:report'),
      node('Claim', 'claim:sme-share-c', { value: 0.5 }),
    ],
    relationships: [
      ...municipalities.map((id) => tie('IN_COUNTY', id, holders[id]?.[1] ?? '')),
      ...counties.map((id) => tie('IN_COUNTRY', id, 'country:SE')),
      ...sectors.flatMap((id) => (holders[id] ?? []).slice(1).map((whole) => tie('PART_OF', id, whole))),
      ...Object.entries(meets).flatMap(([area, met]) => met.map((need) => tie('MEETS', area, need))),
      tie('ABOUT', 'claim:sme-share-c', 'sector:sni2007-C'),
      tie('USES_TABLE', 'run:report', 'table:t'),
      ...industries.flatMap(({ id, section, divisions, jobs }) => [
        tie('HAS_INDUSTRY', 'table:t', id, { group: section === 'C' ? 'INDUSTRY' : 'SERVICES' }),
        ...divisions.map((division) => tie('CORRESPONDS_TO', id, division)),
        ...Object.entries(jobs).map(([county, count]) => ({
          ...tie('SPILLS_OVER', 'establishment:e', id, {
            ...{ run: 'run:report', year: 2024, county, indirect: count - 1, induced: 1 },
          }),
          key: county,
        })),
      ]),
    ],
  }
}

/** Terms as the node of an initiative has them; what is not stated is left out. */
function statedTerms(terms: WorldTerms | undefined): GraphNode['properties'] {
  if (!terms) return {}
  const { minTurnover, excludedPlaces, partlyExcludedPlaces } = terms
  return {
    ...(minTurnover === null ? {} : { minTurnover }),
    ...(excludedPlaces.length > 0 && { excludedPlaces }),
    ...(partlyExcludedPlaces.length > 0 && { partlyExcludedPlaces }),
  }
}

/** The actors and initiatives of a world. */
export function worldElements({ actors, initiatives }: World): GraphElements {
  const ended = { validTo: '2024-06-29' }
  const named = (type: (to: string) => RelationshipType, from: string, ties: readonly Tie[]) =>
    ties.map(({ to, lapsed }) => tie(type(to), from, to, lapsed ? ended : {}))
  const ofInitiative = (to: string) => (/^(?:municipality|county|country):/.test(to) ? 'COVERS' : 'TARGETS')
  return {
    nodes: [
      ...actors.map(({ id }) => node('SupportActor', id, { kind: 'FUND' })),
      ...initiatives.map(({ id, maxEmployees, proposed, terms }) =>
        node('Initiative', id, {
          ...{ kind: 'LOAN', proposed, lastSeenYear: 2024 },
          ...(maxEmployees === null ? {} : { maxEmployees }),
          ...statedTerms(terms),
        }),
      ),
    ],
    relationships: [
      ...actors.flatMap(({ id, names, provides, offers, seat }) => [
        ...named(() => 'SERVES', id, names),
        ...provides.map((area) => tie('PROVIDES', id, area)),
        ...offers.map((initiative) => tie('OFFERS', id, initiative)),
        ...(seat === null ? [] : [tie('LOCATED_IN', id, seat)]),
      ]),
      ...initiatives.flatMap(({ id, names, addresses }) => [
        ...named(ofInitiative, id, names),
        ...addresses.map((area) => tie('ADDRESSES', id, area)),
      ]),
    ],
  }
}
