import { requireCapability } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { Graph } from '../../graph/graph.js'
import { removeNodes } from '../../graph/remove-nodes.js'
import { writeElements } from '../../graph/write-elements.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { nextTurn } from '../../kernel/turns.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { requireEmployed } from '../model/households.js'
import { answerTo, askedQuestion, type FilledQuestion, standingQuestion } from '../question/question.js'
import type { SpilloverInput } from '../question/spillover-input.js'
import { calculateInTurns } from './calculate.js'
import { type CalculatedAnswer, type EffectElement, runElements, scenarioRun } from './run.js'
import { runIdentity } from './run-identity.js'
import { forgetEffects, runById, writeEffects } from './run-queries.js'
import { deleteRunInPieces, type WriteWatch, writeRunInPieces } from './write-run.js'

const LONGEST_NAME = 200

/** A run that was stored, or was there already; its id. */
export interface StoredRun {
  readonly run: string
}

/** How a run is calculated otherwise than within a request, and what looks on. */
export interface StoreWatch extends WriteWatch {
  readonly calculate?: (question: FilledQuestion) => Promise<CalculatedAnswer>
}

/**
 * What a run is called by what somebody says.
 * @throws BadUserInputError for a name that is empty, too long or may not enter.
 */
export function runName(name: string): string {
  const entering = enteringText(name)
  if ('fault' in entering) throw new BadUserInputError('name', `name ${textFaults[entering.fault]}`)
  const title = entering.text
  if (title !== '' && title.length <= LONGEST_NAME) return title
  throw new BadUserInputError('name', `name must have from 1 to ${LONGEST_NAME} characters`)
}

/**
 * Calculates and stores a run, and returns its id. The same question on the same table and ventures gives the run that is
 * there, under the name it has, and whoever stored it first may delete it.
 * @throws what `spillover` throws; BadUserInputError for a name that is empty, too long or may not enter, and for a table that
 * does not state employed, since a run is of jobs.
 */
export async function storeSpillover(
  knowledge: Knowledge<Graph>,
  input: SpilloverInput,
  name: string,
  viewer: Pick<Viewer, 'name' | 'hasAccount'>,
  { calculate = calculateInTurns, ...watch }: StoreWatch = {},
): Promise<string> {
  const { graph, edition } = knowledge
  const title = runName(name)
  const question = await askedQuestion(knowledge, input)
  requireEmployed(question.table.table, 'input.table')
  const identity = runIdentity(question)
  const standing = edition.spillover.run.id
  const [kept] = await graph.read(runById, { run: standing })
  const run = kept?.identity === identity ? standing : `run:${identity}`
  const calculation = { source: edition.spillover.source, computedAt: new Date().toISOString() }
  const elements = async () => runElements(run, title, input, await calculate(question), calculation)
  const isThere = run === standing || (await graph.read(runById, { run })).length > 0
  const isWritten =
    !isThere && (await writeRunInPieces(graph, run, await elements(), viewer.hasAccount ? viewer.name : null, watch))
  if (!isWritten && question.scenario !== null) {
    const relationships = [scenarioRun(question.scenario, run, calculation)]
    await graph.transaction((transaction) => writeElements(transaction, { nodes: [], relationships }))
  }
  return run
}

/** Brings the region's standing run up to date: calculated anew where the table, the ventures or the rules have changed. */
export async function refreshStandingRun({ graph, edition }: Knowledge<Graph>): Promise<void> {
  const { run, source } = edition.spillover
  const question = await standingQuestion({ graph, edition })
  const identity = runIdentity(question)
  const [stored] = await graph.read(runById, { run: run.id })
  if (stored?.identity === identity) return
  // Work that ends is in no region's own question.
  const answer = { ...answerTo({ ...question, scenario: run.scenario }), temporaryYears: [] }
  const calculation = { source, computedAt: new Date().toISOString() }
  const elements = runElements(run.id, run.name, {}, answer, calculation)
  const effects: EffectElement[] = []
  for (const piece of elements.effects()) {
    await nextTurn(undefined)
    effects.push(...piece.elements)
  }
  await graph.transaction(async (transaction) => {
    await transaction.write(forgetEffects, { run: run.id })
    await removeNodes(transaction, 'SpilloverRun', [run.id])
    // At once, so that what is meant where a question names no run is never missing.
    await writeElements(transaction, elements)
    await transaction.write(writeEffects, { rows: effects.map((effect) => ({ ...effect })) })
  })
}

/**
 * Takes a run and its relationships away.
 * @throws BadUserInputError for the region's standing run; NotFoundError for a run that is not there; ForbiddenError for one
 * that somebody else stored, unless an editor asks.
 */
export async function deleteSpilloverRun(
  { graph, edition }: Knowledge<Graph>,
  id: string,
  viewer: Viewer,
): Promise<string> {
  const run = idOfKind('run', id, 'id')
  if (run === edition.spillover.run.id) {
    throw new BadUserInputError('id', `${run} stays: it is the default everywhere.`)
  }
  const requireOwn = (account: string | null) => {
    if (account === null || account !== viewer.name) requireCapability(viewer, 'DELETE_RUNS')
  }
  if (!(await deleteRunInPieces(graph, run, requireOwn))) throw new NotFoundError(run)
  return run
}
