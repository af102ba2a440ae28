import { type Costs, upTo, within } from '../cost/field-cost.js'
import type { Edition } from '../edition/edition.js'
import { areasIn, memoryOfAreas, memoryOfEffects, reading } from '../spillover/costs.js'
import { byTheirTable } from '../spillover/costs-by-table.js'

/** The question that a job is begun with. */
const questionIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'spillover' in input ? input.spillover : null

/** What fields of jobs cost, those of calculations by the table that they are of. */
export const jobCosts = ({ spillover, counties }: Pick<Edition, 'spillover' | 'counties'>): Costs =>
  byTheirTable(costsWith(counties), spillover)

const costsWith = (own: readonly string[]): Costs => ({
  Query: {
    importJob: { work: () => 3 },
    importJobs: { work: () => 3 },
    calculationJob: { work: () => 3 },
    calculationJobs: { work: () => 3 },
    unfinishedImports: { work: () => 3, ...upTo(3) },
  },
  Mutation: {
    // What is compared and stored goes on beside requests.
    confirmImport: { work: () => 10 },
    settleImport: { work: () => 10 },
    cancelImport: { work: () => 10 },
    // The question is filled in, so that what cannot be is refused at once.
    startDraws: { work: (asked) => 20 + reading(asked) },
    startRun: {
      work: (asked) => 20 + reading(asked),
      // Held while it is calculated.
      memory: (asked) => {
        const question = questionIn(asked.args.input)
        return memoryOfEffects(question, asked) + memoryOfAreas(asked, areasIn(question, own))
      },
      argument: 'input',
    },
    cancelCalculation: { work: () => 10 },
  },
  ImportJob: {
    refusals: { work: () => 3, rows: ({ args }) => within(args.first, 20, 200) },
    columns: upTo(40),
  },
  CalculationJob: { progress: { work: () => 0.5 }, run: { work: () => 1 } },
})
