import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'
import { ImportError } from '../import-error.js'
import type { Encoding } from './encoding.js'
import { LONGEST_LINE } from './line-length.js'
import { readingError } from './reading-error.js'
import type { TextFile } from './text-file.js'

/** A line of a file, counted from 1 as an editor counts it. */
export interface Line {
  readonly line: number
  readonly text: string
}

/**
 * The lines of a file, one at a time, without the mark of the byte order; they end with LF, CR LF or CR. Each is a text
 * of its own, so that a cell that is kept keeps no more than its line.
 * @throws ImportError for a line that is too long to be one.
 */
export async function* textLines(
  { path, encoding }: Pick<TextFile, 'path' | 'encoding'>,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Line> {
  const input = createReadStream(path)
  const plain = plainBytes(encoding)
  const decode = encoding === 'WINDOWS-1252' ? windows1252 : (bytes: Buffer) => bytes.toString('utf8')
  let line = 0
  let rest: Buffer = Buffer.alloc(0)
  const next = (bytes: Buffer): Line => {
    line += 1
    const text = decode(bytes)
    return { line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text }
  }
  try {
    for await (const chunk of input) {
      const bytes = rest.length === 0 ? plain(chunk) : Buffer.concat([rest, plain(chunk)])
      let begin = 0
      for (const { end, after } of lineEnds(bytes)) {
        yield next(bytes.subarray(begin, end))
        begin = after
      }
      rest = bytes.subarray(begin)
      if (rest.length > LONGEST_LINE) throw new ImportError(path, line + 1, `is longer than ${LONGEST_LINE} bytes`)
      onBytes(input.bytesRead)
    }
    const last = rest.at(-1) === CR ? rest.subarray(0, -1) : rest
    if (rest.length > 0) yield next(last)
  } catch (error) {
    throw readingError(path, error)
  } finally {
    input.destroy()
  }
}

const LF = 0x0a
const CR = 0x0d

/** Where lines end and the next begin; a CR that is the last byte may yet be followed by an LF. */
function* lineEnds(bytes: Buffer): Generator<{ readonly end: number; readonly after: number }> {
  let lf = bytes.indexOf(LF)
  let cr = bytes.indexOf(CR)
  while (true) {
    const isCr = cr >= 0 && (lf < 0 || cr < lf)
    const end = isCr ? cr : lf
    if (end < 0 || (isCr && end === bytes.length - 1)) return
    const after = isCr && lf === end + 1 ? end + 2 : end + 1
    yield { end, after }
    if (lf >= 0 && lf < after) lf = bytes.indexOf(LF, after)
    if (cr >= 0 && cr < after) cr = bytes.indexOf(CR, after)
  }
}

/** A text in UTF-16 as UTF-8, part by part; others as they are. */
function plainBytes(encoding: Encoding): (part: Buffer) => Buffer {
  if (encoding === 'UTF-8' || encoding === 'WINDOWS-1252') return (part) => part
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (part) => Buffer.from(decoder.decode(part, { stream: true }), 'utf8')
}

/** Windows-1252 is Latin-1 but for 27 signs, which few lines have. */
function windows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return /[\x80-\x9f]/.test(text) ? iconv.decode(bytes, 'windows-1252') : text
}
