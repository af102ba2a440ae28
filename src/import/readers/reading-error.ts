import { access, constants } from 'node:fs/promises'
import { ImportError } from '../import-error.js'

/** What went wrong while a file was read, as one line. Other errors come back as they are. */
export function readingError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new ImportError(file, null, 'there is no such file', { cause: error })
  if (code === 'EISDIR') return new ImportError(file, null, 'is a folder', { cause: error })
  if (code === 'EACCES' || code === 'EPERM') return new ImportError(file, null, 'may not be read', { cause: error })
  return error
}

/** @throws ImportError where a file cannot be read at all, before anything else is done for it. */
export async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    throw readingError(file, error)
  }
}
