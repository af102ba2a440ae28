import { type Classifications, calledAs } from '../edition/classification.js'
import type { WrittenCode } from '../edition/sector-codes.js'
import { isDateOfExcel } from '../text/excel-dates.js'
import { isEmpty, plainCell } from '../text/plain-cell.js'
import { remembered } from '../text/remembered.js'

/** A part of a cell: a code as written, what can be read as more than one, or what is none. */
export type SniPart =
  | { readonly kind: 'CODE'; readonly code: WrittenCode }
  /** Digits that are a class or group, or a code that has lost the zero before it. */
  | { readonly kind: 'LOST_ZERO'; readonly code: WrittenCode; readonly with0: WrittenCode }
  | { readonly kind: 'TWO_READINGS'; readonly detail: string }
  | { readonly kind: 'DATE' }
  /** All codes from one to another, such as 10-33. */
  | { readonly kind: 'SPAN' }
  | { readonly kind: 'NO_CODE' }

/** A code that statisticians give where the industry is not known. */
const UNKNOWN = '00000'

const MOST_REMEMBERED = 10_000

/** A longer text may have been cut within a code. */
const LONGEST = 500

const NO_CODE: SniPart = { kind: 'NO_CODE' }

const token = /^(?<letter>[A-V])?[ .-]?(?<digits>\d+(?:[.,]\d+)*)(?![\d\p{L}])/iu
const letterAlone = /^(?<letter>[A-V])(?=$| ?[,:]| - )/i
/** Where a further code begins within a name: behind a comma, and of at least four digits or with a dot. */
const codeBehindName = /, ?(?=(?:[A-V] ?)?(?:\d{5}|\d{4}|\d{2}\.\d{1,3})(?!\d))/

/** Reads cells of codes of some editions, and remembers the last ones. */
export class SniCells {
  private readonly label: RegExp

  constructor(readonly classifications: Classifications) {
    const names = classifications
      .flatMap(({ called }) => called.map(calledAs))
      .toSorted((left, right) => right.length - left.length)
    this.label = new RegExp(
      `^(?:SNI|NACE)(?:[- ]?kod(?:er)?|[- ]?codes?)?[- ]?(?:(?:${names.join('|')})(?!\\d))? ?[:=]? ?`,
      'i',
    )
  }

  /** The parts of a cell: codes parted by `;`, `|`, `/`, line ends, blanks or commas, each with its name behind it or not. */
  readonly parts = remembered(MOST_REMEMBERED, (text): readonly SniPart[] => {
    const plain = plainCell(text.replace(/[\r\n]+/g, ';'))
    if (isEmpty(plain)) return []
    if (text.length > LONGEST) return [NO_CODE]
    if (/^0+$/.test(plain)) return []
    if (isDateOfExcel(plain)) return [{ kind: 'DATE' }]
    return plain
      .split(/[;|]|\/(?= ?(?:[A-V] ?)?\d)| (?:och|and|samt|&|\+) (?=(?:[A-V] ?)?\d{2})/i)
      .map((segment) => segment.trim())
      .filter((segment) => !isEmpty(segment) && !/^0+$/.test(segment))
      .flatMap((segment) => (isDateOfExcel(segment) ? [{ kind: 'DATE' as const }] : this.partsOfSegment(segment)))
  })

  private partsOfSegment(segment: string): SniPart[] {
    const parts: SniPart[] = []
    let rest = segment.replace(this.label, '')
    while (rest !== '') {
      const read = this.partAt(rest)
      if (read === null) return [...parts, NO_CODE]
      const after = rest.slice(read.length)
      if (/^ ?- ?\d/.test(after)) return [{ kind: 'SPAN' }]
      parts.push(...read.parts)
      rest = behind(after)
    }
    return parts
  }

