import type { SpilloverPart } from '../../edition/spillover-part.js'
import type { Warning } from '../../kernel/warning.js'
import type { InBoth } from '../../language/language.js'
import type { Assumptions } from '../model/assumptions.js'
import type { SpilloverEffects } from '../model/effects.js'
import { withoutEmployed } from '../model/households.js'
import type { Oddities } from '../model/oddities.js'
import type { InputOutputTable } from '../model/table.js'

export type SpilloverWarningCode =
  | 'MODEL_OVERESTIMATES'
  | 'CONSUMPTION_OVERESTIMATED'
  | 'NEGATIVE_FINAL_DEMAND'
  | 'VENTURE_LARGER_THAN_INDUSTRY'
  | 'INDUSTRY_WITHOUT_OUTPUT'
  | 'SCOPE_UNKNOWN'
  | 'HEADS_AND_FULL_TIME_EQUIVALENTS'
  | 'TABLE_OLD'
  | 'TABLE_ODD'
  | 'ACCOUNT_LEFT_OUT'
  | 'OTHER_VENTURES_THAN_COMPARED'
  | 'NO_NEW_JOBS'
  | 'COEFFICIENTS_OF_NATION'
  | 'EMPLOYMENT_COARSER'
  | 'EMPLOYMENT_UNKNOWN'
  | 'EXTREME_QUOTIENT'
  | 'JOBS_UNKNOWN'

/** What a reader has to know beside the numbers. */
export interface SpilloverWarning extends Warning {
  readonly code: SpilloverWarningCode
}

/** What warnings are made from. */
export interface WarnedAnswer {
  readonly table: InputOutputTable
  /** What was odd about the table when it was taken. */
  readonly odd: Oddities
  readonly assumptions: Assumptions
  readonly effects: SpilloverEffects
  /** Accounts that the table does not state for every industry. */
  readonly accountsLeftOut: readonly string[]
  /** Whether these are the ventures and jobs that the graph states. */
  readonly asStated: boolean
  /** Whether there is work that ends, which is in no total. */
  readonly hasWorkThatEnds: boolean
}

/** A table is old at the first year of new jobs when it describes a year more than this many before. */
const YEARS_UNTIL_OLD = 5

/**
 * What the region's sources say of such models, then what this calculation shows.
 * @param words the region's own.
 */
export function spilloverWarnings(answer: WarnedAnswer, words: SpilloverPart['warnings']): SpilloverWarning[] {
  const { assumptions, effects, asStated, hasWorkThatEnds } = answer
  const withoutJobs = withoutEmployed(answer.table)
  const withOutput = answer.table.industries.filter(({ output }) => output > 0)
  // What is said of jobs is said where there are some, and that there are none is said once.
  const areJobsKnown = withoutJobs.length === 0
  const accountsLeftOut = answer.accountsLeftOut.filter((name) => areJobsKnown || name !== 'employed')
  return [
    ...(effects.byShock.length > 0 ? [] : [hasWorkThatEnds ? workEnds : noNewJobs]),
    ...whereAny(withoutJobs, jobsUnknown(withoutJobs.length === withOutput.length)),
    warning('MODEL_OVERESTIMATES', words.overestimates),
    ...(assumptions.closure === 'TYPE_II'
      ? [warning('CONSUMPTION_OVERESTIMATED', words.consumptionOverestimated)]
      : []),
    ...whereAny(codesOf(effects.negativeDemand), negativeFinalDemand),
    ...whereAny(largerThanIndustry(answer), ventureLarger),
    ...whereAny(withoutOutput(answer.table), industryWithoutOutput),
    ...whereAny(ofUnknownScope(answer), scopeUnknown),
    ...(areJobsKnown ? headsCounted(answer.table, words.headsCounted) : []),
    ...tableOld(answer),
    ...tableOdd(answer.odd),
    ...whereAny(accountsLeftOut, accountLeftOut),
    ...(asStated || !areJobsKnown ? [] : [warning('OTHER_VENTURES_THAN_COMPARED', words.otherVentures)]),
  ]
}

const noNewJobs: SpilloverWarning = {
  code: 'NO_NEW_JOBS',
  textSv: 'Satsningarna har inga nya jobb under de år som frågan gäller, så det finns inget att räkna på.',
  textEn: 'The ventures have no new jobs in the years that the question is about, so there is nothing to calculate.',
}

const workEnds: SpilloverWarning = {
  code: 'NO_NEW_JOBS',
  textSv:
    'Frågan gäller bara arbete som tar slut, så det finns inga nya jobb att räkna i summan; vad arbetet ger i årsarbeten står för sig.',
  textEn:
    'The question is only about work that ends, so that there are no new jobs for the total; the job-years that the work gives stand by themselves.',
}

const jobsUnknown =
  (ofAll: boolean) =>
  (codes: string): SpilloverWarning => ({
    code: 'JOBS_UNKNOWN',
    textSv: `Tabellen anger inte hur många som är sysselsatta i ${ofAll ? 'någon näringsgren' : codes}, så jobb kan inte räknas: summan saknas och alla uppdelningar av jobb är tomma. Vad som sätts i gång i tabellens övriga konton går att räkna, eller så kan en tabell som anger sysselsatta väljas.`,
    textEn: `The table does not state how many are employed in ${ofAll ? 'any industry' : codes}, so jobs cannot be told: there is no total, and every cut of jobs is empty. Its measures, which are the table's other accounts, can be told, or a table be chosen that states employed.`,
  })

