import type { GraphTransaction } from '../../graph/graph.js'
import { otherBy } from './blank-history.js'
import { blankedJson, blankedText, type Texts } from './blanked.js'
import { blankJobs, blankRefusals, jobsToBlank, lastJobNumber, refusalsToBlank } from './redact-queries.js'

const JOBS_A_PAGE = 100

/** Blanks texts in what is kept of lists that were brought in: what they are called, what was asked, what was refused. */
export async function blankJobsOf(transaction: GraphTransaction, texts: Texts): Promise<void> {
  if (texts.size === 0) return
  const [{ last } = { last: 0 }] = await transaction.read(lastJobNumber, {})
  for (let begin = 1; begin <= last; begin += JOBS_A_PAGE) {
    const kept = await transaction.read(jobsToBlank, { begin, end: begin + JOBS_A_PAGE - 1 })
    if (kept.length === 0) continue
    const rows = kept.flatMap(({ id, ...said }) => {
      const properties = otherBy(said, (text) => blankedText(text, texts))
      return properties ? [{ id, properties }] : []
    })
    if (rows.length > 0) await transaction.write(blankJobs, { rows })
    const parts = await transaction.read(refusalsToBlank, { jobs: kept.map(({ id }) => id) })
    const refused = parts.flatMap(({ id, text }) => {
      const properties = otherBy({ text }, (each) => blankedJson(each, texts))
      return properties ? [{ id, properties }] : []
    })
    if (refused.length > 0) await transaction.write(blankRefusals, { rows: refused })
  }
}
