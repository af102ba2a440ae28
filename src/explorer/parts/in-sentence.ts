/** A name as it stands within a sentence. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** Words as a sentence begins with them. */
export const atBeginning = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
