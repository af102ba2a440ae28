import type { GraphElements, GraphRelationship, Properties, Provenance } from '../../graph/elements.js'
import { grouped } from '../../kernel/grouped.js'
import { programVersion } from '../../kernel/program-version.js'
import type { Regionalisation } from '../model/assumptions.js'
import { type EffectsRow, effectsByInSteps, totalEffects } from '../model/cube.js'
import type { SpilloverEffects } from '../model/effects.js'
import { jobYears, type TemporaryYear } from '../model/temporary-work.js'
import { cellsOf, countedInFullOf } from '../question/displacement.js'
import type { SpilloverAnswer } from '../question/question.js'
import type { SpilloverInput } from '../question/spillover-input.js'
import { industryNodeId } from '../table/table-elements.js'
import { runFingerprints, runIdentity } from './run-identity.js'
import { displacementProperties } from './stored-displacement.js'

/**
 * Jobs, in number, that are nothing: an industry in which a venture's year sets off less has no relationship. On a table
 * of thousands of industries that is most of them where A is sparse; what is left out of a run is less than a thousandth
 * of a job.
 */
const NOTHING = 1e-9

/** A run as it is written: its node with what it leads to, and what is set off in each industry. */
export interface RunElements extends GraphElements {
  /**
   * From each venture, by county and year; what other shocks set off, from the run itself. Made as they are asked for, some
   * of a venture's year at a time: of a large table all of them are too many to hold.
   */
  readonly effects: () => Iterable<EffectPiece>
  /** How many pieces are the last of a venture's year. */
  readonly pieces: number
  /** Ids of the ventures that they lead from. */
  readonly origins: readonly string[]
}

/** Some of what is set off by a venture in a year. */
export interface EffectPiece {
  readonly elements: readonly EffectElement[]
  /** Whether all of it is there then. */
  readonly ends: boolean
}

/** A calculation with all that a run keeps of it. */
export interface CalculatedAnswer extends SpilloverAnswer {
  /** Work that ends, year by year. */
  readonly temporaryYears: readonly TemporaryYear[]
}

/** The source of what is calculated, by its id, and when it was, ISO. */
export interface Calculation {
  readonly source: string
  readonly computedAt: string
}

/** A `SPILLS_OVER` relationship. */
export interface EffectElement {
  readonly origin: string
  readonly industry: string
  readonly key: string
  readonly properties: Properties
}

/**
 * A calculation as a run.
 * @param input the question as it was asked, from which a later one can tell whether the run is still what it gives.
 */
export function runElements(
  id: string,
  name: string,
  input: SpilloverInput,
  answer: CalculatedAnswer,
  { source, computedAt }: Calculation,
): RunElements {
  const { table, scenario, establishments, effects } = answer
  const provenance: Provenance = {
    source,
    locator: `Calculated from ${table.table.title}`,
    recordedAt: computedAt,
  }
  const together = grouped(effects.byShock, ({ shock }) => JSON.stringify([shock.establishment, shock.year]))
  function* pieces() {
    for (const byShock of together.values()) yield* effectPieces(id, answer, { ...effects, byShock }, provenance)
  }
  const properties = {
    nameSv: name,
    computedAt,
    programVersion,
    input: JSON.stringify(input),
    ...runProperties(answer),
  }
  return {
    nodes: [{ label: 'SpilloverRun', id, provenance, properties }],
    relationships: [
      { type: 'USES_TABLE', from: id, to: table.id, key: '', provenance, properties: {} },
      ...(scenario === null ? [] : [scenarioRun(scenario, id, { source, computedAt })]),
      ...establishments.map((to): GraphRelationship => {
        return { type: 'INCLUDES', from: id, to, key: '', provenance, properties: directProperties(answer, to) }
      }),
    ],
    effects: pieces,
    pieces: together.size,
    origins: establishments,
  }
}

/** Relationships that are made at once: some milliseconds' worth. */
const ELEMENTS_A_PIECE = 1_000

