import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { ExplorerUncertaintyQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { barRows, placed } from '../../parts/bar-rows.js'
import { Chart } from '../../parts/chart.js'
import { inSentence } from '../../parts/in-sentence.js'
import { Picture } from '../../parts/picture.js'
import type { Room } from '../../parts/room.js'

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
    (room: Room): Plot.PlotOptions => {
      const bars = barRows(groups.map(nameOf), room)
      const inPlace = placed(groups, bars)
      return {
        ...bars.options,
        x: {
          domain: [0, Math.max(...groups.map(({ p95 }) => p95), 1)],
          ...{ grid: true, label: null, ticks: 4, tickFormat: format.count },
        },
        marks: [
          Plot.link(inPlace, {
            ...{ x1: 'p5', x2: 'p95', y1: 'middle', y2: 'middle' },
            ...{ stroke: 'var(--accent)', strokeWidth: room.type / 2 },
          }),
          Plot.dot(inPlace, {
            x: 'median',
            y: 'middle',
            r: room.type / 2.4,
            fill: 'var(--ink)',
            stroke: 'var(--surface)',
          }),
          bars.names,
          ...(room.height === null
            ? []
            : [
                Plot.text(inPlace, {
                  ...{ x: 'median', y: 'middle', dy: -1.2 * room.type, stroke: 'var(--surface)', fill: 'var(--ink)' },
                  text: ({ p5, p95 }: GroupInterval) => `${format.count(p5)}–${format.count(p95)}`,
                }),
              ]),
        ],
      }
    },
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
      <ul class="legend">
        <li>
          <span class="swatch swatch-interval" /> {texts.nineOfTen}
        </li>
        <li>
          <span class="swatch swatch-median" /> {inSentence(texts.median)}
        </li>
      </ul>
      <Chart name={title} options={options} />
    </Picture>
  )
}
