import { fileReadTexts } from './file-read.js'
import { fileSentences } from './import-sentences-files.js'
import { listSentences } from './import-sentences-lists.js'
import { rowSentences } from './import-sentences-rows.js'
import type { Language } from './language.js'

/** What the server says of a list, and in which language that is. */
export interface SaidOfList {
  readonly text: string
  readonly lang: Language
}

const sentences = [...rowSentences, ...fileSentences, ...listSentences]

/** What a message says before it says why: the file, and where in it. */
const placed =
  /^(?<file>[^,:\n]+?)(?:, line (?<line>\d+)|, sheet (?<sheet>[^:\n]+?), cell (?<cell>[A-Z]+\d+))?: (?<reason>[\s\S]+)$/

/**
 * What the server says of a list, in the reader's language as far as its words are known; else as it is said.
 * @param text a sentence of the API, in English.
 */
export function saidOfList(text: string, language: Language): SaidOfList {
  if (language === 'en') return { text, lang: 'en' }
  const words = sentenceIn(text)
  if (words !== null) return { text: words, lang: 'sv' }
  const { file = '', line, sheet, cell, reason = '' } = placed.exec(text)?.groups ?? {}
  const why = sentenceIn(reason)
  if (why === null) return { text, lang: 'en' }
  const where = line !== undefined ? `, rad ${line}` : sheet !== undefined ? `, blad ${sheet}, cell ${cell}` : ''
  return { text: `${file}${where}: ${why}`, lang: 'sv' }
}

/**
 * A sentence in Swedish, or several that semicolons part; null where the words of one are not known. "It" and the full stop
 * of a whole sentence stay out.
 */
function sentenceIn(text: string): string | null {
  const bare = text.replace(/^It /, '').replace(/\.$/, '')
  for (const [form, words] of sentences) {
    const found = form.exec(bare)
    const told = found && filled(words, found)
    if (told) return told
  }
  const parts = bare.split('; ')
  if (parts.length === 1) return null
  const told = parts.map(sentenceIn)
  return told.every((part) => part !== null) ? told.join('; ') : null
}

/**
 * Words with what the sentence has in their places; what it has not is left out, with the colon before it. Null where a
 * sentence within it has no words.
 */
function filled(words: string, found: RegExpExecArray): string | null {
  let isWhole = true
  const text = words
    .replace(/: (?:rad )?\$[a-z]?(\d)$/, (whole, place: string) => (found[Number(place)] === undefined ? '' : whole))
    .replace(/\$([a-z]?)(\d)/g, (_, how: string, place: string) => {
      const part = found[Number(place)] ?? ''
      const told = how === 's' ? sentenceIn(part) : (ways[how]?.(part) ?? part)
      if (told === null) isWhole = false
      return told ?? ''
    })
  return isWhole ? text : null
}

const columnNames: Readonly<Record<string, string>> = {
  ...fileReadTexts.sv.columnNames,
  ...{ sizeClass: 'storleksklass', title: 'titeln', publisher: 'utgivaren', edition: 'utgåvan' },
}

const items: Readonly<Record<string, string>> = {
  firms: 'företag',
  supplies: 'leveranser',
  needs: 'behov',
  requirements: 'krav',
}

const details: readonly (readonly [RegExp, string])[] = [
  [/the accounting year's begin in (\d+) or its end in (\d+)/, 'räkenskapsårets början $1 eller dess slut $2'],
  [/ or the accounting year /, ' eller räkenskapsåret '],
  [/, or (\S+) without its last digit/, ', eller $1 utan sista siffran'],
  [/, or pairs of them$/, ', eller två och två av dem'],
  [/ shown shortened$/, ', som visas förkortat'],
  [/\bcolumn (\d+)/g, 'kolumn $1'],
  [/(\d+) more$/, '$1 till'],
  [/,? n?or /g, ' eller '],
  [/ and /g, ' och '],
]

/** How a part of a sentence is told, by the letter before its number. */
const ways: Readonly<Record<string, (part: string) => string>> = {
  c: (column) => columnNames[column] ?? column,
  i: (counted) => items[counted] ?? counted,
  d: (detail) => details.reduce((text, [form, words]) => text.replace(form, words), detail),
}
