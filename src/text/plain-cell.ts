import { withPlainDigits } from './plain-digits.js'
import { withoutUnseen } from './unseen.js'

/** A cell as it lies before its readers; a workbook holds some numbers as numbers, which can be read in one way only. */
export interface Cell {
  readonly text: string
  readonly number: number | null
}

/** A cell of a text. */
export const textCell = (text: string): Cell => ({ text, number: null })

const dashes = /[\p{Pd}\u2212\u2043]/gu
const apostrophes = /[\u2018\u2019\u02BC\u2032\u00B4`]/gu

/** A cell's text with one form of each digit, dash, blank and apostrophe, and without what Excel puts around a text. */
export function plainCell(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.,:;/&()-]*$/.test(text)) return text
  const plain = /^[\x20-\x7E]*$/.test(text) ? text : foldedSigns(text)
  return plain
    .trim()
    .replace(/ {2,}/g, ' ')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'(?!$)/, '')
    .trim()
}

function foldedSigns(text: string): string {
  const folded = withPlainDigits(withoutUnseen(text).normalize('NFKC'))
  return folded.replace(dashes, '-').replace(apostrophes, "'").replace(/\s+/gu, ' ')
}

const saysNothing: ReadonlySet<string> = new Set([
  ...[
    '',
    '-',
    '--',
    '---',
    '.',
    '..',
    '...',
    '?',
    'n/a',
    'n.a.',
    'na',
    '#n/a',
    '#saknas!',
    'null',
    'none',
    'nan',
    'nat',
    '#null!',
  ],
  ...['uppgift saknas', 'uppgifter saknas', 'saknas', 'saknar uppgift', 'ingen uppgift', 'ej angivet', 'ej angiven'],
  ...['ej tillgänglig', 'ej tillgängligt', 'uppgift ej tillgänglig', 'okänt', 'okänd', 'okända', 'ej känt', 'vet ej'],
  ...['unknown', 'not known', 'missing', 'not available', 'no data', 'not stated'],
])

/** Whether a plain cell says that nothing is known. */
export const isEmpty = (plain: string): boolean => saysNothing.has(plain.toLowerCase())

/** Whether a text that should be a name says that nothing is known, or is an error of a spreadsheet: `Saknas`, `#REF!`. */
export function namesNothing(text: string): boolean {
  const plain = plainCell(text)
  return /^#[\p{Lu}\d/0]+[!?]?$/u.test(plain) || (isEmpty(plain) && !mayBeName.test(plain))
}

/** Short words that mean nothing in a figure's place, and that firms are called. */
const mayBeName = /^(?:na|none|null|nan|missing|unknown)$/i
