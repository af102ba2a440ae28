/** How many are employed in a region and its country by group, as a file or the region's folder states it. */
export interface EmploymentTable {
  /** Of its node, such as `employment:…`. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly year: number
  /** Codes: letters of sections, or any word where the key says what the group holds. */
  readonly groups: readonly string[]
  /** Employed in the nation, in the order of `groups`. */
  readonly nation: readonly number[]
  /** Employed in the region as a whole, in the order of `groups`; null where counties are told. */
  readonly region: readonly number[] | null
  readonly counties: readonly CountyEmployed[]
  /** The group of each industry of one table; null where groups are told by sections. */
  readonly key: EmploymentKey | null
}

/** How many are employed in a county. */
export interface CountyEmployed {
  /** The county's id. */
  readonly county: string
  /** In the order of the table's groups. */
  readonly employed: readonly number[]
  /** Sections B to E together, as another publisher counts them; null where nothing is known. */
  readonly minedToSupplied: number | null
  /** Section C, by the same. */
  readonly made: number | null
}

/** Which group each industry of a table is in: two lists of the same length. */
export interface EmploymentKey {
  /** Id of the input–output table. */
  readonly table: string
  readonly industries: readonly string[]
  readonly groups: readonly string[]
}
