import { type Entry, openPromise } from 'yauzl'
import { ImportError } from '../../import-error.js'

/** What is read of a workbook is no larger, unpacked, in bytes; a sheet of 200 000 rows and ten columns takes a fifth. */
const MOST_UNPACKED = 536_870_912

/** Parts of a packed file, by name. */
export type Parts = ReadonlyMap<string, Entry>

const MOST_PARTS = 10_000

/** Lists the parts of a packed file. @throws ImportError */
export async function partsOf(path: string): Promise<Parts> {
  const parts = new Map<string, Entry>()
  try {
    const packed = await openPromise(path, { lazyEntries: true, autoClose: false })
    try {
      for await (const entry of packed.eachEntry()) {
        parts.set(entry.fileName.replaceAll('\\', '/'), entry)
        if (parts.size > MOST_PARTS) throw new Error('too many parts')
      }
    } finally {
      packed.close()
    }
  } catch (error) {
    throw new ImportError(path, null, 'is not a complete .xlsx workbook', { cause: error })
  }
  return parts
}

/**
 * The text of a part, some at a time. What is unpacked is counted: a part that is larger than it says is none.
 * @throws ImportError
 */
export async function* partText(
  path: string,
  part: Entry,
  onUnpacked: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  if (part.uncompressedSize > MOST_UNPACKED) {
    const most = Math.round(MOST_UNPACKED / 1_048_576)
    throw new ImportError(path, null, `is larger than ${most} MB when unpacked: save its table as CSV (UTF-8)`)
  }
  const decoder = new TextDecoder()
  let unpacked = 0
  const packed = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    for await (const chunk of await packed.openReadStreamPromise(part)) {
      const bytes = Buffer.from(chunk)
      unpacked += bytes.length
      onUnpacked(unpacked)
      yield decoder.decode(bytes, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(path, null, 'is not a complete .xlsx workbook', { cause: error })
  } finally {
    packed.close()
  }
}

/** What a packed file is that is no .xlsx workbook, and what to do with it; null where it is one. */
export function notAWorkbook(parts: Parts): string | null {
  const names = [...parts.keys()]
  const has = (begin: string) => names.some((name) => name.startsWith(begin))
  const save = 'save it as .xlsx or as CSV (UTF-8)'
  if (parts.has('xl/workbook.bin')) return `is a binary workbook (.xlsb): open it and ${save}`
  if (has('xl/')) return null
  if (has('word/')) return 'is a text document (.docx): save its table as .xlsx or CSV (UTF-8)'
  if (has('ppt/')) return 'is a presentation (.pptx): save its table as .xlsx or CSV (UTF-8)'
  if (has('Index/') || parts.has('Index.zip')) return `is a table of Numbers: export it there as .xlsx or CSV`
  if (parts.has('mimetype') && parts.has('content.xml')) {
    return `is an OpenDocument file (.ods): open it and ${save}`
  }
  return 'is packed (zip): unpack it first'
}
