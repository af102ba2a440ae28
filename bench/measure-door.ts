import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { GraphSettings } from '#built/graph/open.js'
import { startNorrgraph } from './norrgraph.js'
import { whileRunning } from './served.js'
import type { Times } from './timing.js'

/** Clients that send one request over and over, each as soon as the one before is answered. */
export interface Attack {
  readonly title: string
  readonly query: string
}

/** What was seen meanwhile. */
export interface DoorTimes {
  readonly title: string
  /** Answers that the clients got, by status. */
  readonly answers: Readonly<Record<number, number>>
  readonly live: Times
  readonly ready: Times
  readonly light: Times
  readonly peakMemory: number | null
}

const CLIENTS = 6
const ATTACKED_MS = 20_000
const BETWEEN_PROBES_MS = 20
/** What still runs when the clients have gone. */
const CALM_MS = 3_000

const light = '{ node(id: "municipality:2580") { id ... on Municipality { name } } }'

/** How soon health and a light request are answered while heavier ones are sent. */
export async function measureDoor(graph: GraphSettings, attacks: readonly (Attack | null)[]): Promise<DoorTimes[]> {
  return whileRunning(startNorrgraph(graph), async (norrgraph) => {
    const measured: DoorTimes[] = []
    for (const attack of attacks) {
      norrgraph.forgetPeakMemory()
      measured.push({ ...(await attacked(norrgraph.address, attack)), peakMemory: norrgraph.peakMemory() })
      await wait(CALM_MS)
    }
    return measured
  })
}

async function attacked(address: string, attack: Attack | null): Promise<Omit<DoorTimes, 'peakMemory'>> {
  const end = AbortSignal.timeout(ATTACKED_MS)
  const answers: Record<number, number> = {}
  const attacking = Array.from({ length: attack ? CLIENTS : 0 }, () =>
    overAndOver(address, '/graphql', { query: attack?.query }, end, ({ status }) => {
      answers[status] = (answers[status] ?? 0) + 1
    }),
  )
  const [live, ready, lightTimes] = await Promise.all([
    probed(address, '/health/live', null, end),
    probed(address, '/health/ready', null, end),
    probed(address, '/graphql', { query: light }, end),
  ])
  await Promise.all(attacking)
  return { title: attack?.title ?? 'nothing', answers, live, ready, light: lightTimes }
}

interface Answer {
  readonly status: number
  readonly ms: number
}

/** Times of one client that asks, waits a little, and asks again. One that is not answered with 200 is an error. */
async function probed(address: string, path: string, body: object | null, end: AbortSignal): Promise<number[]> {
  const times: number[] = []
  await overAndOver(address, path, body, end, async ({ status, ms }) => {
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    times.push(ms)
    await wait(BETWEEN_PROBES_MS)
  })
  return times
}

async function overAndOver(
  address: string,
  path: string,
  body: object | null,
  end: AbortSignal,
  answered: (answer: Answer) => unknown,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    while (!end.aborted) {
      const answer = await send(agent, `${address}${path}`, body, end)
      if (answer) await answered(answer)
    }
  } finally {
    agent.destroy()
  }
}

/** Null where the measuring ended before the answer. */
function send(agent: Agent, url: string, body: object | null, signal: AbortSignal): Promise<Answer | null> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET'
    const headers = body ? { 'content-type': 'application/json' } : {}
    const fail = (error: Error) => (signal.aborted ? resolve(null) : reject(error))
    const sent = request(url, { agent, method, headers, signal }, (response) => {
      response.on('error', fail)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - begun }))
      response.resume()
    })
    sent.on('error', fail)
    sent.end(body ? JSON.stringify(body) : undefined)
  })
}
