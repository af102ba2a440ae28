/** Marks where a name begins and ends in `searchText`; no folded name holds it. */
export const NAME_BOUND = '|'

/** A text folded for search: case, accents and dots fall away, and what is neither letter nor digit parts words. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æä]/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The names of a node as one text, so that a name, its beginning and the beginning of a word in it are each found by
 * `CONTAINS`: `| norrlandsfonden | the norrland fund |`.
 */
export function searchText(names: readonly string[]): string {
  const each = [...new Set(names.map(folded))].filter((name) => name !== '')
  return [NAME_BOUND, ...each.flatMap((name) => [name, NAME_BOUND])].join(' ')
}

/** Pairs of neighbouring letters of each word, its bounds written `0`: words that differ by a slip share most of them. */
export function letterPairs(foldedText: string): string {
  const words = foldedText.split(' ').filter((word) => word !== '' && word !== NAME_BOUND)
  const pairs = words.flatMap((word) => {
    const letters = Array.from(`0${word}0`)
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  })
  return [...new Set(pairs)].join(' ')
}
