import type { NeedStrength } from '../../classification/need-strength.js'
import { grouped } from '../../kernel/grouped.js'
import type { Sentence } from '../../language/wording.js'
import { byName } from '../facts/by-name.js'
import type { SupportEvidence } from '../facts/evidence.js'
import type { JudgedTerm, Term } from '../facts/terms.js'
import type { WayFit } from './fit-rule.js'
import { conditionSentence } from './term-sentences.js'

/** A term of an offered initiative; UNKNOWN is for the reader to check. */
export interface Condition extends Sentence {
  readonly term: Term['kind']
  readonly verdict: 'MET' | 'UNKNOWN'
}

/** A need that an offered initiative meets. */
export interface OfferedNeed {
  readonly need: string
  /** Null through an area. */
  readonly strength: NeedStrength | null
  readonly evidence: SupportEvidence
  /** The year of the newest page that names it. */
  readonly lastSeen: number | null
}

export interface OfferedInitiative {
  readonly initiative: string
  /** By name of the need. */
  readonly meets: readonly OfferedNeed[]
  readonly conditions: readonly Condition[]
}

/** The initiatives among an actor's ways: what fits best first, then by name. */
export function offeredBy(fits: readonly WayFit[]): OfferedInitiative[] {
  const byInitiative = grouped(fits, ({ followed }) => followed.way.initiative)
  return [...byInitiative]
    .flatMap(([initiative, ways]) => (initiative ? [{ initiative, ways }] : []))
    .toSorted((left, right) => bestFit(right.ways) - bestFit(left.ways) || byName(left.initiative, right.initiative))
    .map(({ initiative, ways }) => ({
      initiative: initiative.id,
      meets: meetsOf(ways, initiative.lastSeen.year),
      conditions: ways[0]?.followed.judged.terms.flatMap(conditionOf) ?? [],
    }))
}

const bestFit = (ways: readonly WayFit[]): number => Math.max(...ways.map(({ fit }) => fit))

/** Each need once, by the best way to it. */
function meetsOf(ways: readonly WayFit[], lastSeen: number | null): OfferedNeed[] {
  const byNeed = grouped(
    ways.toSorted((left, right) => right.fit - left.fit),
    ({ followed }) => followed.to.need,
  )
  return [...byNeed]
    .toSorted(([left], [right]) => byName(left, right))
    .flatMap(([need, [best]]) => {
      if (!best) return []
      const { meeting, evidence } = best.followed.to
      return [{ need: need.id, strength: meeting?.strength ?? null, evidence, lastSeen }]
    })
}

function conditionOf(judged: JudgedTerm): Condition[] {
  const { term, verdict } = judged
  return verdict === 'FAILED' ? [] : [{ term: term.kind, verdict, ...conditionSentence(judged) }]
}
