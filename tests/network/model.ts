import type { GraphElements, GraphRelationship } from '../../src/graph/elements.js'
import { nameProperties } from '../../src/graph/names.js'
import { nodeKinds } from '../../src/graph/vocabulary.js'
import { FactsModel } from './facts-model.js'

/** What is asked of the model, as of the API. */
export interface Asked {
  readonly starts: readonly string[]
  readonly depth: number
  readonly limit: number
  readonly asOf: string
  /** Which way relationships are followed. */
  readonly direction: 'EITHER' | 'IN' | 'OUT'
  /** Null where left out. */
  readonly kinds: readonly string[] | null
  readonly edgeKinds: readonly string[] | null
  readonly withoutKinds: readonly string[]
  readonly without: readonly string[]
}

/** What paths do not lead through, and on which day. */
export type Passing = Pick<Asked, 'asOf' | 'withoutKinds' | 'without'>

interface ModelNode {
  readonly id: string
  readonly kind: string
  readonly sortName: string
  readonly label: string
  readonly isIndustry: boolean
}

const undrawnKinds = [
  'SOURCE',
  'CLAIM',
  'SIZE_CLASS',
  'COUNTRY',
  'PHASE',
  'SPILLOVER_RUN',
  'INPUT_OUTPUT_TABLE',
  'EMPLOYMENT_TABLE',
]
const undrawnEdges = ['SPILLS_OVER', 'INPUT_TO', 'HAS_INDUSTRY', 'COUNTS']
const neverThrough = [
  'SOURCE',
  'CLAIM',
  'SIZE_CLASS',
  'COUNTRY',
  'SPILLOVER_RUN',
  'INPUT_OUTPUT_TABLE',
  'EMPLOYMENT_TABLE',
]

/** Answers questions about networks by looking at everything, over and over. */
export class NetworkModel {
  readonly nodes: readonly ModelNode[]
  readonly facts: FactsModel

  constructor(private readonly elements: GraphElements) {
    this.facts = new FactsModel(elements)
    this.nodes = elements.nodes.map(({ id, label, properties }) => ({
      id,
      kind: nodeKinds[label].entityKind,
      sortName: String(nameProperties(id, properties).sortName),
      label: String(properties.nameSv ?? properties.nameEn ?? id),
      isIndustry: properties.level === 'INDUSTRY',
    }))
  }

  network(asked: Asked) {
    const inForce = this.inForce(asked)
    const neighbours = (id: string) => this.neighbours(asked, inForce, id)
    const distances = new Map(asked.starts.map((id) => [id, 0]))
    for (let distance = 1; distance <= asked.depth; distance += 1) {
      for (const [id, from] of [...distances]) {
        if (from !== distance - 1) continue
        for (const next of neighbours(id))
          if (!distances.has(next) && !asked.without.includes(next)) distances.set(next, distance)
      }
    }
    const reached = this.nodes
      .filter(({ id }) => (distances.get(id) ?? 0) > 0)
      .toSorted(
        (one, other) =>
          (distances.get(one.id) ?? 0) - (distances.get(other.id) ?? 0) ||
          inOrder(one.kind, other.kind) ||
          inOrder(one.sortName, other.sortName) ||
          inOrder(one.id, other.id),
      )
    const shown = [...asked.starts, ...reached.slice(0, asked.limit).map(({ id }) => id)]
    return {
      nodes: shown.map((id) => ({
        id,
        label: this.node(id).label,
        kind: this.node(id).kind,
        degree: neighbours(id).length,
        tier: distances.get(id),
      })),
      edges: inForce
        .filter(({ from, to }) => shown.includes(from) && shown.includes(to))
        .map(drawn)
        .toSorted((one, other) => inOrder(one.id, other.id)),
      truncated: reached.length > asked.limit,
      hidden: shown
        .filter((id) => (distances.get(id) ?? 0) < asked.depth)
        .flatMap((id) => {
          const left = neighbours(id).filter((each) => !shown.includes(each))
          const kinds = [...new Set(left.map((each) => this.node(each).kind))].toSorted()
          return kinds.map((kind) => ({
            node: { id },
            kind,
            count: left.filter((each) => this.node(each).kind === kind).length,
          }))
        }),
      leftOutByDay: this.leftOutByDay(
        asked,
        shown.filter((id) => (distances.get(id) ?? 0) < asked.depth),
      ),
      warnings: this.warnings(
        asked,
        shown,
        shown.filter((id) => (distances.get(id) ?? 0) < asked.depth),
      ).map((code) => ({ code })),
    }
  }

  /** How many relationships lead on from some nodes on other days only. */
  private leftOutByDay(asked: Asked, inside: readonly string[]): number {
    const leadsOn = (from: string, to: string) => from !== to && inside.includes(from) && this.isAskedFor(asked, to)
    return this.elements.relationships.filter(
      (each) =>
        this.isOfTypes(asked, each) &&
        !holds(each, asked.asOf) &&
        ((asked.direction !== 'IN' && leadsOn(each.from, each.to)) ||
          (asked.direction !== 'OUT' && leadsOn(each.to, each.from))),
    ).length
  }

