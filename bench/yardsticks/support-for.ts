import { type SupportForQuestion, supportFor } from '#built/support/matching/support-question.js'
import { question, type Yardstick } from './yardstick.js'

/** Who helps an SME: the first page of the matches. */
export const supportMatches = (asked: SupportForQuestion, first: number): Yardstick =>
  question(async (knowledge) => {
    const { matches, unmet } = await supportFor(knowledge, asked)
    return { totalCount: matches.length, matches: matches.slice(0, first), unmet }
  })
