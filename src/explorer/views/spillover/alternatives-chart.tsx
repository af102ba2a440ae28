import * as Plot from '@observablehq/plot'
import { useCallback, useMemo } from 'preact/hooks'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { regionalisationInWords, regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'

type Alternative = ExplorerSpilloverQuery['spillover']['alternatives'][number]

interface Row {
  readonly label: string
  readonly spillover: number
}

/** A share reads as per cent. */
const worded = (value: string, format: Format) => (Number.isNaN(Number(value)) ? value : format.percent(Number(value)))

const beside = (format: Format): Plot.TextOptions => ({
  x: 'spillover',
  y: 'label',
  text: ({ spillover }: Row) => format.count(spillover),
})

/** How far the total moves under each other assumption: the widest first, as in a tornado. */
export function AlternativesChart({
  total,
  alternatives,
  assumes,
  sources,
}: {
  readonly total: number
  readonly alternatives: readonly Alternative[]
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const regional = useTexts(regionalTexts)
  const format = useFormat()
  const rows = useMemo(() => {
    const names: Readonly<Record<string, string>> = texts.assumptionNames
    const values: Readonly<Record<string, string>> = {
      ...texts.closures,
      ...texts.incomes,
      ...texts.shocks,
      ...texts.applies,
    }
    const said = ({ assumption, value, without }: Alternative) => {
      if (without) return `${texts.without} ${without.name}`
      if (assumption === 'regionalisation') return regionalisationInWords(value, regional, format)
      return values[value] ?? worded(value, format)
    }
    return alternatives
      .map(
        (alternative): Row => ({
          label: `${names[alternative.assumption] ?? alternative.assumption}: ${said(alternative)}`,
          spillover: alternative.spillover,
        }),
      )
      .toSorted((left, right) => Math.abs(right.spillover - total) - Math.abs(left.spillover - total))
  }, [alternatives, texts, regional, format, total])
  const options = useCallback(
    (width: number): Plot.PlotOptions => ({
      width,
      height: 28 * rows.length + 50,
      marginLeft: Math.min(300, width / 2),
      marginRight: 56,
      x: {
        domain: [
          Math.min(total, ...rows.map(({ spillover }) => spillover)),
          Math.max(total, ...rows.map(({ spillover }) => spillover)),
        ],
        // The number beside the longest bar stands clear of the names.
        insetLeft: 56,
        grid: true,
        label: null,
        ticks: 4,
        tickFormat: format.count,
      },
      y: { domain: rows.map((row) => row.label), label: null, tickSize: 0 },
      marks: [
        Plot.barX(rows, { x1: () => total, x2: 'spillover', y: 'label', fill: 'var(--accent)' }),
        Plot.ruleX([total], { stroke: 'var(--ink)', strokeWidth: 2 }),
        Plot.text(
          rows.filter(({ spillover }) => spillover >= total),
          { ...beside(format), textAnchor: 'start', dx: 4 },
        ),
        Plot.text(
          rows.filter(({ spillover }) => spillover < total),
          { ...beside(format), textAnchor: 'end', dx: -4 },
        ),
      ],
    }),
    [rows, total, format],
  )
  if (rows.length === 0) return null
  const figures = rows.map(({ spillover }) => spillover)
  const title = texts.othersGive(
    format.count(Math.min(...figures)),
    format.count(Math.max(...figures)),
    format.count(total),
  )
  return (
    <Picture
      title={title}
      shows={texts.alternatives}
      assumes={assumes}
      sources={sources}
      file="norrgraph-alternatives"
      rows={rows}
      columns={[
        { title: texts.assumption, value: (row) => row.label },
        { title: texts.jobs, value: ({ spillover }) => spillover, show: ({ spillover }) => format.count(spillover) },
        {
          title: texts.change,
          value: ({ spillover }) => spillover - total,
          show: ({ spillover }) => format.change(Math.round(spillover - total), 0),
        },
      ]}
    >
      <Chart name={title} options={options} />
    </Picture>
  )
}