  /** Codes of what a network warns of. */
  private warnings(asked: Asked, shown: readonly string[], inside: readonly string[]): string[] {
    const drawnEdges = this.inForce(asked).filter(({ from, to }) => shown.includes(from) && shown.includes(to))
    if (asked.depth === 0) return []
    if (drawnEdges.length === 0) return this.whyEmpty(asked)
    const { kinds, edgeKinds } = asked
    if (!kinds || !edgeKinds) return []
    const joined = this.inForce(asked).filter(
      ({ from, to }) => from !== to && (inside.includes(from) || inside.includes(to)),
    )
    const undrawn = new Set(edgeKinds.filter((type) => !drawnEdges.some((edge) => edge.type === type)))
    return [...undrawn].flatMap((type) =>
      joined.some(
        (edge) =>
          edge.type === type &&
          ((inside.includes(edge.from) && !this.isAskedFor(asked, edge.to)) ||
            (inside.includes(edge.to) && !this.isAskedFor(asked, edge.from))),
      )
        ? ['EDGE_KINDS_END_ELSEWHERE']
        : [],
    )
  }

  private whyEmpty(asked: Asked): string[] {
    const { starts, direction, edgeKinds } = asked
    const ends = this.elements.relationships
      .filter(({ from, to }) => from !== to)
      .flatMap((edge) => [
        { edge, start: edge.from, other: edge.to, way: 'OUT' },
        { edge, start: edge.to, other: edge.from, way: 'IN' },
      ])
      .filter(({ start }) => starts.includes(start))
    const ofTypes = ends.filter(({ edge }) => this.isOfTypes(asked, edge))
    const thisWay = ofTypes.filter(({ way }) => direction === 'EITHER' || way === direction)
    const beside = edgeKinds === null && ofTypes.length < ends.length ? ['EDGE_KINDS_LEFT_OUT'] : []
    if (ends.length === 0) return ['NOTHING_JOINED']
    if (ofTypes.length === 0) return edgeKinds ? ['EDGE_KINDS_ABSENT'] : beside
    if (thisWay.length === 0) return ['NOT_THIS_WAY', ...beside]
    const ofKinds = thisWay.filter(({ other }) => this.isAskedFor(asked, other))
    if (ofKinds.length === 0) return ['KINDS_LEFT_OUT', ...beside]
    return [ofKinds.some(({ edge }) => holds(edge, asked.asOf)) ? 'TAKEN_AWAY' : 'NOT_ON_DAY', ...beside]
  }

  /** All simple paths between two nodes, each as the ids of its nodes, shortest first. */
  paths(from: string, to: string, maxLength: number, { asOf, withoutKinds, without }: Passing): string[][] {
    const relationships = this.elements.relationships.filter((each) => holds(each, asOf))
    const found: string[][] = []
    const follow = (path: readonly string[]) => {
      const end = path.at(-1)
      if (end === to) {
        found.push([...path])
        return
      }
      if (path.length > maxLength) return
      const isPassed = ![...neverThrough, ...withoutKinds].includes(this.node(String(end)).kind)
      if (path.length > 1 && (!isPassed || without.includes(String(end)))) return
      const next = new Set(
        relationships.flatMap((each) => (each.from === end ? [each.to] : each.to === end ? [each.from] : [])),
      )
      for (const id of next) if (!path.includes(id)) follow([...path, id])
    }
    if (from !== to) follow([from])
    return found.toSorted((one, other) => one.length - other.length || inOrder(one.join(' '), other.join(' ')))
  }

  /** Ids of the relationships that join two nodes on a day. */
  joining(one: string, other: string, asOf: string): string[] {
    return this.elements.relationships
      .filter((each) => holds(each, asOf))
      .filter(({ from, to }) => (from === one && to === other) || (from === other && to === one))
      .map((each) => drawn(each).id)
      .toSorted()
  }

  private neighbours(asked: Asked, inForce: readonly GraphRelationship[], id: string): string[] {
    const ends = inForce.flatMap(({ from, to }) => [
      ...(from === id && asked.direction !== 'IN' ? [to] : []),
      ...(to === id && asked.direction !== 'OUT' ? [from] : []),
    ])
    return [...new Set(ends)].filter((each) => each !== id && this.isAskedFor(asked, each))
  }

  private isAskedFor({ kinds, edgeKinds, withoutKinds }: Asked, id: string): boolean {
    const { kind, isIndustry } = this.node(id)
    if (withoutKinds.includes(kind)) return false
    return kinds ? kinds.includes(kind) : edgeKinds !== null || (!undrawnKinds.includes(kind) && !isIndustry)
  }

  private inForce(asked: Asked): GraphRelationship[] {
    return this.elements.relationships
      .filter((each) => this.isOfTypes(asked, each))
      .filter((each) => holds(each, asked.asOf))
  }

  private isOfTypes({ edgeKinds }: Asked, { type }: GraphRelationship): boolean {
    return edgeKinds ? edgeKinds.includes(type) : !undrawnEdges.includes(type)
  }

  private node(id: string): ModelNode {
    const found = this.nodes.find((node) => node.id === id)
    if (!found) throw new Error(`the model has no ${id}`)
    return found
  }
}

function holds({ properties }: GraphRelationship, asOf: string): boolean {
  const { validFrom, since, validTo, until } = properties
  return String(validFrom ?? since ?? asOf) <= asOf && String(validTo ?? until ?? asOf) >= asOf
}

const drawn = ({ type, from, to, key }: GraphRelationship) => ({
  id: key === '' ? `${type}|${from}|${to}` : `${type}|${from}|${to}|${key}`,
  source: from,
  target: to,
  kind: type,
})

/** Order of strings by their code points, as both engines have it. */
function inOrder(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}
