/** First and last division of each section of SNI 2007 (NACE Rev. 2); the numbers left out between them are not used. */
const sections: readonly (readonly [letter: string, first: number, last: number])[] = [
  ['A', 1, 3],
  ['B', 5, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
]

/** The code of an SNI 2007 division with its section, `C24`, from `24` or `C24`; null where there is no such division. */
export function sniDivision(text: string): string | null {
  const [, letter, digits] = /^([A-U]?)(\d\d)$/.exec(text) ?? []
  const division = Number(digits)
  const section = sections.find(([, first, last]) => division >= first && division <= last)?.[0]
  if (section === undefined || (letter !== '' && letter !== section)) return null
  return `${section}${digits}`
}

/** The letter of an SNI 2007 section, from itself; null where there is no such section. */
export const sniSection = (text: string): string | null => sections.find(([letter]) => letter === text)?.[0] ?? null
