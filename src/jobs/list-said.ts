import { moneyUnit } from '../import/firms/cells/money-units.js'
import { LONGEST_SAID } from '../import/firms/said-of-source.js'
import { countyAsked, sniAsked } from '../import/firms/selection.js'
import { type ColumnSetting, readColumnSetting } from '../import/readers/column-settings.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { enteringText, textFaults } from '../text/entering-text.js'
import { importReaders, type SaidOfList } from './import-readers.js'
import { type ImportKind, importKinds } from './job.js'

/** What is said beside a file, by the name of its field; what is said several times as often. */
export type Fields = ReadonlyMap<string, readonly string[]>

const MOST_COLUMNS = 500

const names = new Set<string>([
  ...(['kind', 'title', 'publisher', 'edition', 'columns', 'update', 'sheet'] as const),
  ...(['county', 'sni', 'sniEdition', 'turnoverUnit'] as const),
])

/**
 * What fields say of a list: the same that the command line takes as options.
 * @throws BadUserInputError, naming the field.
 */
export function listSaid(fields: Fields): { readonly kind: ImportKind; readonly said: SaidOfList } {
  for (const name of fields.keys()) {
    if (!names.has(name)) throw new BadUserInputError(name, `${name} is not taken: there are ${[...names].join(', ')}`)
  }
  const kind = kindIn(one(fields, 'kind'))
  const sniEdition = text(fields, 'sniEdition')
  return {
    kind,
    said: {
      update: isYes(one(fields, 'update')),
      asked: {
        counties: codes(fields, 'county', 'of two digits', countyAsked),
        sni: codes(fields, 'sni', 'such as C25', sniAsked),
      },
      file: {
        ...{ title: text(fields, 'title'), publisher: text(fields, 'publisher'), edition: text(fields, 'edition') },
        ...{ sheet: text(fields, 'sheet'), columns: (fields.get('columns') ?? []).flatMap(columnsIn) },
        cells: { sniEdition, turnoverUnit: unitIn(one(fields, 'turnoverUnit')) },
      },
    },
  }
}

/** @throws BadUserInputError where a field is there twice. */
function one(fields: Fields, name: string): string | null {
  const [value = null, ...more] = fields.get(name) ?? []
  if (more.length > 0) throw new BadUserInputError(name, `${name} is given twice`)
  return value === null || value.trim() === '' ? null : value.trim()
}

function text(fields: Fields, name: string): string | null {
  const value = one(fields, name)
  if (value === null) return null
  const entered = enteringText(value)
  if ('fault' in entered) throw new BadUserInputError(name, `${name} ${textFaults[entered.fault]}`)
  if (entered.text.length > LONGEST_SAID) {
    throw new BadUserInputError(name, `${name} may have at most ${LONGEST_SAID} characters`)
  }
  return entered.text === '' ? null : entered.text
}

function kindIn(value: string | null): ImportKind {
  const words = importKinds.map((kind) => importReaders[kind].word).join(', ')
  if (value === null) throw new BadUserInputError('kind', `kind is missing: one of ${words}`)
  const found = importKinds.find(
    (kind) => kind === value.toUpperCase() || importReaders[kind].word === value.toLowerCase(),
  )
  if (!found) throw new BadUserInputError('kind', `kind takes one of ${words}`)
  return found
}

function isYes(value: string | null): boolean {
  const word = value?.toLowerCase() ?? 'no'
  if (['yes', 'true', '1', 'on', 'ja'].includes(word)) return true
  if (['no', 'false', '0', 'off', 'nej'].includes(word)) return false
  throw new BadUserInputError('update', 'update takes yes or no')
}

/** `HEADER=column`, one a line; or a JSON object of them. */
function columnsIn(value: string): ColumnSetting[] {
  const settings = value.trimStart().startsWith('{') ? columnsOfObject(value) : columnsOfLines(value)
  if (settings.length > MOST_COLUMNS) {
    throw new BadUserInputError('columns', `columns may name at most ${MOST_COLUMNS} of them`)
  }
  return settings
}

const columnsOfLines = (value: string): ColumnSetting[] =>
  value
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const setting = readColumnSetting(line)
      if (setting) return setting
      throw new BadUserInputError('columns', 'columns takes HEADER=COLUMN, such as Org=organisationNumber, one a line')
    })

function columnsOfObject(value: string): ColumnSetting[] {
  const wrong = new BadUserInputError('columns', 'columns takes a JSON object of headers, each with a column or null')
  let read: unknown
  try {
    read = JSON.parse(value)
  } catch {
    throw wrong
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw wrong
  return Object.entries(read).map(([header, column]: [string, unknown]) => {
    if (column !== null && typeof column !== 'string') throw wrong
    return { header, column: column ?? '' }
  })
}

/**
 * Codes, given several times or parted by commas and blanks; null for none.
 * @param form how one is written, as it is told of what is none.
 */
function codes(
  fields: Fields,
  name: string,
  form: string,
  read: (text: string) => string | null,
): readonly string[] | null {
  const words = (fields.get(name) ?? []).flatMap((value) => value.split(/[\s,;]+/)).filter((word) => word !== '')
  if (words.length === 0) return null
  return words.map((word) => {
    const code = read(word)
    if (code !== null) return code
    throw new BadUserInputError(name, `${name} takes a code ${form}`)
  })
}

function unitIn(value: string | null) {
  if (value === null) return null
  const unit = moneyUnit(value)
  if (unit !== null && unit !== 'OTHER_CURRENCY') return unit
  throw new BadUserInputError('turnoverUnit', 'turnoverUnit takes kr, tkr, Mkr or mdkr')
}
