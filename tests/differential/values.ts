import { sectorGroups } from '../../src/classification/sector-group.js'
import { sizeClasses } from '../../src/classification/size-class.js'
import { phaseKinds, phaseStatuses } from '../../src/establishments/phases.js'
import { voices } from '../../src/findings/voices.js'
import { supplyStatuses } from '../../src/firms/supplies.js'
import type { Properties, PropertyValue } from '../../src/graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../src/graph/vocabulary.js'
import { amountKinds } from '../../src/support/facts/terms.js'
import {
  actorKinds,
  initiativeKinds,
  recommendationKinds,
  sourceKinds,
  strengthKinds,
  structureDimensions,
} from '../../src/writing/forms/kinds.js'
import type { Random } from './random.js'

type Draw = (random: Random) => PropertyValue
type Draws = Readonly<Record<string, Draw>>

const nameParts = ['Övertorneå', 'åre', 'Ärlan', 'Zonen', 'Norr', 'nord', 'ÉTÉ', 'Über', 'IT', 'Söder & Co', "O'Hara"]
const rareNames = [
  '😀 Emoji',
  'Ａ wide',
  ' två  ord ',
  '',
  '$ids {x}',
  '\\back',
  '"quoted"',
  "'; MATCH (n) DETACH DELETE n //",
]
const days = ['2019-12-31', '2020-01-01', '2021-06-15', '2022-06-30', '2023-01-01', '2024-02-29', '2030-12-31']

const oneOf =
  <Value extends PropertyValue>(values: readonly Value[]): Draw =>
  (random) =>
    random.pick(values)

const listOf =
  (draw: (random: Random) => string, least: number): Draw =>
  (random) =>
    random.list(random.whole(least, 3), () => draw(random))

/** When what is recorded was recorded. */
export const editions = ['2024-01-01T00:00:00.000Z', '2026-11-24T00:00:00Z'] as const

/** A name as people give them, and now and then one that nobody would. */
export const name = (random: Random): string =>
  random.chance(0.1) ? random.pick(rareNames) : `${random.pick(nameParts)} ${random.pick(nameParts)}`

/** An ISO date from a few that meet one another. */
export const day = (random: Random): string => random.pick(days)

const whole: Draw = (random) => random.whole(0, 300)
const year: Draw = (random) => random.whole(2016, 2026)
/** Some whole, some with decimals, some that add up to other last digits in another order. */
const amount: Draw = (random) => random.pick([0, 1, 2.5, 0.1, 0.2, 1 / 3, 1e-7, 12_345.678, random.next() * 1000])
const amounts: Draw = (random) => random.list(random.whole(1, 3), () => random.pick([0, 2.5, 12_345.678]))
const place: Draw = (random) => `municipality:${random.whole(0, 6)}`
const years: Draw = (random) => [2024, 2025, 2026].slice(0, random.whole(1, 3))
const jobs: Draw = (random) => random.list(random.whole(1, 3), () => random.whole(1, 500))
const code: Draw = (random) => `${random.pick(['A', 'C', 'F'])}${random.whole(10, 14)}`
const flag: Draw = (random) => random.chance(0.5)

const naming: Draws = { nameSv: name, nameEn: name, descriptionSv: name, descriptionEn: name, lastSeenYear: year }
const span: Draws = {
  from: day,
  fromPrecision: oneOf(['DAY', 'MONTH', 'YEAR']),
  fromText: name,
  to: day,
  toPrecision: oneOf(['DAY', 'MONTH', 'YEAR']),
  toText: name,
  startsOn: day,
  endsOn: day,
}

const effects: Draws = { direct: whole, indirect: amount, induced: amount, spillover: amount }

