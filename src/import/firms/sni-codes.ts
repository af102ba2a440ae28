import { sniDivision, sniSection } from '../sni.js'
import { isNaceClass, isNaceGroup } from './nace-classes.js'

/** An SNI 2007 code as written, and the sector that it lies in. */
export interface SniCode {
  /** Section letter, or two to five digits without dot. */
  readonly code: string
  /** Id of the section or division. */
  readonly sector: string
}

/** A code that statisticians give where the industry is not known. */
const UNKNOWN = '00000'

const written = /^(?<letter>[A-Ua-u]?)(?<digits>\d{2}|\d{5}|\d{2}\.\d{1,3})$/

/**
 * Reads codes parted by spaces, main one first: a section (`C`), a division (`25`, `C25`), or a finer code (`25.1`,
 * `25.11`, `25110`, `25.110`), which is kept and lies in its division. Null where one of them is no code of SNI 2007.
 */
export function readSniCodes(text: string): SniCode[] | null {
  const codes: SniCode[] = []
  for (const word of text.split(/[\s,]+/).filter((each) => each !== '' && each !== UNKNOWN)) {
    const code = readSniCode(word)
    if (code === null) return null
    if (codes.every((each) => each.code !== code.code)) codes.push(code)
  }
  return codes
}

function readSniCode(word: string): SniCode | null {
  const section = sniSection(word.toUpperCase())
  if (section !== null) return { code: section, sector: `sector:sni2007-${section}` }
  const { letter = '', digits: dotted } = written.exec(word)?.groups ?? {}
  if (dotted === undefined) return null
  const digits = dotted.replace('.', '')
  const division = sniDivision(`${letter.toUpperCase()}${digits.slice(0, 2)}`)
  const isKnown = digits.length < 3 || (digits.length === 3 ? isNaceGroup(digits) : isNaceClass(digits.slice(0, 4)))
  return division !== null && isKnown ? { code: digits, sector: `sector:sni2007-${division}` } : null
}
