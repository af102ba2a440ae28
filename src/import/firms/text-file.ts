import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { readingError } from '../csv-rows.js'
import { ImportError } from '../import-error.js'

export type Encoding = 'utf8' | 'latin1'

/** A file of text, as far as it has to be known before it is read. */
export interface TextFile {
  readonly path: string
  readonly encoding: Encoding
  readonly bytes: number
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string
  /** Its first line, without the mark of the byte order. */
  readonly firstLine: string
}

const LONGEST_FIRST_LINE = 65_536

/**
 * Reads a file once through: what is valid UTF-8 is taken for that, the rest for ISO-8859-1.
 * @throws ImportError where it cannot be read or is no text.
 */
export async function inspectTextFile(path: string): Promise<TextFile> {
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begin = Buffer.alloc(0)
  let bytes = 0
  let isUtf8 = true
  try {
    for await (const chunk of createReadStream(path)) {
      const part = Buffer.from(chunk)
      hash.update(part)
      bytes += part.length
      if (begin.length < LONGEST_FIRST_LINE) begin = Buffer.concat([begin, part.subarray(0, LONGEST_FIRST_LINE)])
      isUtf8 &&= decodes(decoder, part)
    }
    isUtf8 &&= decodes(decoder, Buffer.alloc(0), false)
  } catch (error) {
    throw readingError(path, error)
  }
  if (begin.includes(0)) throw new ImportError(path, null, 'is no text in UTF-8 or ISO-8859-1: save it as CSV (UTF-8)')
  if (bytes === 0) throw new ImportError(path, null, 'is empty')
  const encoding = isUtf8 ? 'utf8' : 'latin1'
  const [firstLine = ''] = begin
    .toString(encoding)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n|\r/, 1)
  return { path, encoding, bytes, hash: hash.digest('hex'), firstLine }
}

function decodes(decoder: TextDecoder, part: Buffer, stream = true): boolean {
  try {
    decoder.decode(part, { stream })
    return true
  } catch {
    return false
  }
}
