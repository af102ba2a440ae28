import type { Resolvers } from '../generated/resolvers.js'
import { connectionRow, ownValue } from '../graph/compose/rows.js'
import { NotFoundError } from '../input-errors.js'
import { type SpilloverCell, spilloverCube, totalEffects } from './cube.js'
import { runById } from './queries.js'
import { type SpilloverAnswer, spillover } from './question.js'
import { REPORT_RUN } from './run.js'
import { storeSpillover } from './stored-runs.js'
import { industryNodeId } from './table-elements.js'

/** The assumptions of an answer, with the table whose industries they name. */
export type AnsweredAssumptions = Pick<SpilloverAnswer, 'assumptions' | 'table'>

/** A cell of a cut, with the id of the table whose industries it names. */
export type TableCell = SpilloverCell & { readonly table: string }

export interface StoredRun {
  readonly run: string
}

export const spilloverResolvers: Resolvers = {
  Query: {
    spillover: (_, { input }, { graph }) => spillover(graph, input),
    spilloverRun: (_, { id }, { composer }, info) => composer.entity(info, id),
    inputOutputTable: (_, { id }, { composer }, info) => composer.entity(info, id),
    inputOutputTables: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:InputOutputTable)` })),
  },
  Mutation: {
    storeSpillover: async (_, { input, name }, { graph }) => ({ run: await storeSpillover(graph, input, name) }),
  },
  StoreSpilloverPayload: {
    run: ({ run }, _, { composer }, info) => composer.known(info, run),
  },
  Establishment: {
    spillsOver: async (row, { run }, { graph }, info) => {
      if (run && run !== REPORT_RUN && (await graph.read(runById, { run })).length === 0) throw new NotFoundError(run)
      return connectionRow.parse(ownValue(row, info))
    },
  },
  Spillover: {
    table: ({ table }, _, { composer }, info) => composer.known(info, table.id),
    assumptions: (answer) => answer,
    total: ({ effects }) => totalEffects(effects),
    cube: ({ effects, table }, { by }) =>
      spilloverCube(effects, by).map((cell) => ({ ...cell, table: table.table.id })),
  },
  Assumptions: {
    shock: ({ assumptions }) => assumptions.shock,
    closure: ({ assumptions }) => assumptions.closure,
    householdIncome: ({ assumptions }) => assumptions.householdIncome,
    incomeTax: ({ assumptions }) => assumptions.incomeTax,
    retention: ({ assumptions }) => assumptions.retention,
    nationalSectors: ({ assumptions, table }, _, { composer }, info) => {
      const codes = assumptions.retention.nationalIndustries ?? []
      return composer.entities(
        info,
        codes.map((code) => industryNodeId(table.table.id, code)),
      )
    },
  },
  SpilloverCell: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
    sector: ({ industry, table }, _, { composer }, info) =>
      industry === null ? null : composer.known(info, industryNodeId(table, industry)),
    establishment: ({ establishment }, _, { composer }, info) =>
      establishment === null ? null : composer.known(info, establishment),
  },
}
