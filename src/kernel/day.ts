/** The day that it is now, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** The day before another. @param day ISO. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
