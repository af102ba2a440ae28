import { createHash } from 'node:crypto'

/** SHA-256 of the one name of a person that the report gives, folded as below. The name itself stands nowhere. */
const hashOfTheName = '53a6653a0da87e50ebb03bbd1f6eb45f06de959f74d365cdf3165ae55a0086f4'

/** Words without case and marks, as neighbours stand in a text whatever is between them. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex')

/** Where two neighbouring words of a text are the name, as their positions; empty for a text that names no person. */
export function placesOfTheName(text: string, hash = hashOfTheName): number[] {
  const words = wordsOf(text)
  const judged = new Map<string, boolean>()
  return words.flatMap((word, index) => {
    const pair = `${word} ${words[index + 1] ?? ''}`
    const isName = judged.get(pair) ?? hashOf(pair) === hash
    judged.set(pair, isName)
    return isName ? [index] : []
  })
}
