/** Something that a reader has to know beside an answer, in both languages. */
export interface Warning {
  /** Stable, such as `SME_SHARE_UNKNOWN`. */
  readonly code: string
  readonly textSv: string
  readonly textEn: string
}
