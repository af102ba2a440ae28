import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { programVersion } from '../../src/kernel/program-version.js'
import { readyAddress, run, start } from './program.js'

const ofNewerVersion = query<Record<never, never>>()(
  'state of a newer version',
  z.object({ version: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'}) SET state.schemaVersion = 99 RETURN state.schemaVersion AS version`,
)

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes a graph, says what it holds and where it answers, ends on Ctrl-C, and finds the graph again', async () => {
  const environment = { NORRGRAPH_DATA: join(folder, 'kept'), PORT: '0' }
  for (const _ of ['made', 'found again']) {
    const server = start('main.js', [], environment)
    const address = await readyAddress(server)
    expect(server.output()).toMatch(/nodes: .*ESTABLISHMENT 7.*\n.*relationships: .*SPILLS_OVER 1505/)
    expect((await fetch(`${address}/health/live`)).status).toBe(200)
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    const page = await fetch(`${address}/`)
    expect(await page.text()).toContain('id="explorer"')
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(server.errors()).toBe('')
  }
})

it('says who holds the folder when a second process wants it', async () => {
  const environment = { NORRGRAPH_DATA: join(folder, 'held'), PORT: '0' }
  const server = start('main.js', [], environment)
  await readyAddress(server)
  for (const ended of [await run('main.js', [], environment), await run('cli.js', ['seed'], environment)]) {
    expect(ended.code).toBe(1)
    expect(ended.errors).toMatch(
      /^The data folder .*held is held by another process, such as a server that runs: .*NORRGRAPH_DATA.*\n$/,
    )
  }
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

it('says that the port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = address !== null && typeof address === 'object' ? String(address.port) : ''
  const ended = await run('main.js', [], { NORRGRAPH_DATA: ':memory:', PORT: port })
  other.close()
  expect(ended).toEqual({
    code: 1,
    output: '',
    errors: 'The port is in use: set PORT to another one, such as PORT=4001, or end the process that has it.\n',
  })
})

it.each([
  [
    'a file in the place of the folder',
    () => ({ NORRGRAPH_DATA: fileAt('a-file') }),
    /^The data folder .*NORRGRAPH_DATA/,
  ],
  [
    'a folder that cannot be made',
    () => ({ NORRGRAPH_DATA: '/proc/norrgraph/data' }),
    /^The data folder .*NORRGRAPH_DATA/,
  ],
  ['a port that is no number', () => ({ PORT: 'http' }), /^PORT must be a number: http/],
  ['a host that is not here', () => ({ HOST: '192.0.2.1' }), /^HOST is no address of this machine/],
  ['Neo4j without a password', () => ({ NEO4J_URI: 'bolt://127.0.0.1:1' }), /^NEO4J_PASSWORD is not set/],
  [
    'Neo4j that cannot be reached',
    () => ({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret' }),
    /^Neo4j at bolt:\/\/127\.0\.0\.1:1 cannot be reached: check NEO4J_URI/,
  ],
  [
    'an address that is not Neo4j’s',
    () => ({ NEO4J_URI: 'http://127.0.0.1', NEO4J_PASSWORD: 'secret' }),
    /^NEO4J_URI http:\/\/127\.0\.0\.1 is not an address/,
  ],
  [
    'an address with a scheme that is no driver’s',
    () => ({ NEO4J_URI: 'neo5j://127.0.0.1:7687', NEO4J_PASSWORD: 'secret' }),
    /^NEO4J_URI neo5j:\/\/127\.0\.0\.1:7687 is not an address of a Neo4j server: /,
  ],
  [
    'an address without a scheme',
    () => ({ NEO4J_URI: '127.0.0.1:7687', NEO4J_PASSWORD: 'secret' }),
    /^NEO4J_URI 127\.0\.0\.1:7687 is not an address of a Neo4j server: /,
  ],
])('refuses %s in one line', async (_, environment, line) => {
  const ended = await run('main.js', [], { PORT: '0', ...environment() })
  expect(ended.code).toBe(1)
  expect(ended.errors).toMatch(line)
  expect(ended.errors.trimEnd()).not.toContain('\n')
  expect(ended.errors).not.toContain('secret')
})

it('refuses a data folder of a newer version in one line, and leaves it as it is', async () => {
  const path = join(folder, 'newer')
  const graph = await openGraph({ engine: 'embedded', path })
  await graph.transaction((transaction) => transaction.write(ofNewerVersion, {}))
  await graph.close()
  for (const ended of [
    await run('main.js', [], { NORRGRAPH_DATA: path, PORT: '0' }),
    await run('cli.js', ['seed'], { NORRGRAPH_DATA: path }),
  ]) {
    expect(ended.code).toBe(1)
    expect(ended.errors).toMatch(/^The graph was made by a newer Norrgraph \(schema 99, .*\): use that version\.\n$/)
  }
})

it('says its version', async () => {
  const ended = await run('cli.js', ['--version'], {})
  expect(ended).toEqual({ code: 0, output: `${programVersion}\n`, errors: '' })
})

function fileAt(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}
