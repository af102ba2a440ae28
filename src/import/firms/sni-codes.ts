import { type Classification, type Classifications, idIn } from '../../edition/classification.js'
import type { WrittenCode } from '../../edition/sector-codes.js'
import { RowRefusal } from './refusal.js'
import { EditionSurvey, editionsWith, isDoubtful } from './sni-editions.js'
import { SniCells, type SniPart } from './sni-words.js'

/** A code as written, and the sector that it lies in. */
export interface SniCode {
  /** Section letter, or two to five digits without dot. */
  readonly code: string
  /** Id of the section or division. */
  readonly sector: string
}

/** How the codes of a column are to be taken. */
export interface SniColumn {
  /** Reads its cells. */
  readonly cells: SniCells
  /** Null where nothing tells. */
  readonly edition: Classification | null
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
  for (const part of of.cells.parts(text)) {
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
      if (of.hasFourDigits && (of.edition ?? of.cells.classifications[0]).codes.has(part.code)) {
        return ofEdition(column, part.code, of)
      }
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

function ofEdition(column: string, code: WrittenCode, { cells, edition, isStated }: SniColumn): SniCode | RowRefusal {
  const { classifications } = cells
  const [meant] = classifications
  const detail = dotted(code)
  const having = editionsWith(classifications, code)
  const [first] = having
  if (first === undefined) return new RowRefusal(column, `is no code of ${meant.name}`, { detail })
  const isOfColumn = edition !== null && having.includes(edition)
  if (!isOfColumn && isStated && edition !== null && (first.inGraph || first === meant)) {
    const reason = `is a code of ${first.name}, though the column is said to be of ${edition.name}`
    return new RowRefusal(column, reason, { detail })
  }
  const of = isOfColumn ? edition : first
  if (edition === null && isDoubtful(code, having)) {
    const names = having.map(({ name }) => `one of ${name}`).join(' and ')
    const reason = `has ${words(having.length)} readings, ${names}, and the file does not tell which: give --sni-edition`
    return new RowRefusal(column, reason, { detail })
  }
  if (of.inGraph) return sniCode(of, code)
  if (!having.includes(meant)) {
    return new RowRefusal(column, `is a code of ${of.name}; the graph knows ${meant.name}`, { detail })
  }
  if (!isDoubtful(code, [meant, of])) return sniCode(meant, code)
  const reason = `means something else in ${of.name} than in ${meant.name}, which the graph knows`
  return new RowRefusal(column, reason, { detail })
}

const words = (count: number): string => (count === 2 ? 'two' : String(count))

function sniCode(edition: Classification, code: WrittenCode): SniCode {
  const { letter, digits } = code
  return { code: digits === '' ? letter : digits, sector: idIn(edition, edition.codes.sectorOf(code) ?? '') }
}

const dotted = ({ letter, digits }: WrittenCode): string =>
  `${letter}${digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits}`

const MOST_HEARD = 10_000

/** Collects what the cells of a column tell of its edition and of how its codes are written. */
export class SniSurvey {
  private readonly cells: SniCells
  readonly editions: EditionSurvey
  /** How many codes there are, and how many of them mean one thing in one edition and another in the other. */
  codes = 0
  doubtful = 0
  private four = 0
  private five = 0

  constructor(readonly classifications: Classifications) {
    this.cells = new SniCells(classifications)
    this.editions = new EditionSurvey(classifications)
  }

  /** Cells by what stands in them: a column says the same in many rows. */
  private readonly heard = new Map<string, number>()

  hear(text: string): void {
    this.heard.set(text, (this.heard.get(text) ?? 0) + 1)
    if (this.heard.size >= MOST_HEARD) this.count()
  }

  private count(): void {
    for (const [text, times] of this.heard) {
      for (const part of this.cells.parts(text)) if (part.kind === 'CODE') this.add(part.code, text, times)
    }
    this.heard.clear()
  }

  private add(code: WrittenCode, text: string, times: number): void {
    this.codes += times
    this.editions.hear(code, times)
    if (isDoubtful(code, editionsWith(this.classifications, code))) this.doubtful += times
    if (/^\d{4}(?: ?; ?\d{4})*$/.test(text.trim())) this.four += times
    if (/\d{5}/.test(text)) this.five += times
  }

  /** How the column is to be taken. @param stated by the user or the header. */
  column(stated: Classification | null): SniColumn {
    this.count()
    return {
      cells: this.cells,
      edition: stated ?? this.editions.inferred(),
      isStated: stated !== null,
      hasFourDigits: this.four > 0 && this.five === 0,
    }
  }
}
