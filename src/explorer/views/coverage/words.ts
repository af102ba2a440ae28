import type { ExplorerCoverageQuery } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { atBeginning, inSentence } from '../../parts/in-sentence.js'
import { type Effect, effectOf, findingOf, type Moved, rowsOf } from './finding.js'
import { isMissing } from './level.js'

/** What the page says it found, on it and in the frame of its pictures. */
export interface CoverageWords {
  /** What was found, or what is tried and what it comes to. */
  readonly title: string
  readonly shows: string
  readonly assumes: string
  /** How jobs are laid on municipalities. */
  readonly allocation: string
  /** What is tried comes to, in a sentence; null where nothing is. */
  readonly result: string | null
}

/**
 * Null until there is something to say.
 * @param subject what is tried, in words; null until it has its words.
 */
export function useWords(
  data: ExplorerCoverageQuery | null,
  isTried: boolean,
  subject: string | null,
): CoverageWords | null {
  const texts = useTexts(coverageTexts)
  const changes = useTexts(coverageChangeTexts)
  const format = useFormat()
  if (data === null || data.supportCoverage.cells.length === 0 || (isTried && subject === null)) return null
  const { allocation, cells } = data.supportCoverage
  const said = { allocation, assumes: texts.assumes(inSentence(allocation)) }
  const found = findingOf(rowsOf(cells))
  const lacking = { missing: format.count(found.missing), cells: format.count(found.cells) }
  const conditional = found.conditional > 0 ? texts.conditional(format.count(found.conditional)) : ''
  if (!isTried || !data.before) {
    const title = texts.finding({ ...lacking, jobs: format.count(found.jobs) })
    const nowhere = needsOfNobody(cells)
    const everywhere = nowhere.length > 0 ? texts.nowhere(format.list(nowhere)) : ''
    return { ...said, title, shows: [everywhere, conditional].filter(Boolean).join(' '), result: null }
  }
  const today = findingOf(rowsOf(data.before.cells))
  const effect = effectOf(data.before.cells, cells)
  const after = changes.after({
    ...{ after: lacking.missing, cells: lacking.cells, before: format.count(today.missing) },
    ...{ jobsAfter: format.count(found.jobs), jobsBefore: format.count(today.jobs) },
  })
  const { told, more } = comesTo(effect, changes, format)
  const result = `${subject}: ${told.length > 0 ? told.join('; ') : changes.noneMoved}`
  return { ...said, title: result, shows: [...more.map((each) => `${atBeginning(each)}.`), after].join(' '), result }
}

/** The needs that nobody helps with in any municipality, by name: where there are some, all municipalities' jobs are behind the gaps. */
function needsOfNobody(cells: ExplorerCoverageQuery['supportCoverage']['cells']): string[] {
  const met = new Set(cells.filter((cell) => !isMissing(cell)).map(({ need }) => need.id))
  const names = new Map(cells.filter(({ need }) => !met.has(need.id)).map(({ need }) => [need.id, need.name]))
  return [...names.values()].map(inSentence)
}

type Changes = (typeof coverageChangeTexts)['sv']

const soMany = ({ cells, jobs }: Moved, { count }: Format) => ({ cells: count(cells), jobs: count(jobs) })

/** What a change comes to: gaps that are filled or opened, or without any what else moves first; and the rest. */
function comesTo(
  effect: Effect,
  changes: Changes,
  format: Format,
): { readonly told: string[]; readonly more: string[] } {
  const say = (kind: Exclude<keyof Effect, 'moves'>) =>
    effect[kind].cells > 0 ? [changes[kind](soMany(effect[kind], format))] : []
  const gaps = [...say('filled'), ...say('lost')]
  const others = (['opened', 'narrowed', 'nearer', 'further'] as const).flatMap(say)
  return gaps.length > 0 ? { told: gaps, more: others } : { told: others.slice(0, 1), more: others.slice(1) }
}
