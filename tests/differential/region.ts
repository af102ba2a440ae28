import type { GraphElements, GraphNode, GraphRelationship, Provenance } from '../../src/graph/elements.js'
import {
  type NodeLabel,
  nodeKinds,
  nodeLabels,
  type RelationshipType,
  relationshipTypes,
} from '../../src/graph/vocabulary.js'
import { ruleOf } from '../../src/writing/forms/relationships.js'
import type { Random } from './random.js'
import { editions, nodeProperties, relationshipProperties } from './values.js'

/** How many nodes of a label a region has; one where left out. */
const counts: Partial<Record<NodeLabel, number>> = {
  Source: 3,
  County: 3,
  Municipality: 6,
  Sector: 10,
  SizeClass: 3,
  Need: 4,
  SupportArea: 3,
  SupportActor: 6,
  Initiative: 6,
  Establishment: 3,
  Phase: 4,
  Firm: 8,
  SupplyCategory: 3,
  Requirement: 2,
  Claim: 4,
  StructureCell: 3,
  Recommendation: 2,
  InputOutputTable: 2,
  EmploymentTable: 2,
  SpilloverRun: 2,
}

/** What the types join that the seed does not hold. */
const joins: Partial<Record<RelationshipType, readonly [from: readonly NodeLabel[], to: readonly NodeLabel[]]>> = {
  CORRESPONDS_TO: [['Sector'], ['Sector']],
  SUPPLIES: [['Firm'], ['Firm', 'Establishment']],
  CAN_SUPPLY: [['Firm'], ['SupplyCategory']],
  HAS_NEED: [['Firm'], ['Need']],
  FULFILS: [['Firm'], ['Requirement']],
  HAS_INDUSTRY: [['InputOutputTable'], ['Sector']],
  INPUT_TO: [['Sector'], ['Sector']],
  HAS_RUN: [['Scenario'], ['SpilloverRun']],
  USES_TABLE: [['SpilloverRun'], ['InputOutputTable']],
  INCLUDES: [['SpilloverRun'], ['Establishment']],
  SPILLS_OVER: [['Establishment'], ['Sector']],
}

const wellKnown: Partial<Record<NodeLabel, readonly string[]>> = {
  Country: ['country:SE'],
  SizeClass: ['size-class:small', 'size-class:medium', 'size-class:large'],
  SpilloverRun: ['run:report'],
}

/** Id of the node of a label with this number; the same in every region. */
export const idOf = (label: NodeLabel, number: number): string =>
  wellKnown[label]?.[number] ?? `${nodeKinds[label].idPrefix}:${number}`

/** The ids that a region may have of a label, and one that it has not. */
export const idsOf = (label: NodeLabel): string[] =>
  Array.from({ length: (counts[label] ?? 1) + 1 }, (_, number) => idOf(label, number))

/** A small region of nodes and relationships in the program's own words, with about as many of each as make answers. */
export function region(random: Random): GraphElements {
  const nodes = nodeLabels.flatMap((label) => random.list(counts[label] ?? 1, (number) => node(random, label, number)))
  const size = random.pick([1, 1, 1, 3])
  const more = random.list(random.pick([0, 0, 40]), (number) => node(random, 'Firm', 100 + number))
  const relationships = relationshipTypes.flatMap((type) => random.list(6 * size, () => relationship(random, type)))
  const crowd = more.map(({ id }) => tie(random, 'LOCATED_IN', id, idOf('Municipality', 0)))
  return { nodes: [...nodes, ...more], relationships: onlyOnce([...relationships, ...crowd]) }
}

/** Changes to a region: some nodes with other properties, some new ones, and further relationships. */
export function changes(random: Random): GraphElements {
  const labels = random.some(nodeLabels, 4)
  const nodes = labels.map((label) => node(random, label, random.whole(0, (counts[label] ?? 1) - 1)))
  const made = random.list(random.whole(0, 2), (number) => node(random, 'Firm', 200 + number))
  const types = random.some(relationshipTypes, 5)
  return {
    nodes: [...nodes, ...made],
    relationships: onlyOnce(types.flatMap((type) => random.list(2, () => relationship(random, type)))),
  }
}

function node(random: Random, label: NodeLabel, number: number): GraphNode {
  return { label, id: idOf(label, number), provenance: provenance(random), properties: nodeProperties(random, label) }
}

/** A relationship of a type between nodes that are there. */
export function relationship(random: Random, type: RelationshipType): GraphRelationship {
  const [from, to] = joins[type] ?? joinsOfSeed(type)
  return tie(random, type, someId(random, from), someId(random, to))
}

function tie(random: Random, type: RelationshipType, from: string, to: string): GraphRelationship {
  const key = random.pick(['', '', 'PLANNING', 'OPERATION'])
  return { type, from, to, key, provenance: provenance(random), properties: relationshipProperties(random, type) }
}

function joinsOfSeed(type: RelationshipType): readonly [readonly NodeLabel[], readonly NodeLabel[]] {
  const rule = ruleOf(type)?.rule
  if (!rule) throw new Error(`tests/differential/region.ts does not say what ${type} joins`)
  return [rule.from, rule.to]
}

function someId(random: Random, labels: readonly NodeLabel[]): string {
  const label = random.pick(labels)
  return idOf(label, random.whole(0, (counts[label] ?? 1) - 1))
}

const provenance = (random: Random): Provenance => ({
  source: idOf('Source', random.whole(0, 2)),
  locator: `page ${random.whole(1, 99)}`,
  recordedAt: random.pick(editions),
})

/** A statement that writes one relationship twice would write it in an order that engines need not share. */
function onlyOnce(relationships: readonly GraphRelationship[]): GraphRelationship[] {
  const byName = new Map(relationships.map((each) => [[each.type, each.from, each.to, each.key].join(' '), each]))
  return [...byName.values()]
}
