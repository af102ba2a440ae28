import { elementRules } from './cypher-element-rules.js'
import { type CypherRule, CypherText } from './cypher-text.js'

/** A forbidden form in a statement. */
export interface Finding {
  readonly rule: string
  readonly place: string
  readonly instead: string
}

const keywords =
  'AND|AS|ASC|ASCENDING|BY|CALL|CASE|CREATE|DELETE|DESC|DESCENDING|DETACH|DISTINCT|ELSE|END|EXISTS|FALSE|FOREACH|IN|IS|LIMIT|MATCH|MERGE|NOT|NULL|ON|OPTIONAL|OR|ORDER|REMOVE|RETURN|SET|SKIP|THEN|TRUE|UNION|UNWIND|USE|WHEN|WHERE|WITH|XOR'

const found =
  (pattern: RegExp): CypherRule['places'] =>
  (statement) =>
    statement.places(pattern)

const inside =
  (pattern: RegExp, isRefused: (open: readonly string[]) => boolean): CypherRule['places'] =>
  (statement) =>
    statement.places(pattern).filter((place) => isRefused(statement.openAt(place)))

const aggregates = /(?<![$\w])(?<!\w\.)(?:count|sum|avg|min|max|collect)\s*\(/gi

/** Whether a place stands in a map or a list's brackets of its own subquery. */
function inMapOrSlice(open: readonly string[]): boolean {
  const own = open.slice(open.lastIndexOf('SUBQUERY') + 1)
  return own.includes('{') || own.includes('[')
}

const wordRules: readonly CypherRule[] = [
  {
    name: 'a keyword in small letters',
    instead: 'capitals, so that rules find it and `AS` is always `AS`',
    places: found(/(?<![.$:\w])(?:match|where|return|unwind|merge|with|call|as)(?=\s+[\w$([{])/g),
  },
  {
    name: 'a keyword as a name',
    instead: 'a word that Cypher does not use',
    places: found(new RegExp(`\\bAS\\s+(?:${keywords})\\b|[(\\w\\[]\\s*:\\s*(?:${keywords})\\b(?!\\s*[.(])`, 'gi')),
  },
  {
    name: 'the order of labels',
    instead: 'the property entityKind',
    places: found(/(?<!\bIN\s+)(?<![.\w])labels\s*\(/g),
  },
  { name: 'COLLECT { }', instead: 'CALL (x) { … RETURN collect(…) AS list }', places: found(/\bCOLLECT\s*\{/g) },
  {
    name: 'alternatives of labels',
    instead: 'n:A OR n:B',
    places: inside(/(?<=\w\s*|\(\s*):\s*\w+\s*[|&]/g, (open) => open.at(-1) !== '['),
  },
  { name: 'a label negated', instead: 'NOT n:A', places: found(/:\s*!\s*\w/g) },
  { name: 'a dynamic label', instead: 'one statement for each label', places: found(/:\s*\$\s*\(/g) },
  {
    name: 'a quantified pattern',
    instead: 'a bounded *1..3, or a step at a time',
    places: found(/\)\s*\{\s*\d+\s*,?\s*\d*\s*\}|->\s*[+*{]|\(\s*\(\w*[^()]*\)\s*<?-[^\n]*?\)\s*\)\s*(?:[+*]|\{)/g),
  },
  { name: 'SHORTEST', instead: 'shortestPath in a MATCH', places: found(/\bSHORTEST\b/g) },
  { name: 'OPTIONAL CALL', instead: 'CALL (x) { … RETURN collect(…) }', places: found(/\bOPTIONAL\s+CALL\b/g) },
  {
    name: 'LIMIT or SKIP of an expression',
    instead: 'a parameter or a number',
    places: found(/(?<![.$:\w])(?:LIMIT|SKIP)\s+(?!(?:\$\w+|\d+)(?:\s*$|\s*[})\n]|\s+[A-Z]))/g),
  },
  {
    name: 'percentileDisc, stDev, round, toString',
    instead: 'calculate in TypeScript',
    places: found(/(?<![.$\w])(?:percentileDisc|percentileCont|stDevP?|round|toString)\s*\(/gi),
  },
  { name: 'a regular expression', instead: 'CONTAINS, STARTS WITH, or TypeScript', places: found(/=~/g) },
  {
    name: 'dates and points of Cypher',
    instead: 'ISO strings, numbers',
    places: found(/(?<![.$\w])(?:date|datetime|localdatetime|time|localtime|duration|point)\s*(?:\.\s*\w+\s*)?\(/gi),
  },
  { name: 'IN []', instead: 'leave the clause out', places: found(/\bIN\s*\[\s*\]/g) },
  {
    name: 'NOT x IN list',
    instead: 'leave the clause out where the list is empty, and take away in TypeScript',
    places: found(/\bNOT\s*\(?\s*[\w.$`]+(?:\([^()]*\))?\s+IN\b/g),
  },
  { name: 'a place counted from the end', instead: 'calculate in TypeScript', places: found(/\[\s*-\s*\d|\.\.\s*-/g) },
  { name: 'text added to a list', instead: 'calculate in TypeScript', places: found(/\]\s*\+\s*['"]/g) },
  {
    // Whatever was merged away became one thing: a chain of NOW never branches.
    name: 'a path without a bound, or of more than four steps',
    instead: '*1..3, or grow paths a step at a time',
    places: found(
      /\*\s*(?:\d+\s*)?(?:\.\.)\s*\]|\*\s*\]|(?<!\[:NOW)\*\s*\d*\s*\.\.\s*(?:[5-9]|\d\d)|\*\s*(?:[5-9]|\d\d)\b/g,
    ),
  },
  {
    name: 'an aggregate in a map or slice',
    instead: 'WITH … first',
    places: inside(aggregates, inMapOrSlice),
  },
  {
    name: 'a sum of what may all be null',
    instead: 'coalesce(sum(x), 0)',
    places: found(/(?<![$\w])(?<!\w\.)(?<!\bcoalesce\(\s*)sum\s*\(/g),
  },
  { name: 'MERGE on null', instead: 'validate before', places: found(/\bMERGE\s*\([^()]*:\s*null\b/gi) },
  {
    name: 'a list predicate over what may be null',
    instead: 'coalesce(…) inside it',
    places: found(
      /(?<![.$\w])(?:any|all|none|single)\s*\(\s*\w+\s+IN\b(?![^()]*(?:\([^()]*\)[^()]*)*\bcoalesce\s*\()/g,
    ),
  },
]

/** Every form that is refused, each by a name of its own. */
export const cypherRules: readonly CypherRule[] = [...wordRules, ...elementRules]

/** The forbidden forms of a statement, by name and place. */
export function forbiddenForms(cypher: string): Finding[] {
  const statement = new CypherText(cypher)
  return cypherRules.flatMap(({ name, instead, places }) =>
    places(statement).map((place) => ({ rule: name, place: statement.excerpt(place), instead })),
  )
}
