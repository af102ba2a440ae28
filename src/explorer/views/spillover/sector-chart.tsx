import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { EntityName } from '../../parts/entity-name.js'
import { Picture } from '../../parts/picture.js'
import { EffectLegend } from './effect-legend.js'

type SectorRow = ExplorerSpilloverQuery['spillover']['bySector'][number]

/** How many industries the picture shows; the table has them all. */
const MOST_SHOWN = 20
const LONGEST_NAME = 38

/** Jobs by industry, stacked by effect, the largest first. */
export function SectorChart({
  rows,
  assumes,
  sources,
}: {
  readonly rows: readonly SectorRow[]
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const ordered = rows.toSorted((left, right) => right.spillover - left.spillover)
  const all = rows.reduce((sum, { spillover }) => sum + spillover, 0)
  const [first] = ordered
  const title =
    first === undefined
      ? texts.bySector
      : texts.sectorGets(inShort(first.sector.name), format.count(first.spillover), format.count(all))
  const ofAll = texts.shown(format.count(Math.min(MOST_SHOWN, rows.length)), format.count(rows.length))
  const options = useCallback(
    (width: number): Plot.PlotOptions => {
      const shown = rows.toSorted((left, right) => right.spillover - left.spillover).slice(0, MOST_SHOWN)
      const label = ({ sector: { code, name } }: SectorRow) => shortened(`${code} ${name}`)
      const stacked = shown.flatMap((row) => [
        { label: label(row), effect: 'indirect', jobs: row.indirect },
        { label: label(row), effect: 'induced', jobs: row.induced },
      ])
      return {
        width,
        height: 26 * shown.length + 40,
        marginLeft: Math.min(300, width / 2),
        marginRight: 48,
        x: {
          domain: [
            Math.min(0, ...stacked.map(({ jobs }) => jobs)),
            Math.max(...shown.map(({ spillover }) => spillover), 1),
          ],
          grid: true,
          label: null,
          ticks: 4,
          tickFormat: format.count,
        },
        y: { domain: shown.map(label), label: null, tickSize: 0 },
        color: { domain: ['indirect', 'induced'], range: ['var(--indirect)', 'var(--induced)'] },
        marks: [
          Plot.barX(stacked, { x: 'jobs', y: 'label', fill: 'effect' }),
          Plot.text(shown, {
            x: 'spillover',
            y: label,
            text: ({ spillover }: SectorRow) => format.count(spillover),
            textAnchor: 'start',
            dx: 4,
          }),
        ],
      }
    },
    [rows, format],
  )
  return (
    <Picture
      title={title}
      shows={`${texts.bySector} · ${ofAll}`}
      assumes={assumes}
      sources={sources}
      file="norrgraph-spillover-by-industry"
      rows={ordered}
      columns={[
        {
          title: texts.sector,
          value: ({ sector }) => `${sector.code} ${sector.name}`,
          show: ({ sector }) => <EntityName entity={{ id: sector.id, name: `${sector.code} ${sector.name}` }} />,
        },
        { title: texts.indirect, value: ({ indirect }) => indirect, show: ({ indirect }) => format.count(indirect) },
        { title: texts.induced, value: ({ induced }) => induced, show: ({ induced }) => format.count(induced) },
        { title: texts.jobs, value: ({ spillover }) => spillover, show: ({ spillover }) => format.count(spillover) },
      ]}
    >
      <EffectLegend />
      <Chart name={title} options={options} />
    </Picture>
  )
}

/** The first of what a name names: "Trade" of "Trade; repair of motor vehicles". */
export const inShort = (name: string): string => name.split(';', 1)[0] ?? name

/** A name that fits beside a chart. */
export const shortened = (name: string, longest = LONGEST_NAME) =>
  name.length > longest ? `${name.slice(0, longest - 1)}…` : name
