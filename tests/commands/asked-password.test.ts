import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askedPassword } from '../../src/commands/accounts/asked-password.js'
import { RefusedError } from '../../src/kernel/refused-error.js'

/** A terminal on which somebody types, and what it shows. */
function terminal(isTTY: boolean) {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: (isRaw: boolean) => modes.push(isRaw) })
  let shown = ''
  const output = new Writable({
    write(text, _, done) {
      shown += String(text)
      done()
    },
  })
  return { input, output, modes, shown: () => shown }
}

const typed = (text: string, isTTY = true) => {
  const { input, output, ...rest } = terminal(isTTY)
  input.end(text)
  return { password: askedPassword('anna', input, output), ...rest }
}

describe('a password', () => {
  it('is typed twice on a terminal, which shows none of it and is left as it was', async () => {
    const { password, shown, modes } = typed('gott om tid 7\rgott om tid 7\r')
    expect(await password).toBe('gott om tid 7')
    expect(shown()).toMatch(/^Password of anna .*: \nThe same again: \n$/)
    expect(modes).toEqual([true, false, true, false])
  })

  it('may be mended while it is typed', async () => {
    expect(await typed('wrong\u0015gott om tid å8\u007f7\rgott om tid å7\r').password).toBe('gott om tid å7')
  })

  it('is none where the two differ, nothing is typed, or somebody stops', async () => {
    for (const [keys, why] of [
      ['gott om tid 7\rgott om tid 8\r', 'The two passwords differ, nothing was changed'],
      ['\r', 'No password was typed, nothing was changed'],
      ['gott\u0003', 'Stopped, nothing was changed'],
      ['gott', 'Stopped, nothing was changed'],
    ] as const) {
      await expect(typed(keys).password).rejects.toThrow(new RefusedError(why))
    }
  })

  it('is the first line of what is no terminal', async () => {
    const { password, shown } = typed('\uFEFFgott om tid 7\r\nmore\n', false)
    expect(await password).toBe('gott om tid 7')
    expect(shown()).toBe('')
    await expect(typed('', false).password).rejects.toThrow('there is none')
    await expect(typed('\nsecond\n', false).password).rejects.toThrow('there is none')
  })
})
