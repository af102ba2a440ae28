import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { ImportError } from '../import-error.js'
import { type Doubt, doubtOfUtf8, doubtOfWindows1252, type Encoding, markedEncoding, utf8Check } from './encoding.js'
import { isPacked, notATable } from './file-kinds.js'
import { LONGEST_LINE, lineAt, lineLengthCheck } from './line-length.js'
import { mojibakeCheck } from './mojibake.js'
import { readingError } from './reading-error.js'

/** A file, as far as it has to be known before it is read. */
export interface ReadFile {
  readonly path: string
  readonly bytes: number
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string
}

/** A file of text. */
export interface TextFile extends ReadFile {
  readonly kind: 'TEXT'
  readonly encoding: Encoding
}

/** A file that is packed as a workbook is. */
export interface PackedFile extends ReadFile {
  readonly kind: 'PACKED'
}

/**
 * Reads a file once through, to know what it is. Its encoding is what its mark says; else UTF-8 where all of it is; else
 * Windows-1252, where nothing speaks for another.
 * @throws ImportError where it cannot be read, is neither text nor workbook, or could be read in two ways.
 */
export async function inspectFile(path: string): Promise<TextFile | PackedFile> {
  const hash = createHash('sha256')
  const utf8 = utf8Check()
  const mojibake = mojibakeCheck()
  const lineLength = lineLengthCheck()
  let begin: Buffer | null = null
  let bytes = 0
  let packed = false
  try {
    for await (const chunk of createReadStream(path)) {
      const part = Buffer.from(chunk)
      if (begin === null) {
        begin = part.subarray(0, 4_096)
        const otherwise = notATable(begin)
        if (otherwise !== null) throw new ImportError(path, null, otherwise)
        packed = isPacked(begin)
      }
      hash.update(part)
      bytes += part.length
      if (packed) continue
      utf8.hear(part)
      mojibake.hear(part)
      if (!lineLength.hear(part)) throw await tooLong(path, lineLength.begin)
    }
  } catch (error) {
    throw readingError(path, error)
  }
  if (begin === null) throw new ImportError(path, null, 'is empty')
  const known = { path, bytes, hash: hash.digest('hex') }
  if (packed) return { ...known, kind: 'PACKED' }
  const marked = markedEncoding(begin)
  const encoding = marked ?? (utf8.isValid() ? 'UTF-8' : 'WINDOWS-1252')
  if (marked === 'UTF-8' && !utf8.isValid()) throw doubtful(path, await doubtOfUtf8(path))
  if (encoding === 'UTF-8' && mojibake.at !== null) {
    throw new ImportError(path, await lineAt(path, mojibake.at), mojibake.reason)
  }
  if (encoding === 'WINDOWS-1252') {
    const doubt = await doubtOfWindows1252(path)
    if (doubt !== null) throw doubtful(path, doubt)
  }
  return { ...known, kind: 'TEXT', encoding }
}

/**
 * Reads a file of text once through, for a register.
 * @throws ImportError
 */
export async function inspectTextFile(path: string): Promise<TextFile> {
  const file = await inspectFile(path)
  if (file.kind === 'TEXT') return file
  throw new ImportError(path, null, 'is packed: unpack it first')
}

const doubtful = (path: string, { line, reason }: Doubt): ImportError => new ImportError(path, line, reason)

const tooLong = async (path: string, begin: number): Promise<ImportError> =>
  new ImportError(path, await lineAt(path, begin), `is longer than ${LONGEST_LINE} bytes, which no row of a table is`)
