import type { Warning } from '../../kernel/warning.js'
import type { InBoth, Language } from '../../language/language.js'
import { allOf, inOrder, type Named, quoted } from '../../language/wording.js'
import { Kept } from '../../reference/kept.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { runChanges } from '../../spillover/runs/run-changes.js'
import type { RunPart } from '../../spillover/runs/run-identity.js'
import type { JobsForSmes } from './jobs-at-stake-rule.js'

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
    textSv: `Hur stor del av jobben som finns i små och medelstora företag är inte känt för avdelning ${allOf('Sv', sections)}: alla räknas med.`,
    textEn: `What share of the jobs lies in small and medium-sized firms is not known for sections ${allOf('En', sections)}: all are counted.`,
  }
}

function leftOut(industries: readonly string[]): Warning {
  return {
    code: 'INDUSTRIES_LEFT_OUT',
    textSv: `Utan grupp eller avdelning i tabellen, och därför inte med: ${allOf('Sv', industries)}.`,
    textEn: `Without a group or section in the table, and so left out: ${allOf('En', industries)}.`,
  }
}

const noFirms: Warning = {
  code: 'NO_FIRMS',
  textSv: 'Grafen känner inga små eller medelstora företag på dessa platser.',
  textEn: 'The graph knows no small or medium-sized firms in these places.',
}

/** Says that added initiatives reach nobody, since no actor that is left offers them. */
export function nobodyOffers(initiatives: readonly Named[]): Warning {
  const names = (language: Language) =>
    allOf(
      language,
      inOrder(language, initiatives).map((initiative) => quoted(language, initiative)),
    )
  return {
    code: 'NOBODY_OFFERS',
    textSv: `Ingen aktör erbjuder ${names('Sv')}, och det som ingen erbjuder når ingen.`,
    textEn: `No actor offers ${names('En')}, and what nobody offers reaches nobody.`,
  }
}

const changed: Readonly<Record<RunPart, InBoth>> = {
  TABLE: { Sv: 'tabellen', En: 'the table' },
  VENTURES: { Sv: 'satsningarna', En: 'the ventures' },
  RESIDENCE: { Sv: 'var de som arbetar i ett län bor', En: 'where those who work in a county live' },
  EMPLOYMENT: { Sv: 'var man arbetar', En: 'where people work' },
  RULES: { Sv: 'programmets beräkningsregler', En: "the program's rules of calculation" },
}

const changesSinceRun = new Kept('changes since a run', runChanges)

/** Where the run's question would be calculated from something else today, what has changed. */
export async function staleRunWarnings({ reference }: KeptKnowledge, run: string): Promise<Warning[]> {
  const changes = await reference.of(changesSinceRun, run)
  if (changes.length === 0) return []
  const parts = (language: Language) =>
    allOf(
      language,
      changes.map((part) => changed[part][language]),
    )
  return [
    {
      code: 'RUN_STALE',
      textSv: `Jobben kommer från en sparad körning, och sedan den beräknades har detta ändrats: ${parts('Sv')}.`,
      textEn: `The jobs are those of a stored run, and this has changed since it was calculated: ${parts('En')}.`,
    },
  ]
}

function unlessEmpty(names: readonly string[]): (readonly string[])[] {
  return names.length > 0 ? [names] : []
}
