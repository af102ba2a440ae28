/** Where an SME stands with respect to one kind of limit. */
export interface Standing {
  /** Ids that hold it: its municipality, county and country; its sectors and those above them; its size class. */
  readonly within: ReadonlySet<string>
  /** Ids that may hold it, where it is not known. */
  readonly perhapsWithin: 'ANYTHING' | ReadonlySet<string>
}

/** What is known of an SME that looks for support. */
export interface Sme {
  readonly places: Standing
  readonly sectors: Standing
  readonly sizes: Standing
  readonly employees: number | null
  /** SEK million. */
  readonly turnover: number | null
}
