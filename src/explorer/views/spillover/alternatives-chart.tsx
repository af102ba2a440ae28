import * as Plot from '@observablehq/plot'
import { useCallback, useMemo } from 'preact/hooks'
import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { regionalisationInWords, regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { barRows, placed } from '../../parts/bar-rows.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'
import type { Room } from '../../parts/room.js'

type Alternative = ExplorerSpilloverQuery['spillover']['alternatives'][number]

interface Row {
  readonly label: string
  readonly spillover: number
}

/** On paper and in files, where each is to be read from afar, so many are drawn: those that change most. */
const MOST_BRIEFLY = 10

/** The rows for a room: where not all are drawn, the last are the least and the greatest, which the title names. */
function rowsFor(rows: readonly Row[], { height }: Room): readonly Row[] {
  if (height === null || rows.length <= MOST_BRIEFLY) return rows
  const inOrder = rows.toSorted((left, right) => left.spillover - right.spillover)
  const ends = new Set([inOrder[0], inOrder.at(-1)])
  const others = rows.filter((row) => !ends.has(row)).slice(0, MOST_BRIEFLY - ends.size)
  return rows.filter((row) => ends.has(row) || others.includes(row))
}

/** A share reads as per cent. */
const worded = (value: string, format: Format) => (Number.isNaN(Number(value)) ? value : format.percent(Number(value)))

const beside = (format: Format): Plot.TextOptions => ({
  x: 'spillover',
  y: 'middle',
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
    (room: Room): Plot.PlotOptions => {
      const shown = rowsFor(rows, room)
      const bars = barRows(
        shown.map(({ label }) => label),
        room,
      )
      const inPlace = placed(shown, bars)
      const figures = [total, ...shown.map(({ spillover }) => spillover)]
      return {
        ...bars.options,
        x: {
          domain: [Math.min(...figures), Math.max(...figures)],
          // The number beside the longest bar stands clear of the names.
          insetLeft: 5 * room.type,
          ...{ grid: true, label: null, ticks: 4, tickFormat: format.count },
        },
        marks: [
          Plot.rect(inPlace, { x1: () => total, x2: 'spillover', y1: 'top', y2: 'bottom', fill: 'var(--accent)' }),
          Plot.ruleX([total], { stroke: 'var(--ink)', strokeWidth: 2 }),
          bars.names,
          Plot.text(
            inPlace.filter(({ spillover }) => spillover >= total),
            { ...beside(format), textAnchor: 'start', dx: 4 },
          ),
          Plot.text(
            inPlace.filter(({ spillover }) => spillover < total),
            { ...beside(format), textAnchor: 'end', dx: -4 },
          ),
        ],
      }
    },
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
      brief={
        rows.length > MOST_BRIEFLY
          ? `${texts.alternatives} · ${texts.shown(format.count(MOST_BRIEFLY), format.count(rows.length))}`
          : texts.alternatives
      }
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
