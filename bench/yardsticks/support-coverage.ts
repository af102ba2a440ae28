import { type CoverageQuestion, supportCoverage } from '#built/support/coverage/coverage-question.js'
import { question, type Yardstick } from './yardstick.js'

/** From how near each need is met in each place. */
export const coverage = (asked: CoverageQuestion): Yardstick =>
  question(async (knowledge) => (await supportCoverage(knowledge, asked)).cells)
