import type { Edition } from '../../edition/edition.js'
import type { AskedRegionalisation } from '../../edition/spillover-part.js'
import type { Language } from '../../language/language.js'
import { figure, type Sentence, sentence } from '../../language/wording.js'
import { totalEffects } from '../model/cube.js'
import { spilloverOf } from './answers.js'
import { filledRegionalisation, regionalised } from './asked-regionalisation.js'
import { differencesFromUsual } from './differences-from-usual.js'
import type { SpilloverAnswer } from './question.js'

/** What location quotients give in the place of the retention rule, in words too. */
export interface RegionalAnswer extends Sentence {
  /** Indirect and induced jobs. */
  readonly spillover: number
  /** The least and the most that the region's other settings of them give. */
  readonly low: number
  readonly high: number
}

/**
 * What the region's location quotients give of a question that takes the nation's table for the region's; null where it does
 * not, where nothing stays, where the region says nothing of them, and where its own employment is not the one that is known.
 */
export async function regionalAnswer(
  { spillover }: Edition,
  answer: SpilloverAnswer,
  signal?: AbortSignal,
): Promise<RegionalAnswer | null> {
  const { regional: said, delta } = spillover
  const { assumptions, regionalEmployment, shocks } = answer
  if (said === undefined || regionalEmployment === null || assumptions.regionalisation !== null) return null
  // Its words are of the region's own employment, and of jobs that stay.
  if (regionalEmployment.id !== spillover.employment || shocks.length === 0) return null
  const given = async (asked: AskedRegionalisation) =>
    spilloverOf(
      { ...answer, assumptions: regionalised(assumptions, filledRegionalisation(asked, delta, regionalEmployment)) },
      signal,
    )
  const shown = await given(said.shown)
  if (shown === null) return null
  const between = [shown]
  for (const each of said.between) between.push((await given(each)) ?? shown)
  const [low, high] = [Math.min(...between), Math.max(...between)]
  const words = differencesFromUsual(answer, spillover).length === 0 ? said.ofReport : said.ofOthers
  const jobs = { spillover: shown, low, high, all: totalEffects(answer.effects).spillover }
  return { spillover: shown, low, high, ...sentence((language) => withJobs(language, words[language], jobs)) }
}

/** Words with numbers of jobs in the place of their names, as one says them: to hundreds, small ones to tens. */
function withJobs(language: Language, words: string, jobs: Readonly<Record<string, number>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const exact = jobs[name] ?? Number.NaN
    const step = Math.abs(exact) >= 1_000 ? 100 : 10
    return figure(language, Math.round(exact / step) * step)
  })
}
