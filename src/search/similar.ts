import { distance } from 'fastest-levenshtein'
import { namesIn } from '../text/folded.js'

/** How many edits a word may be away: two for words of eight letters or more, else one. */
const editsAllowed = (word: string): number => (word.length >= 8 ? 2 : 1)

/**
 * Whether every word of a folded text is a slip of the pen away from a word of one of the names: letters put in, left
 * out or written wrong (Levenshtein). Words of one or two letters allow none.
 */
export function isSimilar(text: string, searchText: string): boolean {
  const words = text.split(' ')
  return namesIn(searchText).some((name) => words.every((word) => name.some((other) => isSlip(word, other))))
}

function isSlip(word: string, other: string): boolean {
  if (word.length <= 2) return word === other
  const allowed = editsAllowed(word)
  return Math.abs(word.length - other.length) <= allowed && distance(word, other) <= allowed
}
