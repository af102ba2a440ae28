import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readyAddress, run, start } from './program.js'

const password = 'gott om tid 7'
const ownToken = 'a-token-of-the-server-itself'
let folder: string
let environment: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  environment = { NORRGRAPH_DATA: join(folder, 'data'), PORT: '0' }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const norrgraph = (args: readonly string[], typed = '', more: Record<string, string> = {}) =>
  run('cli.js', args, { ...environment, ...more }, typed)

/** What is refused says why in one line, and none of what is secret. */
const refusedWith = async (args: readonly string[], words: RegExp, typed = '') => {
  const { code, output, errors } = await norrgraph(args, typed)
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(errors).toMatch(words)
  expect(errors.trim().split('\n')).toHaveLength(1)
  expect(errors.length).toBeLessThan(500)
}

describe('on the graph itself', () => {
  it('makes accounts, and says after the first that nobody keeps them yet', async () => {
    const first = await norrgraph(
      ['accounts', 'add', 'Maria', '--role', 'contributor', '--name', 'Maria M', '--acts-for', 'actor:almi-nord'],
      `${password}\n`,
    )
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^maria\tCONTRIBUTOR\tMaria M\tpassword\tactor:almi-nord /),
    })
    expect(first.errors).toMatch(/accounts add NAME --role ADMIN/)
    const second = await norrgraph(['accounts', 'add', 'anna', '--role', 'ADMIN'], `${password}\n`)
    expect(second).toMatchObject({ code: 0, errors: '' })
    const robot = await norrgraph(['accounts', 'add', 'robot', '--role', 'EDITOR', '--no-password'])
    expect(robot).toMatchObject({ code: 0, errors: '', output: 'robot\tEDITOR\trobot\t\t\n' })
    for (const { output, errors } of [first, second]) expect(output + errors).not.toContain(password)
  })

  it('changes them', async () => {
    for (const args of [
      ['role', 'robot', 'READER'],
      ['acts-for', 'robot', 'actor:iuc-norr', '--from', '2026-01-01', '--to', '2026-12-31'],
      ['disable', 'robot'],
    ]) {
      expect(await norrgraph(['accounts', ...args])).toMatchObject({ code: 0, errors: '' })
    }
    const { output } = await norrgraph(['accounts', 'list'])
    expect(output).toContain('robot\tREADER\trobot\tdisabled\tactor:iuc-norr 2026-01-01–2026-12-31\n')
    expect(await norrgraph(['accounts', 'enable', 'robot'])).toMatchObject({ code: 0 })
    expect(await norrgraph(['accounts', 'remove', 'robot'])).toMatchObject({ code: 0, output: 'Took robot out.\n' })
  })

  it('prints what a token is once, alone on standard output', async () => {
    const { code, output, errors } = await norrgraph(['tokens', 'add', 'maria', '--for', 'lists', '--days', '3'])
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^norrgraph_[\w-]{43}\n$/) })
    const [id = ''] = /^token:\S+(?=:)/.exec(errors) ?? []
    const listed = await norrgraph(['tokens', 'list', 'maria'])
    expect(listed.output).toMatch(new RegExp(`^${id}\tmaria\tCONTRIBUTOR\tuntil \\d{4}-\\d\\d-\\d\\d\tlists\n$`))
    expect(await norrgraph(['tokens', 'revoke', id])).toMatchObject({ code: 0, errors: '' })
    expect(await norrgraph(['tokens', 'list'])).toMatchObject({ code: 0, output: '' })
  })

  it('refuses in one line what cannot be', async () => {
    const long = 'a'.repeat(10_000)
    await refusedWith(['accounts', 'add', 'eva', '--role', 'KING'], /READER, CONTRIBUTOR, EDITOR, ADMIN/)
    await refusedWith(['accounts', 'add', long, '--role', 'ADMIN'], /at most 60/, password)
    await refusedWith(['accounts', 'add', 'eva', '--role', 'READER'], /first line of standard input/)
    await refusedWith(['accounts', 'add', 'eva', '--role', 'READER'], /^password has from 12/, 'kort')
    await refusedWith(['accounts', 'add', 'eva', '--role', 'READER', '--name', long, '--no-password'], /displayName/)
    await refusedWith(['accounts', 'acts-for', 'maria', 'actor:nobody'], /There is no actor:nobody/)
    await refusedWith(['accounts', 'acts-for', 'maria', 'actor:almi-nord', '--from', 'soon'], /a day such as/)
    await refusedWith(['accounts', 'acts-for', 'maria', 'actor:almi-nord', '--end', '--to', '2026-01-01'], /--end/)
    await refusedWith(['accounts', 'disable', 'anna'], /last ADMIN/)
    await refusedWith(['accounts', 'password', 'nobody'], /no account nobody/, password)
    await refusedWith(['tokens', 'add', 'nobody', '--for', 'lists'], /no account nobody/)
  })
})

