/** Letters and digits that nobody takes for one another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

const LETTERS = 20
/** More than are needed: some of what is drawn is left out, so that each sign is as likely. */
const DRAWN = 100

/** A password that nobody guesses (99 bits), in groups of four that can be read out. */
export function suggestedPassword(): string {
  const fair = signs.length * Math.floor(256 / signs.length)
  const drawn = [...crypto.getRandomValues(new Uint8Array(DRAWN))].filter((number) => number < fair).slice(0, LETTERS)
  const letters = drawn.map((number) => signs[number % signs.length]).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}
