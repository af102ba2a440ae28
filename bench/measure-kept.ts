import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Engine } from '#built/graph/graph.js'
import type { GraphSettings } from '#built/graph/open.js'
import { startNeo4j } from '../tests/neo4j/server.js'
import { anew, dataOf } from './graphql.js'
import { type HttpClient, httpClient, NoRoomError } from './http-client.js'
import { type HeldQuestion, mix, single } from './kept-questions.js'
import { startNorrgraph } from './norrgraph.js'
import { command } from './register-graphs.js'
import { whileRunning } from './served.js'
import { type Times, timeInTurn } from './timing.js'

/** Answers a second of so many clients, run by run. */
export interface Throughput {
  readonly title: string
  readonly clients: number
  readonly now: readonly number[]
  /** Of the commit before; empty where there is none. */
  readonly before: readonly number[]
}

/** What one question took, of one client, in ms. */
export interface SingleTimes {
  readonly title: string
  readonly most: number
  readonly now: Times
  readonly before: Times
}

const RUNS = 5
const RUN_MS = 2_000
const CLIENTS = [10, 50]
/** How long a client waits for which there was no room. */
const PAUSE_MS = 50
/** How many of each question are asked again and again. */
const SAME = 10
const span = { warmUpMs: 2_000, measureMs: 5_000, most: 200 }

/** What a server answers of questions that differ, of the same ones again, and of single ones; in turn with the commit before. */
export async function measureKept(
  folder: string,
  engine: Engine,
  checkouts: readonly string[],
  firms: number,
): Promise<{ readonly throughputs: readonly Throughput[]; readonly singles: readonly SingleTimes[] }> {
  const [checkout, ...others] = checkouts
  if (checkout === undefined) return { throughputs: [], singles: [] }
  return onServers(folder, engine, [checkout, ...others], firms, async (addresses) => ({
    throughputs: await throughputsOf(addresses, firms),
    singles: await singlesOf(addresses, single(firms)),
  }))
}

/** What single questions take, in turn with the commit before. */
export async function measureSingles(
  folder: string,
  engine: Engine,
  checkouts: readonly [string, ...string[]],
  firms: number,
  questions: readonly HeldQuestion[],
): Promise<SingleTimes[]> {
  return onServers(folder, engine, checkouts, firms, (addresses) => singlesOf(addresses, questions))
}

/** Does some work with a server of each checkout, each on a graph of its own that holds the same firms. */
async function onServers<Result>(
  folder: string,
  engine: Engine,
  [checkout, ...others]: readonly [string, ...string[]],
  firms: number,
  work: (addresses: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const name = `kept-${checkout.replace(/\W+/g, '-')}`
  const database = engine === 'neo4j' ? await startNeo4j(undefined, 'FULL_SPEED') : null
  try {
    const graph: GraphSettings = database
      ? { engine: 'neo4j', uri: database.uri, username: database.username, password: database.password }
      : { engine: 'embedded', path: join(folder, name) }
    await command(graph, ['demo', '--firms', String(firms), '--seed', '1'], checkout)
    return await whileRunning(startNorrgraph(graph, { checkout }), async ({ address }) => {
      const [next, ...rest] = others
      if (next === undefined) return work([address])
      return onServers(folder, engine, [next, ...rest], firms, (more) => work([address, ...more]))
    })
  } finally {
    await database?.stop()
  }
}

async function throughputsOf(addresses: readonly string[], firms: number): Promise<Throughput[]> {
  const questions = mix(firms)
  const bodies = (nth: number) => questions[nth % questions.length]?.body(Math.floor(nth / questions.length)) ?? ''
  const repeated = Array.from({ length: questions.length * SAME }, (_, nth) => bodies(nth))
  // Also asks the repeated ones for the first time.
  for (const address of addresses) await requireAnswers(address, repeated)
  let asked = repeated.length
  const distinct = () => {
    asked += 1
    return anew(bodies(asked), asked)
  }
  const same = () => {
    asked += 1
    return repeated[asked % repeated.length] ?? ''
  }
  const throughputs: Throughput[] = []
  for (const clients of CLIENTS) {
    throughputs.push({ title: 'distinct questions', clients, ...(await alternated(addresses, clients, distinct)) })
    throughputs.push({ title: 'the same questions again', clients, ...(await alternated(addresses, clients, same)) })
  }
  return throughputs
}

async function requireAnswers(address: string, bodies: readonly string[]): Promise<void> {
  const client = httpClient(address)
  for (const body of bodies) dataOf(await client.post('/graphql', body))
  client.close()
}

async function alternated(addresses: readonly string[], clients: number, next: () => string) {
  const answers: number[][] = addresses.map(() => [])
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, address] of addresses.entries())
      answers[index]?.push(await answersASecond(address, clients, next))
  }
  const [now = [], before = []] = answers
  return { now, before }
}

async function answersASecond(address: string, count: number, next: () => string): Promise<number> {
  const clients = Array.from({ length: count }, () => httpClient(address))
  const begun = performance.now()
  let answers = 0
  const asking = async (client: HttpClient) => {
    while (performance.now() - begun < RUN_MS) {
      try {
        await client.post('/graphql', next())
        answers += 1
      } catch (error) {
        if (!(error instanceof NoRoomError)) throw error
        await setTimeout(PAUSE_MS)
      }
    }
  }
  await Promise.all(clients.map(asking))
  const seconds = (performance.now() - begun) / 1_000
  for (const client of clients) client.close()
  return answers / seconds
}

async function singlesOf(addresses: readonly string[], questions: readonly HeldQuestion[]): Promise<SingleTimes[]> {
  const clients = addresses.map(httpClient)
  let asked = 0
  const measured: SingleTimes[] = []
  for (const { title, body, most } of questions) {
    const ways = clients.map((client) => async () => {
      asked += 1
      return dataOf(await client.post('/graphql', anew(body(asked), asked)))
    })
    const [now = [], before = []] = await timeInTurn(ways, span)
    measured.push({ title, most, now, before })
  }
  for (const client of clients) client.close()
  return measured
}
