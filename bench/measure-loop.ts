import { join } from 'node:path'
import { writeTableFiles } from '#built/export/input-output-table.js'
import type { GraphSettings } from '#built/graph/open.js'
import { largeTable } from '../tests/spillover/large-table.js'
import { dataOf } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { type LoopQuestion, loopQuestions } from './loop-questions.js'
import { messageOf } from './message-of.js'
import { type LongestHold, type Norrgraph, startNorrgraph } from './norrgraph.js'
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

/** How long each question holds the event loop of a server of a checkout, on graphs of its own with so many firms. */
export async function measureLoop(folder: string, checkout: string, firms: number): Promise<LoopHolds[]> {
  const measured: LoopHolds[] = []
  for (const size of sizes) measured.push(...(await measuredBeside(size, folder, checkout, firms)))
  return measured
}

/** The questions that are asked of a graph with this table. */
async function measuredBeside(size: number | null, folder: string, checkout: string, firms: number) {
  const path = join(folder, `loop-${checkout.replace(/\W+/g, '-')}-${size ?? 'seed'}`)
  const graph: GraphSettings = { engine: 'embedded', path }
  await command(graph, ['demo', '--firms', String(size === null ? firms : 100), '--seed', '1'], checkout)
  if (size !== null) {
    const tableFiles = join(folder, `large-${size}`)
    await writeTableFiles(largeTable(size, 1), tableFiles)
    await command(graph, ['import', 'io-table', tableFiles], checkout)
  }
  return whileRunning(startNorrgraph(graph, { checkout, watched: true }), async (norrgraph) => {
    const client = httpClient(norrgraph.address)
    const measured: LoopHolds[] = []
    for (const question of loopQuestions(size)) measured.push(await asked(norrgraph, client, question))
    client.close()
    return measured
  })
}

async function asked(norrgraph: Norrgraph, client: HttpClient, { title, asked }: LoopQuestion): Promise<LoopHolds> {
  const holds: LongestHold[] = []
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await norrgraph.longestHold()
      const question = asked(turn)
      if ('path' in question) await client.get(question.path)
      else dataOf(await client.post('/graphql', JSON.stringify(question)))
      holds.push(await norrgraph.longestHold())
    }
  } catch (error) {
    return { title, holds: messageOf(error) }
  }
  return { title, holds }
}
