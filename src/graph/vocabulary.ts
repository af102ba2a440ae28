/**
 * The labels and relationship types there are. Everything that names one (migrations, the seed's validation, the API's
 * enums) reads it here.
 */

/** One row a label: the value of `entityKind`, which is also the API's `EntityKind`, and how its ids begin. */
export const nodeKinds = {
  Firm: { entityKind: 'FIRM', idPrefix: 'firm' },
  Sector: { entityKind: 'SECTOR', idPrefix: 'sector' },
  Municipality: { entityKind: 'MUNICIPALITY', idPrefix: 'municipality' },
  County: { entityKind: 'COUNTY', idPrefix: 'county' },
  Country: { entityKind: 'COUNTRY', idPrefix: 'country' },
  Establishment: { entityKind: 'ESTABLISHMENT', idPrefix: 'establishment' },
  Phase: { entityKind: 'PHASE', idPrefix: 'phase' },
  SupportActor: { entityKind: 'SUPPORT_ACTOR', idPrefix: 'actor' },
  Initiative: { entityKind: 'INITIATIVE', idPrefix: 'initiative' },
  Need: { entityKind: 'NEED', idPrefix: 'need' },
  SupportArea: { entityKind: 'SUPPORT_AREA', idPrefix: 'area' },
  SizeClass: { entityKind: 'SIZE_CLASS', idPrefix: 'size-class' },
  SupplyCategory: { entityKind: 'SUPPLY_CATEGORY', idPrefix: 'category' },
  Requirement: { entityKind: 'REQUIREMENT', idPrefix: 'requirement' },
  Challenge: { entityKind: 'CHALLENGE', idPrefix: 'challenge' },
  Recommendation: { entityKind: 'RECOMMENDATION', idPrefix: 'recommendation' },
  // Not `Case`: the embedded engine takes no keyword of Cypher for a label.
  CaseStudy: { entityKind: 'CASE', idPrefix: 'case' },
  Strength: { entityKind: 'STRENGTH', idPrefix: 'strength' },
  Method: { entityKind: 'METHOD', idPrefix: 'method' },
  StructureCell: { entityKind: 'STRUCTURE_CELL', idPrefix: 'structure' },
  Claim: { entityKind: 'CLAIM', idPrefix: 'claim' },
  Source: { entityKind: 'SOURCE', idPrefix: 'source' },
  InputOutputTable: { entityKind: 'INPUT_OUTPUT_TABLE', idPrefix: 'table' },
  EmploymentTable: { entityKind: 'EMPLOYMENT_TABLE', idPrefix: 'employment' },
  Scenario: { entityKind: 'SCENARIO', idPrefix: 'scenario' },
  SpilloverRun: { entityKind: 'SPILLOVER_RUN', idPrefix: 'run' },
} as const

export type NodeLabel = keyof typeof nodeKinds
export type EntityKind = (typeof nodeKinds)[NodeLabel]['entityKind']

export const entityKinds: readonly EntityKind[] = Object.values(nodeKinds).map(({ entityKind }) => entityKind)

/** Labels whose nodes also carry the label `Place`. */
export const placeLabels: readonly NodeLabel[] = ['Municipality', 'County', 'Country']

/** Relationship types, which are also the API's `EdgeKind`. */
export const relationshipTypes = [
  'IN_SECTOR',
  'PART_OF',
  'CORRESPONDS_TO',
  'IN_COUNTY',
  'IN_COUNTRY',
  'LOCATED_IN',
  'COUNTED_IN',
  'SUPPLIES',
  'CAN_SUPPLY',
  'FITS_SECTOR',
  'HAS_NEED',
  'FULFILS',
  'OPERATED_BY',
  'PROCURES',
  'REQUIRES',
  'HAS_PHASE',
  'SERVES',
  'PROVIDES',
  'HELPS_WITH',
  'OFFERS',
  'FUNDS',
  'PARTNERS_IN',
  'ADDRESSES',
  'MEETS',
  'TARGETS',
  'COVERS',
  'REPLACED_BY',
  'CONCERNS',
  'DIRECTED_TO',
  'ABOUT',
  'STATED_IN',
  'CONTRADICTS',
  'HAS_INDUSTRY',
  'INPUT_TO',
  'COUNTS',
  'ADJUSTS',
  'HAS_RUN',
  'USES_TABLE',
  'INCLUDES',
  'SPILLS_OVER',
] as const

export type RelationshipType = (typeof relationshipTypes)[number]

/** The API's type for a label: the same word, but for size classes, whose word is an enum there. */
export const graphqlType = (label: NodeLabel): string => (label === 'SizeClass' ? 'SizeClassEntity' : label)

export const nodeLabels = Object.keys(nodeKinds).filter((label): label is NodeLabel => label in nodeKinds)

const labelsByPrefix = new Map<string, NodeLabel>(nodeLabels.map((label) => [nodeKinds[label].idPrefix, label]))

const labelsByKind = new Map<string, NodeLabel>(nodeLabels.map((label) => [nodeKinds[label].entityKind, label]))

/** The label of a node by its `entityKind`; undefined for what is none. */
export const labelOfKind = (kind: string): NodeLabel | undefined => labelsByKind.get(kind)

/** The label of the nodes whose ids begin as this one does; undefined for what is no id. */
export const labelOfId = (id: string): NodeLabel | undefined => labelsByPrefix.get(id.split(':', 1)[0] ?? '')

/**
 * Labels of the register: what was changed, by which pieces it is taken back, what was proposed, and what entities were
 * before they were merged or withdrawn. None of them is an entity, and no list, count, drawing or search shows them.
 */
export const registerLabels = ['Change', 'ChangePart', 'Proposal', 'Former'] as const

/**
 * Labels of who may do what: accounts, for whom they act, their tokens and sessions, who waits after wrong passwords, and
 * who stored a run. None of them is an entity either, and no export holds them unless it is asked to.
 */
export const accountLabels = ['Account', 'ActsFor', 'AccessToken', 'Session', 'SignInWait', 'RunOwner'] as const

/**
 * Labels of what runs for a while: a list that comes in, how far it has come, what it refused, what is calculated at length,
 * and the server that runs it. None is an
 * entity, and no file of the graph takes them along.
 */
export const jobLabels = ['Job', 'JobProgress', 'JobRefusals', 'CalculationJob', 'JobOwner'] as const