describe('beside a server that runs', () => {
  it('asks it with a token, which is no argument and in no output', async () => {
    const server = start('main.js', [], { ...environment, NORRGRAPH_TOKEN: ownToken })
    try {
      const url = await readyAddress(server)
      await refusedWith(['accounts', 'list'], /is held by another process.*--url/)
      await refusedWith(['accounts', 'list', '--url', url], /signed in to keep accounts: set NORRGRAPH_TOKEN/)
      await refusedWith(['accounts', 'list', '--url', 'http://127.0.0.1:9'], /No Norrgraph server answers/)
      await refusedWith(['accounts', 'list', '--url', 'http://a:secret@127.0.0.1'], /^--url takes the address/)

      const file = join(folder, 'token.txt')
      writeFileSync(file, `${ownToken}\n`)
      const beside = (args: readonly string[], typed = '', from = file) =>
        norrgraph([...args, '--url', url], typed, { NORRGRAPH_TOKEN_FILE: from })
      expect(await beside(['accounts', 'add', 'eva', '--role', 'EDITOR'], `${password}\n`)).toEqual({
        ...{ code: 0, output: 'eva\tEDITOR\teva\tpassword\t\n', errors: '' },
      })
      const made = await beside(['tokens', 'add', 'anna', '--for', 'the desk'])
      writeFileSync(join(folder, 'annas.txt'), made.output)
      const annas = (args: readonly string[]) => beside(args, '', join(folder, 'annas.txt'))
      expect(await annas(['accounts', 'role', 'eva', 'READER'])).toMatchObject({ code: 0, errors: '' })
      expect((await annas(['accounts', 'list'])).output.split('\n').map((line) => line.split('\t')[0])).toEqual([
        'anna',
        'eva',
        'maria',
        '',
      ])
      expect(await annas(['accounts', 'disable', 'anna'])).toEqual({
        ...{ code: 1, output: '', errors: 'anna is the last ADMIN that may sign in: make another one first\n' },
      })
      const evas = await annas(['tokens', 'add', 'eva', '--for', 'reading'])
      writeFileSync(join(folder, 'evas.txt'), evas.output)
      expect(await beside(['accounts', 'list'], '', join(folder, 'evas.txt'))).toMatchObject({
        ...{ code: 1, output: '', errors: expect.stringMatching(/role ADMIN to keep accounts.*READER\n$/) },
      })
      for (const secret of [ownToken, made.output.trim(), evas.output.trim(), password]) {
        expect(server.output() + server.errors()).not.toContain(secret)
      }
    } finally {
      server.child.kill('SIGTERM')
      await server.ended
    }
  })

  it('signs in with what it was given', async () => {
    const server = start('main.js', [], environment)
    try {
      const url = await readyAddress(server)
      const signedIn = (name: string, secret: string) =>
        fetch(`${url}/sign-in`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
          body: JSON.stringify({ name, password: secret }),
        })
      expect((await signedIn('anna', password)).status).toBe(200)
      expect((await signedIn('anna', 'another one 8')).status).toBe(401)
    } finally {
      server.child.kill('SIGTERM')
      await server.ended
    }
  })
})
