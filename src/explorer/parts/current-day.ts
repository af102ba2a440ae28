/** The day it is, by UTC, as ISO writes it. */
export const currentDay = (): string => new Date().toISOString().slice(0, 10)
