/** `Ã` or `Â` before what Windows-1252 and Latin-1 make of the second byte of a letter in UTF-8; `â€` of a dash or quotation mark. */
const twice = /[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/

/** Œ and Š within a word of small letters: `LuleŒ`, `TrŠff`. */
const macintosh = /\p{Ll}[ŒŠ]|\p{L}[ŒŠ]\p{Ll}/u

const REASON =
  'is UTF-8 that was taken for Windows-1252 and saved again (Ã¤ where ä belongs): go back to the file before'

/** What is wrong with a text whose letters were decoded wrongly before it came here; null where nothing is. */
export function lostLetters(text: string): string | null {
  if (!/[\u0080-\uFFFF]/.test(text)) return null
  if (text.includes('\uFFFD')) return 'a letter was lost before the file came here (� stands for it)'
  if (twice.test(text)) return REASON
  return macintosh.test(text) ? 'is Mac Roman that was taken for Windows-1252 (Œ, Š where å, ä belong)' : null
}

const wrong = ['Ã¥', 'Ã¤', 'Ã¶', 'Ã…', 'Ã„', 'Ã–'].map((text) => Buffer.from(text))
const right = ['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'].map((text) => Buffer.from(text))

/** Hears the parts of a file in UTF-8; `at` is the first byte of a letter that was encoded twice, where no å, ä, ö is right. */
export function mojibakeCheck(): { hear(part: Buffer): void; readonly at: number | null; readonly reason: string } {
  let bytes = 0
  let first: number | null = null
  let isRight = false
  return {
    hear(part) {
      if (!isRight) isRight = right.some((letter) => part.includes(letter))
      if (!isRight && first === null) {
        const places = wrong.map((letter) => part.indexOf(letter)).filter((place) => place >= 0)
        if (places.length > 0) first = bytes + Math.min(...places)
      }
      bytes += part.length
    },
    get at() {
      return isRight ? null : first
    },
    reason: REASON,
  }
}
