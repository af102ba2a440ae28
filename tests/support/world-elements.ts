import type { GraphElements, GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import {
  BUYER_SITE,
  counties,
  holders,
  INLAND,
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
  type WorldInitiative,
  type WorldMeeting,
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
      tie('LOCATED_IN', 'establishment:e', BUYER_SITE),
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

/** When an initiative was and is there, and its terms, as its node has them; what is not stated is left out. */
function statedOf({ terms, ...stated }: WorldInitiative): GraphNode['properties'] {
  const { lastSeenYear, undatedPage, maxEmployees, maxAgeYears, replacesSecurity, largeScale } = stated
  const { minTurnover = null, excludedPlaces = [], partlyExcludedPlaces = [] } = terms ?? {}
  const otherTermsEn = Array.from({ length: stated.others }, (_, index) => `term ${index}`)
  return {
    ...days[stated.time],
    ...(lastSeenYear === null ? {} : { lastSeenYear }),
    ...(undatedPage === null ? {} : { undatedPage }),
    ...(maxEmployees === null ? {} : { maxEmployees }),
    ...(maxAgeYears === null ? {} : { maxAgeYears }),
    ...(replacesSecurity && { replacesSecurity }),
    ...(largeScale && { largeScale }),
    ...(stated.help.length > 0 && { help: [...stated.help] }),
    ...(stated.reservations.length > 0 && { reservations: [...stated.reservations] }),
    ...(otherTermsEn.length > 0 && { otherTermsEn }),
    ...(minTurnover === null ? {} : { minTurnover }),
    ...(excludedPlaces.length > 0 && { excludedPlaces }),
    ...(partlyExcludedPlaces.length > 0 && { partlyExcludedPlaces }),
  }
}

const days: Readonly<Record<WorldInitiative['time'], GraphNode['properties']>> = {
  OPEN: {},
  ENDS_LATER: { endsOn: '2030-12-31' },
  ENDED: { endsOn: '2024-06-29' },
  PLANNED: { startsOn: '2024-07-01' },
  PROPOSED: { proposed: true },
}

const meetingOf = ({
  strength,
  viaBuyer,
  ifExporting,
  reservations,
  largeScale,
}: WorldMeeting): GraphRelationship['properties'] => ({
  ...{
    strength,
    ...(viaBuyer && { viaBuyer }),
    ...(ifExporting && { ifExporting }),
    ...(reservations.length > 0 && { reservations: [...reservations] }),
    ...(largeScale && { largeScale }),
  },
})

/** The actors and initiatives of a world. */
export function worldElements({ actors, initiatives }: World): GraphElements {
  const ended = { validTo: '2024-06-29' }
  const named = (type: (to: string) => RelationshipType, from: string, ties: readonly Tie[]) =>
    ties.map(({ to, lapsed }) => tie(type(to), from, to, lapsed ? ended : {}))
  const ofInitiative = (to: string) => (/^(?:municipality|county|country):/.test(to) ? 'COVERS' : 'TARGETS')
  return {
    nodes: [
      ...actors.map(({ id, kind, buysFor }) => node('SupportActor', id, { kind, buysFor: buysFor ? [buysFor] : [] })),
      ...initiatives.map((each) => node('Initiative', each.id, { kind: 'OTHER', ...statedOf(each) })),
    ],
    relationships: [
      ...actors.flatMap(({ id, names, helpsWith, provides, offers, seat }) => [
        ...named(() => 'SERVES', id, names),
        ...helpsWith.map((meeting) => tie('HELPS_WITH', id, meeting.need, meetingOf(meeting))),
        ...provides.map((area) => tie('PROVIDES', id, area)),
        ...offers.map((initiative) => tie('OFFERS', id, initiative)),
        ...(seat === null ? [] : [tie('LOCATED_IN', id, seat)]),
      ]),
      ...initiatives.flatMap(({ id, names, meets: met, addresses }) => [
        ...named(ofInitiative, id, names),
        ...met.map((meeting) => tie('MEETS', id, meeting.need, meetingOf(meeting))),
        ...addresses.map((area) => tie('ADDRESSES', id, area)),
      ]),
    ],
  }
}
