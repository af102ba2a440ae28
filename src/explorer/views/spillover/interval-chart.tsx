import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { ExplorerUncertaintyQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'

type GroupInterval = ExplorerUncertaintyQuery['spillover']['uncertainty']['bySectorGroup'][number]

/** Between which values each sector group's jobs lie, and the median. */
export function IntervalChart({
  groups,
  title,
  assumes,
  sources,
}: {
  readonly groups: readonly GroupInterval[]
  /** What was found of all of them. */
  readonly title: string
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const nameOf = useCallback(({ group }: GroupInterval) => (group === null ? '' : texts.groups[group]), [texts])
  const options = useCallback(
    (width: number): Plot.PlotOptions => ({
      width,
      height: 28 * groups.length + 50,
      marginLeft: Math.min(220, width / 2),
      marginRight: 24,
      x: {
        domain: [0, Math.max(...groups.map(({ p95 }) => p95))],
        grid: true,
        label: null,
        ticks: 4,
        tickFormat: format.count,
      },
      y: { domain: groups.map(nameOf), label: null, tickSize: 0 },
      marks: [
        Plot.ruleY(groups, { x1: 'p5', x2: 'p95', y: nameOf, stroke: 'var(--accent)', strokeWidth: 6 }),
        Plot.dot(groups, { x: 'median', y: nameOf, r: 5, fill: 'var(--ink)', stroke: 'var(--surface)' }),
      ],
    }),
    [groups, nameOf, format],
  )
  return (
    <Picture
      title={title}
      shows={texts.intervalByGroup}
      assumes={assumes}
      sources={sources}
      file="norrgraph-interval"
      rows={groups}
      columns={[
        { title: texts.group, value: nameOf },
        { title: '5 %', value: ({ p5 }) => p5, show: ({ p5 }) => format.count(p5) },
        { title: texts.median, value: ({ median }) => median, show: ({ median }) => format.count(median) },
        { title: '95 %', value: ({ p95 }) => p95, show: ({ p95 }) => format.count(p95) },
      ]}
    >
      <Chart name={title} options={options} />
    </Picture>
  )
}
