import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { type Program, readyAddress, run, start } from './program.js'

const token = 'a-token-of-tests'
let folder: string
let server: Program
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  server = start('main.js', [], { NORRGRAPH_DATA: at('data'), NORRGRAPH_TOKEN: token, PORT: '0' })
  url = await readyAddress(server)
}, 120_000)
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const number = (index: number) => withCheckDigit(String(559_900_000 + index))
const row = (index: number, employees = 5) => `${number(index)};Prov ${index} AB;2580;25.110;${employees}`
const head = 'Organisationsnummer;Namn;Kommun;SNI;Anställda'

function write(name: string, lines: readonly string[]): string {
  writeFileSync(at(name), `${[head, ...lines].join('\n')}\n`)
  return at(name)
}

/** A command that asks the server, with a token of an admin. */
async function norrgraph(...args: string[]) {
  const { code, output, errors } = await run('cli.js', [...args, '--url', url], { NORRGRAPH_TOKEN: token })
  return { code, output: output.replaceAll(`${folder}/`, ''), errors: errors.replaceAll(`${folder}/`, '') }
}

const listed = z.object({
  data: z.object({ importJobs: z.object({ nodes: z.array(z.object({ status: z.string() })) }) }),
})

/** How jobs stand, newest first. */
async function statuses(): Promise<string[]> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const body = JSON.stringify({ query: '{ importJobs(first: 50) { nodes { status } } }' })
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  return listed.parse(await answer.json()).data.importJobs.nodes.map(({ status }) => status)
}

it('is backed up while it runs, and the backup opens elsewhere as it was', async () => {
  const backedUp = await norrgraph('backup', at('one'), '--with-accounts')
  expect(backedUp).toEqual({
    code: 0,
    output: expect.stringMatching(
      /^Wrote \d+ nodes and \d+ relationships to one\.\nThe register of \d+ changes is in it\.\n$/,
    ),
    errors: '',
  })
  expect(statSync(at('one')).mode & 0o777).toBe(0o600)
  const elsewhere = { NORRGRAPH_DATA: at('elsewhere') }
  expect((await run('cli.js', ['import', 'graph', at('one')], elsewhere)).code).toBe(0)
  expect((await run('cli.js', ['backup', at('two'), '--with-accounts'], elsewhere)).code).toBe(0)
  expect(readFileSync(at('two'), 'utf8') === readFileSync(at('one'), 'utf8')).toBe(true)
}, 120_000)

it('takes a list, shows what it would change, stores it, and keeps what it refused beside the file', async () => {
  const file = write('Våra firmor.csv', [
    row(1),
    row(2),
    `${number(3)};Ingenstans AB;Atlantis;25;x`,
    '1;Ingen AB;2580;25;1',
  ])
  const title = ['--title', 'Våra medlemmar']
  const tried = await norrgraph('import', 'firms', file, ...title, '--dry-run')
  expect([tried.code, tried.errors]).toEqual([0, expect.not.stringContaining('Nothing')])
  expect(tried.output).toMatch(/^Would import Våra firmor\.csv as \S.*: 3 new, 0 changed, 0 unchanged, 0 gone\.\n/)
  expect(tried.output).toContain('Refused rows: 1; listed with what was left out in Våra firmor.csv.refused.csv.')
  expect(readFileSync(at('Våra firmor.csv.refused.csv'), 'utf8')).toMatch(/Kommun.*Atlantis/)
  expect((await statuses())[0]).toBe('CANCELLED')
  const done = await norrgraph('import', 'firms', file, ...title)
  expect([done.code, done.output.split('\n')[0]]).toEqual([
    0,
    'Imported Våra firmor.csv as source:import-firms-vara-medlemmar: 3 new, 0 changed, 0 unchanged, 0 gone.',
  ])
  expect(done.output).toMatch(/^Change (change:\S+) – take it back with norrgraph undo-import \1$/m)
  expect((await statuses())[0]).toBe('DONE')
}, 120_000)

it('asks before much is lost, and stores it where that is confirmed', async () => {
  const fewer = write('fewer.csv', [row(1, 6)])
  const title = ['--title', 'Våra medlemmar']
  expect(await norrgraph('import', 'firms', fewer, ...title)).toEqual({
    code: 1,
    output: '',
    errors: expect.stringMatching(
      /^Nothing was imported: fewer\.csv no longer names 2 of 3 firms.*Give --confirm-loss if that is right\.\n$/,
    ),
  })
  expect((await statuses())[0]).toBe('CANCELLED')
  const done = await norrgraph('import', 'firms', fewer, ...title, '--confirm-loss')
  expect([done.code, done.output]).toEqual([0, expect.stringContaining(': 0 new, 1 changed, 0 unchanged, 2 gone.')])
}, 120_000)

it('says in one line what it does not take', async () => {
  const line = (words: RegExp) => ({ code: 1, output: '', errors: expect.stringMatching(words) })
  writeFileSync(at('none.csv'), 'a;b\n1;2\n')
  expect(await norrgraph('import', 'firms', at('none.csv'), '--title', 'A')).toEqual(
    line(/^Nothing was imported: [^\n]+\n$/),
  )
  expect(await norrgraph('import', 'firms', at('absent.csv'))).toEqual(line(/^absent\.csv: there is no such file\n$/))
  expect(await norrgraph('import', 'graph', at('one'))).toEqual(
    line(/^import graph works on the graph itself: [^\n]+\n$/),
  )
  expect(await norrgraph('import', 'io-table', folder)).toEqual(line(/^import io-table works on the graph itself/))
  expect(await norrgraph('import', 'firms', '--remove', number(1), '--title', 'A')).toEqual(line(/^--remove works on/))
  const wrong = await run('cli.js', ['backup', at('not'), '--url', url], { NORRGRAPH_TOKEN: 'wrong' })
  expect(wrong).toEqual(line(/^The token is none of this server[^\n]*\n$/))
  expect(existsSync(at('not'))).toBe(false)
}, 120_000)

it('ends what is brought in where whoever brings it breaks it off', async () => {
  const many = write(
    'many.csv',
    Array.from({ length: 40_000 }, (_, index) => row(10 + index)),
  )
  const before = (await statuses()).length
  const command = start('cli.js', ['import', 'firms', many, '--title', 'Många', '--url', url], {
    NORRGRAPH_TOKEN: token,
  })
  while ((await statuses()).length === before) await wait(50)
  // It knows of its job once the server's answer is there.
  await wait(500)
  command.child.kill('SIGINT')
  await once(command.child, 'close')
  expect(command.child.exitCode).toBe(130)
  expect(command.errors()).toMatch(/^Broken off: /m)
  while (!['CANCELLED', 'DONE'].includes((await statuses())[0] ?? '')) await wait(100)
  expect((await statuses())[0]).toBe('CANCELLED')
}, 120_000)

it('says that its disk is full, and goes on', async () => {
  const full = start('main.js', [], { NORRGRAPH_DATA: at('elsewhere'), NORRGRAPH_TOKEN: token, PORT: '0' }, '', 1_500)
  const address = await readyAddress(full)
  const refused = await run('cli.js', ['backup', at('full'), '--url', address], { NORRGRAPH_TOKEN: token })
  expect(refused).toEqual({ code: 1, output: '', errors: 'The disk of the server has no room for a backup\n' })
  expect(existsSync(at('full'))).toBe(false)
  expect((await fetch(`${address}/health/ready`)).status).toBe(200)
  full.child.kill('SIGTERM')
  await full.ended
}, 120_000)
