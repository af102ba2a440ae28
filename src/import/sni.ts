/** The editions that codes may be of; the graph's sectors are those of SNI 2007. */
export type SniEdition = 'SNI2007' | 'SNI2025'

type Section = readonly [letter: string, first: number, last: number]

/** First and last division of each section of NACE Rev. 2 and of Rev. 2.1; the numbers left out between them are not used. */
const sections: Readonly<Record<SniEdition, readonly Section[]>> = {
  SNI2007: [
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
  ],
  SNI2025: [
    ['A', 1, 3],
    ['B', 5, 9],
    ['C', 10, 33],
    ['D', 35, 35],
    ['E', 36, 39],
    ['F', 41, 43],
    ['G', 46, 47],
    ['H', 49, 53],
    ['I', 55, 56],
    ['J', 58, 60],
    ['K', 61, 63],
    ['L', 64, 66],
    ['M', 68, 68],
    ['N', 69, 75],
    ['O', 77, 82],
    ['P', 84, 84],
    ['Q', 85, 85],
    ['R', 86, 88],
    ['S', 90, 93],
    ['T', 94, 96],
    ['U', 97, 98],
    ['V', 99, 99],
  ],
}

/** Whether an edition has a section of this letter. */
export const isSection = (letter: string, edition: SniEdition): boolean =>
  sections[edition].some(([each]) => each === letter)

/** The letter of the section that a division of two digits is of; undefined where there is no such division. */
export const sectionOf = (division: string, edition: SniEdition): string | undefined =>
  sections[edition].find(([, first, last]) => Number(division) >= first && Number(division) <= last)?.[0]

/** The code of an SNI 2007 division with its section, `C24`, from `24` or `C24`; null where there is no such division. */
export function sniDivision(text: string): string | null {
  const [, letter, digits = ''] = /^([A-U]?)(\d\d)$/.exec(text) ?? []
  const section = sectionOf(digits, 'SNI2007')
  if (section === undefined || (letter !== '' && letter !== section)) return null
  return `${section}${digits}`
}
