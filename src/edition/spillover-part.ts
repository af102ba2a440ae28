import { z } from 'zod'
import { sectorGroups } from '../classification/sector-group.js'
import {
  closures,
  householdIncomes,
  minings,
  regionalAreas,
  regionalisationMethods,
  retentionRules,
  shockKinds,
} from './assumption-kinds.js'
import { idOf, inBoth, share, text } from './forms.js'

/** A figure of an answer: one effect, of all or of a group of sectors or a county. SPILLOVER is INDIRECT and INDUCED. */
const figure = z.strictObject({
  effect: z.enum(['DIRECT', 'INDIRECT', 'INDUCED', 'SPILLOVER']),
  group: z.enum(sectorGroups).optional(),
  county: idOf('county').optional(),
})

/** A claim, and the figures that are added up and taken away to be held against it. */
const comparison = z.strictObject({
  claim: idOf('claim'),
  sum: z.array(figure).min(1),
  less: z.array(figure).default([]),
})

/** Location quotients in the place of the retention rule; what is left out is as where a question leaves it out. */
const regionalisation = z.strictObject({
  method: z.enum(regionalisationMethods),
  delta: share.optional(),
  householdDelta: share.optional(),
  area: z.enum(regionalAreas).optional(),
  mining: z.enum(minings).optional(),
})

/** What `region.yaml` says of spillover. */
export const spilloverPart = z.strictObject({
  /** Of a question that names none. */
  table: idOf('table'),
  /** How many are employed, by which a region's coefficients are told from the nation's; left out where it is not known. */
  employment: idOf('employment').optional(),
  /** The calculation that is kept up to date in every graph. */
  run: z.strictObject({ id: idOf('run'), name: text, scenario: idOf('scenario') }),
  /** The source of what is calculated. */
  source: idOf('source'),
  /** What a question assumes that leaves it out. */
  assumptions: z
    .strictObject({
      shock: z.enum(shockKinds),
      closure: z.enum(closures),
      householdIncome: z.enum(householdIncomes),
      /** Share of wages. */
      incomeTax: share,
      retention: z
        .strictObject({ share, apply: z.enum(retentionRules) })
        .transform((own) => ({ ...own, nationalIndustries: null })),
    })
    .transform((own) => ({ ...own, regionalisation: null, displacement: null })),
  /** δ of location quotients where a question leaves it out. */
  delta: share.default(0.25),
  /** What can be defended beside the assumptions of a question. */
  alternatives: z.strictObject({
    incomeTax: z.array(share),
    retentionShare: z.array(share),
    regionalisation: z.array(regionalisation).default([]),
    /** A venture whose place in the table is debatable: what comes without it. */
    without: idOf('establishment').optional(),
  }),
  /**
   * What is said beside an answer that takes the nation's table for the region's: what location quotients give, and between
   * which others it lies. `{spillover}`, `{low}`, `{high}` and `{all}` stand for jobs; `ofReport` is said where the question is
   * the region's own, else `ofOthers`.
   */
  regional: z
    .strictObject({ shown: regionalisation, between: z.array(regionalisation), ofReport: inBoth, ofOthers: inBoth })
    .optional(),
  comparisons: z.array(comparison),
  /** What readers have to know, in the words of the region's sources. */
  warnings: z.strictObject({
    overestimates: inBoth,
    consumptionOverestimated: inBoth,
    /** Where a question is about other jobs than the claims that are compared. */
    otherVentures: inBoth,
    /** Where the table counts heads; `{unit}` stands for its unit. */
    headsCounted: inBoth,
  }),
})

export type SpilloverPart = z.output<typeof spilloverPart>
export type ComparedFigure = z.output<typeof figure>
export type AskedRegionalisation = z.output<typeof regionalisation>
