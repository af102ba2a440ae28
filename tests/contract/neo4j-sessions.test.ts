import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { sharedNeo4j } from '../neo4j/shared.js'

const counted = z.object({ count: z.number() })
const write = query<Record<never, never>>()(
  'a write',
  counted,
  "MERGE (state:NorrgraphState {id: 'state'}) SET state.checked = 1 RETURN 1 AS count",
)
const writeElsewhere = query<Record<never, never>>()(
  'a write as a read',
  counted,
  "CREATE (:Need {id: 'need:x'}) RETURN 1 AS count",
)
const needs = query<Record<never, never>>()('needs', counted, 'MATCH (need:Need) RETURN count(need) AS count')

const server = sharedNeo4j()

/** What the driver says on the wire, which is what a cluster decides by. */
describe.skipIf('missing' in server)('sessions of Neo4j', () => {
  let wire: Wire
  let graph: Graph

  beforeAll(async () => {
    if ('missing' in server) return
    wire = await listenBefore(Number(new URL(server.uri).port))
    graph = await openGraph({ engine: 'neo4j', ...server, uri: `bolt://127.0.0.1:${wire.port}` })
  }, 60_000)
  afterAll(async () => {
    await graph.close()
    wire.close()
  })

  it('reads in sessions that read, which readers of a cluster answer', async () => {
    wire.clear()
    await graph.read(needs, {})
    expect(wire.sent()).toContain(mode)
    wire.clear()
    await graph.transaction((transaction) => transaction.write(write, {}))
    expect(wire.sent()).not.toContain(mode)
  })

  it('cannot write through a read', async () => {
    const before = await graph.read(needs, {})
    await expect(graph.read(writeElsewhere, {})).rejects.toMatchObject({ kind: 'FAILED' })
    expect(await graph.read(needs, {})).toEqual(before)
  })

  it('asks for what it wrote itself: a read names the bookmark of the write before it', async () => {
    wire.clear()
    await graph.transaction((transaction) => transaction.write(write, {}))
    const [bookmark] = /FB:\w+=*/.exec(wire.received()) ?? []
    expect(bookmark).toBeDefined()
    wire.clear()
    await graph.read(needs, {})
    expect(wire.sent()).toContain(bookmark)
  })
})

/** `mode: "r"` in PackStream; a session that writes says nothing. */
const mode = '\x84mode\x81r'

interface Wire {
  readonly port: number
  sent(): string
  received(): string
  clear(): void
  close(): void
}

/** Stands before a server on this machine and keeps what goes by. */
async function listenBefore(port: number): Promise<Wire> {
  let sent = ''
  let received = ''
  const proxy: Server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    client.on('data', (bytes) => {
      sent += bytes.toString('latin1')
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      received += bytes.toString('latin1')
      client.write(bytes)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    sent: () => sent,
    received: () => received,
    clear() {
      sent = ''
      received = ''
    },
    close: () => void proxy.close(),
  }
}
