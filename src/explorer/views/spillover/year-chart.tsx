import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'
import { EffectLegend } from './effect-legend.js'
import { type Cell, yearRows } from './year-rows.js'

/** Jobs by county and year, stacked by effect. */
export function YearChart({
  cells,
  years,
  assumes,
  sources,
}: {
  readonly cells: readonly Cell[]
  readonly years: readonly { readonly year: number; readonly spillover: number }[]
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const all = years.reduce((sum, { spillover }) => sum + spillover, 0)
  const [first] = years.toSorted((left, right) => right.spillover - left.spillover)
  const title =
    first === undefined
      ? texts.byYear
      : texts.yearGives(String(first.year), format.count(first.spillover), format.count(all))
  const options = useCallback(
    (width: number): Plot.PlotOptions => {
      const rows = yearRows(cells, format)
      const stacked = rows.flatMap(({ county, year, indirect, induced }) => [
        { county, year: String(year), effect: 'indirect', jobs: indirect },
        { county, year: String(year), effect: 'induced', jobs: induced },
      ])
      const most = Math.max(...rows.map(({ indirect, induced }) => indirect + induced), 1)
      return {
        width,
        height: 260,
        marginLeft: 56,
        x: { domain: [...new Set(rows.map(({ year }) => String(year)))], label: null },
        y: {
          domain: [Math.min(0, ...stacked.map(({ jobs }) => jobs)), most],
          grid: true,
          label: null,
          ticks: 4,
          tickFormat: format.count,
        },
        fx: { domain: [...new Set(rows.map(({ county }) => county))], label: null },
        color: { domain: ['indirect', 'induced'], range: ['var(--indirect)', 'var(--induced)'] },
        marks: [Plot.barY(stacked, { fx: 'county', x: 'year', y: 'jobs', fill: 'effect' }), Plot.ruleY([0])],
      }
    },
    [cells, format],
  )
  return (
    <Picture
      title={title}
      shows={texts.byYear}
      assumes={assumes}
      sources={sources}
      file="norrgraph-spillover-by-county-and-year"
      rows={yearRows(cells, format)}
      columns={[
        { title: texts.county, value: ({ county }) => county },
        { title: texts.year, value: ({ year }) => year, show: ({ year }) => String(year) },
        { title: texts.indirect, value: ({ indirect }) => indirect, show: ({ indirect }) => format.count(indirect) },
        { title: texts.induced, value: ({ induced }) => induced, show: ({ induced }) => format.count(induced) },
      ]}
    >
      <EffectLegend />
      <Chart name={title} options={options} />
    </Picture>
  )
}
