import { AskError } from '../../ask.js'

/** Bytes of a file that the server takes. */
const LARGEST_FILE = 500_000_000

/** Ends of names of files that are no list, though they may hold one. */
const otherKinds = /\.(xls|xlsb|ods|numbers|pdf|docx?|pptx?|zip|7z|gz|rar|json|xml|png|jpe?g|gif)$/i

/** What is said of a file that cannot be sent. */
interface FileWords {
  readonly fileMissing: string
  readonly fileEmpty: string
  readonly fileTooLarge: string
  readonly fileWrongKind: string
  readonly fileRefused: string
}

/**
 * The file, as far as one can see before it is sent.
 * @throws AskError that names it.
 */
export function requireSendable(file: File | null): File {
  if (file === null) throw new AskError('FILE_MISSING', '', 'file')
  if (file.size === 0) throw new AskError('FILE_EMPTY', '', 'file')
  if (file.size > LARGEST_FILE) throw new AskError('REQUEST_TOO_LARGE', '', 'file')
  if (otherKinds.test(file.name)) throw new AskError('FILE_OF_OTHER_KIND', '', 'file')
  return file
}

/** What is wrong with a file; null where something else is. */
export function fileFault({ code, argument, message }: AskError, texts: FileWords): string | null {
  if (code === 'REQUEST_TOO_LARGE') return texts.fileTooLarge
  if (argument !== 'file') return null
  const words = new Map([
    ['FILE_MISSING', texts.fileMissing],
    ['FILE_EMPTY', texts.fileEmpty],
    ['FILE_OF_OTHER_KIND', texts.fileWrongKind],
  ])
  return words.get(code) ?? `${texts.fileRefused} ${message}`
}
