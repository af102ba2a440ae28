import { createReadStream } from 'node:fs'

/** No line of a text is longer; a file with one is refused before it fills the memory. */
export const LONGEST_LINE = 1_048_576

const LF = 0x0a
const CR = 0x0d

/** Hears the parts of a file; false as soon as a line is too long. `begin` is where that line begins, in bytes. */
export function lineLengthCheck(): { hear(part: Buffer): boolean; readonly begin: number } {
  let begin = 0
  let bytes = 0
  return {
    hear(part) {
      const last = Math.max(part.lastIndexOf(LF), part.lastIndexOf(CR))
      bytes += part.length
      if (last >= 0) begin = bytes - part.length + last + 1
      return bytes - begin <= LONGEST_LINE
    },
    get begin() {
      return begin
    },
  }
}

/** The line, counted from 1, in which a byte stands. */
export async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1
  let previous = 0
  if (offset === 0) return line
  for await (const chunk of createReadStream(path, { end: offset - 1 })) {
    for (const byte of Buffer.from(chunk)) {
      // In UTF-16 every second byte of a line end is 0.
      if (byte === 0) continue
      if (byte === LF ? previous !== CR : byte === CR) line += 1
      previous = byte
    }
  }
  return line
}
