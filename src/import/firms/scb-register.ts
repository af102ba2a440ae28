import type { Classified } from '../../edition/classification.js'
import type { SniColumn } from '../../firms/sni-codes.js'
import { MASK } from '../../text/person-number.js'
import { ImportError } from '../import-error.js'
import type { TextFile } from '../readers/text-file.js'
import { textLines } from '../readers/text-lines.js'
import { organisationNumber, requiredText } from './cells.js'
import type { FirmStatement } from './firm-statement.js'
import type { RowReading } from './holdings.js'
import type { Municipalities } from './places.js'
import { type RefusedCell, RowRefusal } from './refusal.js'
import { type Asked, whyNotThere } from './selection.js'
import { readSniCodes, SniSurvey } from './sni-codes.js'

const read = ['PeOrgNr', 'Namn', 'Foretagsnamn', 'FtgStat', 'JurForm', 'PostOrt'] as const
const industries = ['Ng1', 'Ng2', 'Ng3', 'Ng4', 'Ng5'] as const
type Field = (typeof read)[number] | (typeof industries)[number]

/** Natural persons, and estates of deceased ones. */
const personForms: readonly string[] = ['10', '91']
const ACTIVE = '1'

/** How the codes of a file are to be taken, as all of them together tell. @throws ImportError where the first line is another. */
export async function surveyScb(file: TextFile, { classifications }: Classified): Promise<SniSurvey> {
  const survey = new SniSurvey(classifications)
  for await (const { field } of fieldsOf(file, () => {})) survey.hear(codesOf(field))
  return survey
}

/**
 * Reads Statistics Sweden's file of legal entities, parted by tabs. Streets, c/o lines and post numbers are not read.
 * @throws ImportError where the first line is another.
 */
export async function* readScb(
  file: TextFile,
  {
    municipalities,
    asked,
    sni,
  }: { readonly municipalities: Municipalities; readonly asked: Asked; readonly sni: SniColumn },
  onBytes: (bytes: number) => void,
): AsyncGenerator<RowReading<FirmStatement>> {
  for await (const { line, field } of fieldsOf(file, onBytes)) {
    yield reading(line, field, municipalities.findPostTown(field('PostOrt')), asked, sni)
  }
}

type FieldReader = (name: Field) => string

async function* fieldsOf(
  file: TextFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ readonly line: number; readonly field: FieldReader }> {
  let places: ReadonlyMap<Field, number> = new Map()
  for await (const { line, text } of textLines(file, onBytes)) {
    if (line === 1) places = fieldPlaces(file.path, text)
    if (line === 1 || text === '') continue
    const fields = text.split('\t')
    yield { line, field: (name) => fields[places.get(name) ?? -1]?.trim() ?? '' }
  }
}

/** Those that are given; an industry that is not known is written with noughts. */
const codesOf = (field: FieldReader): string =>
  industries
    .map(field)
    .filter((code) => /[^0]/.test(code))
    .join(';')

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
  field: FieldReader,
  municipality: string | null,
  asked: Asked,
  sni: SniColumn,
): RowReading<FirmStatement> {
  const number = field('PeOrgNr')
  if ((/^\d{12}$/.test(number) && !number.startsWith('16')) || personForms.includes(field('JurForm'))) {
    return { line, leftOut: 'sole traders', firm: MASK }
  }
  const firm = number.slice(2)
  if (field('FtgStat') !== ACTIVE) return { line, leftOut: 'not active', firm }
  // Before what is wrong with the row: elsewhere that is nobody's concern.
  const elsewhere = whyNotThere(municipality, asked)
  if (elsewhere !== null) return { line, leftOut: elsewhere, firm }
  try {
    return { line, firm, ...firmOf(line, field, number, municipality, sni) }
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error
    if (error.person) return { line, leftOut: 'sole traders', firm: MASK }
    return { line, refusal: error, firm: field('Namn'), cell: error.column === 'PeOrgNr' ? number : '' }
  }
}

function firmOf(
  line: number,
  field: FieldReader,
  number: string,
  municipality: string | null,
  sni: SniColumn,
): { readonly item: FirmStatement; readonly cells: readonly RefusedCell[] } {
  const { codes, refusals } = readSniCodes('Ng1–Ng5', codesOf(field), sni)
  const item: FirmStatement = {
    number: organisationNumber('PeOrgNr', number),
    name: requiredText('Namn', field('Namn') || field('Foretagsnamn')),
    municipality,
    sni: codes,
    ...{ employees: null, turnover: null, sizeClass: 'UNKNOWN', asOf: null },
    locator: `line ${line}; place by post town`,
  }
  return { item, cells: refusals.map((refusal) => ({ refusal, text: codesOf(field) })) }
}
