import { ImportError } from '../import-error.js'
import type { TextFile } from '../readers/text-file.js'
import { textLines } from '../readers/text-lines.js'
import { organisationNumber, requiredText } from './cells.js'
import { sniOf } from './firm-rows.js'
import type { FirmStatement } from './firm-statement.js'
import type { Municipalities } from './places.js'
import { municipalityOfPostTown } from './post-towns.js'
import type { RowReading } from './publish.js'
import { RowRefusal } from './refusal.js'
import { type Asked, whyNotThere } from './selection.js'

const read = ['PeOrgNr', 'Namn', 'Foretagsnamn', 'FtgStat', 'JurForm', 'PostOrt'] as const
const industries = ['Ng1', 'Ng2', 'Ng3', 'Ng4', 'Ng5'] as const
type Field = (typeof read)[number] | (typeof industries)[number]

/** Natural persons, and estates of deceased ones. */
const personForms: readonly string[] = ['10', '91']
const ACTIVE = '1'

/**
 * Reads Statistics Sweden's file of legal entities, parted by tabs. Streets, c/o lines and post numbers are not read.
 * @throws ImportError where the first line is another.
 */
export async function* readScb(
  file: TextFile,
  municipalities: Municipalities,
  asked: Asked,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RowReading<FirmStatement>> {
  let places: ReadonlyMap<Field, number> = new Map()
  for await (const { line, text } of textLines(file, onBytes)) {
    if (line === 1) places = fieldPlaces(file.path, text)
    if (line === 1 || text === '') continue
    const fields = text.split('\t')
    const field = (name: Field) => fields[places.get(name) ?? -1]?.trim() ?? ''
    yield reading(line, field, municipalityOfPostTown(field('PostOrt'), municipalities), asked)
  }
}

function fieldPlaces(path: string, firstLine: string): ReadonlyMap<Field, number> {
  const header = firstLine.split('\t')
  const places = new Map<Field, number>()
  for (const field of [...read, ...industries]) {
    const place = header.indexOf(field)
    if (place < 0) throw new ImportError(path, 1, `the first line names no field ${field}: this is no scb_bulkfil`)
    places.set(field, place)
  }
  return places
}

function reading(
  line: number,
  field: (name: Field) => string,
  municipality: string | null,
  asked: Asked,
): RowReading<FirmStatement> {
  const number = field('PeOrgNr')
  if ((/^\d{12}$/.test(number) && !number.startsWith('16')) || personForms.includes(field('JurForm'))) {
    return { line, leftOut: 'sole traders' }
  }
  if (field('FtgStat') !== ACTIVE) return { line, leftOut: 'not active' }
  // Before what is wrong with the row: elsewhere that is nobody's concern.
  const elsewhere = whyNotThere(municipality, asked)
  if (elsewhere !== null) return { line, leftOut: elsewhere }
  try {
    return { line, item: firmOf(line, field, number, municipality) }
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error
    return error.person ? { line, leftOut: 'sole traders' } : { line, refusal: error }
  }
}

function firmOf(
  line: number,
  field: (name: Field) => string,
  number: string,
  municipality: string | null,
): FirmStatement {
  return {
    number: organisationNumber('PeOrgNr', number),
    name: requiredText('Namn', field('Namn') || field('Foretagsnamn')),
    municipality,
    sni: sniOf('Ng1–Ng5', industries.map(field).join(' ')),
    ...{ employees: null, turnover: null, sizeClass: 'UNKNOWN', asOf: null },
    locator: `line ${line}; place by post town`,
  }
}