  private partAt(text: string): { readonly parts: SniPart[]; readonly length: number } | null {
    const [grouped, before = '', after = ''] = /^(\d{2}) (\d{2,3})(?![\d.,])/.exec(text) ?? []
    if (grouped !== undefined) {
      const one = { letter: '', digits: `${before}${after}` }
      const isTwo = this.isKnown({ letter: '', digits: after })
      if (this.isKnown(one)) {
        const detail = `${one.digits}, or ${before} and ${after}`
        return {
          parts: [isTwo ? { kind: 'TWO_READINGS', detail } : { kind: 'CODE', code: one }],
          length: grouped.length,
        }
      }
    }
    const [whole, letter = '', digits = ''] = token.exec(text) ?? []
    if (whole !== undefined) return { parts: this.partsOfDigits(letter.toUpperCase(), digits), length: whole.length }
    const [alone] = letterAlone.exec(text) ?? []
    if (alone === undefined) return null
    return { parts: [{ kind: 'CODE', code: { letter: alone.toUpperCase(), digits: '' } }], length: alone.length }
  }

  private isKnown(code: WrittenCode): boolean {
    return this.classifications.some(({ codes }) => codes.has(code))
  }

  private partsOfDigits(letter: string, written: string): SniPart[] {
    // A program that takes codes for numbers writes 25110.0.
    const digits = written.replace(/^(\d{3,5})[.,]0+$/, '$1')
    if (digits === UNKNOWN) return []
    if (/^\d+$/.test(digits)) return [this.ofPlainDigits(letter, digits)]
    const [, whole = '', after = ''] = /^(\d{1,2})[.,](\d{1,3})$/.exec(digits) ?? []
    if (whole !== '') return [this.ofDottedDigits(letter, whole, after, digits)]
    return this.ofList(letter, digits)
  }

  private ofPlainDigits(letter: string, digits: string): SniPart {
    const code = { letter, digits }
    if (digits.length === 2 || digits.length === 5) return { kind: 'CODE', code }
    if (digits.length !== 3 && digits.length !== 4) return NO_CODE
    const with0 = { letter, digits: `0${digits}` }
    return this.isKnown(with0) ? { kind: 'LOST_ZERO', code, with0 } : { kind: 'CODE', code }
  }

  private ofDottedDigits(letter: string, whole: string, after: string, written: string): SniPart {
    if (whole.length === 1) {
      const code = { letter, digits: `0${whole}${after}` }
      return after === '0' ? NO_CODE : { kind: 'CODE', code }
    }
    const code = { letter, digits: `${whole}${after}` }
    if (this.isKnown(code)) return { kind: 'CODE', code }
    if (after === '0') return { kind: 'CODE', code: { letter, digits: whole } }
    const isTwo = written.includes(',') && [whole, after].every((digits) => this.isKnown({ letter: '', digits }))
    return isTwo
      ? { kind: 'TWO_READINGS', detail: `${whole}.${after}, or ${whole} and ${after}` }
      : { kind: 'CODE', code }
  }

  /** Codes with commas between them; of two digits each, nobody can tell commas from dots. */
  private ofList(letter: string, written: string): SniPart[] {
    const pieces = written.split(',')
    if (pieces.length < 2 || !pieces.every((piece) => /^\d{2,5}$|^\d{1,2}\.\d{1,3}$/.test(piece))) return [NO_CODE]
    if (pieces.length > 2 && pieces.every((piece) => /^\d{2,3}$/.test(piece))) {
      return [{ kind: 'TWO_READINGS', detail: `${pieces.join(' and ')}, or pairs of them` }]
    }
    return pieces.flatMap((piece, index) => this.partsOfDigits(index === 0 ? letter : '', piece))
  }
}

/** What follows a code and its name, if that is there: the next code, or nothing. */
function behind(rest: string): string {
  const next = rest.replace(/^[ ,.:-]+/, '')
  if (next === '' || token.test(next) || letterAlone.test(next)) return next
  if (!/^[("]?\p{L}/u.test(next)) return next
  const at = next.search(codeBehindName)
  return at < 0 ? '' : next.slice(at).replace(/^, ?/, '')
}
