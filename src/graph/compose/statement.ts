import type { QueryValue } from '../query.js'

/** Names and parameters of one statement. The same selection gives the same text, so that engines can keep its plan. */
export class Statement {
  readonly parameters: Record<string, QueryValue> = {}
  private names = 0

  /** A variable that nothing else in the statement is called. */
  variable(prefix: string): string {
    this.names += 1
    return `${prefix}${this.names}`
  }

  /** Adds a parameter and returns how the text refers to it. */
  bind(value: QueryValue): string {
    const name = `p${Object.keys(this.parameters).length}`
    this.parameters[name] = value
    return `$${name}`
  }
}

/** A subquery from `parent`, or from nothing, as one clause. */
export function subquery(parent: string | null, clauses: readonly string[]): string {
  const body = clauses
    .filter((clause) => clause !== '')
    .map(indented)
    .join('\n')
  return `CALL (${parent ?? ''}) {\n${body}\n}`
}

export type Entry = readonly [key: string, expression: string]

/** A map literal. Keys are quoted: a client may call a field by a word that Cypher reserves. */
export const mapOf = (entries: readonly Entry[]): string =>
  `{${entries.map(([key, expression]) => `\`${key}\`: ${expression}`).join(', ')}}`

const indented = (clause: string): string => clause.replace(/^/gm, '  ')
