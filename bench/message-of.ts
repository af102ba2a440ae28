/** What an error says, in one line for a table. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/[\n|]+/g, ' ').slice(0, 200)
