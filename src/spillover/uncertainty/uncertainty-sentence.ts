import type { Language } from '../../language/language.js'
import { allOf, figure, type Sentence, sentence } from '../../language/wording.js'
import type { DrawnInterval } from './uncertainty.js'

/** What is drawn, as it is told to who reads of it. */
const drawnWords: Readonly<Record<string, Record<Language, string>>> = {
  incomeTax: { Sv: 'skatten på lön', En: 'tax on wages' },
  'retention.share': { Sv: 'hur mycket som stannar i regionen', En: 'how much stays in the region' },
  'regionalisation.delta': {
    Sv: 'hur mycket av inköpen som regionen själv kan leverera (δ)',
    En: 'how much of what is bought the region itself can supply (δ)',
  },
  coefficients: { Sv: 'vad som köps för varje krona', En: 'what is bought for each unit of money' },
  employment: { Sv: 'hur många jobb produktionen kräver', En: 'how many jobs output takes' },
}

const notDrawn: Record<Language, readonly string[]> = {
  Sv: [
    'om satsningarna blir av',
    'valet av metod',
    'tabellens år',
    'hur jobben räknas in i modellen',
    'priser',
    'om kapaciteten räcker till',
    'att genomsnitt är större än vad ytterligare ett jobb för med sig',
  ],
  En: [
    'whether the ventures come about',
    'the choice of method',
    'the year of the table',
    'how jobs enter the model',
    'prices',
    'whether capacity suffices',
    'that averages are larger than what one job more brings about',
  ],
}

/** Between which values the spillover lies, with what is in that and what is not. */
export const uncertaintySentence = (drawn: DrawnInterval): Sentence =>
  sentence((language) => [between(language, drawn), within(language, drawn), beyond(language)].join(' '))

function between(language: Language, { draws, rejected, total }: DrawnInterval): string {
  const count = (value: number) => figure(language, Math.round(value))
  const [low, median, high] = [count(total.p5), count(total.median), count(total.p95)]
  const leftOut = rejected === 0 ? '' : leftOutWords[language](count(rejected))
  return language === 'Sv'
    ? `I 90 fall av 100 ligger spridningen mellan ${low} och ${high} jobb, med ${median} i mitten (${count(draws)} slumpmässiga dragningar${leftOut}).`
    : `In 90 cases of 100 the spillover lies between ${low} and ${high} jobs, with ${median} in the middle (${count(draws)} random draws${leftOut}).`
}

const leftOutWords: Record<Language, (rejected: string) => string> = {
  Sv: (rejected) => `, varav ${rejected} lämnas utanför eftersom deras rundor inte har något slut`,
  En: (rejected) => `, of which ${rejected} are left out since their rounds have no end`,
}

function within(language: Language, { parameters, correlation }: DrawnInterval): string {
  const parts = parameters.flatMap(({ name }) => drawnWords[name]?.[language] ?? [])
  if (parts.length === 0) return language === 'Sv' ? 'Inget osäkert ingår.' : 'Nothing uncertain is in it.'
  const named = allOf(language, parts)
  const together = parameters.some(({ name }) => name === 'coefficients') ? togetherWords(language, correlation) : ''
  return language === 'Sv'
    ? `I det ingår osäkerheten om ${named}${together}.`
    : `It covers what is uncertain about ${named}${together}.`
}

/** How far errors go together. */
function togetherWords(language: Language, correlation: number): string {
  const value = figure(language, correlation)
  if (language === 'Sv') {
    if (correlation === 0) return '; felen i inköpen antas oberoende av varandra, vilket gör intervallet för smalt'
    return `; felen i inköpen antas följas åt (korrelation ${value})`
  }
  if (correlation === 0) return '; errors of purchases are taken to be independent, which makes it too narrow'
  return `; errors of purchases are taken to go together (correlation ${value})`
}

const beyond = (language: Language): string =>
  language === 'Sv'
    ? `I det ingår inte ${allOf(language, notDrawn[language])}.`
    : `It leaves out ${allOf(language, notDrawn[language])}.`
