import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Engine } from '#built/graph/graph.js'
import type { GraphSettings } from '#built/graph/open.js'
import { startNeo4j } from '../tests/neo4j/server.js'
import { type ListedFirm, listedFirm, writeFirmsFile } from './firms-file.js'
import { dataOf } from './graphql.js'
import { type HttpClient, httpClient } from './http-client.js'
import { type Norrgraph, startNorrgraph } from './norrgraph.js'
import { atPace, type PacedTimes } from './open-loop.js'
import { keptReads, lightReads } from './publishing-questions.js'
import { command } from './register-graphs.js'
import { whileRunning } from './served.js'
import { timed } from './timing.js'

/** What was seen while something went on: reads, of the event loop what held it up longest, and how long it took. */
export interface Beside {
  readonly title: string
  readonly light: readonly PacedTimes[]
  readonly kept: readonly PacedTimes[]
  /** In ms. */
  readonly took: number
  /** The same without reads; null where it was not measured. */
  readonly alone: number | null
  readonly held: number
  readonly delay: number
}

export interface PublishingMeasurement {
  readonly without: Beside
  readonly during: readonly Beside[]
}

/** Questions a second. */
const LIGHT = 20
const KEPT = 2
const WITHOUT_MS = 15_000
const ROWS = 50_000

/** What light reads take on a graph of so many firms while 50 000 more are compared and published, and then changed. */
export async function measurePublishing(folder: string, engine: Engine, firms: number): Promise<PublishingMeasurement> {
  const lists = await writtenLists(folder, firms)
  return onServer(folder, engine, lists, (one) =>
    onServer(folder, engine, lists, (other) => measuredOn(one, other, lists, firms)),
  )
}

let graphs = 0

/** Does some work with a server on a graph of its own that holds what is there before. */
async function onServer<Result>(
  folder: string,
  engine: Engine,
  { there, needs }: Lists,
  work: (server: Norrgraph) => Promise<Result>,
): Promise<Result> {
  graphs += 1
  const database = engine === 'neo4j' ? await startNeo4j(undefined, 'FULL_SPEED') : null
  const graph: GraphSettings = database
    ? { engine: 'neo4j', uri: database.uri, username: database.username, password: database.password }
    : { engine: 'embedded', path: join(folder, `publishing-${graphs}`) }
  try {
    await command(graph, ['import', 'firms', there, '--title', 'There before'])
    await command(graph, ['import', 'needs', needs, '--title', 'Needs'])
    return await whileRunning(startNorrgraph(graph, { watched: true }), work)
  } finally {
    await database?.stop()
  }
}

/** In turn: reads alone, and reads beside something that goes on; and on another server the same without reads, for its time. */
async function measuredOn(
  server: Norrgraph,
  other: Norrgraph,
  lists: Lists,
  firms: number,
): Promise<PublishingMeasurement> {
  const [here, there] = [new Bringing(server.address), new Bringing(other.address)]
  const beside = async (title: string, work: () => Promise<unknown>): Promise<Beside> => {
    await server.longestHold()
    const [light, kept] = [atPace(server.address, lightReads(firms), LIGHT), atPace(server.address, keptReads, KEPT)]
    const took = await timed(work)
    return {
      title,
      light: await light.end(),
      kept: await kept.end(),
      took,
      alone: null,
      ...(await server.longestHold()),
    }
  }
  const quiet = () => beside('nothing is published', () => setTimeout(WITHOUT_MS))
  // Asks everything for the first time.
  await quiet()
  const without = [await quiet()]
  const during: Beside[] = []
  const steps: readonly (readonly [string, (one: Bringing) => Promise<unknown>])[] = [
    ['new rows are compared', (one) => one.compare(lists.fresh)],
    ['new rows are published', (one) => one.publish()],
    ['a later edition is compared', (one) => one.compare(lists.edition)],
    ['an edition changes them all', (one) => one.publish()],
  ]
  for (const [title, step] of steps) {
    const measured = await beside(title, () => step(here))
    during.push({ ...measured, alone: await timed(() => step(there)) })
    without.push(await quiet())
  }
  here.close()
  there.close()
  return { without: together(without), during }
}

