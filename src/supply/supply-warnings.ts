import type { Warning } from '../kernel/warning.js'

export const noFirms: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner inget företag som skulle kunna leverera något av detta. Kanske har inga företag lästs in.',
  textEn: 'The graph knows no firm that could supply any of this. Perhaps no firms have been imported.',
}

export const noneAsFiltered: Warning = {
  code: 'NONE_AS_FILTERED',
  textSv: 'Inget företag som grafen känner uppfyller alla valda villkor.',
  textEn: 'No firm that the graph knows meets all of the chosen conditions.',
}

export const nothingBought: Warning = {
  code: 'NOTHING_BOUGHT',
  textSv: 'Ingen källa i grafen säger vad satsningen köper i denna fas.',
  textEn: 'No source in the graph says what the venture buys in this phase.',
}

/** Says that a search for groups ended before all were looked at. */
export function searchCut(reason: 'FIRMS' | 'STEPS', most: number): Warning {
  const { sv, en } = {
    FIRMS: {
      sv: `Av varje kategori prövades ${most} företag: de som passar bäst och de som är störst.`,
      en: `Of each category, ${most} firms were tried: those that fit best and those that are largest.`,
    },
    STEPS: {
      sv: `Sökningen avbröts efter ${most} steg: de minsta grupperna har prövats först.`,
      en: `The search ended after ${most} steps: the smallest groups were tried first.`,
    },
  }[reason]
  return {
    code: 'SEARCH_CUT',
    textSv: `Alla grupper är inte prövade. ${sv}`,
    textEn: `Not all groups were tried. ${en}`,
  }
}

/** Says that a buyer's known suppliers supply it on other days, and from when to when as far as that is known. */
export function suppliedOnOtherDays(
  asOf: string,
  { count, first, last }: { count: number; first: string | null; last: string | null },
): Warning {
  const span = (from: string, to: string) => [first && `${from} ${first}`, last && `${to} ${last}`].filter(Boolean)
  return {
    code: 'NOT_ON_DAY',
    textSv: `Ingen leverans som grafen känner gäller ${asOf}. På andra dagar finns det ${count} (${span('från', 'till').join(', ')}).`,
    textEn: `No supply that the graph knows holds on ${asOf}. There are ${count} on other days (${span('from', 'until').join(', ')}).`,
  }
}

export const noSuppliers: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner ingen leverantör. Kanske har inga leveranser lästs in.',
  textEn: 'The graph knows no supplier. Perhaps no supplies have been imported.',
}
