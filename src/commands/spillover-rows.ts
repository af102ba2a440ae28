import type { DrawnReport, SpilloverReport } from './spillover-answer.js'
import { assumedValues } from './spillover-assumed.js'

type Effects = NonNullable<SpilloverReport['total']>

/** One row of one cut. */
export interface CutRow extends Effects {
  readonly cut: string
  /** Its id, code, year or word. */
  readonly key: string
  readonly name: string
}

/** A row of which at most the spillover is known. */
export interface SpilloverRow extends Pick<CutRow, 'cut' | 'key' | 'name'> {
  readonly spillover: number | null
}

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
  const drawn = uncertainty === undefined ? [] : drawnIntervals(uncertainty)
  return [
    ...bySizeClass.map(({ sizeClass, spillover }) => ({ cut: 'size', key: sizeClass, name: sizeClass, spillover })),
    ...drawn.flatMap(({ group, p5, median, p95 }) =>
      Object.entries({ p5, median, p95 }).map(([percentile, spillover]) => ({
        ...{ cut: `draws-${percentile}`, key: group ?? 'unknown', name: group ?? 'Unknown', spillover },
      })),
    ),
  ]
}

/** All spillover, by group of industries, and all of it at each correlation of the errors of coefficients. */
function drawnIntervals({ total, bySectorGroup, byCorrelation }: DrawnReport) {
  return [
    { group: 'total', ...total },
    ...bySectorGroup,
    ...byCorrelation.flatMap(({ correlation, total: all }) =>
      all === null ? [] : [{ group: `total at a correlation of ${correlation}`, ...all }],
    ),
  ]
}

/** What is assumed, what the total is under other assumptions, and what location quotients give, where that is told. */
export function assumptionRows({ assumptions, alternatives, regional }: SpilloverReport): SpilloverRow[] {
  const told =
    regional === null
      ? []
      : [
          { key: 'spillover', name: regional.text, spillover: regional.spillover },
          { key: 'low', name: 'the least of other settings', spillover: regional.low },
          { key: 'high', name: 'the most of other settings', spillover: regional.high },
        ]
  return [
    ...assumedValues(assumptions).map(([key, name]) => ({ cut: 'assumption', key, name, spillover: null })),
    ...alternatives.map(({ assumption, value, spillover }) => ({
      ...{ cut: 'alternative', key: assumption, name: value, spillover },
    })),
    ...told.map((row) => ({ cut: 'regional', ...row })),
  ]
}
