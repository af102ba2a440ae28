import type { GraphRelationship, Properties } from '../../graph/elements.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { type RelationshipIdentity, removeRelationships, writeElements } from '../../graph/write-elements.js'
import type { TieStatement } from '../statements/statement.js'
import { isSamePlace, readStates, type StandingTie } from '../statements/states.js'
import { tieStatementsOf } from '../statements/stored-statement.js'
import { relationshipOf } from './apply-ties.js'
import { haveSame } from './difference.js'
import type { Stood, TieIdentity } from './piece.js'
import type { Step } from './step.js'

/**
 * Brings the places and sectors of firms to those that are stated. One that the seed gives stays, after those that people
 * state.
 */
export async function writePlaces(transaction: GraphTransaction, steps: readonly Step[]): Promise<void> {
  const firms = steps.filter(({ change }) => change.label === 'Firm')
  // What has just been said of such a relationship by itself is another now than what was read before.
  const changed = firms.filter(({ change }) => change.pieces.some(({ of }) => of === 'TIE'))
  const read = await readStates(
    transaction,
    changed.map(({ change }) => change.entity),
  )
  const gone: RelationshipIdentity[] = []
  const written: GraphRelationship[] = []
  for (const step of firms) {
    const standing = read.get(step.change.entity)?.ties ?? step.state?.ties ?? []
    for (const { tie, before, after } of placesOf(step, standing)) {
      if (!after && before) gone.push(tie)
      const isThere = after && before && haveSame(before, { ...after.properties, ...after.provenance, key: tie.key })
      if (after && !isThere) written.push(after)
    }
  }
  await removeRelationships(transaction, gone)
  await writeElements(transaction, { nodes: [], relationships: written }, 'REPLACE_PROPERTIES')
}

/** A relationship to a place or sector as it stands and as it is to stand. */
interface PlaceChange {
  readonly tie: TieIdentity
  readonly before: Properties | null
  /** Null for one that nobody states any more. */
  readonly after: GraphRelationship | null
}

function placesOf({ change, state, shown }: Step, standing: readonly StandingTie[]): PlaceChange[] {
  const { entity, stood } = change
  const wanted = shown?.ties ?? []
  if (stood && isStatedAs(stood, wanted)) return placesAsTheyStood(entity, stood, standing)
  const sources = new Set(state?.statements.map(({ source }) => source))
  const fresh = wanted.filter(({ type, to }) => !standing.some(isSamePlace({ type, to })))
  const outranked = new Map<string, number>()
  return [
    ...fresh.map((tie) => ({ tie, before: null, after: tie })),
    ...standing.map(({ type, to, properties }): PlaceChange => {
      const key = String(properties.key ?? '')
      const tie = { type, from: entity, to, key }
      const said = tieStatementsOf(properties)
      const stated = wanted.find(isSamePlace({ type, to }))
      const others = said.filter(({ isSeeded, source }) => isSeeded || !(stated || sources.has(source)))
      const all = stated ? [statementOf(stated), ...others] : others
      if (all.length === 0) return { tie, before: properties, after: null }
      if (!all.every(({ isSeeded }) => isSeeded)) return { tie, before: properties, after: relationshipOf(tie, all) }
      const before = outranked.get(type) ?? wanted.filter((each) => each.type === type).length
      if (before > 0) outranked.set(type, before + 1)
      return { tie, before: properties, after: before > 0 ? ranked(tie, all, before + 1) : relationshipOf(tie, all) }
    }),
  ]
}

const statementOf = ({ provenance, properties }: GraphRelationship): TieStatement => ({
  ...{ ...provenance, isSeeded: false, values: properties, emptied: [] },
})

/** What the seed says, with a rank that it does not say. */
function ranked(tie: TieIdentity, statements: readonly TieStatement[], rank: number): GraphRelationship {
  const { provenance, properties, ...identity } = relationshipOf(tie, statements)
  const said = statements.map((each) => JSON.stringify(each))
  return { ...identity, provenance, properties: { ...properties, rank, statements: said } }
}

/** Whether what sources say makes the places and sectors that it made before a merge. */
function isStatedAs({ places }: Stood, wanted: readonly GraphRelationship[]): boolean {
  const stated = places.filter(({ isStated }) => isStated)
  return stated.length === wanted.length && wanted.every((tie) => stated.some(isSamePlace(tie)))
}

function placesAsTheyStood(entity: string, { places }: Stood, standing: readonly StandingTie[]): PlaceChange[] {
  const identity = ({ type, to, properties: { key } }: StandingTie): TieIdentity => ({
    ...{ type, from: entity, to, key: String(key ?? '') },
  })
  const gone = standing.filter((tie) => !places.some(isSamePlace(tie)))
  return [
    ...gone.map((tie) => ({ tie: identity(tie), before: tie.properties, after: null })),
    ...places.map((place): PlaceChange => {
      const { key: _, source, locator, recordedAt, ...properties } = place.properties
      const provenance = { source: String(source), locator: String(locator), recordedAt: String(recordedAt) }
      const before = standing.find(isSamePlace(place))?.properties ?? null
      return { tie: identity(place), before, after: { ...identity(place), provenance, properties } }
    }),
  ]
}
