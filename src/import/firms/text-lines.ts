import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { TextFile } from './text-file.js'

/** The lines of a file, one at a time, counted from 1, without the mark of the byte order. */
export async function* textLines(
  { path, encoding }: Pick<TextFile, 'path' | 'encoding'>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const input = createReadStream(path, { encoding })
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    if (line % 1_000 === 0) onBytes(input.bytesRead)
    yield { line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text }
  }
  onBytes(input.bytesRead)
}
