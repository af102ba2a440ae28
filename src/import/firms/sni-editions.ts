import { type Classification, type Classifications, editionsWith, isCalled } from '../../edition/classification.js'
import type { WrittenCode } from '../../edition/sector-codes.js'
import { RefusedError } from '../../kernel/refused-error.js'

/**
 * The edition that a user names, such as `2007`.
 * @throws RefusedError where none is called that.
 */
export function editionNamed(classifications: Classifications, words: string): Classification {
  const plain = (text: string) => text.replace(/[\s.]/g, '').toLowerCase()
  const found = classifications.find(({ id, name, called }) =>
    [id, name, ...called].some((each) => plain(each) === plain(words)),
  )
  if (found) return found
  const known = classifications.map(({ called: [first = ''] }) => first).join(' or ')
  throw new RefusedError(`Nothing was imported: --sni-edition takes ${known}.`)
}

/** The edition that a header calls by its name, such as `SNI 2025` or `SNI2007-kod`; the last of several. */
export const editionOfHeader = (classifications: Classifications, header: string): Classification | null =>
  classifications.findLast((each) => isCalled(each, header)) ?? null

/** Of codes that tell their edition, how many have to tell the same one. */
const CLEAR = 0.95

/** Counts what codes show of their edition: the one that has a code where no other has it. */
export class EditionSurvey {
  private readonly shown = new Map<Classification, number>()

  constructor(private readonly classifications: Classifications) {}

  hear(code: WrittenCode, times: number): void {
    const [only, other] = editionsWith(this.classifications, code)
    if (only !== undefined && other === undefined) this.shown.set(only, this.count(only) + times)
  }

  /** The edition that nearly all codes show which show one; null where none does, or several are there. */
  inferred(): Classification | null {
    const { all } = this
    if (all === 0) return null
    return this.classifications.find((edition) => this.count(edition) >= CLEAR * all) ?? null
  }

  /** How many codes show an edition. */
  count(edition: Classification): number {
    return this.shown.get(edition) ?? 0
  }

  /** How many codes show one. */
  get all(): number {
    return [...this.shown.values()].reduce((sum, times) => sum + times, 0)
  }
}
