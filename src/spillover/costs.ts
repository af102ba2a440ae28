import { type Asked, all, type Costs, lengthOf, upTo, within } from '../cost/field-cost.js'
import type { Edition } from '../edition/edition.js'
import { byTheirTable } from './costs-by-table.js'
import { MOST_EXTRACTED } from './question/extraction.js'
import { drawsOfRequest } from './uncertainty/draw-bounds.js'

type Sized = Pick<Asked, 'size'>

/** Industries of the table that is asked of; of the largest where that is not known. */
const industries = ({ size }: Sized): number => size.degrees('InputOutputTable', ['HAS_INDUSTRY'], 'OUT').most

/** Reading a table. */
export const reading = (asked: Sized): number => 3 + 2e-4 * industries(asked) ** 2
/** Asking a stored run's question anew without answering it: runs of a list share their tables, which are read once. */
const asking = (asked: Sized): number => 1 + 0.1 * reading(asked)
/** Solving it once. */
const solving = (asked: Sized): number => 1 + 1e-4 * industries(asked) ** 2

/** Coefficients of a stored run. */
const stored = ({ size }: Sized): number => size.degrees('SpilloverRun', ['INCLUDES'], 'OUT').most * 50

/** Groups of a table of employment: as many as sections, or as industries. */
const groups = (asked: Sized): number => Math.max(26, industries(asked))

/** Counties of which a table of employment tells. */
const countiesTold = ({ size }: Sized): number => size.degrees('EmploymentTable', ['COUNTS'], 'OUT').most

const YEARS = 40

/** Ventures and shocks that a question can name. */
const shocksIn = (input: unknown, { size }: Sized): number => {
  const shocks = typeof input === 'object' && input !== null && 'shocks' in input ? input.shocks : null
  return size.nodes('Establishment') + lengthOf(shocks, 0)
}
const shocksOf = (asked: Asked): number => shocksIn(asked.rootArgs.input, asked)

