import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'
import type { Room } from '../../parts/room.js'
import { EffectLegend } from './effect-legend.js'
import { effectColours, sumOf } from './effects.js'
import { stackedBars } from './stacked-bars.js'
import { type Cell, type YearRow, yearRows } from './year-rows.js'

const HEIGHT = 280
/** So wide a standing bar is at least, in sizes of type, so that its year and its number have room. */
const LEAST_BAR = 3.2

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
    (room: Room): Plot.PlotOptions => {
      const rows = yearRows(cells, format)
      // Where years have no room beside one another, bars lie.
      if (room.width < rows.length * LEAST_BAR * room.type) {
        return stackedBars(rows, ({ county, year }) => `${county} ${year}`, room, format.count)
      }
      const stacked = rows.flatMap(({ county, year, indirect, induced }) => [
        { county, year: String(year), effect: 'indirect', jobs: indirect },
        { county, year: String(year), effect: 'induced', jobs: induced },
      ])
      const most = Math.max(...rows.map(sumOf), 1)
      return {
        width: room.width,
        height: room.height ?? HEIGHT,
        marginLeft: 5 * room.type,
        // Room for the number over the highest bar, and for the names of counties.
        ...{ marginTop: 3 * room.type, marginBottom: 2.2 * room.type, insetTop: 1.4 * room.type },
        style: { fontFamily: 'inherit', fontSize: `${room.type}px` },
        x: { domain: [...new Set(rows.map(({ year }) => String(year)))], label: null },
        y: {
          domain: [Math.min(0, ...stacked.map(({ jobs }) => jobs)), most],
          grid: true,
          label: null,
          ticks: 4,
          tickFormat: format.count,
        },
        fx: { domain: [...new Set(rows.map(({ county }) => county))], label: null },
        color: effectColours,
        marks: [
          Plot.barY(stacked, { fx: 'county', x: 'year', y: 'jobs', fill: 'effect' }),
          Plot.ruleY([0]),
          Plot.text(rows, {
            ...{ fx: 'county', x: ({ year }: YearRow) => String(year), dy: -0.8 * room.type },
            y: ({ indirect, induced }: YearRow) => Math.max(indirect, 0) + Math.max(induced, 0),
            text: (row: YearRow) => format.count(sumOf(row)),
          }),
        ],
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
