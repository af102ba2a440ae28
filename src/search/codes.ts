import { type Classified, idIn } from '../edition/classification.js'
import { readOrganisationNumber } from '../text/organisation-number.js'
import { withPlainDigits } from '../text/plain-digits.js'

/**
 * Ids that a text stands for as a code, in every form that imports take: an organisation number with blanks, any dash, 16
 * before it or as a number for value added tax; the code of a county or municipality, its leading zero lost too; a code
 * of a sector with its letter, dot or comma, which stands for its division in the first edition of the region's
 * classification that has it; or an id itself. Whether anything has them is not looked up.
 */
export function idsOfCode({ classifications }: Classified, text: string): string[] {
  const read = readOrganisationNumber(text)
  const compact = withPlainDigits(text.normalize('NFKC')).replace(/\s+/g, '')
  const [, whole = ''] = /^(\d{1,4})(?:[.,]0+)?$/.exec(compact) ?? []
  return [
    ...(read.kind === 'NUMBER' ? [`firm:${read.number}`] : []),
    ...(whole.length === 1 || whole.length === 2 ? [`county:${whole.padStart(2, '0')}`] : []),
    ...(whole.length > 2 ? [`municipality:${whole.padStart(4, '0')}`] : []),
    ...sectorOf(classifications, compact),
    ...(/^[a-z-]+:\S+$/.test(text.trim()) ? [text.trim()] : []),
  ]
}

const sectorForm = /^(?<letter>[A-Z]?)(?<division>\d{2})(?:[.,]?(?<finer>\d{1,3}))?$/i

function sectorOf(classifications: Classified['classifications'], text: string): string[] {
  const { letter = '', division = '', finer = '' } = sectorForm.exec(text)?.groups ?? {}
  // A small letter alone is the first of a word that is still being written.
  const code = /^[A-Z]$/.test(text)
    ? { letter: text, digits: '' }
    : { letter: letter.toUpperCase(), digits: `${division}${finer}` }
  const edition = classifications.find(({ codes, inGraph }) => inGraph && codes.has(code))
  const sector = edition?.codes.sectorOf(code)
  return edition && sector ? [idIn(edition, sector)] : []
}
