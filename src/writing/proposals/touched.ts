import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import { type propertyValue, storedProperties } from '../../graph/stored-properties.js'
import { readRelationships } from '../../graph/write-elements.js'
import type { Draft, DraftTie } from '../drafts/draft.js'
import { ownSource } from '../forms/own-source.js'
import { endValues } from '../statements/ending.js'
import { saidIn, saidWith } from '../statements/fold.js'
import { readStates } from '../statements/states.js'
import { tieStatementsOf } from '../statements/stored-statement.js'

/** What there is of the values and relationships that a draft changes. */
export const touched = z.strictObject({
  values: storedProperties,
  /** For each relationship of the draft those that are there, with what tells them apart. */
  ties: z.array(z.array(z.strictObject({ key: z.string(), values: storedProperties }))),
  get parts() {
    return z.array(touched)
  },
})
export type Touched = z.infer<typeof touched>

/** What a firm's size and trade are made of: whoever says one of these speaks of the others too. */
const ofFirms: readonly (readonly string[])[] = [
  ['employees', 'employeesFrom', 'employeesTo', 'sizeClass'],
  ['sni', 'sectors'],
]

/**
 * What is there of the values and relationships that a draft changes.
 * @param source the draft's own when it was made, by which parallel relationships are told apart.
 */
export async function readTouched(graph: GraphReader, draft: Draft, source: string): Promise<Touched> {
  const { id, operation, ties, parts = [] } = draft
  const ofParts: Touched[] = []
  for (const part of parts) ofParts.push(await readTouched(graph, part, source))
  if (operation === 'CREATE' || id === null) return { values: {}, ties: [], parts: ofParts }
  const said = saidIn((await readStates(graph, [id])).get(id)?.statements ?? [])
  const names = namesIn(draft)
  return {
    values: inOrder(Object.fromEntries(Object.entries(said).filter(([name]) => names.has(name)))),
    ties: await tiesThere(graph, id, ties, source),
    parts: ofParts,
  }
}

/** Whether nothing of it is another. */
export const isUntouched = (before: Touched, now: Touched): boolean => JSON.stringify(before) === JSON.stringify(now)

/** Names of all values that a draft speaks of. */
function namesIn(draft: Draft): ReadonlySet<string> {
  const ends = draft.endsOn === null ? {} : endValues(draft.label, draft.endsOn)
  const named = [...Object.keys(draft.values), ...draft.emptied, ...Object.keys(ends)]
  const groups = draft.label === 'Firm' ? ofFirms : []
  return new Set(named.flatMap((name) => [...saidWith(name), ...(groups.find((group) => group.includes(name)) ?? [])]))
}

async function tiesThere(
  graph: GraphReader,
  entity: string,
  ties: readonly DraftTie[],
  source: string,
): Promise<Touched['ties']> {
  const pairs = ties.map((tie) => {
    const end = tie.end === ownSource ? source : tie.end
    return tie.direction === 'OUT'
      ? { type: tie.type, from: entity, to: end }
      : { type: tie.type, from: end, to: entity }
  })
  const there = pairs.length === 0 ? [] : await readRelationships(graph, pairs)
  return ties.map((tie, index) => {
    const pair = pairs[index]
    return there
      .filter(
        ({ type, from, to, key }) =>
          type === pair?.type && from === pair.from && to === pair.to && isOf(tie, key, source),
      )
      .map(({ key, properties }) => ({ key, values: inOrder(saidIn(tieStatementsOf(properties))) }))
      .toSorted((left, right) => (left.key < right.key ? -1 : 1))
  })
}

/** Whether a relationship of a key is one that a draft speaks of: what ends is all that sources state of it. */
function isOf({ does, key, isKeyedBySource }: DraftTie, other: string, source: string): boolean {
  if (!isKeyedBySource) return other === key
  return does === 'END' ? other === key || other.startsWith(`${key} `) : other === `${key} ${source}`
}

const inOrder = (properties: Properties): Record<string, z.infer<typeof propertyValue>> =>
  Object.fromEntries(Object.entries(properties).toSorted(([left], [right]) => (left < right ? -1 : 1)))
