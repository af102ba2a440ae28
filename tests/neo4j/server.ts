import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { findNeo4j, type Neo4jProgram, neo4jRelease } from './jars.js'

const packagesToOpen = [
  'java.nio',
  'java.io',
  'sun.nio.ch',
  'java.lang',
  'java.lang.reflect',
  'java.util.concurrent',
] as const

/** What a client needs to connect. */
export interface Neo4jAccess {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** Where the server takes orders about all that its database holds. */
  readonly orders: string
}

/**
 * Gives an order about all that a server's database holds.
 * @returns false where the order was `restore` or `empty` and nothing was kept before.
 */
export async function order({ orders }: Neo4jAccess, what: 'empty' | 'keep' | 'restore'): Promise<boolean> {
  const { status } = await fetch(`${orders}/${what}`, { method: 'POST' })
  if (status !== 204 && status !== 404) throw new Error(`Neo4j for tests cannot ${what}: ${status}`)
  return status === 204
}

type Warmth = 'QUICK_START' | 'FULL_SPEED'

/** A Neo4j server that belongs to whoever started it. */
export interface Neo4jServer extends Neo4jAccess {
  readonly processId: number | null
  /** Takes the server away; its port refuses connections until `comeBack`. */
  goAway(): Promise<void>
  /** Brings it back on the same port, with the same data. */
  comeBack(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts an empty Neo4j with a password on a free port of the loopback address. It ends with this process, however that
 * ends.
 * @param program what `findNeo4j` found; the release that the suites run on where left out.
 * @param warmth `QUICK_START` where each statement runs a few times only; `FULL_SPEED` compiles as a real server does.
 * @throws Error where that cannot be run on this machine.
 */
export async function startNeo4j(program?: Neo4jProgram, warmth: Warmth = 'QUICK_START'): Promise<Neo4jServer> {
  const { servers, process } = await startTogether(null, program, warmth)
  const [server] = servers
  if (server === undefined) throw new Error('Neo4j for tests named no server')
  return {
    ...server,
    processId: process.processId,
    async goAway() {
      process.say('stop')
      await process.expect('STOPPED')
    },
    async comeBack() {
      process.say('start')
      await process.expect('READY')
    },
    stop: () => process.end(),
  }
}

/**
 * Starts as many of them in one process, which shares what it compiles; `stop` ends all. They plan statements by what their
 * indexes held at the order `keep`.
 */
export async function startNeo4jServers(count: number): Promise<{ servers: Neo4jAccess[]; stop(): Promise<void> }> {
  const { servers, process } = await startTogether(count)
  return { servers, stop: () => process.end() }
}

async function startTogether(count: number | null, program?: Neo4jProgram, warmth: Warmth = 'QUICK_START') {
  const found = program ?? (await findNeo4j(neo4jRelease))
  if ('missing' in found) throw new Error(found.missing)
  const password = 'for-tests-only'
  const process = launch(found, password, warmth, count)
  const [orders, ...uris] = (await process.expect('READY')).split(' ')
  const servers = uris.map((uri, number) => ({ uri, username: 'neo4j', password, orders: `${orders}/${number}` }))
  return { servers, process }
}

function launch({ java, jars }: Neo4jProgram, password: string, warmth: Warmth, servers: number | null) {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    java,
    [
      '-Xmx1g',
      // What compiles longest does not pay where each statement runs a few times only and cores are few.
      ...(warmth === 'QUICK_START' ? ['-XX:TieredStopAtLevel=1'] : []),
      '-XX:+UseSerialGC',
      ...packagesToOpen.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      '-cp',
      join(jars, '*'),
      join(import.meta.dirname, 'Neo4jForTests.java'),
      ...(servers === null ? [] : [String(servers)]),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NEO4J_PASSWORD: password } },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4000)
  })
  const ended = once(child, 'close')

  return {
    processId: child.pid ?? null,
    say(command: string) {
      child.stdin.write(`${command}\n`)
    },
    /** Reads up to the line that begins with `word` and returns the rest of it. */
    async expect(word: string): Promise<string> {
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        if (next.value.startsWith(word)) return next.value.slice(word.length).trim()
      }
      await ended
      throw new Error(`Neo4j for tests ended before it said ${word}: ${complaints.trim()}`)
    },
    async end() {
      child.stdin.end()
      await ended
    },
  }
}
