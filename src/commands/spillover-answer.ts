import { z } from 'zod'

/** What it asks of random draws. */
export const drawsAsked = `draws rejected correlation text(lang: EN) parameters { name distribution low high } total { p5 median p95 }
  bySectorGroup { group p5 median p95 } byCorrelation { correlation rejected total { p5 median p95 } }`

/** What the command asks of the API. */
export const spilloverQuestion = `query SpilloverFromTheCommandLine(
  $input: SpilloverInput!, $withDraws: Boolean!, $draws: Int!, $seed: Int!, $correlation: Float
) {
  spillover(input: $input) {
    table { id title year currencyUnit employmentUnit }
    assumptions { shock closure householdIncome incomeTax retention { share apply } placement scenario { id } }
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
    warnings { code message(lang: EN) }
    uncertainty(draws: $draws, seed: $seed, correlation: $correlation) @include(if: $withDraws) {
      ${drawsAsked}
    }
  }
}`

const effects = { direct: z.number(), indirect: z.number(), induced: z.number(), spillover: z.number() }
const interval = { p5: z.number(), median: z.number(), p95: z.number() }
const named = z.object({ id: z.string(), name: z.string() })

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
    assumptions: z.object({
      shock: z.string(),
      closure: z.string(),
      householdIncome: z.string(),
      incomeTax: z.number(),
      retention: z.object({ share: z.number(), apply: z.string() }),
      placement: z.string(),
      scenario: z.object({ id: z.string() }).nullable(),
    }),
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
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    uncertainty: drawnReport.optional(),
  }),
})

export type SpilloverReport = z.infer<typeof spilloverAnswer>['spillover']
type Effects = NonNullable<SpilloverReport['total']>

/** One row of one cut. */
export interface CutRow extends Effects {
  readonly cut: string
  /** Its id, code, year or word. */
  readonly key: string
  readonly name: string
}

/** A row of which only the spillover is known. */
export type SpilloverRow = Pick<CutRow, 'cut' | 'key' | 'name' | 'spillover'>

/** All cuts of an answer, one after the other, the total first; none where jobs cannot be told. */
export function cutRows({
  total,
  byCounty,
  byYear,
  byEstablishment,
  bySectorGroup,
  bySector,
}: SpilloverReport): CutRow[] {
  const row = (cut: string, key: string, name: string, { direct, indirect, induced, spillover }: Effects): CutRow => ({
    ...{ cut, key, name, direct, indirect, induced, spillover },
  })
  return [
    ...(total === null ? [] : [row('total', 'total', 'Total', total)]),
    ...byCounty.map(({ county, ...rest }) => row('county', county.id, county.name, rest)),
    ...byYear.map(({ year, ...rest }) => row('year', String(year), String(year), rest)),
    ...byEstablishment.map(({ establishment, ...rest }) =>
      row('establishment', establishment?.id ?? 'other', establishment?.name ?? 'Other shocks', rest),
    ),
    ...bySectorGroup.map(({ group, ...rest }) => row('group', group ?? 'unknown', group ?? 'Unknown', rest)),
    ...bySector.map(({ sector, ...rest }) => row('sector', sector.code, sector.name, rest)),
  ]
}

/** What the table's accounts take, where jobs cannot be told: `name` is the account with its unit. */
export const measureRows = ({ total, measures }: SpilloverReport): Omit<CutRow, 'spillover'>[] =>
  total === null
    ? measures.map(({ name, unit, ...effects }) => ({
        cut: 'measure',
        key: name,
        name: `${name} (${unit})`,
        ...effects,
      }))
    : []

/** The cuts by size of firm, and those by draws where some were made: the spillover at each of the percentiles. */
export function spilloverRows({ bySizeClass, uncertainty }: SpilloverReport): SpilloverRow[] {
  const drawn =
    uncertainty === undefined ? [] : [{ group: 'total', ...uncertainty.total }, ...uncertainty.bySectorGroup]
  return [
    ...bySizeClass.map(({ sizeClass, spillover }) => ({ cut: 'size', key: sizeClass, name: sizeClass, spillover })),
    ...drawn.flatMap(({ group, p5, median, p95 }) =>
      Object.entries({ p5, median, p95 }).map(([percentile, spillover]) => ({
        ...{ cut: `draws-${percentile}`, key: group ?? 'unknown', name: group ?? 'Unknown', spillover },
      })),
    ),
  ]
}
