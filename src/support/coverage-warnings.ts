import type { JobsForSmes } from './jobs-at-stake.js'
import { and, listed, type Sentence } from './wording.js'

/** What a reader has to know beside its numbers. */
export interface Warning extends Sentence {
  readonly code: 'SME_SHARE_UNKNOWN' | 'INDUSTRIES_LEFT_OUT' | 'NO_FIRMS'
}

/** Warnings about the jobs at stake, and where the graph knows no SME in any of the places. */
export function coverageWarnings(jobs: JobsForSmes, cells: readonly { readonly firms: number }[]): Warning[] {
  return [
    ...unlessEmpty(jobs.sectionsOfUnknownShare).map(shareUnknown),
    ...unlessEmpty(jobs.industriesLeftOut).map(leftOut),
    ...(cells.length > 0 && cells.every(({ firms }) => firms === 0) ? [noFirms] : []),
  ]
}

function shareUnknown(sections: readonly string[]): Warning {
  return {
    code: 'SME_SHARE_UNKNOWN',
    textSv: `Hur stor del av jobben som finns i små och medelstora företag är inte känt för avdelning ${listed(sections, and.Sv)}: alla räknas med.`,
    textEn: `What share of the jobs lies in small and medium-sized firms is not known for sections ${listed(sections, and.En)}: all are counted.`,
  }
}

function leftOut(industries: readonly string[]): Warning {
  return {
    code: 'INDUSTRIES_LEFT_OUT',
    textSv: `Utan grupp eller avdelning i tabellen, och därför inte med: ${listed(industries, and.Sv)}.`,
    textEn: `Without a group or section in the table, and so left out: ${listed(industries, and.En)}.`,
  }
}

const noFirms: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner inga små eller medelstora företag på dessa platser.',
  textEn: 'The graph knows no small or medium-sized firms in these places.',
}

function unlessEmpty(names: readonly string[]): (readonly string[])[] {
  return names.length > 0 ? [names] : []
}
