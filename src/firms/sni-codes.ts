import { type Classification, editionsWith, idIn, isDoubtful } from '../edition/classification.js'
import type { WrittenCode } from '../edition/sector-codes.js'
import type { SniCells, SniPart } from './sni-words.js'

/** A code as written, and the sector that it lies in. */
export interface SniCode {
  /** Section letter, or two to five digits without dot. */
  readonly code: string
  /** Id of the section or division. */
  readonly sector: string
}

/** How codes are to be taken. */
export interface SniColumn {
  /** Reads cells of them. */
  readonly cells: SniCells
  /** Null where nothing tells. */
  readonly edition: Classification | null
  /** Whether a person has said so: then a code of another edition contradicts it. */
  readonly isStated: boolean
  /** Whether they are classes of four digits, so that 1610 is 16.10 and not 01610. */
  readonly hasFourDigits: boolean
}

/** Why something is not taken for a code. */
export interface SniFault {
  /** The same words for all that are not taken for the same reason. */
  readonly reason: string
  /** What is particular to this one, such as the two readings that it has. */
  readonly detail: string | null
}

const fault = (reason: string, detail: string | null = null): SniFault => ({ reason, detail })

/** The code that a part of a cell is, or why it is none. */
export function readSniPart(part: SniPart, of: SniColumn): SniCode | SniFault {
  switch (part.kind) {
    case 'CODE':
      return ofEdition(part.code, of)
    case 'LOST_ZERO':
      if (of.hasFourDigits && (of.edition ?? of.cells.classifications[0]).codes.has(part.code)) {
        return ofEdition(part.code, of)
      }
      return fault(
        'has two readings: the zero before it may be lost; write the dot, as in 16.10',
        `${dotted(part.with0)} or ${dotted(part.code)}`,
      )
    case 'TWO_READINGS':
      return fault('has two readings', part.detail)
    case 'DATE':
      return fault('is a day: Excel makes one of a code such as 01.11; format the column as text')
    case 'SPAN':
      return fault('is a span of codes')
    case 'NO_CODE':
      return fault('is no code of SNI, such as C, 25, C25, 25110 or 25.110')
  }
}

function ofEdition(code: WrittenCode, { cells, edition, isStated }: SniColumn): SniCode | SniFault {
  const { classifications } = cells
  const [meant] = classifications
  const detail = dotted(code)
  const having = editionsWith(classifications, code)
  const [first] = having
  if (first === undefined) return fault(`is no code of ${meant.name}`, detail)
  const isOfColumn = edition !== null && having.includes(edition)
  if (!isOfColumn && isStated && edition !== null && (first.inGraph || first === meant)) {
    return fault(`is a code of ${first.name}, though the column is said to be of ${edition.name}`, detail)
  }
  const of = isOfColumn ? edition : first
  if (edition === null && isDoubtful(code, having)) {
    const names = having.map(({ name }) => `one of ${name}`).join(' and ')
    return fault(
      `has ${words(having.length)} readings, ${names}, and the file does not tell which: give --sni-edition`,
      detail,
    )
  }
  if (of.inGraph) return sniCode(of, code)
  if (!having.includes(meant)) return fault(`is a code of ${of.name}; the graph knows ${meant.name}`, detail)
  if (!isDoubtful(code, [meant, of])) return sniCode(meant, code)
  return fault(`means something else in ${of.name} than in ${meant.name}, which the graph knows`, detail)
}

const words = (count: number): string => (count === 2 ? 'two' : String(count))

function sniCode(edition: Classification, code: WrittenCode): SniCode {
  const { letter, digits } = code
  return { code: digits === '' ? letter : digits, sector: idIn(edition, edition.codes.sectorOf(code) ?? '') }
}

const dotted = ({ letter, digits }: WrittenCode): string =>
  `${letter}${digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits}`
