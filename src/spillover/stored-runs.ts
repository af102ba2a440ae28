import type { Graph } from '../graph/graph.js'
import { writeElements } from '../graph/write-elements.js'
import { BadUserInputError } from '../input-errors.js'
import { forgetEffects, forgetRun, runById } from './queries.js'
import { type SpilloverInput, spillover } from './question.js'
import { REPORT_RUN, runElements, runIdentity } from './run.js'

const REPORT_NAME = 'Rapportens egen beräkning'
const LONGEST_NAME = 200

/**
 * Calculates and stores a run, and returns its id. The same question on the same table and ventures gives the run that is
 * there, under the name it has.
 * @throws what `spillover` throws; BadUserInputError for a name that is empty or too long.
 */
export async function storeSpillover(graph: Graph, input: SpilloverInput, name: string): Promise<string> {
  const title = name.trim()
  if (title === '' || title.length > LONGEST_NAME) {
    throw new BadUserInputError('name', `name must have from 1 to ${LONGEST_NAME} characters`)
  }
  const answer = await spillover(graph, input)
  const identity = runIdentity(answer)
  const [report] = await graph.read(runById, { run: REPORT_RUN })
  if (report?.identity === identity) return REPORT_RUN
  const run = `run:${identity}`
  await graph.transaction(async (transaction) => {
    const stored = await transaction.read(runById, { run })
    if (stored.length > 0) return
    await writeElements(transaction, runElements(run, title, answer, new Date().toISOString()))
  })
  return run
}

/** Brings `run:report` up to date: it is calculated anew where the table, the ventures or the rules have changed. */
export async function refreshReportRun(graph: Graph): Promise<void> {
  const answer = await spillover(graph, {})
  const elements = runElements(REPORT_RUN, REPORT_NAME, answer, new Date().toISOString())
  await graph.transaction(async (transaction) => {
    const [stored] = await transaction.read(runById, { run: REPORT_RUN })
    if (stored?.identity === runIdentity(answer)) return
    await transaction.write(forgetEffects, { run: REPORT_RUN })
    await transaction.write(forgetRun, { run: REPORT_RUN })
    await writeElements(transaction, elements)
  })
}
