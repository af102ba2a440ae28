import { type SniEdition, sniDivision } from '../sni.js'
import { RowRefusal } from './refusal.js'
import { EditionSurvey, isOfEdition, meansTheSame, sniEditions, type WrittenCode } from './sni-editions.js'
import { type SniPart, sniParts } from './sni-words.js'

/** An SNI 2007 code as written, and the sector that it lies in. */
export interface SniCode {
  /** Section letter, or two to five digits without dot. */
  readonly code: string
  /** Id of the section or division. */
  readonly sector: string
}

/** How the codes of a column are to be taken. */
export interface SniColumn {
  /** Null where nothing tells. */
  readonly edition: SniEdition | null
  /** Whether a person has said so: then a code of another edition contradicts it. */
  readonly isStated: boolean
  /** Whether the column's codes are classes of four digits, so that 1610 is 16.10 and not 01610. */
  readonly hasFourDigits: boolean
}

/** What a cell says, and which of its codes are not taken. */
export interface SniReading {
  readonly codes: readonly SniCode[]
  readonly refusals: readonly RowRefusal[]
}

/** Reads the codes of a cell, main one first; one that cannot be read costs itself and none beside it. */
export function readSniCodes(column: string, text: string, of: SniColumn): SniReading {
  const codes: SniCode[] = []
  const refusals: RowRefusal[] = []
  for (const part of sniParts(text)) {
    const read = codeOf(column, part, of)
    if (read instanceof RowRefusal) refusals.push(read)
    else if (codes.every(({ code }) => code !== read.code)) codes.push(read)
  }
  return { codes, refusals }
}

function codeOf(column: string, part: SniPart, of: SniColumn): SniCode | RowRefusal {
  switch (part.kind) {
    case 'CODE':
      return ofEdition(column, part.code, of)
    case 'LOST_ZERO':
      if (of.hasFourDigits && isOfEdition(part.code, of.edition ?? 'SNI2007')) return ofEdition(column, part.code, of)
      return new RowRefusal(column, 'has two readings: the zero before it may be lost; write the dot, as in 16.10', {
        detail: `${dotted(part.with0)} or ${dotted(part.code)}`,
      })
    case 'TWO_READINGS':
      return new RowRefusal(column, 'has two readings', { detail: part.detail })
    case 'DATE':
      return new RowRefusal(column, 'is a day: Excel makes one of a code such as 01.11; format the column as text')
    case 'SPAN':
      return new RowRefusal(column, 'is a span of codes')
    case 'NO_CODE':
      return new RowRefusal(column, 'is no code of SNI, such as C, 25, C25, 25110 or 25.110')
  }
}

function ofEdition(column: string, code: WrittenCode, { edition, isStated }: SniColumn): SniCode | RowRefusal {
  const detail = dotted(code)
  const [is2007, is2025] = [isOfEdition(code, 'SNI2007'), isOfEdition(code, 'SNI2025')]
  if (!is2007 && !is2025) return new RowRefusal(column, 'is no code of SNI 2007', { detail })
  if (!is2007) return new RowRefusal(column, 'is a code of SNI 2025; the graph knows SNI 2007', { detail })
  if (!is2025) {
    if (!isStated || edition === 'SNI2007') return sniCode(code)
    return new RowRefusal(column, 'is a code of SNI 2007, though the column is said to be of SNI 2025', { detail })
  }
  if (edition === 'SNI2007' || meansTheSame(code)) return sniCode(code)
  if (edition === 'SNI2025') {
    return new RowRefusal(column, 'means something else in SNI 2025 than in SNI 2007, which the graph knows', {
      detail,
    })
  }
  return new RowRefusal(
    column,
    'has two readings, one of SNI 2007 and one of SNI 2025, and the file does not tell which: give --sni-edition',
    { detail },
  )
}

function sniCode({ letter, digits }: WrittenCode): SniCode {
  const sector = digits === '' ? letter : sniDivision(digits.slice(0, 2))
  return { code: digits === '' ? letter : digits, sector: `sector:sni2007-${sector}` }
}

const dotted = ({ letter, digits }: WrittenCode): string =>
  `${letter}${digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits}`

const MOST_HEARD = 10_000

/** Collects what the cells of a column tell of its edition and of how its codes are written. */
export class SniSurvey {
  readonly editions = new EditionSurvey()
  /** How many codes there are, and how many of them mean one thing in one edition and another in the other. */
  codes = 0
  doubtful = 0
  private four = 0
  private five = 0

  /** Cells by what stands in them: a column says the same in many rows. */
  private readonly heard = new Map<string, number>()

  hear(text: string): void {
    this.heard.set(text, (this.heard.get(text) ?? 0) + 1)
    if (this.heard.size >= MOST_HEARD) this.count()
  }

  private count(): void {
    for (const [text, times] of this.heard) {
      for (const part of sniParts(text)) if (part.kind === 'CODE') this.add(part.code, text, times)
    }
    this.heard.clear()
  }

  private add(code: WrittenCode, text: string, times: number): void {
    this.codes += times
    this.editions.hear(code, times)
    if (sniEditions.every((edition) => isOfEdition(code, edition)) && !meansTheSame(code)) this.doubtful += times
    if (/^\d{4}(?: ?; ?\d{4})*$/.test(text.trim())) this.four += times
    if (/\d{5}/.test(text)) this.five += times
  }

  /** How the column is to be taken. @param stated by the user or the header. */
  column(stated: SniEdition | null): SniColumn {
    this.count()
    return {
      edition: stated ?? this.editions.inferred(),
      isStated: stated !== null,
      hasFourDigits: this.four > 0 && this.five === 0,
    }
  }
}

/** The edition that a header names: `SNI 2025`, `SNI2007-kod`. */
export function editionOfHeader(header: string): SniEdition | null {
  if (/2025|rev\.? ?2\.1/i.test(header)) return 'SNI2025'
  return /2007|rev\.? ?2(?!\.)/i.test(header) ? 'SNI2007' : null
}
