import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { RefusedError } from '../../kernel/refused-error.js'

/** Where somebody types, or what a program sends. */
export type Typed = Readable & { readonly isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown }

/**
 * A password: asked for on a terminal, twice and without an echo, else the first line of standard input. It is never an
 * argument, which other users of the machine would see.
 * @param whose account it is of.
 * @throws RefusedError where none comes, the two differ, or nobody wants to go on.
 */
export async function askedPassword(
  whose: string,
  input: Typed = process.stdin,
  output: Writable = process.stderr,
): Promise<string> {
  if (!input.isTTY) return firstLine(input)
  const password = await typedUnseen(`Password of ${whose} (at least 12 characters, not shown): `, input, output)
  if (password === '') throw new RefusedError('No password was typed, nothing was changed')
  const again = await typedUnseen('The same again: ', input, output)
  if (again !== password) throw new RefusedError('The two passwords differ, nothing was changed')
  return password
}

async function firstLine(input: Readable): Promise<string> {
  const lines = createInterface({ input })
  try {
    for await (const line of lines) {
      const password = line.replace(/^\uFEFF/, '')
      if (password !== '') return password
      break
    }
  } finally {
    lines.close()
    input.destroy()
  }
  throw new RefusedError('The first line of standard input is to be the password, and there is none')
}

const backspace = new Set(['\b', '\u007f'])
const ends = new Set(['\r', '\n', '\u0004'])
/** What clears the line: Ctrl-U. */
const CLEARS = '\u0015'
/** Ctrl-C, which a raw terminal hands on. */
const STOPS = '\u0003'

function typedUnseen(question: string, input: Typed, output: Writable): Promise<string> {
  output.write(question)
  input.setRawMode?.(true)
  input.resume()
  const letters = new StringDecoder('utf8')
  return new Promise<string>((resolve, reject) => {
    let typed: string[] = []
    const end = (then: () => void) => {
      input.off('data', take)
      input.off('end', stop)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      then()
    }
    const stop = () => end(() => reject(new RefusedError('Stopped, nothing was changed')))
    const take = (bytes: Buffer | string) => {
      const came = [...(typeof bytes === 'string' ? bytes : letters.write(bytes))]
      for (const [index, letter] of came.entries()) {
        if (letter === STOPS) return stop()
        if (ends.has(letter)) {
          const password = typed.join('')
          return end(() => {
            // What was pasted with it answers the next question.
            if (index + 1 < came.length) input.unshift(Buffer.from(came.slice(index + 1).join('')))
            resolve(password)
          })
        }
        if (letter === CLEARS) typed = []
        else if (backspace.has(letter)) typed.pop()
        else typed.push(letter)
      }
    }
    input.on('data', take)
    input.on('end', stop)
  })
}
