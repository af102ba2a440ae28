import { createHash } from 'node:crypto'
import type { GraphElements, GraphRelationship, PropertyValue, Provenance } from '../graph/elements.js'
import { programVersion } from '../program-version.js'
import { temporaryJobYears } from './answers.js'
import { effectsBy, totalEffects } from './cube.js'
import type { FilledQuestion, SpilloverAnswer } from './question.js'
import type { Shock } from './shocks.js'
import type { SpilloverInput } from './spillover-input.js'
import { industryNodeId } from './table-elements.js'

/** The run of the report's own setting, which is there in every graph. */
export const REPORT_RUN = 'run:report'

/** Raised whenever the same input would give other numbers. */
const RULES = 2

const CALCULATION = 'source:norrgraph-calculation'

/** The parts of what a run is calculated from, each as a text that changes when it does. */
export const runParts = ['TABLE', 'VENTURES', 'RESIDENCE', 'RULES'] as const
export type RunPart = (typeof runParts)[number]
export type RunFingerprints = Readonly<Record<RunPart, string>>

/** What a run is calculated from. Its shocks stand in an order of their own, so that theirs in the input does not count. */
export function runFingerprints({ table, shocks, temporary, residence }: FilledQuestion): RunFingerprints {
  return {
    TABLE: `${table.id} ${table.digest}`,
    VENTURES: digest([...shocks, ...temporary].map(shockKey).sort()),
    RESIDENCE: residence === null ? 'none' : digest([...residence]),
    RULES: String(RULES),
  }
}

/** What makes two runs the same: what was asked with defaults filled in, the table, the ventures and the rules. */
export function runIdentity(question: FilledQuestion): string {
  return digest([runFingerprints(question), question.assumptions, question.placement])
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24)

/** A shock's values in one order, however they were put. */
const shockKey = (shock: Shock): string => {
  const { industry, county, year, establishment, jobs = null, output = null, durationYears = null } = shock
  const purchases = (shock.purchases ?? []).map(({ industry: bought, share, local }) =>
    JSON.stringify([bought, share, local]),
  )
  return JSON.stringify([industry, county, year, establishment, jobs, output, durationYears, purchases.sort()])
}

/**
 * A calculation as a run node, with what each venture sets off in each industry, by county and year. What other shocks set
 * off stands on relationships from the run itself.
 * @param input the question as it was asked, from which a later one can tell whether the run is still what it gives.
 */
export function runElements(
  id: string,
  name: string,
  input: SpilloverInput,
  answer: SpilloverAnswer,
  computedAt: string,
): GraphElements {
  const { table, scenario } = answer
  const provenance: Provenance = {
    source: CALCULATION,
    locator: `Calculated from ${table.table.title}`,
    recordedAt: computedAt,
  }
  const relationship = (
    type: GraphRelationship['type'],
    from: string,
    to: string,
    key: string,
    properties: GraphRelationship['properties'],
  ): GraphRelationship => ({ type, from, to, key, provenance, properties })

  return {
    nodes: [
      {
        label: 'SpilloverRun',
        id,
        provenance,
        properties: {
          nameSv: name,
          computedAt,
          programVersion,
          input: JSON.stringify(input),
          ...runProperties(answer),
        },
      },
    ],
    relationships: [
      relationship('USES_TABLE', id, table.id, '', {}),
      ...(scenario === null ? [] : [relationship('HAS_RUN', scenario, id, '', {})]),
      ...answer.establishments.map((venture) =>
        relationship('INCLUDES', id, venture, '', directProperties(answer, venture)),
      ),
      ...effectsBy(answer.effects, ['ESTABLISHMENT', 'SECTOR', 'COUNTY', 'YEAR']).flatMap((row) => {
        const { establishment, industry, county, year, indirect, induced } = row
        if (industry === null || county === null || year === null || (indirect === 0 && induced === 0)) return []
        const sector = industryNodeId(table.table.id, industry)
        const properties = { run: id, year, county, indirect, induced }
        return [relationship('SPILLS_OVER', establishment ?? id, sector, `${id} ${year} ${county}`, properties)]
      }),
    ],
  }
}

/** Every assumption, the totals, and the direct jobs of shocks that no venture makes. */
function runProperties(answer: SpilloverAnswer): Readonly<Record<string, PropertyValue>> {
  const { table, assumptions, placement, scenario, effects } = answer
  const { retention, ...rest } = assumptions
  const fingerprints = runFingerprints(answer)
  return {
    identity: runIdentity(answer),
    table: table.id,
    tableFingerprint: fingerprints.TABLE,
    venturesFingerprint: fingerprints.VENTURES,
    residenceFingerprint: fingerprints.RESIDENCE,
    rulesFingerprint: fingerprints.RULES,
    ...totalEffects(effects),
    temporaryJobYears: temporaryJobYears(answer),
    ...rest,
    placement,
    ...(scenario === null ? {} : { scenario }),
    retentionShare: retention.share,
    retentionApply: retention.apply,
    nationalIndustries: retention.nationalIndustries ?? [],
    ...directProperties(answer, null),
  }
}

/** Direct jobs of one venture, or of shocks that none makes: lists of the same length, one place for each shock. */
function directProperties(
  { table, effects }: SpilloverAnswer,
  establishment: string | null,
): Readonly<Record<string, PropertyValue>> {
  const shocks = effects.byShock.filter(({ shock }) => shock.establishment === establishment)
  if (shocks.length === 0) return {}
  return {
    directIndustries: shocks.map(({ shock }) => industryNodeId(table.table.id, shock.industry)),
    directCounties: shocks.map(({ shock }) => shock.county),
    directYears: shocks.map(({ shock }) => shock.year),
    directJobs: shocks.map(({ direct }) => direct.jobs),
  }
}
