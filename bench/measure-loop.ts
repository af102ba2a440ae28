import { join } from 'node:path'
import { writeTableFiles } from '#built/export/input-output-table.js'
import type { GraphSettings } from '#built/graph/open.js'
import { largeTable } from '../tests/spillover/large-table.js'
import { dataOf } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { type LoopQuestion, loopQuestions } from './loop-questions.js'
import { messageOf } from './message-of.js'
import { type Norrgraph, startNorrgraph } from './norrgraph.js'
import { command } from './register-graphs.js'
import { whileRunning } from './served.js'

/** What was seen of one question: the longest delay of each time that it was asked, in ms; or why it was not answered. */
export interface LoopDelays {
  readonly title: string
  readonly delays: readonly number[] | string
}

const TURNS = 3
const SIZES = [1_500, 800]

/** How long each question holds the event loop of a server of a checkout, on a graph of its own with so many firms. */
export async function measureLoop(folder: string, checkout: string, firms: number): Promise<LoopDelays[]> {
  const graph: GraphSettings = { engine: 'embedded', path: join(folder, `loop-${checkout.replace(/\W+/g, '-')}`) }
  await command(graph, ['demo', '--firms', String(firms), '--seed', '1'], checkout)
  for (const size of SIZES) {
    const tableFiles = join(folder, `large-${size}`)
    await writeTableFiles(largeTable(size, 1), tableFiles)
    await command(graph, ['import', 'io-table', tableFiles], checkout)
  }
  return whileRunning(startNorrgraph(graph, { checkout, watched: true }), async (norrgraph) => {
    const client = httpClient(norrgraph.address)
    const measured: LoopDelays[] = []
    for (const question of loopQuestions) measured.push(await asked(norrgraph, client, question))
    client.close()
    return measured
  })
}

async function asked(norrgraph: Norrgraph, client: HttpClient, { title, asked }: LoopQuestion): Promise<LoopDelays> {
  const delays: number[] = []
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await norrgraph.longestDelay()
      const question = asked(turn)
      if ('path' in question) await client.get(question.path)
      else dataOf(await client.post('/graphql', JSON.stringify(question)))
      delays.push(await norrgraph.longestDelay())
    }
  } catch (error) {
    return { title, delays: messageOf(error) }
  }
  return { title, delays }
}
