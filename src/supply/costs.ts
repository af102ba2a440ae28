import { type Asked, all, type Costs, lengthOf, upTo, within } from '../cost/field-cost.js'

/** Firms that are known to supply a category, of all categories together. */
const suppliers = ({ size }: Pick<Asked, 'size'>): number => size.degrees('Firm', ['CAN_SUPPLY'], 'OUT').total

/** Each firm is matched against what the venture asks. */
const matching =
  (atLeast: number, each: number) =>
  (asked: Asked): number =>
    atLeast + each * suppliers(asked)

/** The same for a page, and again for counts of all of them: where they are too many to be kept, the database goes through them twice. */
const listing =
  (atLeast: number, each: number) =>
  (asked: Asked): number =>
    matching(atLeast, each * (asked.asksTotal || asked.below.has('facets') ? 2 : 1))(asked)

const MOST_FIRMS = 5_000
/** More supplies of one category from one firm to one venture than a graph is thought to hold. */
const MOST_SUPPLIES = 20
const DEEPEST = 6
const depthOf = (depth: unknown): number => within(depth, 3, DEEPEST)

const warnings = upTo(5)

export const supplyCosts: Costs = {
  Query: {
    supplierMatches: { work: listing(30, 0.02), argument: 'withinKm' },
    supplierFirms: { work: listing(20, 0.026), argument: 'withinKm' },
    supplyGaps: { work: matching(20, 0.01), argument: 'phase' },
    consortia: {
      work: (asked) => matching(20, 0.025)(asked) + 200 + 10 * lengthOf(asked.args.categories, 1),
      argument: 'categories',
    },
    chainExposure: {
      work: (asked) =>
        10 +
        depthOf(asked.args.depth) * 0.002 * Math.min(20_000, asked.size.degrees('', ['SUPPLIES'], 'IN').total) +
        0.01 * Math.min(MOST_FIRMS, asked.size.nodes('Firm')),
      argument: 'depth',
    },
  },
  SupplierMatch: {
    fulfils: all('Requirement'),
    missing: all('Requirement'),
    unknown: all('Requirement'),
    supplies: { work: () => 1, ...upTo(MOST_SUPPLIES) },
  },
  MissingRequirement: { initiatives: { rows: ({ size }) => size.degrees('Requirement', ['TARGETS'], 'IN').most } },
  SupplierMatchConnection: { warnings },
  SupplierFirmConnection: { warnings },
  SupplierFirm: {
    categories: all('SupplyCategory'),
    fulfils: all('Requirement'),
    missing: all('Requirement'),
    unknown: all('Requirement'),
  },
  SupplierFacets: {
    categories: all('SupplyCategory'),
    requirements: all('Requirement'),
    ...{ sizeClasses: upTo(4), bases: upTo(3), loosened: upTo(8) },
    municipalities: { rows: ({ size }) => size.nodes('Municipality') + 1 },
  },
  SupplyGap: { initiatives: all('Initiative') },
  SupplyGaps: { warnings, nodes: all('SupplyCategory') },
  Consortium: {
    firms: { rows: ({ rootArgs }) => within(rootArgs.maxFirms, 6, 6) },
    covers: { rows: ({ rootArgs }) => lengthOf(rootArgs.categories, 1) },
    missing: all('Requirement'),
  },
  ConsortiumConnection: { warnings, failed: upTo(10) },
  ExposureTier: {
    byMunicipality: { rows: ({ size }) => Math.min(size.nodes('Municipality') + 1, MOST_FIRMS) },
    bySector: { rows: ({ size }) => Math.min(size.nodes('Sector') + 1, MOST_FIRMS) },
    bySizeClass: upTo(4),
  },
  ChainExposure: { tiers: { rows: ({ rootArgs }) => depthOf(rootArgs.depth) }, warnings },
}
