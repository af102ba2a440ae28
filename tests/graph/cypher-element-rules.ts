import type { Clause, CypherRule, CypherText } from './cypher-text.js'

/** A relationship between two nodes of a pattern. */
const relationship = /\)\s*<?-\s*(?:\[[^\]]*\]\s*)?->?\s*\(/g

/** Two of them in a row. */
const chain = /\)\s*<?-\s*(?:\[[^\]]*\]\s*)?->?\s*\([^()]*\)\s*<?-\s*(?:\[[^\]]*\]\s*)?->?\s*\(/g

/** A node of a pattern. */
const nodePattern = /\(\s*(\w*)\s*(:[^(){}]*)?(?:\{[^{}]*\}\s*)?\)/g

/** The relationship that a node follows in a pattern, and the one that follows the node, with what it says in brackets. */
const relationshipBefore = /-\s*(?:\[([^\]]*)\]\s*)?->?\s*$/
const relationshipAfter = /^\s*<?-\s*(?:\[([^\]]*)\]\s*)?-/

/** Nodes that a relationship of any type leads to, and that are neither labelled nor bound before. */
function endsOfAnything({ text }: CypherText): number[] {
  return [...text.matchAll(nodePattern)].flatMap(({ 0: pattern, 1: name, 2: label, index }) => {
    const before = text.slice(0, index)
    const around = [relationshipBefore.exec(before), relationshipAfter.exec(text.slice(index + pattern.length))]
    const isUntyped = around.some((found) => found !== null && !(found[1] ?? '').includes(':'))
    if (label !== undefined || !isUntyped) return []
    const isBound = Boolean(name) && new RegExp(`\\(\\s*${name}\\s*:|\\bAS\\s+${name}\\b`).test(before)
    return isBound ? [] : [index]
  })
}

/** A list that a pattern gives, of one property. */
const listOfProperty = /\[\s*\((?:[^[\]|]|\[[^\]]*\])*\|\s*(\w+\.\w+)\s*\]/g

const optionalMatches = ({ clauses }: CypherText): Clause[] =>
  clauses.filter(({ keyword }) => keyword === 'OPTIONAL MATCH')

/** A clause with the WHERE that follows it. */
function withCondition({ clauses }: CypherText, clause: Clause): string {
  const next = clauses[clauses.indexOf(clause) + 1]
  return next?.keyword === 'WHERE' ? clause.text + next.text : clause.text
}

/** Rules about what patterns bind: nodes, relationships, and what may be null. */
export const elementRules: readonly CypherRule[] = [
  {
    name: 'two relationships in one pattern',
    instead: 'a second MATCH for the next step',
    places: (statement) => {
      const matches = statement.clauses.filter(
        ({ keyword, text }) => /^(?:OPTIONAL )?MATCH$/.test(keyword) && [...text.matchAll(relationship)].length > 1,
      )
      return matches.length > 0 ? matches.map(({ start }) => start) : statement.places(chain)
    },
  },
  {
    // Changes, and what was merged away or withdrawn, are no entities, and nobody may meet them by chance.
    name: 'a relationship of any type to any node',
    instead: 'types, or (:Entity) at its end',
    places: endsOfAnything,
  },
  {
    name: 'OPTIONAL MATCH with EXISTS or COUNT',
    instead: 'CALL (x) { MATCH … WHERE EXISTS { … } RETURN collect(…) }',
    places: (statement) =>
      optionalMatches(statement)
        .filter((clause) =>
          /\b(?:EXISTS|COUNT)\s*\{?\s*$|\b(?:EXISTS|COUNT)\s*\{/.test(withCondition(statement, clause)),
        )
        .map(({ start }) => start),
  },
  {
    name: 'OPTIONAL MATCH of a shortest path',
    instead: 'CALL (a, b) { MATCH p = shortestPath(…) RETURN collect(p) AS paths }',
    places: (statement) =>
      optionalMatches(statement)
        .filter(({ text }) => /shortestPath/i.test(text))
        .map(({ start }) => start),
  },
  {
    name: 'OPTIONAL MATCH in a subquery or after UNWIND',
    instead: 'MATCH: where nothing is found, collect is empty',
    places: (statement) => {
      const unwind = statement.clauses.find(({ keyword }) => keyword === 'UNWIND')?.start ?? Number.POSITIVE_INFINITY
      return optionalMatches(statement)
        .map(({ start }) => start)
        .filter((place) => place > unwind || statement.openAt(place).includes('SUBQUERY'))
    },
  },
  {
    name: 'SET or DELETE of what may be null',
    instead: 'a plain MATCH',
    places: (statement) =>
      statement.clauses
        .filter(({ keyword }) => keyword === 'SET' || keyword === 'DELETE' || keyword === 'REMOVE')
        .filter(({ text }) => [...statement.optionalElements].some((name) => new RegExp(`\\b${name}\\b`).test(text)))
        .map(({ start }) => start),
  },
  {
    name: 'a map of what may be null',
    instead: 'CASE WHEN n IS NULL THEN null ELSE n {…} END',
    places: (statement) =>
      [...statement.optionalElements].flatMap((name) =>
        statement.places(new RegExp(`(?<![.$:\\w(])(?<!IS NULL THEN null ELSE\\s+)${name}\\s*\\{\\s*\\.`, 'g')),
      ),
  },
  {
    name: 'a whole node or relationship through CASE or coalesce',
    instead: 'FOREACH (x IN [r] | …), UNWIND, or single properties',
    places: (statement) =>
      [...statement.elements].flatMap((name) =>
        statement.places(
          new RegExp(
            `\\b(?:THEN|ELSE)\\s+${name}(?=\\s+(?:WHEN|ELSE|END)\\b)|\\bcoalesce\\s*\\((?:[^()]*,)?\\s*${name}\\s*[,)]`,
            'g',
          ),
        ),
      ),
  },
  {
    name: 'SET of a property to more than it was',
    instead: 'WITH b, count(*) AS k first, and SET once',
    places: (statement) =>
      statement.clauses
        .filter(({ keyword, text }) => keyword === 'SET' && /(\w+\.\w+)\s*=(?!=)[^\n]*?\1\b[^\n]*?[+*/-]/.test(text))
        .map(({ start }) => start),
  },
  {
    name: 'a list from a pattern of what may be null',
    instead: 'WHERE x.p IS NOT NULL in it: Grafeo leaves null out',
    places: ({ text }) =>
      [...text.matchAll(listOfProperty)]
        .filter(([list, property]) => !/\.id$/.test(String(property)) && !list.includes(`${property} IS NOT NULL`))
        .map(({ index }) => index),
  },
]
