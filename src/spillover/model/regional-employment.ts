/** Employed by place of work in a region, its counties and the nation, group of industries by group. */
export interface RegionalEmployment {
  /** Of its node, such as `employment:…`. */
  readonly id: string
  /** Changes when anything in it does. */
  readonly digest: string
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly year: number
  /** Codes: letters of sections such as `B+C` or `R-U`, or any word where `industries` says what the group holds. */
  readonly groups: readonly string[]
  /** Employed in the nation, in the order of `groups`. */
  readonly nation: readonly number[]
  /** Employed in each county that is told, by its id, in the order of `groups`. */
  readonly counties: ReadonlyMap<string, readonly number[]>
  /** Employed in the region as a whole where no county is told; null where counties are. */
  readonly region: readonly number[] | null
  /** Ids of the counties that are the region together. */
  readonly regionCounties: readonly string[]
  /** The group of each industry of one table by its code; null where groups are told by sections. */
  readonly industries: ReadonlyMap<string, string> | null
  /**
   * By county, what is counted of sections B to E together and of C, in persons, from which mining can be told apart; null
   * where nothing is.
   */
  readonly mining: ReadonlyMap<string, SectionsBToE> | null
}

export interface SectionsBToE {
  /** Sections B, C, D and E together. */
  readonly minedToSupplied: number
  /** Section C. */
  readonly made: number
}

/** The letters of the sections that a group's code names; null for a code that names none. */
export function sectionsOfGroup(code: string): readonly string[] | null {
  const letters: string[] = []
  for (const part of code.split('+')) {
    const [, first, last = first] = /^([A-Z])(?:-([A-Z]))?$/.exec(part.trim()) ?? []
    if (first === undefined || last === undefined || last < first) return null
    for (let letter = first.charCodeAt(0); letter <= last.charCodeAt(0); letter++) {
      letters.push(String.fromCharCode(letter))
    }
  }
  return letters
}
