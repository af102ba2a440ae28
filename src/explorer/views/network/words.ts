import { useFormat, useTexts } from '../../language/language.js'
import { countedKinds, networkTexts } from '../../language/network.js'
import { useVerbs } from '../../language/verbs.js'
import type { ShownEdge, ShownNetwork, ShownNode } from './shown.js'

/** The kinds that a title counts; the rest is counted together. */
const KINDS_COUNTED = 4
/** The starts that a title names. */
const STARTS_NAMED = 3

/** Counts kinds as a sentence does: "12 insatser". */
export function useCounted() {
  const { counted } = useTexts(countedKinds)
  const format = useFormat()
  return (kind: ShownNode['kind'], count: number): string =>
    `${format.count(count)} ${counted[kind][count === 1 ? 0 : 1]}`
}

/** How many nodes of each kind there are, the most first. */
export function byKind(nodes: readonly ShownNode[]): [kind: ShownNode['kind'], count: number][] {
  const counts = new Map<ShownNode['kind'], number>()
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].toSorted(([, few], [, many]) => many - few)
}

/** What a network shows, as a sentence: with how many others, of which kinds, its starts hang together. */
export function useFinding(): (network: ShownNetwork) => string {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const counted = useCounted()
  return ({ nodes, starts }) => {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]))
    const named = starts.length > STARTS_NAMED ? starts.slice(0, 1) : starts
    const names = named.map((id) => labels.get(id) ?? id)
    const of = format.list(
      starts.length > STARTS_NAMED ? [...names, texts.andMore(format.count(starts.length - 1))] : names,
    )
    const others = nodes.filter(({ id }) => !starts.includes(id))
    if (others.length === 0) return texts.isAlone(of)
    const kinds = byKind(others)
    const few = kinds.length > KINDS_COUNTED + 1 ? kinds.slice(0, KINDS_COUNTED) : kinds
    const rest = others.length - few.reduce((sum, [, count]) => sum + count, 0)
    const parts = few.map(([kind, count]) => counted(kind, count))
    const all = format.list(rest > 0 ? [...parts, texts.ofOtherKinds(format.count(rest))] : parts)
    return (starts.length > 1 ? texts.areJoined : texts.isJoined)(of, format.count(others.length), all)
  }
}

/** A relationship told from one of its ends. */
export interface Sentence {
  readonly subject: string
  readonly verb: string
  readonly object: string
  /** What is supplied, and when it holds; empty where nothing is known. */
  readonly details: string
}

/** Tells relationships: from one end, with the verb, the other end, what it is about and when it holds. */
export function useSentences(): (edge: ShownEdge, from: string) => Sentence {
  const verbOf = useVerbs()
  const span = useSpan()
  return (edge, from) => {
    const isOut = edge.source === from
    const what = [edge.category?.name, edge.what].filter((text) => text)
    const details = [[...new Set(what)].join(', '), span(edge)].filter((text) => text !== '')
    return {
      subject: from,
      verb: verbOf(edge, isOut ? 'OUT' : 'IN'),
      object: isOut ? edge.target : edge.source,
      details: details.join(', '),
    }
  }
}

/** The days on which a relationship holds, in words; empty where none is known. A whole year is told as one. */
export function useSpan(): (edge: Pick<ShownEdge, 'since' | 'until'>) => string {
  const texts = useTexts(networkTexts)
  const format = useFormat()
  const first = (iso: string) => (iso.endsWith('-01-01') ? iso.slice(0, 4) : format.day(iso))
  const last = (iso: string) => (iso.endsWith('-12-31') ? iso.slice(0, 4) : format.day(iso))
  return ({ since, until }) => texts.span(since ? first(since) : null, until ? last(until) : null)
}
