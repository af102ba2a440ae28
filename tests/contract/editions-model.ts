import type {
  GraphElements,
  GraphNode,
  GraphRelationship,
  Properties,
  PropertyValue,
} from '../../src/graph/elements.js'
import type { EntityChange, Piece } from '../../src/writing/changes/piece.js'
import type { Statement, TieStatement } from '../../src/writing/statements/statement.js'

type Said = Statement | TieStatement

export const nameOf = ({ type, from, to, key }: { type: string; from: string; to: string; key: string }): string =>
  [type, from, to, key].join(' | ')
const whose = ({ source, isSeeded }: Said): string => (isSeeded ? `${source} of the seed` : source)

/** What is said of entities and relationships, by who says it: pieces one after the other, and nothing else. */
export class Replay {
  readonly entities = new Map<string, Map<string, Statement>>()
  readonly ties = new Map<string, Map<string, TieStatement>>()
  readonly gone = new Set<string>()

  add(changes: readonly EntityChange[]): void {
    for (const { pieces } of changes) for (const piece of pieces) this.#apply(piece)
  }

  #apply(piece: Piece): void {
    if (piece.of === 'LIFE') {
      if (piece.after === 'FORMER') this.gone.add(piece.entity)
      else this.gone.delete(piece.entity)
      return
    }
    if (piece.of === 'STATEMENT') change(this.entities, piece.entity, piece.before, piece.after)
    else change(this.ties, nameOf(piece), piece.before, piece.after)
  }
}

function change<Some extends Said>(
  all: Map<string, Map<string, Some>>,
  of: string,
  before: Some | null,
  after: Some | null,
): void {
  const said = all.get(of) ?? new Map<string, Some>()
  if (before) said.delete(whose(before))
  if (after) said.set(whose(after), after)
  if (said.size === 0) all.delete(of)
  else all.set(of, said)
}

/** What is shown of what is said: people before the seed, the newest first, each value from the first that says it. */
export function shownOf(statements: readonly Said[]): Properties {
  const ordered = statements.toSorted((left, right) => {
    if (left.isSeeded !== right.isSeeded) return left.isSeeded ? 1 : -1
    return dateOf(right).localeCompare(dateOf(left))
  })
  const shown: Record<string, PropertyValue> = {}
  const names = new Set(ordered.flatMap(({ values, emptied }) => [...Object.keys(values), ...emptied]))
  for (const name of names) {
    const speaking = ordered.filter(({ values, emptied }) => name in values || emptied.includes(name))
    const [last] = speaking.toSorted((left, right) => {
      if (left.isSeeded !== right.isSeeded) return left.isSeeded ? 1 : -1
      return saidOn(right, name).localeCompare(saidOn(left, name))
    })
    const value = last?.values[name]
    if (value !== undefined) shown[name] = value
  }
  const seen = ordered.filter(({ values }) => values.lastSeenYear !== undefined)
  const last = seen.reduce<Said | null>(
    (best, each) =>
      best === null || Number(each.values.lastSeenYear) > Number(best.values.lastSeenYear) ? each : best,
    null,
  )
  if (last) Object.assign(shown, { lastSeenYear: last.values.lastSeenYear, lastSeenIn: last.values.lastSeenIn })
  const confirmed = ordered.flatMap((each) => ('confirmedOn' in each ? (each.confirmedOn ?? []) : [])).toSorted()
  return confirmed.length > 0 ? { ...shown, confirmedOn: String(confirmed.at(-1)) } : shown
}

const dateOf = (said: Said): string =>
  [('asOf' in said ? said.asOf : null) ?? said.recordedAt.slice(0, 10), said.recordedAt, said.source].join(' ')

/** When a source said one of its values; what it does not say anew stays as old as it was. */
const saidOn = (said: Said, name: string): string => ('earlier' in said ? said.earlier?.[name] : null) ?? dateOf(said)

/** What a graph must hold: what people said, and what the newest edition says. */
export class Model {
  readonly people = new Replay()
  entities = new Map<string, Statement>()
  ties = new Map<string, TieStatement>()

  /** Takes an edition in: what the one before said goes, but for what people's words rest on. */
  publish({ nodes, relationships }: GraphElements): void {
    const ties = new Map(relationships.map((each) => [nameOf(each), tieStatementOf(each)]))
    for (const [name, said] of this.ties) if (!ties.has(name) && this.#restsOn(name, said)) ties.set(name, said)
    this.ties = ties
    const entities = new Map(nodes.map((node) => [node.id, statementOf(node)]))
    const related = new Set([...this.people.ties.keys()].flatMap((name) => name.split(' | ').slice(1, 3)))
    const named = new Set(
      [...this.people.ties.values()].flatMap((said) => [...said.values()].map(({ source }) => source)),
    )
    const staying = [...this.entities].filter(([id]) => {
      if (entities.has(id)) return false
      const own = this.people.entities.get(id)
      return own ? !hasName([...own.values()]) : related.has(id) || named.has(id)
    })
    for (const [id, said] of staying) entities.set(id, said)
    // A source stays as long as anything that stays has its words from it.
    for (let size = 0; size !== entities.size; ) {
      size = entities.size
      for (const { source } of [...entities.values(), ...ties.values()]) {
        const said = this.entities.get(source)
        if (said && !entities.has(source)) entities.set(source, said)
      }
    }
    this.entities = entities
  }

  /** That a relationship ended says nothing of what it was. */
  #restsOn(name: string, said: TieStatement): boolean {
    const own = this.people.ties.get(name)
    if (!own) return false
    const words = ({ values }: TieStatement) =>
      Object.keys(values).filter((each) => each !== 'validFrom' && each !== 'validTo').length
    return words(said) > 0 && [...own.values()].every((each) => words(each) === 0)
  }

  /** All that is said of each entity. */
  allEntities(): Map<string, Statement[]> {
    return joined(this.people.entities, this.entities)
  }

  allTies(): Map<string, TieStatement[]> {
    return joined(this.people.ties, this.ties)
  }
}

const hasName = (statements: readonly Statement[]): boolean =>
  statements.some(({ values }) => values.nameEn !== undefined) &&
  statements.some(({ values }) => values.kind !== undefined)

function joined<Some>(people: Map<string, Map<string, Some>>, seed: Map<string, Some>): Map<string, Some[]> {
  const all = new Map([...people].map(([name, said]) => [name, [...said.values()]]))
  for (const [name, said] of seed) all.set(name, [...(all.get(name) ?? []), said])
  return all
}

const statementOf = ({ label, provenance, properties: { nameSv, ...others } }: GraphNode): Statement => ({
  ...{ ...provenance, asOf: null, confirmedOn: null, isSeeded: true, emptied: [] },
  values: { ...others, ...(nameSv === undefined ? {} : { [label === 'Firm' ? 'name' : 'nameSv']: nameSv }) },
})

const tieStatementOf = ({ provenance, properties }: GraphRelationship): TieStatement => ({
  ...{ ...provenance, isSeeded: true, values: properties, emptied: [] },
})
