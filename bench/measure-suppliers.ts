import type { GraphSettings } from '#built/graph/open.js'
import { anew, dataOf } from './graphql.js'
import { httpClient } from './http-client.js'
import { startNorrgraph } from './norrgraph.js'
import { whileRunning } from './served.js'
import { type HeldAgainst, supplierQuestions } from './supplier-questions.js'
import { type Times, timeInTurn } from './timing.js'

/** What a question took beside the one that it is held against, in ms. */
export interface TimesBeside extends HeldAgainst {
  readonly times: Times
  readonly lesserTimes: Times
}

const span = { warmUpMs: 1_000, measureMs: 4_000, most: 100 }

/** Asks the questions of suppliers and changes of a graph, each in turn with what asks less. */
export async function measureSuppliers(graph: GraphSettings): Promise<TimesBeside[]> {
  return whileRunning(startNorrgraph(graph), async ({ address }) => {
    const client = httpClient(address)
    let asked = 0
    const asking = (query: string) => async () => {
      asked += 1
      return dataOf(await client.post('/graphql', anew(JSON.stringify({ query }), asked)))
    }
    const measured: TimesBeside[] = []
    for (const question of supplierQuestions) {
      const ways = [asking(question.query), asking(question.lesser)]
      const [times = [], lesserTimes = []] = await timeInTurn(ways, span)
      measured.push({ ...question, times, lesserTimes })
    }
    client.close()
    return measured
  })
}
