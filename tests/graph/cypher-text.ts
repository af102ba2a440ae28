/** One clause of a statement, with its keyword. */
export interface Clause {
  readonly keyword: string
  readonly text: string
  /** Where its keyword begins in the statement. */
  readonly start: number
}

/** A form of Cypher that the two engines do not answer alike, or that one of them refuses. */
export interface CypherRule {
  /** What is refused. */
  readonly name: string
  /** What is written in its place. */
  readonly instead: string
  /** Where a statement has it. */
  readonly places: (statement: CypherText) => readonly number[]
}

const quoted = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

const clauseKeyword =
  /(?<![.$:\w])(?<!STARTS\s+)(?<!ENDS\s+)(OPTIONAL\s+MATCH|MATCH|WHERE|WITH|RETURN|UNWIND|CALL|MERGE|CREATE|SET|REMOVE|DELETE|FOREACH|ORDER|SKIP|LIMIT|UNION)(?!\w)/g

/** A Cypher statement as rules read it: text and comments blanked out, each character in its place. */
export class CypherText {
  readonly text: string
  readonly clauses: readonly Clause[]

  constructor(readonly cypher: string) {
    this.text = cypher.replace(quoted, blank)
    const starts = [...this.text.matchAll(clauseKeyword)]
    this.clauses = starts.map((match, index) => {
      const end = starts[index + 1]?.index ?? this.text.length
      return {
        keyword: match[0].replace(/\s+/g, ' '),
        text: this.text.slice(match.index, end),
        start: match.index,
      }
    })
  }

  /** Where a pattern is found. */
  places(pattern: RegExp): number[] {
    return [...this.text.matchAll(pattern)].map(({ index }) => index)
  }

  /** The brackets that are open at a place, outermost first; `SUBQUERY` for the brace of `CALL`, `EXISTS` and the like. */
  openAt(place: number): string[] {
    const open: string[] = []
    for (let index = 0; index < place; index += 1) {
      const character = this.text.charAt(index)
      if (character === '{') open.push(opensSubquery(this.text.slice(0, index)) ? 'SUBQUERY' : '{')
      else if (character === '(' || character === '[') open.push(character)
      else if (character === '}' || character === ')' || character === ']') open.pop()
    }
    return open
  }

  /** Variables that patterns bind to nodes and relationships. */
  get elements(): ReadonlySet<string> {
    const bound = this.text.matchAll(/[([]\s*([A-Za-z_]\w*)\s*(?:[:)\]*{]|(?=\s*\{))/g)
    return new Set([...bound].filter(({ index }) => !isCall(this.text, index)).map(([, name]) => String(name)))
  }

  /** Variables that only an `OPTIONAL MATCH` binds, which may be null. */
  get optionalElements(): ReadonlySet<string> {
    const names = new Set<string>()
    const certain = new Set<string>()
    for (const { keyword, text } of this.clauses) {
      for (const name of new CypherText(text).elements) {
        if (keyword === 'OPTIONAL MATCH') names.add(name)
        else if (keyword === 'MATCH' || keyword === 'MERGE' || keyword === 'CREATE') certain.add(name)
      }
    }
    return new Set([...names].filter((name) => !certain.has(name)))
  }

  /** Line and text of a place, for a reader. */
  excerpt(place: number): string {
    const line = this.cypher.slice(0, place).split('\n').length
    return `line ${line}: ${this.cypher.slice(place, place + 60).replace(/\s+/g, ' ')}`
  }
}

/** Quotes stay, so that what is left still reads as a value or a name. */
function blank(match: string): string {
  const [quote] = match
  if (quote === '/') return match.replace(/[^\n]/g, ' ')
  return `${quote}${'x'.repeat(match.length - 2)}${quote}`
}

const opensSubquery = (before: string): boolean =>
  /\b(?:EXISTS|COUNT|COLLECT|CALL)\s*$/.test(before) || /\bCALL\s*\([^()]*\)\s*$/.test(before)

/** Whether a bracket belongs to a function's call or to `CALL (…)`, not to a pattern. */
const isCall = (text: string, bracket: number): boolean =>
  text.charAt(bracket) === '(' &&
  /(?:\w|\bCALL\s*)$/.test(text.slice(0, bracket)) &&
  !endsClause(text.slice(0, bracket))

const endsClause = (before: string): boolean => /(?<![.$:\w])(?:MATCH|MERGE|CREATE|EXISTS|WHERE)\s*$/.test(before)
