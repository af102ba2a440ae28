import { z } from 'zod'

/** A code as written: a letter, digits without a dot, or both. */
export interface WrittenCode {
  /** '' where none stands before the digits. */
  readonly letter: string
  readonly digits: string
}

/** What a file of codes holds: by section and division, what follows the division's two digits in its classes. */
export const codesFile = z.record(
  z.string().regex(/^[A-Z]$/, 'is no letter of a section'),
  z.record(
    z.string().regex(/^\d\d$/, 'is no division of two digits'),
    z.string().regex(/^\d\d?(?: \d\d?)*$/, 'is no list of what follows two digits'),
  ),
)

/** The codes of one edition of a classification, from sections to classes. */
export class SectorCodes {
  private readonly sections = new Map<string, string>()
  private readonly known = new Set<string>()

  constructor(codes: z.output<typeof codesFile>) {
    for (const [section, divisions] of Object.entries(codes)) {
      for (const [division, classes] of Object.entries(divisions)) {
        this.sections.set(division, section)
        this.known.add(division)
        for (const part of classes.split(' '))
          this.known.add(`${division}${part.slice(0, 1)}`).add(`${division}${part}`)
      }
    }
  }

  /** The letters of its sections, in their order. */
  get letters(): readonly string[] {
    return [...new Set(this.sections.values())]
  }

  /** Whether there is a section of this letter. */
  isSection(letter: string): boolean {
    return this.letters.includes(letter)
  }

  /** Whether there is this code; of five digits, the first four are looked at. */
  has({ letter, digits }: WrittenCode): boolean {
    if (digits === '') return this.isSection(letter)
    if (!this.known.has(digits.slice(0, 4))) return false
    return letter === '' || letter === this.sections.get(digits.slice(0, 2))
  }

  /** A division with its section, `C24`, from `24` or `C24`; null where there is no such division. */
  division(text: string): string | null {
    const [, letter, digits = ''] = /^([A-Z]?)(\d\d)$/.exec(text) ?? []
    const section = this.sections.get(digits)
    if (section === undefined || (letter !== '' && letter !== section)) return null
    return `${section}${digits}`
  }

  /** The divisions of a section, such as `C10`, in their order. */
  divisionsOf(section: string): readonly string[] {
    return [...this.sections].filter(([, letter]) => letter === section).map(([division]) => `${section}${division}`)
  }

  /** The section or division that a code lies in, such as `C` or `C24`; null where there is none. */
  sectorOf({ letter, digits }: WrittenCode): string | null {
    if (digits === '') return this.isSection(letter) ? letter : null
    return this.division(`${letter}${digits.slice(0, 2)}`)
  }
}
