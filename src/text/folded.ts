import { withoutLegalForm } from './legal-forms.js'
import { withPlainDigits } from './plain-digits.js'
import { remembered } from './remembered.js'
import { withoutUnseen } from './unseen.js'

/** Names are folded several times over for what is written with each. */
const MOST_REMEMBERED = 100

/** Marks where a name begins and ends in `searchText`; no folded name holds it. */
export const NAME_BOUND = '|'

/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ æ: 'a', ø: 'o', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ŧ: 't', ŋ: 'n', ħ: 'h', ı: 'i', ĸ: 'k' },
  ...{ ǥ: 'g', ʒ: 'z', ə: 'e', ɨ: 'i', ɛ: 'e', ɔ: 'o', ŀ: 'l', ȷ: 'j', ƶ: 'z', ɖ: 'd' },
}
const letterForLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')

/** Letters that some write with two: Mærsk is also Maersk. */
const pairs: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe' }

const inWords = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')

/**
 * A text folded for comparing: case, accents and dots fall away, letters of other alphabets' Latin become the plain ones,
 * and what is neither letter nor digit parts words. Empty where it holds neither.
 */
export function folded(text: string): string {
  if (/^[ -~]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const visible = withoutUnseen(text)
  const letters = inWords(visible).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const plain = letters.replace(letterForLetter, (letter) => plainLetters[letter] ?? letter)
  return withPlainDigits(inWords(plain)).trim()
}

/** A name folded, without what says of which legal form its bearer is: `Norr AB` and `Aktiebolaget Norr` are `norr`. */
export const foldedName = remembered(MOST_REMEMBERED, (name) => withoutLegalForm(folded(name)))

/** A folded text with its words as one: what people write apart, together or with a hyphen is the same. */
export const joined = (foldedText: string): string => foldedText.replaceAll(' ', '')

/** Letters of a name beyond which nobody writes it as one word. */
const MOST_JOINED = 60

/** A name as it is found: folded; in one word; with the words that a hyphen parts in one; æ and ø written with two letters. */
function formsOf(name: string): string[] {
  const inPairs = name.toLowerCase().replace(/[æø]/g, (letter) => pairs[letter] ?? letter)
  const written = [...new Set([name, inPairs])].map(foldedName)
  if (name.length > MOST_JOINED) return written
  const hyphenless = name.replace(/(?<=[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}\s]+(?=[\p{L}\p{M}\p{N}])/gu, '')
  return [...written, ...written.map(joined), ...(hyphenless === name ? [] : [foldedName(hyphenless)])]
}

/** Each two words that stand beside each other, from the second on, as one: `greensteel` of `h2 green steel`. */
function joinedPairs(name: string): string[] {
  if (name.length > MOST_JOINED) return []
  const words = foldedName(name).split(' ').slice(1)
  return words.slice(1).map((word, index) => `${words[index]}${word}`)
}

/** What stands before words that are no name of their own. */
const APART = '~'

/**
 * The names of a node as one text, so that a name, its beginning and the beginning of a word in it are each found by
 * `CONTAINS`: `| the norrland fund | thenorrlandfund |~ norrlandfund`.
 * @param synonyms words by which it is meant, found by as a whole.
 */
export function searchText(names: readonly string[], synonyms: readonly string[] = []): string {
  const forms = [...new Set(names.flatMap(formsOf))].filter((form) => form !== '')
  const together = [...new Set(names.flatMap(joinedPairs))]
  const bounded = [NAME_BOUND, ...forms.flatMap((form) => [form, NAME_BOUND])].join(' ')
  const apart = together.length === 0 ? bounded : `${bounded}${[APART, ...together].join(' ')}`
  return synonyms.length === 0 ? apart : `${apart}${SYNONYM}${synonyms.map(synonymKey).join(SYNONYM)}${SYNONYM}`
}

/** Marks where a word begins and ends that means a node and is no name of it; only the whole word finds it. */
const SYNONYM = '^'

/** How words of the list of synonyms are compared: folded, in one word, the sign for percent read out. */
export const synonymKey = (word: string): string => joined(folded(word.replaceAll('%', ' procent ')))

/** A word as it stands in the `searchText` of what it means. */
export const asSynonym = (word: string): string => `${SYNONYM}${synonymKey(word)}${SYNONYM}`

/** The names in a search text, each as its words. */
export const namesIn = (text: string): string[][] =>
  (text.split(SYNONYM)[0]?.split(APART)[0] ?? '')
    .split(NAME_BOUND)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => name.split(' '))

/** Pairs of neighbouring letters of each word, its bounds written `0`: words that differ by a slip share most of them. */
export function letterPairs(names: readonly string[]): string {
  const words = names.flatMap((name) => foldedName(name).split(' ')).filter((word) => word !== '')
  const pairsOfWords = words.flatMap((word) => {
    const letters = Array.from(`0${word}0`)
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  })
  return [...new Set(pairsOfWords)].join(' ')
}
