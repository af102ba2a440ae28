import { type Costs, type FieldCost, lengthOf, upTo, within } from '../cost/field-cost.js'
import { edgesOfRelationships } from './fields.js'
import { mutationCosts } from './mutations/mutation-costs.js'

const idsIn = (input: unknown): number =>
  typeof input === 'object' && input !== null && 'ids' in input ? lengthOf(input.ids, 0) : 0

/** Types of which it is told what each source says. */
const stating = ['SupportActor', 'Initiative', 'Establishment', 'Phase', 'Claim']

/** What sources say of each, and its own. */
const statedIn = (type: string): FieldCost => ({
  rows: ({ size }) => size.degrees(type, ['STATED_IN'], 'OUT').most + 1,
  inAll: ({ size }) => size.degrees(type, ['STATED_IN'], 'OUT').total + size.nodes(type),
})

export const writingCosts: Costs = {
  Query: {
    // Names are looked through in their order, some times at most, each time all of them.
    likelyDoubles: { work: ({ size }) => 40 + 0.05 * size.nodes('Firm'), argument: 'kind' },
    mergePreview: { work: () => 12 },
    editable: { work: () => 6 },
    history: { work: ({ args }) => (args.withOffers ? 8 : 5) },
    proposals: { work: () => 3 },
    proposal: { work: () => 4 },
    toConfirm: { work: () => 3, rows: ({ args }) => within(args.first, 25, 200) },
    // To find the first by halves is a statement each.
    changes: { work: ({ args }) => (args.since ? 12 : 3) + (args.about ? 6 : 0) },
  },
  Mutation: {
    ...mutationCosts,
    decideProposal: { work: () => 30 },
    confirm: { work: ({ args }) => 10 + 3 * idsIn(args.input), argument: 'input' },
    undoChange: { work: () => 20 },
    redactChange: { work: () => 60 },
    // It goes a bounded transaction at a time, and lets others in between.
    takeBackImport: { work: () => 60 },
    withdraw: { work: () => 20 },
    mergeEntities: { work: () => 40 },
  },
  ConfirmPayload: { changes: { rows: ({ rootArgs }) => idsIn(rootArgs.input) } },
  ...Object.fromEntries(stating.map((type) => [type, { statements: statedIn(type) }])),
  ...Object.fromEntries(edgesOfRelationships.map((type) => [type, { statedBy: upTo(2) }])),
  StatementEdge: { fields: upTo(25) },
  FirmStatementEdge: { fields: upTo(25) },
  RelationshipStatement: { fields: upTo(10) },
  // What most forms hold; few as many as one may. What is to be confirmed are two statements of their own.
  Editable: { values: upTo(25), named: upTo(60), toConfirm: { ...upTo(40), work: () => 4 } },
  // What most changes come to; few have as many as one may.
  Change: { fields: upTo(50) },
  // What most merges come to: types of relationships, and values.
  LikelyDoublesPage: { nodes: { rows: ({ rootArgs }) => within(rootArgs.first, 25, 200) } },
  MergePreview: { fields: upTo(20), relationships: upTo(12) },
  Proposal: { fields: upTo(50) },
}
