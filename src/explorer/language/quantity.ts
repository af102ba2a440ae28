import { bilingual, type Format, useFormat, useTexts } from './language.js'

/** Units of claims as the graph has them, in words; a unit that an import brings stays as it is. */
const units = bilingual<Readonly<Record<string, string>>>(
  {
    'SEK billion': 'miljarder kronor',
    'SEK million': 'miljoner kronor',
    'EUR million': 'miljoner euro',
    areas: 'områden',
    contracts: 'avtal',
    employees: 'anställda',
    firms: 'företag',
    grade: 'i betyg',
    'full-time jobs': 'heltidsjobb',
    industries: 'näringsgrenar',
    inhabitants: 'invånare',
    jobs: 'jobb',
    months: 'månader',
    people: 'personer',
    'person-years': 'årsverken',
    projects: 'projekt',
    registered: 'inskrivna',
    requirements: 'krav',
    'share of employees': 'av de anställda',
    workplaces: 'arbetsställen',
    workshops: 'workshoppar',
  },
  { 'share of employees': 'of the employees' },
)

/** A number with its unit, as it reads in the reader's language. */
export function useQuantity(): (value: number, unit: string | null) => string {
  const format = useFormat()
  const names = useTexts(units)
  return (value, unit) => [numberOf(value, unit, format), wordOf(unit, names)].filter(Boolean).join(' ')
}

function numberOf(value: number, unit: string | null, format: Format): string {
  if (unit === 'year') return String(value)
  if (unit?.startsWith('share')) return format.percent(value, 1)
  return format.number(value, Number.isInteger(value) ? 0 : 2)
}

function wordOf(unit: string | null, names: Readonly<Record<string, string>>): string {
  if (unit === null || unit === 'year' || unit === 'share' || unit === 'question') return ''
  return names[unit] ?? unit
}
