import { type Costs, upTo, within } from '../cost/field-cost.js'
import { memoryOfEffects, reading } from '../spillover/costs.js'

/** The question that a job is begun with. */
const questionIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'spillover' in input ? input.spillover : null

export const jobCosts: Costs = {
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
      memory: (asked) => memoryOfEffects(questionIn(asked.args.input), asked),
      argument: 'input',
    },
    cancelCalculation: { work: () => 10 },
  },
  ImportJob: {
    refusals: { work: () => 3, rows: ({ args }) => within(args.first, 20, 200) },
    columns: upTo(40),
  },
  CalculationJob: { progress: { work: () => 0.5 }, run: { work: () => 1 } },
}
