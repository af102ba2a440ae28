import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { writeTableFiles } from '#built/export/input-output-table.js'
import type { GraphSettings } from '#built/graph/open.js'
import { largeTable } from '../tests/spillover/large-table.js'
import { dataOf } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { type LoopQuestion, loopQuestions, storedRunQuestions } from './loop-questions.js'
import { messageOf } from './message-of.js'
import { type LongestHold, type Norrgraph, ownCheckout, startNorrgraph } from './norrgraph.js'
import { command } from './register-graphs.js'
import { whileRunning } from './served.js'

/** What was seen of one question: the longest hold of each time that it was asked; or why it was not answered. */
export interface LoopHolds {
  readonly title: string
  readonly holds: readonly LongestHold[] | string
}

const TURNS = 3

/** Industries of the table in a graph, beside the seed's; null for none. A large one makes every calculation cost more. */
const sizes = [null, 800, 1_500] as const

/** Of the tables that runs are stored on. */
const sizesOfRuns = [null, 1_500, 3_000] as const

/** How long each question holds the event loop of a server of a checkout, on graphs of its own with so many firms. */
export async function measureLoop(folder: string, checkout: string, firms: number): Promise<LoopHolds[]> {
  const measured: LoopHolds[] = []
  for (const size of sizes) {
    const beside = { size, folder: join(folder, `loop-${checkout.replace(/\W+/g, '-')}`), checkout }
    measured.push(...(await measuredBeside(beside, loopQuestions(size), size === null ? firms : 100)))
  }
  return measured
}

/** How long storing a run holds the event loop of a server that has just begun, by the size of its table. */
export async function measureStoredRuns(folder: string): Promise<LoopHolds[]> {
  const measured: LoopHolds[] = []
  for (const size of sizesOfRuns) {
    const beside = { size, folder: join(folder, 'stored-runs'), checkout: ownCheckout }
    measured.push(...(await measuredBeside(beside, storedRunQuestions(size), 100)))
  }
  return measured
}

interface Beside {
  readonly size: number | null
  /** Of the graphs. */
  readonly folder: string
  readonly checkout: string
}

/** The questions that are asked of a graph with a table of this size and so many firms. */
async function measuredBeside(
  { size, folder, checkout }: Beside,
  questions: readonly LoopQuestion[],
  firms: number,
): Promise<LoopHolds[]> {
  const path = `${folder}-${size ?? 'seed'}`
  const graph: GraphSettings = { engine: 'embedded', path }
  await command(graph, ['demo', '--firms', String(firms), '--seed', '1'], checkout)
  if (size !== null) {
    const tableFiles = `${path}-table`
    await writeTableFiles(largeTable(size, 1), tableFiles)
    await command(graph, ['import', 'io-table', tableFiles], checkout)
  }
  return whileRunning(startNorrgraph(graph, { checkout, watched: true }), async (norrgraph) => {
    const client = httpClient(norrgraph.address)
    const measured: LoopHolds[] = []
    for (const question of questions) measured.push(await asked(norrgraph, client, question))
    client.close()
    return measured
  })
}

const started = z.object({ started: z.object({ job: z.object({ id: z.string() }) }) })
const job = z.object({ calculationJob: z.object({ status: z.string(), message: z.string().nullable() }) })
const BETWEEN_LOOKS = 20

/** Waits until a calculation that was started is done. */
async function whileCalculated(client: HttpClient, answer: unknown): Promise<void> {
  const { id } = started.parse(answer).started.job
  const query = `{ calculationJob(id: "${id}") { status message } }`
  for (;;) {
    const { status, message } = job.parse(
      dataOf(await client.post('/graphql', JSON.stringify({ query }))),
    ).calculationJob
    if (status === 'DONE') return
    if (!['QUEUED', 'RUNNING'].includes(status)) throw new Error(message ?? status)
    await wait(BETWEEN_LOOKS)
  }
}

async function asked(
  norrgraph: Norrgraph,
  client: HttpClient,
  { title, asked, startsJob = false }: LoopQuestion,
): Promise<LoopHolds> {
  const holds: LongestHold[] = []
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await norrgraph.longestHold()
      const question = asked(turn)
      if ('path' in question) await client.get(question.path)
      else {
        const answer = dataOf(await client.post('/graphql', JSON.stringify(question)))
        if (startsJob) await whileCalculated(client, answer)
      }
      holds.push(await norrgraph.longestHold())
    }
  } catch (error) {
    return { title, holds: messageOf(error) }
  }
  return { title, holds }
}
