import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

/** How much of a file may be written, in blocks of 512 bytes: the log of what was written since the start grows from nothing. */
const BLOCKS = 1_500

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
})
const listed = z.object({
  initiatives: z.object({ totalCount: z.number() }),
  changes: z.object({ totalCount: z.number() }),
})

/** A server on the folder, none of whose files may have more blocks than these. */
async function startServer(blocks: number | 'unlimited') {
  const program = [process.execPath, join(import.meta.dirname, '../../dist/main.js')]
  const child = spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, ...program], {
    env: { PATH: process.env.PATH, NORRGRAPH_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.resume()
  const ended = once(child, 'close')
  const address = () => /^GraphQL +(\S+\/graphql)$/m.exec(output)?.[1]
  while (address() === undefined) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`)
    await wait(50)
  }
  const ask = async (query: string, variables: object = {}) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ query, variables })
    return answer.parse(await (await fetch(String(address()), { method: 'POST', headers, body })).json())
  }
  return {
    ask,
    counts: async () => {
      const { data } = await ask(
        '{ initiatives: entities(kind: INITIATIVE, first: 1) { totalCount } changes(first: 1) { totalCount } }',
      )
      const { initiatives, changes } = listed.parse(data)
      return { initiatives: initiatives.totalCount, changes: changes.totalCount }
    },
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}

it('a server whose files cannot grow refuses what it cannot store, goes on answering, and lost nothing that it said it had', async () => {
  const first = await startServer('unlimited')
  const before = await first.counts()
  await first.end('SIGTERM')

  const server = await startServer(BLOCKS)
  let stored = 0
  let refused = 0
  for (let number = 1; refused < 5; number += 1) {
    expect(number).toBeLessThan(500)
    const input = { nameSv: `Utan plats ${number}`, kind: 'ADVICE', help: ['ADVICE'], reason: 'x'.repeat(5_000) }
    const create = 'mutation ($input: CreateInitiativeInput!) { createInitiative(input: $input) { change { id } } }'
    const { errors } = await server.ask(create, { input })
    if (errors) refused += 1
    else stored += 1
    expect(await server.counts()).toEqual({
      initiatives: before.initiatives + stored,
      changes: before.changes + stored,
    })
  }
  expect(stored).toBeGreaterThan(5)
  await server.end('SIGKILL')

  const after = await startServer('unlimited')
  expect(await after.counts()).toEqual({ initiatives: before.initiatives + stored, changes: before.changes + stored })
  await after.end('SIGTERM')
}, 240_000)
