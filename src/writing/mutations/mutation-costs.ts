import type { FieldCost } from '../../cost/field-cost.js'

/** What is named in an input, in its lists and the lists within it. */
const named = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + 1 + named(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, each) => sum + named(each), 0)
}

/** A change of one entity, and of so many relationships as its input names. */
const change: FieldCost = { work: ({ args }) => 10 + 0.3 * named(args.input), argument: 'input' }

const kinds = ['SupportActor', 'Initiative', 'Firm', 'Establishment', 'Claim']

/** What mutations of entities cost. */
export const mutationCosts: Readonly<Record<string, FieldCost>> = Object.fromEntries(
  kinds.flatMap((kind) => ['create', 'update', 'end'].map((does) => [`${does}${kind}`, change])),
)
