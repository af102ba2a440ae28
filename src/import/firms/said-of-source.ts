import { basename, parse } from 'node:path'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { withoutPersonNumbers } from '../../text/person-number.js'
import { ImportError } from '../import-error.js'

/** What a user says of the file as a source; null for what is read from it. */
export interface SaidOfSource {
  readonly title: string | null
  readonly publisher: string | null
  readonly edition: string | null
}

/** So many characters a title, a publisher or an edition may have, whichever way a list comes. */
export const LONGEST_SAID = 500

/**
 * What is said of a file, as texts enter.
 * @throws ImportError, naming what it is that may not.
 */
export function enteringSaid(path: string, said: SaidOfSource): SaidOfSource {
  const entering = (name: keyof SaidOfSource): string | null => {
    const text = said[name]
    if (text === null) return null
    const entered = enteringText(text)
    if ('fault' in entered) throw new ImportError(path, null, `its ${name} ${textFaults[entered.fault]}`)
    if (entered.text.length > LONGEST_SAID) {
      throw new ImportError(path, null, `its ${name} may have at most ${LONGEST_SAID} characters`)
    }
    return entered.text === '' ? null : entered.text
  }
  return { title: entering('title'), publisher: entering('publisher'), edition: entering('edition') }
}

/** A file's name, without folders, as it may be stored and shown: in one form, and without numbers of persons. */
export const fileName = (path: string): string =>
  withoutPersonNumbers(basename(path))
    .replace(/[\p{Cf}\p{Cc}\p{Cs}]/gu, '')
    .normalize('NFC')

/** A title from a file's name; null where the name holds nothing that tells lists apart, or a number of a person. */
export function titleOfFile(path: string): string | null {
  const entering = enteringText(parse(path).name)
  return 'text' in entering && /[\p{L}\p{N}\p{S}]/u.test(entering.text) ? entering.text : null
}
