/**
 * The account that an author's name is of; null where it is not told, and for who works on the machine that holds the graph,
 * who has none.
 */
export const accountOf = (name: string | null): string | null => (name === 'local' ? null : name)
