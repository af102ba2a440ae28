/** Kinds of which two may be the same. */
export const doubledKinds = ['FIRM', 'SUPPORT_ACTOR', 'INITIATIVE'] as const
export type DoubledKind = (typeof doubledKinds)[number]

/** Why two are likely the same. */
export type DoubleReason = 'SAME_NUMBER' | 'SAME_NAME'

/** Two that are likely the same, by id. */
export interface LikelyDouble {
  readonly one: string
  readonly other: string
  readonly why: DoubleReason
}

/** One of those that bear one folded name. */
export interface Namesake {
  readonly id: string
  readonly number: string | null
  /** Of a firm, where its main place is; null where that is not known. */
  readonly municipality: string | null
  /** Of an initiative, who offers it. */
  readonly actors: readonly string[]
}

/**
 * Whether two of one folded name are likely the same: firms of one municipality, initiatives that one actor offers or of
 * which nobody is known to offer one; no two of different organisation numbers.
 */
export function areLikelyOne(kind: DoubledKind, one: Namesake, other: Namesake): boolean {
  if (one.number !== null && other.number !== null) return false
  if (kind === 'FIRM') return one.municipality !== null && one.municipality === other.municipality
  if (kind === 'SUPPORT_ACTOR') return true
  const isOffered = one.actors.length > 0 && other.actors.length > 0
  return !isOffered || one.actors.some((actor) => other.actors.includes(actor))
}

/** Of a name that very many bear, each is shown with so many of those before it. */
const MOST_BEFORE = 20

/** Pairs among those that bear one name, by the later one. */
export function likelyAmong(kind: DoubledKind, namesakes: readonly Namesake[]): LikelyDouble[] {
  return namesakes.flatMap((other, index) => {
    const before = namesakes.slice(0, index).filter((one) => areLikelyOne(kind, one, other))
    return before.slice(0, MOST_BEFORE).map((one) => ({ one: one.id, other: other.id, why: 'SAME_NAME' as const }))
  })
}

/** Those of one organisation number, each with the first of them. */
export function ofOneNumber(numbered: readonly { readonly id: string; readonly number: string }[]): LikelyDouble[] {
  const first = new Map<string, string>()
  return numbered.flatMap(({ id, number }) => {
    const one = first.get(number)
    if (one === undefined) first.set(number, id)
    return one === undefined || one === id ? [] : [{ one, other: id, why: 'SAME_NUMBER' }]
  })
}