const warning = (code: SpilloverWarningCode, { Sv, En }: InBoth): SpilloverWarning => ({
  code,
  textSv: Sv,
  textEn: En,
})

const negativeFinalDemand = (codes: string): SpilloverWarning => ({
  code: 'NEGATIVE_FINAL_DEMAND',
  textSv: `De andra satsningarna köper mer av ${codes} än vad satsningen där tillverkar: slutlig efterfrågan är negativ, och så även dess effekter.`,
  textEn: `The other ventures buy more of ${codes} than the venture there makes: final demand is negative, and so are its effects.`,
})

const ventureLarger = (names: string): SpilloverWarning => ({
  code: 'VENTURE_LARGER_THAN_INDUSTRY',
  textSv: `Större än hela sin bransch i tabellen, så att branschens genomsnitt säger lite: ${names}.`,
  textEn: `Larger than its whole industry in the table, so that the industry's average says little: ${names}.`,
})

const industryWithoutOutput = (codes: string): SpilloverWarning => ({
  code: 'INDUSTRY_WITHOUT_OUTPUT',
  textSv: `Utan produktion i tabellen, och därför inte med: ${codes}.`,
  textEn: `Without output in the table, and so taking no part: ${codes}.`,
})

const scopeUnknown = (codes: string): SpilloverWarning => ({
  code: 'SCOPE_UNKNOWN',
  textSv: `Tabellen säger inte om dessa branscher är lokala eller nationella, och de räknas som lokala: ${codes}.`,
  textEn: `The table does not say whether these industries are local or national, and they count as local: ${codes}.`,
})

const accountLeftOut = (names: string): SpilloverWarning => ({
  code: 'ACCOUNT_LEFT_OUT',
  textSv: `Inte uppgivet för alla branscher, och därför inte bland måtten: ${names}.`,
  textEn: `Not stated for every industry, and so not among the measures: ${names}.`,
})

function headsCounted({ employmentUnit }: InputOutputTable, words: InBoth): SpilloverWarning[] {
  if (employmentUnit.toUpperCase() === 'FTE') return []
  const said = (text: string) => text.replaceAll('{unit}', employmentUnit)
  return [warning('HEADS_AND_FULL_TIME_EQUIVALENTS', { Sv: said(words.Sv), En: said(words.En) })]
}

function tableOld({ table, effects }: WarnedAnswer): SpilloverWarning[] {
  const first = effects.byShock.reduce((least, { shock }) => Math.min(least, shock.year), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first) || first - table.year <= YEARS_UNTIL_OLD) return []
  return [
    {
      code: 'TABLE_OLD',
      textSv: `Tabellen beskriver ${table.year} och de första jobben kommer ${first}: mer än ${YEARS_UNTIL_OLD} år senare.`,
      textEn: `The table describes ${table.year} and the first jobs come in ${first}: more than ${YEARS_UNTIL_OLD} years later.`,
    },
  ]
}

function tableOdd(odd: Oddities): SpilloverWarning[] {
  if (odd.En.length === 0) return []
  const listed = (said: readonly string[]) =>
    [...said.slice(0, LISTED), ...(said.length > LISTED ? ['…'] : [])].join('; ')
  return [
    {
      code: 'TABLE_ODD',
      textSv: `Tabellen togs emot, men i den står sådant som är ovanligt: ${listed(odd.Sv)}.`,
      textEn: `The table was taken, but there is something odd in it: ${listed(odd.En)}.`,
    },
  ]
}

/** Ventures whose output, over all years, is more than all of their industry's in the table. */
function largerThanIndustry({ effects }: WarnedAnswer): string[] {
  const { industries, byShock } = effects
  const outputs = new Map<string, { position: number; output: number }>()
  for (const { shock, direct } of byShock) {
    const name = shock.establishment ?? shock.industry
    const { output = 0 } = outputs.get(name) ?? {}
    outputs.set(name, { position: direct.position, output: output + direct.output })
  }
  return [...outputs]
    .filter(([, { position, output }]) => output > (industries[position]?.output ?? 0))
    .map(([name]) => name)
}

const withoutOutput = ({ industries }: InputOutputTable) => codesOf(industries.filter(({ output }) => output === 0))

function ofUnknownScope({ table, assumptions }: WarnedAnswer): string[] {
  if (assumptions.regionalisation !== null) return []
  const national = new Set(assumptions.retention.nationalIndustries ?? [])
  return codesOf(table.industries.filter(({ code, scope }) => scope === null && !national.has(code)))
}

const codesOf = (industries: readonly { readonly code: string }[]): string[] => industries.map(({ code }) => code)

const LISTED = 10

/** A warning that names things, where there are any; long lists are cut. */
function whereAny(names: readonly string[], saying: (listed: string) => SpilloverWarning): SpilloverWarning[] {
  if (names.length === 0) return []
  const more = names.length > LISTED ? `, … (${names.length})` : ''
  return [saying(names.slice(0, LISTED).join(', ') + more)]
}
