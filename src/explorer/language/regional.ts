import type { Regionalisation } from '../generated/graphql.js'
import { bilingual, type Format } from './language.js'

/** Words of what of a nation's table is the region's. */
export const regionalTexts = bilingual(
  {
    method: 'Vad som köps i regionen',
    methods: {
      RETENTION: 'en fast andel stannar',
      SLQ: 'lokaliseringskvoter, SLQ',
      CILQ: 'kvoter bransch mot bransch, CILQ',
      FLQ: 'kvoter efter storlek, FLQ',
      AFLQ: 'kvoter efter storlek, AFLQ',
    },
    methodHints: {
      RETENTION: 'Räknar landets tabell som regionens; av nationella branscher stannar en andel.',
      SLQ: 'En bransch som är vanligare här än i landet räcker till alla köp; lämnar mer i regionen än FLQ.',
      CILQ: 'Jämför säljarens bransch med köparens; lämnar mer i regionen än FLQ.',
      FLQ: 'Som CILQ, men en liten region köper mer utifrån. Den som visas bredvid andelen; välj den om du bara väljer en.',
      AFLQ: 'Som FLQ, men branscher som är vanliga här köper mer av varandra. Att föredra när gruvor räknas för sig.',
    },
    delta: 'δ (högre: mindre köps i regionen)',
    householdDelta: 'δ för hushållens köp',
    area: 'Som en ekonomi räknas',
    areas: { TOGETHER: 'länen tillsammans', EACH: 'varje län för sig, utan köp mellan länen' },
    mining: 'Gruvor räknas',
    minings: { MERGED: 'med tillverkning, som i statistiken', APART: 'för sig' },
    employment: 'Sysselsatta enligt',
    usualEmployment: 'de som hör till tabellen, annars regionens egna',
    restsOn: 'Kvoterna vilar på',
    employedIn: (publisher: string, edition: string, year: string) => `${publisher}, ${edition}, ${year}`,
    householdsBuy: (delta: string) => `hushållens δ ${delta}`,
    short: { EACH: 'varje län för sig', APART: 'gruvor för sig' },
    fromSmes: 'Andel som anställs från regionens små och medelstora företag',
    refilled: 'Andel av de platser som då blir lediga som tillsätts igen',
  },
  {
    method: 'What is bought in the region',
    methods: {
      RETENTION: 'a fixed share stays',
      SLQ: 'location quotients, SLQ',
      CILQ: 'quotients, industry by industry, CILQ',
      FLQ: 'quotients by size, FLQ',
      AFLQ: 'quotients by size, AFLQ',
    },
    methodHints: {
      RETENTION: 'Takes the nation’s table for the region’s; of national industries a share stays.',
      SLQ: 'An industry that is more common here than in the nation covers all purchases; leaves more in the region than FLQ.',
      CILQ: 'Holds the seller’s industry against the buyer’s; leaves more in the region than FLQ.',
      FLQ: 'As CILQ, but a small region buys more from outside. The one shown beside the share; choose it if you choose one.',
      AFLQ: 'As FLQ, but industries that are common here buy more of one another. Preferable where mining is counted apart.',
    },
    delta: 'δ (higher: less is bought in the region)',
    householdDelta: 'δ of what households buy',
    area: 'One economy is',
    areas: { TOGETHER: 'the counties together', EACH: 'each county by itself, without sales between them' },
    mining: 'Mining is counted',
    minings: { MERGED: 'with manufacturing, as in the statistics', APART: 'apart' },
    employment: 'Employed by',
    usualEmployment: 'those that go with the table, else the region’s own',
    restsOn: 'The quotients rest on',
    employedIn: (publisher: string, edition: string, year: string) => `${publisher}, ${edition}, ${year}`,
    householdsBuy: (delta: string) => `households’ δ ${delta}`,
    short: { EACH: 'each county by itself', APART: 'mining apart' },
    fromSmes: 'Share hired from the region’s small and medium-sized firms',
    refilled: 'Share of the places that come free there which are filled again',
  },
)

/** Decimals of a δ: as many as halves of hundredths have. */
const deltaInWords = (delta: number, format: Format): string =>
  format.number(delta, Number.isInteger(Math.round(delta * 1e6) / 1e4) ? 2 : 3)

/**
 * What the API says of an alternative, such as `FLQ 0.25 households 0 EACH APART`, in words: `FLQ, δ 0.25, mining apart`.
 * @param texts in the reader's language.
 */
export function regionalisationInWords(value: string, texts: (typeof regionalTexts)['sv'], format: Format): string {
  const names: Readonly<Record<string, string>> = { RETENTION: texts.methods.RETENTION, ...texts.short }
  const words = value.split(' ')
  return words
    .flatMap((word, place) => {
      if (word === 'households') return texts.householdsBuy(deltaInWords(Number(words[place + 1]), format))
      if (words[place - 1] === 'households') return []
      return Number.isNaN(Number(word)) ? (names[word] ?? word) : `δ ${deltaInWords(Number(word), format)}`
    })
    .join(', ')
}

type Setting = Pick<Regionalisation, 'method' | 'delta' | 'householdDelta' | 'area' | 'mining'>

/** A setting in the same words. */
export function settingInWords(
  { method, delta, householdDelta, area, mining }: Setting,
  texts: (typeof regionalTexts)['sv'],
  format: Format,
): string {
  const words = [
    method,
    ...(delta === null || delta === 0 ? [] : [delta]),
    ...(householdDelta === null || householdDelta === (delta ?? 0) / 2 ? [] : ['households', householdDelta]),
    ...(area === 'EACH' ? [area] : []),
    ...(mining === 'APART' ? [mining] : []),
  ]
  return regionalisationInWords(words.join(' '), texts, format)
}
