/** The day that it is now, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** The day that an answer is of, which what is selected below it asks about too. */
export interface OnDay {
  readonly asOf: string
}

/** Parts of an answer, each with its day. */
export const onDay = <Item extends object>(items: readonly Item[], asOf: string): (Item & OnDay)[] =>
  items.map((item) => ({ ...item, asOf }))