/** How many economies a question is solved in: under EACH one for each county of its shocks; the region's own hold the ventures. */
export function areasIn(input: unknown, ownCounties: readonly string[]): number {
  if (!isObject(input) || !('regionalisation' in input)) return 1
  const { regionalisation } = input
  if (!isObject(regionalisation) || !('area' in regionalisation) || regionalisation.area !== 'EACH') return 1
  const named = shocksNamed(input).flatMap((shock) => (isObject(shock) && 'county' in shock ? shock.county : []))
  return Math.max(1, new Set([...ownCounties, ...named]).size)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Bytes that hold what each shock of a question sets off. */
export const memoryOfEffects = (input: unknown, asked: Sized): number => 50 * shocksIn(input, asked) * industries(asked)

const lengths: Readonly<Record<string, (asked: Asked) => number>> = {
  COUNTY: ({ size }) => Math.min(4, size.nodes('County')) + 1,
  YEAR: () => YEARS,
  SECTOR: industries,
  SECTOR_GROUP: () => 4,
  ESTABLISHMENT: shocksOf,
  EFFECT: () => 3,
}

/** A sector has one group, and a venture lies in one county. */
function cellsOf(asked: Asked): number {
  const by = new Set(Array.isArray(asked.args.by) ? asked.args.by.map(String) : [])
  if (by.has('SECTOR')) by.delete('SECTOR_GROUP')
  if (by.has('ESTABLISHMENT')) by.delete('COUNTY')
  return [...by].reduce((cells, dimension) => cells * (lengths[dimension]?.(asked) ?? 1), 1)
}

/** Counties that jobs of a question are counted in. */
const COUNTIES = 5
/** Cells of counties and groups, with those of industries that are in none. */
const countyGroups = (asked: Asked): number => COUNTIES * (groups(asked) + 1)

const shocksNamed = (input: unknown): readonly unknown[] =>
  typeof input === 'object' && input !== null && 'shocks' in input && Array.isArray(input.shocks) ? input.shocks : []

/** Calendar years in which work of a question runs that ends, at most. */
function yearsOfWork({ rootArgs: { input } }: Asked): number {
  const years = shocksNamed(input).map((shock) =>
    typeof shock === 'object' && shock !== null && 'durationYears' in shock ? Number(shock.durationYears) || 0 : 0,
  )
  return Math.min(
    years.reduce((sum, each) => sum + Math.max(each, 0), 0),
    MOST_CALENDAR_YEARS,
  )
}
/** From the first year that may be named to the end of the longest work of the last. */
const MOST_CALENDAR_YEARS = 400

/** Of each set of shocks that run in the same year what they set off together. */
const workThatEnds = (asked: Asked): number =>
  1 + 2e-5 * yearsOfWork(asked) * shocksNamed(asked.rootArgs.input).length * industries(asked)

const counties = upTo(COUNTIES)
const years = upTo(YEARS)
const establishments = { rows: shocksOf }
const bySector = { rows: industries }

/** The most draws of one field leave no room for as many more; they are made in threads of their own. */
const WORK_OF_DRAWS = 1_500

/** What part of the most that a request may draw some draws are: by how many they are, or by what is solved for them. */
function partOfDraws(asked: Asked, areas: number): number {
  const draws = within(asked.args.draws, 1, drawsOfRequest.draws)
  return Math.max(draws / drawsOfRequest.draws, (draws * areas * industries(asked) ** 3) / drawsOfRequest.steps)
}

/** Bytes of A as economies have it that are solved apart. */
export const memoryOfAreas = (asked: Asked, areas: number): number =>
  areas > 1 ? areas * 8 * industries(asked) ** 2 : 0

/** With how many correlations the same draws are calculated where all are asked for. */
const CORRELATIONS = 3

/** Cuts of a stored run by one dimension, read once for all runs of a request. */
const ofRun = (rows: Costs[string][string]) => ({ ...rows, work: (asked: Asked) => 2 + 0.002 * stored(asked) })

/** What fields of a region cost. */
export const spilloverCosts = ({ spillover, counties: own }: Pick<Edition, 'spillover' | 'counties'>): Costs =>
  byTheirTable(
    costsWith(({ rootArgs }) => areasIn(rootArgs.input, own)),
    spillover,
  )

const costsWith = (areasOf: (asked: Asked) => number): Costs => ({
  Query: {
    spillover: {
      work: (asked) =>
        reading(asked) + 2 * areasOf(asked) * solving(asked) + 2e-5 * shocksOf(asked) * industries(asked),
      memory: (asked) => memoryOfEffects(asked.rootArgs.input, asked) + memoryOfAreas(asked, areasOf(asked)),
      argument: 'input',
    },
    inputOutputTable: { work: () => 0.3 },
    inputOutputTables: { scanned: ({ size }) => size.nodes('InputOutputTable') },
    employmentTable: { work: () => 0.3 },
    employmentTables: { scanned: ({ size }) => size.nodes('EmploymentTable') },
    spilloverRun: { work: () => 0.3 },
    spilloverRuns: { scanned: ({ size }) => size.nodes('SpilloverRun') },
    compareRuns: { work: (asked) => 10 + 0.01 * stored(asked) },
    scenarios: { scanned: ({ size }) => size.nodes('Scenario') },
  },
  Mutation: {
    storeSpillover: {
      work: (asked) => 100 + reading(asked) + 2 * areasOf(asked) * solving(asked) + 2 * industries(asked),
      argument: 'input',
      instead: 'or store it as a job (startRun)',
    },
    deleteSpilloverRun: { work: () => 100 },
  },
  Spillover: {
    structuralPaths: { work: (asked) => 10 + 10 * areasOf(asked) * solving(asked), argument: 'first' },
    temporaryJobYears: { work: workThatEnds },
    temporaryByYear: { rows: yearsOfWork, work: workThatEnds },
    measures: upTo(30),
    bySectorGroup: upTo(5),
    bySector,
    byCounty: counties,
    byYear: years,
    byEstablishment: establishments,
    bySizeClass: { ...upTo(5), work: () => 5 },
    comparisons: { ...upTo(20), work: () => 5 },
    capacity: { work: (asked) => 5 + 0.001 * shocksOf(asked) * YEARS * industries(asked), argument: 'by' },
    displacement: { work: (asked) => 2 + 0.001 * shocksOf(asked) * industries(asked) },
    extraction: {
      // A row of an industry for each economy.
      rows: (asked) => lengthOf(asked.args.of, 1) * areasOf(asked),
      work: (asked) =>
        2 +
        lengthOf(asked.args.of, 1) * (2 + areasOf(asked) * solving(asked) + 2e-5 * shocksOf(asked) * industries(asked)),
      argument: 'of',
    },
    alternatives: { ...upTo(25), work: (asked) => 25 * areasOf(asked) * solving(asked) },
    regional: { work: (asked) => 6 * solving(asked) },
    warnings: { ...upTo(20), work: () => 2 },
    cube: {
      rows: cellsOf,
      work: (asked) => 2 + 0.001 * shocksOf(asked) * YEARS * industries(asked),
      argument: 'by',
    },
    uncertainty: {
      work: (asked) => {
        const times = asked.below.has('byCorrelation') ? CORRELATIONS : 1
        return times * WORK_OF_DRAWS * partOfDraws(asked, areasOf(asked))
      },
      argument: 'draws',
    },
  },
  Capacity: { rows: { rows: countyGroups }, warnings: upTo(4) },
  CapacityRow: { byYear: years },
  Displacement: {
    byCounty: counties,
    byGroup: { rows: groups },
    byCountyAndGroup: { rows: countyGroups },
    warnings: upTo(1),
  },
  Extraction: { of: upTo(MOST_EXTRACTED), accounts: upTo(40), bySector },
  ExtractionArea: { counties },
  StructuralPaths: { paths: { rows: ({ args }) => Number(args.first ?? 0) || MOST_PATHS } },
  SizeClassEffects: { claims: upTo(30) },
  PathRow: { sectors: upTo(10) },
  Uncertainty: { parameters: upTo(60), bySectorGroup: upTo(5), byCorrelation: upTo(CORRELATIONS) },
  Assumptions: { nationalSectors: { rows: industries } },
  InputOutputTable: {
    multipliers: { rows: industries, work: (asked) => reading(asked) + 2e-6 * industries(asked) ** 3 },
  },
  EmploymentTable: { groups: { rows: groups, work: () => 1 } },
  EmploymentGroup: {
    sections: upTo(26),
    industries: { rows: industries, inAll: industries },
    counties: { rows: countiesTold },
  },
  Multiplier: {
    reasons: upTo(7),
    // All industries of an answer ask, and what they ask for is solved for once.
    accounts: { ...upTo(30), work: (asked) => 0.1 + 3e-3 * industries(asked) },
  },
  AdjustmentEdge: { jobs: years },
  SpilloverRun: {
    temporaryByYear: years,
    bySector: ofRun(bySector),
    byCounty: ofRun(counties),
    byYear: ofRun(years),
    byEstablishment: ofRun(all('Establishment')),
    regional: { work: (asked) => 20 + 2 * reading(asked) + 8 * solving(asked) },
    mayDelete: { work: () => 0.1 },
    changes: { work: asking },
    stale: { work: asking },
  },
  RunComparison: {
    assumptions: upTo(20),
    bySector,
    byCounty: counties,
    byYear: years,
    byEstablishment: all('Establishment'),
  },
  Establishment: { spillover: { work: () => 1 } },
  Sector: {
    spillover: { work: () => 1 },
    locationQuotients: { rows: (asked) => countiesTold(asked) + 1, work: (asked) => 1 + 0.05 * countiesTold(asked) },
  },
  County: {
    spillover: { work: () => 1 },
    spillsOver: { rows: ({ size }) => size.degrees('Establishment', ['SPILLS_OVER'], 'OUT').total },
  },
})

const MOST_PATHS = 200
