import { ImportError } from '../import-error.js'
import type { TextFile } from '../readers/text-file.js'
import { textLines } from '../readers/text-lines.js'
import { organisationNumber, requiredText } from './cells.js'
import type { FirmStatement } from './firm-statement.js'
import type { RowReading } from './holdings.js'
import type { Municipalities } from './places.js'
import { RowRefusal } from './refusal.js'

const FIELDS = 11
const HEADER = 'organisationsidentitet'

/**
 * Reads the Companies Registration Office's file. Quotation marks stand inside descriptions as they come, so fields are
 * counted from both ends; descriptions, streets and post numbers are not read.
 * @throws ImportError where the first line is another.
 */
export async function* readBolagsverket(
  file: TextFile,
  municipalities: Municipalities,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RowReading<FirmStatement>> {
  for await (const { line, text } of textLines(file, onBytes)) {
    if (line === 1 && !text.replaceAll('"', '').startsWith(`${HEADER};`)) {
      throw new ImportError(file.path, 1, `the line does not begin with ${HEADER}: this is no bolagsverket_bulkfil`)
    }
    if (line > 1 && text !== '') yield reading(line, text, municipalities)
  }
}

function reading(line: number, text: string, municipalities: Municipalities): RowReading<FirmStatement> {
  const fields = text.replace(/^"|"$/g, '').split('";"')
  if (fields.length < FIELDS) {
    return { line, refusal: new RowRefusal('row', `has ${fields.length} fields, ${FIELDS} are asked for`) }
  }
  const [identity = '', nameNumber = '', , names = '', form = '', deregistered = ''] = fields
  const [number = '', type = ''] = identity.split('$')
  if (type !== 'ORGNR-IDORG' || form.startsWith('E-'))
    return { line, leftOut: 'sole traders and others by a person’s number' }
  if (deregistered !== '') return { line, leftOut: 'deregistered' }
  if (!['', '1'].includes(nameNumber)) return { line, leftOut: 'further names' }
  try {
    return { line, firm: number, item: firmOf(line, number, names, fields.at(-1) ?? '', municipalities) }
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error
    if (error.person) return { line, leftOut: 'sole traders and others by a person’s number' }
    return { line, refusal: error, firm: companyName(names), cell: error.column === HEADER ? number : '' }
  }
}

function firmOf(
  line: number,
  number: string,
  names: string,
  address: string,
  municipalities: Municipalities,
): FirmStatement {
  const [, , town = ''] = address.split('$')
  return {
    number: organisationNumber(HEADER, number),
    name: requiredText('organisationsnamn', companyName(names)),
    municipality: municipalities.findPostTown(town.trim()),
    ...{ sni: [], employees: null, turnover: null, sizeClass: 'UNKNOWN', asOf: null },
    locator: `line ${line}; place by post town`,
  }
}

/** Names are parted by `|`, each with its type and the day of its registration. */
function companyName(names: string): string {
  const each = names.split('|').map((name) => name.split('$'))
  const own = each.find(([, type = '']) => type.startsWith('FORETAGSNAMN')) ?? each[0]
  return own?.[0] ?? ''
}