const jobBegun = z.object({ id: z.string() })
const jobNow = z.object({ importJob: z.object({ status: z.string(), message: z.string().nullable() }) })
const LOOK_MS = 100

/** A list that comes in as a job of a server. */
class Bringing {
  private readonly client: HttpClient
  private job = ''

  constructor(private readonly address: string) {
    this.client = httpClient(address)
  }

  /** Posts a list and waits until it may be confirmed. */
  async compare(path: string): Promise<void> {
    const form = new FormData()
    form.set('kind', 'FIRMS')
    form.set('title', 'New')
    form.set('file', await openAsBlob(path), 'list.csv')
    const answer = await fetch(`${this.address}/imports`, { method: 'POST', body: form })
    this.job = jobBegun.parse(await answer.json()).id
    await this.comesTo('READY')
  }

  /** Confirms it and waits until it is stored. */
  async publish(): Promise<void> {
    const confirm = 'mutation ($job: ID!) { confirmImport(input: { job: $job }) { job { id } } }'
    dataOf(await this.client.post('/graphql', JSON.stringify({ query: confirm, variables: { job: this.job } })))
    await this.comesTo('DONE')
  }

  close(): void {
    this.client.close()
  }

  private async comesTo(wanted: string): Promise<void> {
    const query = 'query ($job: ID!) { importJob(id: $job) { status message } }'
    const asked = JSON.stringify({ query, variables: { job: this.job } })
    for (let last = ''; last !== wanted; ) {
      await setTimeout(LOOK_MS)
      const { importJob } = jobNow.parse(dataOf(await this.client.post('/graphql', asked)))
      last = importJob.status
      if (['FAILED', 'CANCELLED', 'BROKEN_OFF'].includes(last)) throw new Error(`${last}: ${importJob.message}`)
    }
  }
}

function together(runs: readonly Beside[]): Beside {
  const [first] = runs
  if (first === undefined) throw new Error('nothing was measured')
  const pooled = (of: 'light' | 'kept') =>
    first[of].map(({ title }, at) => ({ title, times: runs.flatMap((run) => run[of][at]?.times ?? []) }))
  const most = (of: 'held' | 'delay') => Math.max(...runs.map((run) => run[of]))
  return { ...first, light: pooled('light'), kept: pooled('kept'), held: most('held'), delay: most('delay') }
}

/** Files of lists. */
interface Lists {
  readonly there: string
  readonly needs: string
  /** New firms. */
  readonly fresh: string
  /** The same firms, of each something else. */
  readonly edition: string
}

async function writtenLists(folder: string, firms: number): Promise<Lists> {
  const path = (name: string) => join(folder, `publishing-${name}.csv`)
  const lists = { there: path('there'), needs: path('needs'), fresh: path('fresh'), edition: path('edition') }
  await writeFirmsFile(lists.there, firms)
  const needs = Array.from({ length: firms }, (_, index) => `${listedFirm(index).number};need:skills-supply`)
  await writeFile(lists.needs, ['organisationsnummer;behov', ...needs].join('\n'))
  const fresh = (index: number): ListedFirm => listedFirm(firms + index)
  await writeFirmsFile(lists.fresh, ROWS, fresh)
  await writeFirmsFile(lists.edition, ROWS, (index) => changed(fresh(index), index))
  return lists
}

/** What a later edition says: other sizes of all firms, another name of each twentieth. */
const changed = (firm: ListedFirm, index: number): ListedFirm => ({
  ...firm,
  ...{ employees: firm.employees + 1, turnover: firm.turnover + 1 },
  name: index % 20 === 0 ? `Nya ${firm.name}` : firm.name,
})
