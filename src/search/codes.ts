import { isOfEdition } from '../import/firms/sni-editions.js'
import { isSection, sniDivision } from '../import/sni.js'
import { readOrganisationNumber } from '../text/organisation-number.js'
import { withPlainDigits } from '../text/plain-digits.js'

/**
 * Ids that a text stands for as a code, in every form that imports take: an organisation number with blanks, any dash, 16
 * before it or as a number for value added tax; the code of a county or municipality, its leading zero lost too; a code
 * of SNI 2007 with its letter, dot or comma, which stands for its division; or an id itself. Whether anything has them is
 * not looked up.
 */
export function idsOfCode(text: string): string[] {
  const read = readOrganisationNumber(text)
  const compact = withPlainDigits(text.normalize('NFKC')).replace(/\s+/g, '')
  const [, whole = ''] = /^(\d{1,4})(?:[.,]0+)?$/.exec(compact) ?? []
  return [
    ...(read.kind === 'NUMBER' ? [`firm:${read.number}`] : []),
    ...(whole.length === 1 || whole.length === 2 ? [`county:${whole.padStart(2, '0')}`] : []),
    ...(whole.length > 2 ? [`municipality:${whole.padStart(4, '0')}`] : []),
    ...sectorsOf(compact),
    ...(/^[a-z-]+:\S+$/.test(text.trim()) ? [text.trim()] : []),
  ]
}

const sniForm = /^(?<letter>[A-U]?)(?<division>\d{2})(?:[.,]?(?<finer>\d{1,3}))?$/i

function sectorsOf(code: string): string[] {
  // A small letter alone is the first of a word that is still being written.
  if (isSection(code, 'SNI2007')) return [`sector:sni2007-${code}`]
  const { letter = '', division = '', finer = '' } = sniForm.exec(code)?.groups ?? {}
  const inSection = sniDivision(`${letter.toUpperCase()}${division}`)
  if (inSection === null || !isOfEdition({ letter: letter.toUpperCase(), digits: `${division}${finer}` }, 'SNI2007'))
    return []
  return [`sector:sni2007-${inSection}`]
}
