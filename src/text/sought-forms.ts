import { joined } from './folded.js'

/** As what a folded text may stand in a search text. Words written as one begin a word: H M is HM, and not a part of Ohm. */
export const soughtForms = (text: string): string[] => [
  ...new Set([text, text === joined(text) ? text : ` ${joined(text)}`]),
]
