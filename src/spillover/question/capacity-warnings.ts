import type { Warning } from '../../kernel/warning.js'
import type { Language } from '../../language/language.js'
import { allOf, percent, sentence } from '../../language/wording.js'
import type { CapacityRow } from '../model/capacity.js'
import type { RegionalEmployment } from '../model/regional-employment.js'

/** What a county is called. */
export interface CountyName {
  readonly id: string
  readonly nameSv: string
  readonly nameEn: string
}

/** What capacity is warned of. */
export interface WarnedCapacity {
  readonly employment: Pick<RegionalEmployment, 'title' | 'year'>
  readonly rows: readonly CapacityRow[]
  readonly bound: number
  /** Counties where jobs are needed of which the employment does not tell, by their ids. */
  readonly untold: readonly string[]
  /** Whether it is asked by county of employment that tells of the region as a whole alone. */
  readonly isWholeByCounty: boolean
  readonly names: readonly CountyName[]
}

/** What capacity is not, where it presses, and of what nothing is known. */
export const capacityWarnings = (warned: WarnedCapacity): Warning[] => [
  pressure(warned.employment),
  ...capacityExceeded(warned),
  ...employedUnknown(warned),
]

function pressure({ title, year }: WarnedCapacity['employment']): Warning {
  return {
    code: 'CAPACITY_IS_PRESSURE',
    textSv: `Jobben från alla år ställs mot dem som arbetade där ${year} (${title}): ett tryck, ingen prognos. Ingen räknas flytta in, byta yrke eller vara utan arbete.`,
    textEn: `The jobs of all years are held against those who worked there in ${year} (${title}): pressure, no forecast. Nobody is taken to move in, change trade or be out of work.`,
  }
}

const LISTED = 10

/** That more are needed than the bound says, where that is so, largest shares first. */
function capacityExceeded({
  employment,
  rows,
  bound,
  names,
}: Omit<WarnedCapacity, 'untold' | 'isWholeByCounty'>): Warning[] {
  const beyond = rows
    .filter(({ isBeyondBound }) => isBeyondBound)
    .toSorted((left, right) => (right.share ?? Number.POSITIVE_INFINITY) - (left.share ?? Number.POSITIVE_INFINITY))
  if (beyond.length === 0) return []
  const listed = (language: Language) => {
    const more = beyond.length > LISTED ? [`… (${beyond.length})`] : []
    return [...beyond.slice(0, LISTED).map((row) => placeOf(language, row, names)), ...more].join(', ')
  }
  const { year } = employment
  const { textSv, textEn } = sentence((language) =>
    language === 'Sv'
      ? `Fler behövs än ${percent('Sv', bound)} av dem som arbetade där ${year}: ${listed('Sv')}. Flera års jobb mot ett års sysselsatta: ett tryck, ingen prognos.`
      : `More are needed than ${percent('En', bound)} of those who worked there in ${year}: ${listed('En')}. Several years’ jobs against one year’s employed: pressure, no forecast.`,
  )
  return [{ code: 'CAPACITY_EXCEEDED', textSv, textEn }]
}

function placeOf(language: Language, { county, group, share }: CapacityRow, names: readonly CountyName[]): string {
  const place = county === null ? null : nameOf(language, county, names)
  const within = language === 'Sv' ? 'i' : 'in'
  const all = language === 'Sv' ? 'alla' : 'all'
  const named = group !== null && place !== null ? `${group} ${within} ${place}` : (group ?? place ?? all)
  return share === null ? named : `${named} (${percent(language, share)})`
}

function nameOf(language: Language, county: string, names: readonly CountyName[]): string {
  return names.find(({ id }) => id === county)?.[`name${language}`] ?? county
}

function employedUnknown({ employment, rows, untold, isWholeByCounty, names }: WarnedCapacity): Warning[] {
  const inNone =
    rows.some(({ group, employed }) => group === null && employed === null) && rows.some(({ group }) => group !== null)
  return [
    ...(isWholeByCounty ? [ofRegionAlone(employment)] : []),
    ...(untold.length === 0
      ? []
      : [
          {
            code: 'EMPLOYED_UNKNOWN',
            ...sentence((language) => {
              const counties = allOf(
                language,
                untold.map((county) => nameOf(language, county, names)),
              )
              return language === 'Sv'
                ? `Hur många som arbetar i ${counties} säger uppgifterna inte: det som behövs där står utan andel.`
                : `How many work in ${counties} the data do not tell: what is needed there has no share.`
            }),
          },
        ]),
    ...(inNone ? [industriesInNoGroup] : []),
  ]
}

const ofRegionAlone = ({ title }: WarnedCapacity['employment']): Warning => ({
  code: 'EMPLOYED_UNKNOWN',
  textSv: `${title} säger hur många som arbetar i regionen som helhet och inte i varje län: länen står utan andel. Fråga utan län.`,
  textEn: `${title} tells how many work in the region as a whole and not in each county: counties have no share. Ask without the county.`,
})

const industriesInNoGroup: Warning = {
  code: 'INDUSTRIES_IN_NO_GROUP',
  textSv: 'Några av tabellens branscher finns inte i någon av grupperna: det som behövs där står för sig, utan andel.',
  textEn:
    'Some industries of the table are in none of the groups: what is needed there stands by itself, without a share.',
}
