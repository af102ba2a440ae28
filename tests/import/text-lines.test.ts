import { describe, expect, it } from 'vitest'
import { LONGEST_LINE, lineAt, lineLengthCheck } from '../../src/import/readers/line-length.js'
import { mojibakeCheck } from '../../src/import/readers/mojibake.js'
import { encoded, writtenFiles } from './written-files.js'

const { write } = writtenFiles()

describe('a line', () => {
  it('may have as many bytes as the bound, and not one more', () => {
    const whole = Buffer.alloc(LONGEST_LINE, 'a')
    expect(lineLengthCheck().hear(whole)).toBe(true)
    expect(lineLengthCheck().hear(Buffer.concat([whole, Buffer.from('a')]))).toBe(false)
  })

  it('goes on from one part of a file to the next, and begins behind the last line’s end', () => {
    const check = lineLengthCheck()
    expect(check.hear(Buffer.from('first\nsecond'))).toBe(true)
    expect(check.hear(Buffer.alloc(LONGEST_LINE - 'second'.length, 'a'))).toBe(true)
    expect(check.begin).toBe('first\n'.length)
    expect(check.hear(Buffer.from('a'))).toBe(false)
  })

  it.each([
    ['LF', '\n', 'utf8'],
    ['CR LF', '\r\n', 'utf8'],
    ['CR, as old spreadsheets write', '\r', 'utf8'],
    ['CR LF in UTF-16', '\r\n', 'utf-16le'],
  ])('is counted as an editor does where lines end with %s', async (_, end, encoding) => {
    const before = ['one', 'two', 'three', ''].join(end)
    const path = write(encoded(`${before}four`, encoding))
    expect(await lineAt(path, encoded(before, encoding).length)).toBe(4)
    expect(await lineAt(path, 0)).toBe(1)
  })
})

it('a letter that was encoded twice is told by where the first stands, in whichever order they are looked for', () => {
  const check = mojibakeCheck()
  check.hear(Buffer.from('plain;'))
  check.hear(Buffer.from('VÃ¤nnÃ¥s;LuleÃ¥'))
  expect(check.at).toBe('plain;V'.length)
})
