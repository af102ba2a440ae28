import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as next } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspectTextFile } from '../../src/import/readers/text-file.js'
import { textLines } from '../../src/import/readers/text-lines.js'
import { encoded } from './written-files.js'

const LINES = 200_000
/** What is read ahead of whoever takes the lines: some parts of a file, and never much of it. */
const AHEAD = 1_000_000

let folder: string
let path: string
let bytes = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  path = join(folder, 'register.txt')
  const file = createWriteStream(path)
  for (let line = 0; line < LINES; line += 1) {
    const text = `${'x'.repeat(100)}\r\n`
    bytes += text.length
    if (!file.write(text)) await once(file, 'drain')
  }
  await new Promise<void>((resolve) => file.end(resolve))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads a register as its lines are taken, however slowly, and no more of it', async () => {
  let taken = 0
  let furthest = 0
  let read = 0
  for await (const { text } of textLines({ path, encoding: 'WINDOWS-1252' }, (done) => {
    read = done
  })) {
    taken += text.length + 2
    if (taken % (500 * 102) === 0) await next()
    furthest = Math.max(furthest, read - taken)
  }
  expect(taken).toBe(bytes)
  expect(read).toBe(bytes)
  expect(furthest).toBeLessThan(AHEAD)
})

it.each([
  ['windows-1252', 'Norr’s Café – Bar AB', 'ÖVERTORNEÅ'],
  ['utf8', 'Dálvvadis ŋuorra AB', 'ÖVERTORNEÅ'],
  ['utf-16le', 'Åströms Bygg AB', 'LULEÅ'],
])('reads a register in the encoding it has: %s', async (encoding, name, town) => {
  const file = join(folder, 'small.txt')
  writeFileSync(file, encoded(`PeOrgNr\tNamn\tPostOrt\r\n165599000014\t${name}\t${town}\r\n`, encoding))
  const lines = []
  for await (const { line, text } of textLines(await inspectTextFile(file))) lines.push([line, ...text.split('\t')])
  expect(lines).toEqual([
    [1, 'PeOrgNr', 'Namn', 'PostOrt'],
    [2, '165599000014', name, town],
  ])
})

it('refuses a register that is packed, or one line without end', async () => {
  const file = join(folder, 'small.txt')
  writeFileSync(file, Buffer.from('PK\x03\x04', 'latin1'))
  await expect(inspectTextFile(file)).rejects.toThrow('is packed: unpack it first')
  writeFileSync(file, `PeOrgNr\n${'x'.repeat(2_000_000)}`)
  await expect(inspectTextFile(file)).rejects.toThrow(/line 2: is longer than 1048576 bytes/)
})
