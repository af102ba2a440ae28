import { z } from 'zod'

/** What it asks of random draws. */
export const drawsAsked = `draws rejected correlation text(lang: EN) parameters { name distribution low high } total { p5 median p95 }
  bySectorGroup { group p5 median p95 } byCorrelation { correlation rejected total { p5 median p95 } }`

/** What the command asks of the API. */
export const spilloverQuestion = `query SpilloverFromTheCommandLine(
  $input: SpilloverInput!, $inFull: Boolean! = false, $withDraws: Boolean!, $draws: Int!, $seed: Int!, $correlation: Float
) {
  spillover(input: $input) {
    table { id title year currencyUnit employmentUnit }
    assumptions {
      shock closure householdIncome incomeTax retention { share apply } placement scenario { id }
      regionalisation { method delta householdDelta area mining employment { id name(lang: EN) publisher edition year miningSource { name(lang: EN) publisher } } }
      displacement { fromRegionalSmes refilled }
    }
    total { direct indirect induced spillover }
    temporaryJobYears
    temporaryByYear { year direct indirect induced jobs }
    measures { name unit direct indirect induced }
    bySectorGroup { group direct indirect induced spillover }
    bySector { sector { id code name(lang: EN) } group scope direct indirect induced spillover }
    byCounty { county { id name(lang: EN) } direct indirect induced spillover }
    byYear { year direct indirect induced spillover cumulativeSpillover }
    byEstablishment { establishment { id name(lang: EN) } direct indirect induced spillover }
    bySizeClass { sizeClass spillover }
    comparisons { claim { id statement(lang: EN) value } computed difference }
    alternatives { assumption value spillover }
    regional { spillover low high text(lang: EN) }
    displacement {
      direct taken lost netDirect spillover net text(lang: EN)
      byCountyAndGroup @include(if: $inFull) {
        county { id name(lang: EN) } group direct taken lost netDirect spillover net
      }
    }
    capacity(by: [COUNTY, GROUP]) @include(if: $inFull) {
      rows {
        county { id name(lang: EN) } group direct indirect induced needed employed share isBeyondBound
        byYear { year direct indirect induced needed cumulativeShare }
      }
      warnings { code message(lang: EN) }
    }
    warnings { code message(lang: EN) }
    uncertainty(draws: $draws, seed: $seed, correlation: $correlation) @include(if: $withDraws) {
      ${drawsAsked}
    }
  }
}`

const effects = { direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() }
const interval = { p5: z.number(), median: z.number(), p95: z.number() }
const named = z.object({ id: z.string(), name: z.string() })
const left = {
  ...{ direct: z.number(), taken: z.number(), lost: z.number() },
  ...{ netDirect: z.number(), spillover: z.number(), net: z.number() },
}
const needed = { direct: z.number(), indirect: z.number(), induced: z.number(), needed: z.number() }

/** What random draws gave. */
export const drawnReport = z.object({
  draws: z.number(),
  rejected: z.number(),
  correlation: z.number(),
  text: z.string(),
  parameters: z.array(z.object({ name: z.string(), distribution: z.string(), low: z.number(), high: z.number() })),
  total: z.object(interval),
  bySectorGroup: z.array(z.object({ group: z.string().nullable(), ...interval })),
  byCorrelation: z.array(
    z.object({ correlation: z.number(), rejected: z.number(), total: z.object(interval).nullable() }),
  ),
})
export type DrawnReport = z.infer<typeof drawnReport>

const assumed = z.object({
  shock: z.string(),
  closure: z.string(),
  householdIncome: z.string(),
  incomeTax: z.number(),
  retention: z.object({ share: z.number(), apply: z.string() }),
  placement: z.string(),
  scenario: z.object({ id: z.string() }).nullable(),
  regionalisation: z.object({
    method: z.string(),
    delta: z.number().nullable(),
    householdDelta: z.number().nullable(),
    area: z.string().nullable(),
    mining: z.string().nullable(),
    employment: z
      .object({
        ...{ id: z.string(), name: z.string(), publisher: z.string(), edition: z.string(), year: z.number() },
        miningSource: z.object({ name: z.string(), publisher: z.string().nullable() }).nullable(),
      })
      .nullable(),
  }),
  displacement: z.object({ fromRegionalSmes: z.number(), refilled: z.number() }).nullable(),
})

/** The answer to it. */
export const spilloverAnswer = z.object({
  spillover: z.object({
    table: z.object({
      id: z.string(),
      title: z.string(),
      year: z.number(),
      currencyUnit: z.string(),
      employmentUnit: z.string(),
    }),
    assumptions: assumed,
    total: z.object(effects).nullable(),
    temporaryJobYears: z.number().nullable(),
    temporaryByYear: z.array(
      z.object({ year: z.number(), direct: z.number(), indirect: z.number(), induced: z.number(), jobs: z.number() }),
    ),
    measures: z.array(
      z.object({ name: z.string(), unit: z.string(), direct: z.number(), indirect: z.number(), induced: z.number() }),
    ),
    bySectorGroup: z.array(z.object({ group: z.string().nullable(), ...effects })),
    bySector: z.array(
      z.object({
        sector: named.extend({ code: z.string() }),
        group: z.string().nullable(),
        scope: z.string().nullable(),
        ...effects,
      }),
    ),
    byCounty: z.array(z.object({ county: named, ...effects })),
    byYear: z.array(z.object({ year: z.number(), cumulativeSpillover: z.number(), ...effects })),
    byEstablishment: z.array(z.object({ establishment: named.nullable(), ...effects })),
    bySizeClass: z.array(z.object({ sizeClass: z.string(), spillover: z.number() })),
    comparisons: z.array(
      z.object({
        claim: z.object({ id: z.string(), statement: z.string(), value: z.number() }),
        computed: z.number(),
        difference: z.number(),
      }),
    ),
    alternatives: z.array(z.object({ assumption: z.string(), value: z.string(), spillover: z.number() })),
    regional: z.object({ spillover: z.number(), low: z.number(), high: z.number(), text: z.string() }).nullable(),
    displacement: z
      .object({
        ...left,
        text: z.string(),
        byCountyAndGroup: z.array(z.object({ county: named, group: z.string().nullable(), ...left })).optional(),
      })
      .nullable(),
    capacity: z
      .object({
        rows: z.array(
          z.object({
            county: named.nullable(),
            group: z.string().nullable(),
            ...needed,
            employed: z.number().nullable(),
            share: z.number().nullable(),
            isBeyondBound: z.boolean(),
            byYear: z.array(z.object({ year: z.number(), ...needed, cumulativeShare: z.number().nullable() })),
          }),
        ),
        warnings: z.array(z.object({ code: z.string(), message: z.string() })),
      })
      .nullish(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    uncertainty: drawnReport.optional(),
  }),
})

export type SpilloverReport = z.infer<typeof spilloverAnswer>['spillover']
