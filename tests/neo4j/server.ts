import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { jars, java } from './jars.js'

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
}

/** A Neo4j server that belongs to whoever started it. */
export interface Neo4jServer extends Neo4jAccess {
  /** Takes the server away; its port refuses connections until `comeBack`. */
  goAway(): Promise<void>
  /** Brings it back on the same port, with the same data. */
  comeBack(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts an empty Neo4j with a password on a free port of the loopback address; `neo4jUnavailable` must have answered
 * null before. It ends with this process, however that ends.
 */
export async function startNeo4j(): Promise<Neo4jServer> {
  const password = 'for-tests-only'
  const server = launch(password)
  const ready = await server.expect('READY')
  return {
    uri: ready,
    username: 'neo4j',
    password,
    async goAway() {
      server.say('stop')
      await server.expect('STOPPED')
    },
    async comeBack() {
      server.say('start')
      await server.expect('READY')
    },
    stop: () => server.end(),
  }
}

function launch(password: string) {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    java,
    [
      '-Xmx1g',
      ...packagesToOpen.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      '-cp',
      join(jars, '*'),
      join(import.meta.dirname, 'Neo4jForTests.java'),
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
