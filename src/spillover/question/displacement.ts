import type { Warning } from '../../kernel/warning.js'
import type { Language } from '../../language/language.js'
import { allOf, figure, percent, type Sentence, sentence } from '../../language/wording.js'
import type { Displacement } from '../model/assumptions.js'
import {
  type CountyNet,
  countedInFull,
  type DisplacementCell,
  displacementCells,
  type EmployedInSmes,
  type GroupNet,
  type NetJobs,
  netOf,
} from '../model/displacement.js'
import { groupsOfIndustries } from '../model/location-quotients.js'
import { hasJobs } from './known-jobs.js'
import type { SpilloverAnswer } from './question.js'

/** What is left where ventures hire from the region's firms, in words too. */
export interface AnsweredDisplacement extends Displacement, NetJobs, Sentence {
  /** By county, and there by group. */
  readonly cells: readonly DisplacementCell[]
  /** Sections of which no share in small and medium-sized firms is stated: all of their employed count. */
  readonly countedInFull: readonly string[]
  readonly warnings: readonly Warning[]
}

/** What is left in a county and group. */
export interface NetCell extends CountyNet, GroupNet {}

/** What is left of an answer where its ventures hire from the region's firms; null where they do not. */
export function displacementOf(answer: SpilloverAnswer): AnsweredDisplacement | null {
  const { displacement } = answer.assumptions
  return displacement === null || !hasJobs(answer)
    ? null
    : withWords(displacement, cellsOf(answer, displacement), countedInFullOf(answer))
}

/** What is displaced in an answer, by county and group. */
export const cellsOf = (answer: SpilloverAnswer, displacement: Displacement): DisplacementCell[] =>
  displacementCells(answer.effects, displacement, employedInSmes(answer))

/** Sections whose part in what is lost rests on no stated share; none where nothing tells groups apart. */
export function countedInFullOf(answer: SpilloverAnswer): readonly string[] {
  const known = employedInSmes(answer)
  return known === null ? [] : countedInFull(answer.table.table.industries, known)
}

const employedInSmes = ({
  table: { table },
  regionalEmployment: employment,
  smeShares,
}: SpilloverAnswer): EmployedInSmes | null =>
  employment === null ? null : { employment, groupOf: groupsOfIndustries(table, employment), smeShares }

/** Cells added up, and said. */
export function withWords(
  displacement: Displacement,
  cells: readonly DisplacementCell[],
  inFull: readonly string[],
): AnsweredDisplacement {
  const net = netOf(cells)
  const unknown = inFull.length === 0 ? null : sentence((language) => unknownShares[language](allOf(language, inFull)))
  return {
    ...displacement,
    ...net,
    cells,
    countedInFull: inFull,
    warnings: unknown === null ? [] : [{ code: 'SME_SHARE_UNKNOWN', ...unknown }],
    ...sentence((language) =>
      [
        said[language](displacement, inWords(language, net)),
        ...(unknown === null ? [] : [unknown[`text${language}`]]),
      ].join(' '),
    ),
  }
}

const unknownShares = {
  Sv: (sections: string) =>
    `Hur stor del som arbetar i små och medelstora företag är inte känt för avdelning ${sections}: alla räknas med, och fördelningen på grupper vilar på det.`,
  En: (sections: string) =>
    `What share works in small and medium-sized firms is not known for sections ${sections}: all are counted, and the split by group rests on that.`,
}

const inWords = (language: Language, jobs: NetJobs) => {
  const whole = (value: number) => figure(language, Math.round(value))
  const { direct, taken, lost, netDirect, spillover, net } = jobs
  return {
    ...{ direct: whole(direct), taken: whole(taken), lost: whole(lost), netDirect: whole(netDirect) },
    ...{ spillover: whole(spillover), net: whole(net) },
  }
}

const said = {
  Sv: ({ fromRegionalSmes: s, refilled: r }: Displacement, jobs: ReturnType<typeof inWords>) =>
    `Om ${percent('Sv', s)} av dem som anställs kommer från regionens små och medelstora företag, och ${percent('Sv', r)} av platserna där besätts igen, blir ${jobs.taken} platser där lediga och ${jobs.lost} av dem går förlorade. Av ${jobs.direct} direkta jobb återstår ${jobs.netDirect}, och med spridningens ${jobs.spillover} är det ${jobs.net}. Vad de förlorade jobben i sin tur gav är inte frånräknat. Båda andelarna är frågans antaganden.`,
  En: ({ fromRegionalSmes: s, refilled: r }: Displacement, jobs: ReturnType<typeof inWords>) =>
    `If ${percent('En', s)} of those hired come from the region’s small and medium-sized firms, and ${percent('En', r)} of the places there are filled again, ${jobs.taken} places there come free and ${jobs.lost} of them are lost. Of ${jobs.direct} direct jobs ${jobs.netDirect} are left, and with the spillover of ${jobs.spillover} that makes ${jobs.net}. What the lost jobs set off themselves is not taken off. Both shares are assumptions of the question.`,
}
