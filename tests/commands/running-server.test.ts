import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadBackup } from '../../src/commands/remote/download-backup.js'
import { runningServer } from '../../src/commands/remote/running-server.js'
import { nothingCounted } from '../../src/graph/graph-file.js'
import { silent } from '../../src/kernel/progress.js'

let folder: string
let server: Server
let answer: RequestListener = (_, reply) => reply.end()
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  server = createServer((request, reply) => answer(request, reply))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const header = '{"norrgraph":"graph","format":2,"seed":1,"changes":1}'
const node = (name: string) => `{"label":"Need","id":"need:${name}","properties":{"nameSv":"Å"}}`
const change = '{"change":"change:1","properties":{}}'
const end = (counts: object) => JSON.stringify({ ...nothingCounted, ...counts })
const whole = [header, node('a'), node('b'), change, end({ nodes: 2, changes: 1 }), ''].join('\n')

const backup = (file: string, withAccounts = false) =>
  downloadBackup(runningServer(url, { NORRGRAPH_TOKEN: 'secret' }), join(folder, file), { withAccounts }, silent)

describe('a backup that is received', () => {
  it('is kept for its user alone once it is whole, and is asked for with the token', async () => {
    const asked: unknown[] = []
    answer = ({ url: path, headers }, reply) => {
      asked.push([path, headers.authorization])
      // In pieces that end within a letter.
      const bytes = Buffer.from(whole)
      reply.write(bytes.subarray(0, bytes.indexOf(0xc3) + 1))
      setTimeout(() => reply.end(bytes.subarray(bytes.indexOf(0xc3) + 1)), 20)
    }
    expect(await backup('whole', true)).toEqual({ ...nothingCounted, nodes: 2, changes: 1 })
    expect(readFileSync(join(folder, 'whole'), 'utf8')).toBe(whole)
    expect(statSync(join(folder, 'whole')).mode & 0o777).toBe(0o600)
    expect(asked).toEqual([['/backup?accounts=yes', 'Bearer secret']])
  })

  it.each([
    ['that was cut off', whole.slice(0, -60)],
    ['without the last line', whole.split('\n').slice(0, -2).join('\n')],
    ['that lost a line', whole.replace(`${node('b')}\n`, '')],
    ['that goes on', `${whole}${node('c')}\n`],
    ['with a line of something else', whole.replace(change, '<p>')],
    ['that is a page', '<!doctype html><title>Welcome</title>'],
    ['that is nothing', ''],
  ])('%s leaves what was there before, and nothing else', async (_, text) => {
    writeFileSync(join(folder, 'kept'), 'of yesterday')
    answer = (__, reply) => reply.end(text)
    await expect(backup('kept')).rejects.toThrow(/is no whole backup: nothing was kept\. Ask again\.$/)
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('of yesterday')
    expect(existsSync(join(folder, 'kept.partial'))).toBe(false)
  })

  it('of which the connection breaks is none', async () => {
    answer = (_, reply) => {
      reply.writeHead(200, { 'content-length': 1_000 })
      reply.write(whole, () => reply.destroy())
    }
    await expect(backup('broken')).rejects.toThrow(/is no whole backup/)
    expect(existsSync(join(folder, 'broken'))).toBe(false)
  })

  it('that cannot be written says so in one line', async () => {
    answer = (_, reply) => reply.end(whole)
    await expect(backup('none/there')).rejects.toThrow(/none\/there cannot be written: ENOENT[^\n]*$/)
  })
})

describe('a server', () => {
  const json = (status: number, body: object, headers = {}): RequestListener => {
    return (_, reply) => reply.writeHead(status, headers).end(JSON.stringify(body))
  }
  const told = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] })

  it.each<[string, RequestListener, RegExp]>([
    ['that refuses', json(403, told('FORBIDDEN', 'It takes the role EDITOR')), /^It takes the role EDITOR$/],
    ['whose disk is full', json(507, told('INSUFFICIENT_STORAGE', 'No room')), /^No room$/],
    ['of something else', (_, reply) => reply.writeHead(404).end('<html>'), /^No Norrgraph server answers at \S+:/],
    [
      'that sends one on',
      json(301, {}, { location: 'https://example.org/' }),
      /sends one on to https:\/\/example\.org\//,
    ],
    ['that hangs up', (request) => request.socket.destroy(), /^No Norrgraph server answers at/],
  ])('%s is told in one line', async (_, listener, message) => {
    answer = listener
    const asked = backup('refused')
    await expect(asked).rejects.toThrow(message)
    await expect(asked).rejects.toThrow(/^[^\n]*$/)
  })
})