/** What nodes say of themselves, by label; each property is left out now and then. */
const ofLabels: Partial<Record<NodeLabel, Draws>> = {
  Source: { title: name, publisher: name, year, address: name, kind: oneOf(sourceKinds) },
  County: { code, population: whole },
  Municipality: { code, population: whole, inland: flag, latitude: amount, longitude: amount },
  Sector: {
    code,
    level: oneOf(['SECTION', 'DIVISION', 'INDUSTRY']),
    sectionCode: oneOf(['A', 'C', 'F']),
    group: oneOf(sectorGroups),
  },
  SizeClass: { code: oneOf(sizeClasses) },
  Need: { order: whole },
  SupportArea: { order: whole },
  SupportActor: { kind: oneOf(actorKinds) },
  Requirement: { saidBy: oneOf(voices) },
  Challenge: { order: whole },
  Recommendation: { order: whole, kind: oneOf(recommendationKinds) },
  CaseStudy: { order: whole, placeSv: name, placeEn: name },
  Strength: { kind: oneOf(strengthKinds) },
  StructureCell: {
    dimensions: oneOf(structureDimensions),
    sectorGroup: oneOf(sectorGroups),
    sizeClass: oneOf(sizeClasses),
    firms: whole,
    employees: whole,
  },
  Initiative: {
    ...span,
    kind: oneOf(initiativeKinds),
    proposed: flag,
    minEmployees: whole,
    maxEmployees: whole,
    minTurnover: amount,
    maxTurnover: amount,
    maxShare: amount,
    minAmount: amount,
    maxAmount: amount,
    amountOf: oneOf(amountKinds),
    lengthMonths: whole,
    excludedPlaces: listOf((random) => String(place(random)), 1),
    excludedTextSv: name,
    otherTermsSv: listOf(name, 0),
    otherTermsEn: listOf(name, 1),
  },
  Establishment: { expectedYears: years, expectedJobs: jobs, totalJobs: amount },
  Phase: { ...span, kind: oneOf(phaseKinds), status: oneOf(phaseStatuses) },
  Firm: {
    organisationNumber: oneOf(['5560001234', '5560005678']),
    sizeClass: oneOf(sizeClasses),
    employees: whole,
    turnover: amount,
  },
  Claim: {
    statementSv: name,
    statementEn: name,
    value: amount,
    unit: oneOf(['SEK', 'persons']),
    saidBy: oneOf(voices),
  },
  InputOutputTable: {
    title: name,
    publisher: name,
    edition: name,
    year,
    geography: oneOf(['SE']),
    currencyUnit: oneOf(['SEK million']),
    employmentUnit: oneOf(['persons']),
    householdConsumption: amount,
    satellites: listOf(name, 1),
    digest: (random) => `digest-${random.whole(0, 1e9)}`,
  },
  EmploymentTable: {
    title: name,
    publisher: name,
    edition: name,
    year,
    groups: listOf(name, 1),
    nation: amounts,
    region: amounts,
    keyTable: (random) => `table:${random.whole(0, 1)}`,
    digest: (random) => `digest-${random.whole(0, 1e9)}`,
  },
  SpilloverRun: {
    ...effects,
    identity: oneOf(['one', 'two']),
    computedAt: oneOf(['2024-01-01T00:00:00.000Z']),
    nationalIndustries: listOf((random) => String(code(random)), 0),
  },
}

const held: Draws = { validFrom: day, validTo: day }
const runIds: Draw = (random) => `run:${random.pick(['report', '0'])}`

/** What relationships say, by type. */
const ofTypes: Partial<Record<RelationshipType, Draws>> = {
  SERVES: held,
  PROVIDES: held,
  OFFERS: held,
  FUNDS: held,
  PARTNERS_IN: held,
  ADDRESSES: held,
  COVERS: held,
  TARGETS: held,
  MEETS: held,
  REPLACED_BY: held,
  LOCATED_IN: { rank: (random) => random.whole(1, 3) },
  IN_SECTOR: { rank: (random) => random.whole(1, 3) },
  PROCURES: { phase: oneOf(phaseKinds) },
  HAS_INDUSTRY: {
    position: whole,
    output: amount,
    employed: amount,
    wages: amount,
    group: oneOf(sectorGroups),
    imputedRent: flag,
  },
  INPUT_TO: { table: (random) => `table:${random.whole(0, 1)}`, flow: amount, coefficient: amount },
  COUNTS: { employedByGroup: amounts, minedToSupplied: amount, made: amount },
  ADJUSTS: { years, jobs },
  SPILLS_OVER: {
    run: runIds,
    year,
    county: (random) => `county:${random.whole(0, 3)}`,
    indirect: amount,
    induced: amount,
  },
  SUPPLIES: {
    category: name,
    phase: oneOf(phaseKinds),
    since: day,
    until: day,
    supplyStatus: oneOf(supplyStatuses),
    whatSv: name,
    whatEn: name,
    value: amount,
    currency: oneOf(['EUR']),
    valueText: name,
    datesText: name,
  },
  REQUIRES: { saidBy: oneOf(voices) },
  FULFILS: { status: oneOf(['FULFILLED', 'LACKING']) },
}

/** Properties of a node. */
export const nodeProperties = (random: Random, label: NodeLabel): Properties =>
  drawn(random, { ...naming, ...ofLabels[label] })

/** Properties of a relationship. */
export const relationshipProperties = (random: Random, type: RelationshipType): Properties =>
  drawn(random, ofTypes[type] ?? {})

function drawn(random: Random, draws: Draws): Properties {
  const known = Object.entries(draws).filter(() => random.chance(0.8))
  return Object.fromEntries(known.map(([property, draw]) => [property, draw(random)]))
}
