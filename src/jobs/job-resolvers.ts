import type { Resolvers } from '../generated/resolvers.js'
import { requireBetween, wholeNumber } from '../kernel/input-errors.js'
import { readUnfinishedImports } from '../reference/unfinished-imports.js'
import { changeOf } from '../writing/history/changes.js'
import { importReaders } from './import-readers.js'
import { readRefusals } from './job-store.js'
import { settledBy } from './settled-list.js'
import { columnsIn, jobOf, jobsOf, jobThere, summaryIn, textsIn } from './shown-jobs.js'

const MOST_REFUSALS = 200
const FURTHEST = 1_000_000

export const jobResolvers: Resolvers = {
  Query: {
    importJob: (_, { id }, { graph }) => jobOf(graph, id),
    importJobs: (_, page, { graph }) => jobsOf(graph, page),
    unfinishedImports: (_, __, { graph }) => readUnfinishedImports(graph),
  },
  Mutation: {
    async confirmImport(_, { input: { job } }, { jobs, viewer }) {
      await jobs.confirm(job, viewer)
      return { job }
    },
    async settleImport(_, { input: { job, ...settled } }, { jobs }) {
      await jobs.settle(job, (said) => settledBy(said, settled))
      return { job }
    },
    async cancelImport(_, { input: { job } }, { jobs }) {
      await jobs.cancel(job)
      return { job }
    },
  },
  ConfirmImportPayload: { job: ({ job }, _, { graph }) => jobThere(graph, job) },
  SettleImportPayload: { job: ({ job }, _, { graph }) => jobThere(graph, job) },
  CancelImportPayload: { job: ({ job }, _, { graph }) => jobThere(graph, job) },
  ImportJobConnection: { totalCount: ({ counted }) => counted() },
  ImportJob: {
    summary: summaryIn,
    columns: columnsIn,
    columnNames: ({ kind }) => importReaders[kind].columnNames,
    remarks: ({ remarks }) => textsIn(remarks),
    asks: ({ asks }) => textsIn(asks),
    refusals({ id }, { first, skip }, { graph }) {
      requireBetween('skip', skip ?? 0, 0, FURTHEST)
      return readRefusals(graph, id, { first: wholeNumber('first', first ?? 20, MOST_REFUSALS), skip: skip ?? 0 })
    },
    refusalsAddress: ({ id, refused }) => ((refused ?? 0) > 0 ? `/imports/${id}/refused.csv` : null),
    progress: ({ id, together }) => together.progress(id),
    source: async ({ source }, _, { composer }, info) => (source === null ? null : composer.entity(info, source)),
    change: ({ change, together }) => (change === null ? null : together.change(change)),
    isUnfinished: async ({ change, together }) => change !== null && (await together.isUnfinished(change)),
    isTakenBack: async ({ change, together }) => change !== null && (await together.isTakenBack(change)),
  },
  UnfinishedImport: {
    source: ({ source }, _, { composer }, info) => composer.known(info, source),
    change: ({ change }, _, { graph }) => (change === null ? null : changeOf(graph, change)),
  },
}