/** What is set off in each industry, county and year, from each venture. */
function* effectPieces(
  id: string,
  { table }: SpilloverAnswer,
  effects: SpilloverEffects,
  provenance: Provenance,
): Generator<EffectPiece> {
  const steps = effectsByInSteps(effects, ['ESTABLISHMENT', 'SECTOR', 'COUNTY', 'YEAR'])
  let step = steps.next()
  while (!step.done) {
    yield { elements: [], ends: false }
    step = steps.next()
  }
  const rows = step.value
  for (let begin = 0; begin < rows.length; begin += ELEMENTS_A_PIECE) {
    const some = rows.slice(begin, begin + ELEMENTS_A_PIECE)
    const elements = some.flatMap((row) => effectElement(id, table.table.id, row, provenance) ?? [])
    yield { elements, ends: begin + ELEMENTS_A_PIECE >= rows.length }
  }
}

function effectElement(
  id: string,
  tableId: string,
  { establishment, industry, county, year, indirect, induced }: EffectsRow,
  provenance: Provenance,
): EffectElement | null {
  if (industry === null || county === null || year === null) return null
  if (Math.abs(indirect) < NOTHING && Math.abs(induced) < NOTHING) return null
  return {
    origin: establishment ?? id,
    industry: industryNodeId(tableId, industry),
    key: `${id} ${year} ${county}`,
    properties: { ...provenance, run: id, year, county, indirect, induced },
  }
}

/** The relationship from a scenario to a run of it. */
export const scenarioRun = (scenario: string, run: string, { source, computedAt }: Calculation): GraphRelationship => ({
  type: 'HAS_RUN',
  from: scenario,
  to: run,
  key: '',
  provenance: { source, locator: 'Calculated with the jobs of this scenario', recordedAt: computedAt },
  properties: {},
})

/** Every assumption, the totals, and the direct jobs of shocks that no venture makes. */
function runProperties(answer: CalculatedAnswer): Properties {
  const { table, assumptions, placement, scenario, effects } = answer
  const { retention, regionalisation, displacement, ...rest } = assumptions
  const fingerprints = runFingerprints(answer)
  return {
    identity: runIdentity(answer),
    table: table.id,
    tableFingerprint: fingerprints.TABLE,
    venturesFingerprint: fingerprints.VENTURES,
    residenceFingerprint: fingerprints.RESIDENCE,
    employmentFingerprint: fingerprints.EMPLOYMENT,
    rulesFingerprint: fingerprints.RULES,
    ...totalEffects(effects),
    ...temporaryProperties(answer.temporaryYears),
    ...rest,
    placement,
    ...(scenario === null ? {} : { scenario }),
    retentionShare: retention.share,
    retentionApply: retention.apply,
    nationalIndustries: retention.nationalIndustries ?? [],
    ...(regionalisation === null ? {} : regionalisationProperties(regionalisation)),
    ...(displacement === null
      ? {}
      : displacementProperties(displacement, cellsOf(answer, displacement), countedInFullOf(answer))),
    ...directProperties(answer, null),
  }
}

/** Work that ends: its job-years, and where there is any what it is in each year, in lists of the same length. */
function temporaryProperties(years: readonly TemporaryYear[]): Properties {
  const temporaryJobYears = jobYears(years)
  if (years.length === 0) return { temporaryJobYears }
  return {
    temporaryJobYears,
    temporaryYears: years.map(({ year }) => year),
    temporaryDirect: years.map(({ direct }) => direct),
    temporaryIndirect: years.map(({ indirect }) => indirect),
    temporaryInduced: years.map(({ induced }) => induced),
  }
}

const regionalisationProperties = ({ method, area, ...rest }: Regionalisation): Properties => ({
  regionalisationMethod: method,
  regionalArea: area,
  ...rest,
})

/** Direct jobs of one venture, or of shocks that none makes: lists of the same length, one place for each shock. */
function directProperties({ table, effects }: SpilloverAnswer, establishment: string | null): Properties {
  const shocks = effects.byShock.filter(({ shock }) => shock.establishment === establishment)
  if (shocks.length === 0) return {}
  return {
    directIndustries: shocks.map(({ shock }) => industryNodeId(table.table.id, shock.industry)),
    directCounties: shocks.map(({ shock }) => shock.county),
    directYears: shocks.map(({ shock }) => shock.year),
    directJobs: shocks.map(({ direct }) => direct.jobs),
  }
}
