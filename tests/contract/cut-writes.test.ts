import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import { migrate } from '../../src/graph/migrations.js'
import { openGraph } from '../../src/graph/open.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { order } from '../neo4j/server.js'
import { sharedNeo4j } from '../neo4j/shared.js'
import { draftOf, tieOf } from '../writing/drafts.js'
import { wholeRegister } from '../writing/whole-register.js'

/** How often the connection is cut; more often by REGISTER_LONG. */
const TIMES = process.env.REGISTER_LONG ? 100 : 20

/** What ends a transaction as it stands on the wire: a message of two bytes, and its end. */
const commit = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

const server = sharedNeo4j()

describe.skipIf('missing' in server)('a connection to Neo4j that is cut', () => {
  it(`leaves each change with its effect, once, ${TIMES} times`, async () => {
    if ('missing' in server) return
    await order(server, 'empty')
    const wire = await listenBefore(Number(new URL(server.uri).port))
    const direct = await openGraph({ engine: 'neo4j', ...server })
    await migrate(direct)
    const graph = await openGraph({ engine: 'neo4j', ...server, uri: `bolt://127.0.0.1:${wire.port}` })
    const writer = { graph, edition, viewer: localEditor }
    const offer = tieOf({ does: 'ADD', type: 'OFFERS', end: 'actor:forsta-aktoren', direction: 'IN' })
    const creating = (minAmount: number) =>
      draftOf({
        ...{ operation: 'CREATE', label: 'Initiative', ties: [offer] },
        values: { nameSv: 'Stödet', kind: 'LOAN', amountOf: 'SUPPORT', minAmount },
      })
    const updating = (minAmount: number) =>
      draftOf({ operation: 'UPDATE', label: 'Initiative', id: 'initiative:stodet', values: { minAmount } })
    const values = { nameSv: 'Första aktören', kind: 'AGENCY' }
    await publishDraft(writer, draftOf({ operation: 'CREATE', label: 'SupportActor', values }))
    await publishDraft(writer, creating(0))

    const random = new Random(20)
    const acknowledged = new Map<number, string>()
    let number = 0
    for (let time = 0; time < TIMES; time += 1) {
      // Every other time what was committed is not told any more.
      if (time % 2 === 0) wire.cutAfterCommit()
      else void wait(random.whole(0, 40)).then(() => wire.cut())
      const cuts = wire.cuts()
      for (let after = 0; after < 3 || wire.cuts() === cuts; after += 1) {
        number += 1
        const draft = number % 2 === 0 ? creating(number) : updating(number)
        const published = await publishDraft(writer, draft).catch(() => null)
        if (published) acknowledged.set(number, published.change)
      }
    }
    const said = await wholeRegister(direct)
    const amounts = said.map(({ amount }) => amount)
    expect(new Set(amounts).size).toBe(amounts.length)
    const byAmount = new Map(said.map(({ amount, change }) => [amount, change]))
    for (const [amount, change] of acknowledged) expect([amount, byAmount.get(amount)]).toEqual([amount, change])
    // Nobody who writes is troubled by a connection that is there again at once.
    expect(acknowledged.size).toBe(number)
    await Promise.all([graph.close(), direct.close()])
    wire.close()
  }, 600_000)
})

/** A way to a server that can be cut. */
interface Wire {
  readonly port: number
  /** How often it was cut. */
  cuts(): number
  /** Cuts all connections. */
  cut(): void
  /** Cuts all once a transaction was committed, before that is answered. */
  cutAfterCommit(): void
  close(): void
}

async function listenBefore(port: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let cuts = 0
  let isArmed = false
  let isAnswered = true
  const cut = () => {
    cuts += 1
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const listener: Server = createServer((client) => {
    const database = connect(port, '127.0.0.1')
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => database.end())
    database.on('close', () => client.destroy())
    client.on('data', (bytes) => {
      if (isArmed && bytes.includes(commit)) {
        isArmed = false
        isAnswered = false
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (isAnswered) {
        client.write(bytes)
        return
      }
      isAnswered = true
      cut()
    })
  })
  listener.listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  return {
    port: address.port,
    cuts: () => cuts,
    cut,
    cutAfterCommit: () => {
      isArmed = true
    },
    close: () => listener.close(),
  }
}
