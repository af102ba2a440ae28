import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'

/** How the bytes of a file are its letters. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'WINDOWS-1252'

/** The encoding that the mark of the byte order names. */
export function markedEncoding(begin: Buffer): Encoding | null {
  const marks: readonly (readonly [Encoding, readonly number[]])[] = [
    ['UTF-8', [0xef, 0xbb, 0xbf]],
    ['UTF-16LE', [0xff, 0xfe]],
    ['UTF-16BE', [0xfe, 0xff]],
  ]
  return marks.find(([, mark]) => mark.every((byte, index) => begin[index] === byte))?.[0] ?? null
}

/** Hears the parts of a file and tells whether together they are valid UTF-8. */
export function utf8Check(): { hear(part: Buffer): void; isValid(): boolean } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  const decode = (part: Buffer, stream: boolean) => {
    try {
      decoder.decode(part, { stream })
    } catch {
      valid = false
    }
  }
  return {
    hear(part) {
      if (valid) decode(part, true)
    },
    isValid() {
      if (valid) decode(Buffer.alloc(0), false)
      return valid
    },
  }
}

/** A line, counted from 1, and why the file is not read because of it. */
export interface Doubt {
  readonly line: number
  readonly reason: string
}

const SAVE = 'save it anew as CSV (UTF-8)'

/** What a text that is no valid UTF-8 holds, where its bytes could be read in more than one way. */
interface Findings {
  /** Whether a mark says that it is UTF-8. */
  readonly marked: boolean
  /** Lines of the first byte of each kind. */
  notUtf8: number | null
  undefinedByte: number | null
  macintosh: number | null
  dos: number | null
  /** Sequences that only UTF-8 would write, and those that capital letters before a typographic sign look like, too. */
  strong: number
  weak: number
  invalid: number
  /** Whether å, ä or ö is there as Windows-1252 writes it. */
  swedish: boolean
}

/**
 * Why a file that is not valid UTF-8 is not taken for Windows-1252 either: it is UTF-8 but for some bytes, reads as Mac
 * Roman or as a code page of DOS, or has bytes that Windows-1252 has no sign for. Null where it is Windows-1252.
 */
export async function doubtOfWindows1252(path: string): Promise<Doubt | null> {
  const found = await findings(path, false)
  if (found.strong > 0 || found.weak > found.invalid) {
    return { line: found.notUtf8 ?? 1, reason: `is not UTF-8, though other lines of the file are: ${SAVE}` }
  }
  if (!found.swedish && found.macintosh !== null) {
    return { line: found.macintosh, reason: `reads as Mac Roman (Œ, Š, š where å, ä, ö belong): ${SAVE}` }
  }
  if (!found.swedish && found.dos !== null) {
    return { line: found.dos, reason: `reads as a code page of DOS († „ ” where å, ä, ö belong): ${SAVE}` }
  }
  if (found.undefinedByte !== null) {
    return { line: found.undefinedByte, reason: `has a byte that is neither UTF-8 nor Windows-1252: ${SAVE}` }
  }
  return null
}

/** The first line that is not UTF-8 of a file that is marked as such. */
export async function doubtOfUtf8(path: string): Promise<Doubt> {
  const { notUtf8 } = await findings(path, true)
  return { line: notUtf8 ?? 1, reason: `is not UTF-8, though the file is marked as such: ${SAVE}` }
}

const swedish = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6])
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** å, ä, ö, Å of Mac Roman; Å has no sign in Windows-1252. */
const macintosh = new Set([0x8c, 0x8a, 0x9a, 0x81])
/** å behind a letter, ä or ö between letters, as code pages 437 and 850 have them; elsewhere these are † „ ”. */
const isDos = (byte: number, before: number, after: number): boolean =>
  isLetter(before) && (byte === 0x86 || ([0x84, 0x94].includes(byte) && isLetter(after)))

async function findings(path: string, marked: boolean): Promise<Findings> {
  const found: Findings = {
    marked,
    ...{ notUtf8: null, undefinedByte: null, macintosh: null, dos: null },
    ...{ strong: 0, weak: 0, invalid: 0, swedish: false },
  }
  let line = 1
  let previous = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, Buffer.from(chunk)]) : Buffer.from(chunk)
    // A sequence may go on in the next part.
    const end = Math.max(0, bytes.length - 4)
    const state = examine(bytes, end, line, previous, found)
    line = state.line
    previous = state.previous
    rest = bytes.subarray(state.at)
  }
  examine(rest, rest.length, line, previous, found)
  return found
}

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

function examine(bytes: Buffer, end: number, startLine: number, before: number, found: Findings) {
  let line = startLine
  let previous = before
  let at = 0
  let isBehind = false
  while (at < end) {
    const byte = bytes[at] ?? 0
    if (byte === 0x0a ? previous !== 0x0d : byte === 0x0d) line += 1
    const length = byte < 0x80 ? 1 : sequenceAt(bytes, at)
    const kind = length === 1 ? 'NONE' : isBehind || found.marked ? 'UTF-8' : kindOf(bytes, at)
    isBehind = length > 1
    if (kind === 'UTF-8') found.strong += 1
    else if (kind === 'EITHER') found.weak += 1
    else if (byte >= 0x80) {
      found.invalid += 1
      found.notUtf8 ??= line
      if (swedish.has(byte)) found.swedish = true
      if (undefinedBytes.has(byte)) found.undefinedByte ??= line
      if (macintosh.has(byte)) found.macintosh ??= line
      if (isDos(byte, previous, bytes[at + 1] ?? 0)) found.dos ??= line
    }
    at += length
    previous = bytes[at - 1] ?? 0
  }
  return { at, line, previous }
}

/** The length of the UTF-8 sequence that begins here; 1 where none does. */
function sequenceAt(bytes: Buffer, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
  const goesOn = (byte: number) => byte >= 0x80 && byte < 0xc0
  if (first >= 0xc2 && first < 0xe0) return goesOn(second) ? 2 : 1
  if (first >= 0xe0 && first < 0xf0) return goesOn(second) && goesOn(third) ? 3 : 1
  if (first >= 0xf0 && first < 0xf5) return goesOn(second) && goesOn(third) && goesOn(fourth) ? 4 : 1
  return 1
}

/**
 * What a sequence that is valid in UTF-8 speaks for. `Ã¤`, `â€“` and the like nobody writes in Windows-1252; `Ä–` and `Å”`
 * somebody may. Letters of other scripts stand beside each other; alone, `Ö–` and `å’’` look like them.
 */
function kindOf(bytes: Buffer, at: number): 'UTF-8' | 'EITHER' | 'WINDOWS-1252' {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  if ([0xc2, 0xc3].includes(first) || first >= 0xf0) return 'UTF-8'
  if ((first === 0xe2 && second <= 0x84) || (first === 0xef && second === 0xbf)) return 'UTF-8'
  return [0xc4, 0xc5].includes(first) ? 'EITHER' : 'WINDOWS-1252'
}
