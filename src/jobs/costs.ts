import { type Costs, upTo, within } from '../cost/field-cost.js'

export const jobCosts: Costs = {
  Query: {
    importJob: { work: () => 3 },
    importJobs: { work: () => 3 },
    unfinishedImports: { work: () => 3, ...upTo(3) },
  },
  Mutation: {
    // What is compared and stored goes on beside requests.
    confirmImport: { work: () => 10 },
    settleImport: { work: () => 10 },
    cancelImport: { work: () => 10 },
  },
  ImportJob: {
    refusals: { work: () => 3, rows: ({ args }) => within(args.first, 20, 200) },
    columns: upTo(40),
  },
}
