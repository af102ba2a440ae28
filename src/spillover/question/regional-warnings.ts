import type { Mining } from '../../edition/assumption-kinds.js'
import { figure, sentence } from '../../language/wording.js'
import type { AreaShocks } from '../model/areas.js'
import { employedByGroup } from '../model/location-quotients.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import type { InputOutputTable } from '../model/table.js'
import { preparedTable, type TableQuestion } from '../table/stored-table.js'
import type { SpilloverWarning } from './spillover-warnings.js'

/** From this quotient of a shocked industry on, what cross-industry quotients leave of its purchases says little. */
const EXTREME = 5

const LISTED = 10

/**
 * What a reader has to know where location quotients say what stays: what is still the nation's, where the employment they rest
 * on is coarser than the table or says nothing, and of which shocks the quotient is extreme.
 */
export function regionalWarnings(question: TableQuestion): SpilloverWarning[] {
  const { table, assumptions, regionalEmployment, shocks } = question
  const { regionalisation } = assumptions
  if (regionalisation === null || regionalEmployment === null) return []
  const areas = preparedTable(question).areasOf(shocks)
  return [
    { code: 'COEFFICIENTS_OF_NATION', ...coefficientsOfNation },
    ...withoutEmployment(table.table, regionalEmployment, areas),
    ...coarserGroups(table.table, regionalEmployment, regionalisation.mining, areas),
    ...extremeQuotients(table.table, areas),
  ]
}

const coefficientsOfNation = {
  textSv:
    'Jobb, löner och inköp per krona produktion är hela landets: kvoterna säger bara vad av inköpen som görs i regionen.',
  textEn:
    "Jobs, wages and purchases for each unit of output are the whole country's: quotients say only what of the purchases is made in the region.",
}

/** Industries that stand with others in one group, whose quotient all of them have. */
function coarserGroups(
  table: InputOutputTable,
  regionalEmployment: RegionalEmployment,
  mining: Mining,
  [first]: readonly AreaShocks[],
): SpilloverWarning[] {
  if (first === undefined) return []
  const { county } = first.area
  const { groups, groupOf } = employedByGroup(table, regionalEmployment, county === null ? null : [county], mining)
  const shared = groups.flatMap((code, group) => {
    const industries = table.industries.filter((_, i) => groupOf[i] === group).map((industry) => industry.code)
    return industries.length > 1 ? [`${code} (${listed(industries)})`] : []
  })
  if (shared.length === 0) return []
  const said = sentence((language) =>
    language === 'Sv'
      ? `Sysselsättningen är grövre än tabellen: gruppens kvot står för alla dess branscher i ${shared.join('; ')}.`
      : `Employment is coarser than the table: the group's quotient stands for all of its industries in ${shared.join('; ')}.`,
  )
  return [{ code: 'EMPLOYMENT_COARSER', ...said }]
}

function withoutEmployment(
  table: InputOutputTable,
  { title }: RegionalEmployment,
  areas: readonly AreaShocks[],
): SpilloverWarning[] {
  const positions = new Set(areas.flatMap(({ area }) => area.quotients?.withoutEmployment ?? []))
  if (positions.size === 0) return []
  const codes = listed(table.industries.filter((_, i) => positions.has(i)).map(({ code }) => code))
  return [
    {
      code: 'EMPLOYMENT_UNKNOWN',
      textSv: `${title} säger ingenting om vilka som arbetar i ${codes}, eller att ingen gör det i landet: kvoten räknas som 1.`,
      textEn: `${title} says nothing of who is employed in ${codes}, or that nobody in the nation is: their quotient is taken for 1.`,
    },
  ]
}

function extremeQuotients({ industries }: InputOutputTable, areas: readonly AreaShocks[]): SpilloverWarning[] {
  const extreme = new Map<string, number>()
  for (const { area, shocks } of areas) {
    for (const { industry } of shocks) {
      const slq = area.quotients?.slq[industries.findIndex(({ code }) => code === industry)] ?? 0
      if (slq > EXTREME) extreme.set(industry, Math.max(slq, extreme.get(industry) ?? 0))
    }
  }
  if (extreme.size === 0) return []
  const said = sentence((language) => {
    const rounded = (slq: number) => figure(language, Math.round(slq * 10) / 10)
    const named = listed([...extreme].map(([industry, slq]) => `${industry} (SLQ ${rounded(slq)})`))
    return language === 'Sv'
      ? `Mycket vanligare i regionen än i landet: ${named}. CILQ och FLQ delar det som branschen kan köpa i regionen med kvoten; AFLQ gör det mindre.`
      : `Far more common in the region than in the nation: ${named}. CILQ and FLQ divide what the industry can buy in the region by that quotient; AFLQ less so.`
  })
  return [{ code: 'EXTREME_QUOTIENT', ...said }]
}

function listed(names: readonly string[]): string {
  const more = names.length > LISTED ? `, … (${names.length})` : ''
  return names.slice(0, LISTED).join(', ') + more
}
