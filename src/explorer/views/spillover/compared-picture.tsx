import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'
import { EffectLegend } from './effect-legend.js'
import { shortened } from './sector-chart.js'

interface Jobs {
  readonly indirect: number
  readonly induced: number
}

/** Something in both settings: an industry, or a county and year. */
export interface ComparedRow {
  readonly name: string
  readonly now: Jobs
  readonly kept: Jobs
}

const sum = ({ indirect, induced }: Jobs) => indirect + induced
const difference = ({ now, kept }: ComparedRow) => sum(now) - sum(kept)

/**
 * Jobs of two settings beside one another, stacked by effect, with the difference.
 * @param most how many rows are drawn, those that differ most; all, in their order, where left out.
 */
export function ComparedPicture({
  title,
  shows,
  file,
  head,
  rows,
  most,
}: {
  /** What was found. */
  readonly title: string
  readonly shows: string
  readonly file: string
  readonly head: string
  readonly rows: readonly ComparedRow[]
  readonly most?: number
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const ordered = useMemo(
    () =>
      most === undefined
        ? rows
        : rows.toSorted((left, right) => Math.abs(difference(right)) - Math.abs(difference(left))),
    [rows, most],
  )
  const options = useMemo(() => {
    const shown = ordered.slice(0, most)
    const bars = shown.flatMap((row) =>
      (['now', 'kept'] as const).flatMap((side) =>
        (['indirect', 'induced'] as const).map((effect) => ({
          name: shortened(row.name),
          side,
          effect,
          jobs: row[side][effect],
        })),
      ),
    )
    const largest = Math.max(...shown.flatMap(({ now, kept }) => [sum(now), sum(kept)]), 1)
    return (width: number): Plot.PlotOptions => ({
      width,
      height: 40 * shown.length + 48,
      marginLeft: Math.min(300, width / 2),
      marginRight: 64,
      x: {
        domain: [Math.min(0, ...bars.map(({ jobs }) => jobs)), largest],
        grid: true,
        label: null,
        ticks: 4,
        tickFormat: format.count,
      },
      y: { domain: ['now', 'kept'], axis: null, padding: 0.1 },
      fy: { domain: shown.map(({ name }) => shortened(name)), label: null, axis: 'left', padding: 0.25 },
      color: { domain: ['indirect', 'induced'], range: ['var(--indirect)', 'var(--induced)'] },
      marks: [
        Plot.barX(bars, {
          x: 'jobs',
          y: 'side',
          fy: 'name',
          fill: 'effect',
          fillOpacity: ({ side }: { side: string }) => (side === 'now' ? 1 : 0.55),
        }),
        Plot.text(shown, {
          x: (row: ComparedRow) => Math.max(sum(row.now), sum(row.kept)),
          fy: ({ name }: ComparedRow) => shortened(name),
          frameAnchor: 'left',
          text: (row: ComparedRow) => format.change(Math.round(difference(row)), 0),
          textAnchor: 'start',
          dx: 6,
        }),
      ],
    })
  }, [ordered, most, format])
  return (
    <Picture
      title={title}
      shows={shows}
      file={file}
      rows={ordered}
      columns={[
        { title: head, value: ({ name }) => name },
        ...(['indirect', 'induced'] as const).flatMap((effect) => [
          {
            title: `${texts[effect]}, ${texts.now.toLowerCase()}`,
            value: ({ now }: ComparedRow) => now[effect],
            show: ({ now }: ComparedRow) => format.count(now[effect]),
          },
          {
            title: `${texts[effect]}, ${texts.keptOne.toLowerCase()}`,
            value: ({ kept }: ComparedRow) => kept[effect],
            show: ({ kept }: ComparedRow) => format.count(kept[effect]),
          },
        ]),
        { title: texts.difference, value: difference, show: (row) => format.change(Math.round(difference(row)), 0) },
      ]}
    >
      <EffectLegend />
      <p class="quiet">{texts.upperAndLower}</p>
      <Chart name={title} options={options} />
    </Picture>
  )
}
