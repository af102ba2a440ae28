import type { Warning } from '../kernel/warning.js'

export const noFirms: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner inget företag som skulle kunna leverera något av detta. Kanske har inga företag lästs in.',
  textEn: 'The graph knows no firm that could supply any of this. Perhaps no firms have been imported.',
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

export const noSuppliers: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner ingen leverantör. Kanske har inga leveranser lästs in.',
  textEn: 'The graph knows no supplier. Perhaps no supplies have been imported.',
}
