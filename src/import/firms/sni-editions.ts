import { isSection, type SniEdition, sectionOf } from '../sni.js'
import { classesOfNaceRev2 } from './nace-rev-2.js'
import { classesOfNaceRev21 } from './nace-rev-2-1.js'

export const sniEditions: readonly SniEdition[] = ['SNI2007', 'SNI2025']

/** An edition as people call it. */
export const editionName = (edition: SniEdition): string => edition.replace('SNI', 'SNI ')

/** Sections that keep letter and meaning. */
const LAST_COMMON_SECTION = 'I'

/** Codes of both editions that name one thing in SNI 2007 and another in SNI 2025: 25.30 was boilers and is weapons. */
const renumbered: ReadonlySet<string> = new Set([
  ...['142', '253', '254', '255', '256', '382', '383', '467', '478', '479', '612'],
  ...['2051', '2530', '2540', '2561', '2562', '3512', '3513', '3514', '3821', '3822', '3831', '3832', '4391', '4664'],
  ...['4671', '4672', '4673', '4763', '4764', '4781', '4782', '4791', '4932', '5812', '5813', '6120', '6391', '7722'],
])

const prefixes = (classes: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(
    Object.entries(classes).flatMap(([division, parts]) => [
      division,
      ...parts.split(' ').flatMap((part) => [`${division}${part.slice(0, 1)}`, `${division}${part}`]),
    ]),
  )

const known: Readonly<Record<SniEdition, ReadonlySet<string>>> = {
  SNI2007: prefixes(classesOfNaceRev2),
  SNI2025: prefixes(classesOfNaceRev21),
}

/** A code as written: a letter, digits without a dot, or both. */
export interface WrittenCode {
  /** '' where none stands before the digits. */
  readonly letter: string
  readonly digits: string
}

/** Whether a code is one of an edition; of five digits, the first four are looked at. */
export function isOfEdition({ letter, digits }: WrittenCode, edition: SniEdition): boolean {
  if (digits === '') return isSection(letter, edition)
  if (!known[edition].has(digits.slice(0, 4))) return false
  return letter === '' || letter === sectionOf(digits.slice(0, 2), edition)
}

/** Whether a code of both editions means the same in both. */
export function meansTheSame({ letter, digits }: WrittenCode): boolean {
  if (digits === '') return letter <= LAST_COMMON_SECTION
  return !renumbered.has(digits.slice(0, 3)) && !renumbered.has(digits.slice(0, 4))
}

/** Which edition a code shows: the one that has it where the other has not; null where it does not tell. */
function editionShownBy(code: WrittenCode): SniEdition | null {
  const [only, other] = sniEditions.filter((edition) => isOfEdition(code, edition))
  return other === undefined ? (only ?? null) : null
}

/** Of codes that tell their edition, how many have to tell the same one. */
const CLEAR = 0.95

/** Counts what codes show of their edition. */
export class EditionSurvey {
  private readonly shown: Record<SniEdition, number> = { SNI2007: 0, SNI2025: 0 }

  hear(code: WrittenCode, times: number): void {
    const edition = editionShownBy(code)
    if (edition !== null) this.shown[edition] += times
  }

  /** The edition that nearly all codes show which show one; null where none does, or both are there. */
  inferred(): SniEdition | null {
    const { SNI2007, SNI2025 } = this.shown
    const all = SNI2007 + SNI2025
    if (all === 0) return null
    return sniEditions.find((edition) => this.shown[edition] >= CLEAR * all) ?? null
  }

  /** How many codes show each edition. */
  counts(): Readonly<Record<SniEdition, number>> {
    return { ...this.shown }
  }
}
