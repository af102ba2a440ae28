import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { type BarPlace, barRows, placed } from '../../parts/bar-rows.js'
import { Chart } from '../../parts/chart.js'
import { inSentence } from '../../parts/in-sentence.js'
import { Picture } from '../../parts/picture.js'
import type { Room } from '../../parts/room.js'
import { EffectLegend } from './effect-legend.js'
import { effectColours, type Stacked, stackedEffects } from './effects.js'

type Effect = 'indirect' | 'induced' | 'spillover'

type Jobs = Readonly<Partial<Record<Effect, number>>>

/** Something in both settings: an industry, or a county and year. */
export interface ComparedRow {
  readonly name: string
  readonly now: Jobs
  readonly kept: Jobs
}

/** What the two are called: in the heads of the table, and under the picture, which draws one above the other. */
export interface ComparedSides {
  readonly now: string
  readonly kept: string
  readonly note: string
}

const total = ({ indirect = 0, induced = 0, spillover = 0 }: Jobs): number => indirect + induced + spillover
const difference = ({ now, kept }: ComparedRow) => total(now) - total(kept)

/** How many industries a picture shows, those with the largest differences; the table has them all. */
export const MOST_INDUSTRIES = 12
/** On paper and in files, where each is to be read from afar, so many rows are drawn. */
const MOST_BRIEFLY = 8
const sideNames = ['now', 'kept'] as const
/** Two bars stand in a row. */
const THICKNESS = 2.2

/**
 * Jobs of two settings beside one another, stacked by effect, with the difference.
 * @param effects that each bar is stacked of.
 * @param most how many rows are drawn, those that differ most; all, in their order, where left out.
 */
export function ComparedPicture({
  title,
  shows,
  sides,
  assumes,
  sources,
  file,
  head,
  rows,
  effects,
  most,
}: {
  /** What was found. */
  readonly title: string
  readonly shows: string
  readonly sides: ComparedSides
  readonly assumes: string
  readonly sources: readonly string[]
  readonly file: string
  readonly head: string
  readonly rows: readonly ComparedRow[]
  readonly effects: readonly Effect[]
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
  const isCutBriefly = most !== undefined && Math.min(most, ordered.length) > MOST_BRIEFLY
  const briefly = isCutBriefly
    ? `${shows} · ${texts.shown(format.count(MOST_BRIEFLY), format.count(ordered.length))}`
    : shows
  const options = useMemo(() => {
    return (room: Room): Plot.PlotOptions => {
      const shown = ordered.slice(0, most === undefined || room.height === null ? most : MOST_BRIEFLY)
      const bars = barRows(
        shown.map(({ name }) => name),
        room,
        THICKNESS,
      )
      const inPlace = placed(shown, bars)
      const parts = inPlace.flatMap((row) => sideNames.flatMap((side) => partsOf(row, side, effects)))
      const largest = Math.max(...shown.flatMap(({ now, kept }) => [total(now), total(kept)]), 1)
      return {
        ...bars.options,
        x: {
          domain: [Math.min(0, ...parts.map(({ from, to }) => Math.min(from, to))), largest],
          ...{ grid: true, label: null, ticks: 4, tickFormat: format.count },
        },
        color: comparedColours,
        marks: [
          Plot.rect(parts, {
            ...{ x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'effect' },
            fillOpacity: ({ side }: Part) => (side === 'now' ? 1 : 0.55),
          }),
          bars.names,
          Plot.text(inPlace, {
            x: (row: ComparedRow) => Math.max(total(row.now), total(row.kept)),
            ...{ y: 'middle', textAnchor: 'start', dx: 6 },
            text: (row: ComparedRow) => format.change(Math.round(difference(row)), 0),
          }),
        ],
      }
    }
  }, [ordered, most, effects, format])
  return (
    <Picture
      title={title}
      shows={shows}
      brief={`${briefly}. ${sides.note}`}
      assumes={assumes}
      assumed={null}
      sources={sources}
      file={file}
      rows={ordered}
      columns={[
        { title: head, value: ({ name }) => name },
        ...effects.flatMap((effect) =>
          sideNames.map((side) => ({
            title: effect === 'spillover' ? sides[side] : `${texts[effect]}, ${inSentence(sides[side])}`,
            value: (row: ComparedRow) => row[side][effect] ?? 0,
            show: (row: ComparedRow) => format.count(row[side][effect] ?? 0),
          })),
        ),
        { title: texts.difference, value: difference, show: (row) => format.change(Math.round(difference(row)), 0) },
      ]}
    >
      {effects.includes('indirect') && <EffectLegend />}
      <p class="quiet">{sides.note}</p>
      <Chart name={title} options={options} />
    </Picture>
  )
}

interface Part extends Stacked {
  readonly side: (typeof sideNames)[number]
  readonly top: number
  readonly bottom: number
}

/** The bar of a side: now above, kept below. */
function partsOf(
  row: ComparedRow & BarPlace,
  side: (typeof sideNames)[number],
  effects: readonly Effect[],
): readonly Part[] {
  const [top, bottom] = side === 'now' ? [row.top, row.middle] : [row.middle + 1, row.bottom]
  const { indirect = 0, induced = 0, spillover = 0 } = row[side]
  const stacked = effects.includes('spillover')
    ? [{ effect: 'spillover' as const, from: 0, to: spillover }]
    : stackedEffects({ indirect, induced })
  return stacked.map((part) => ({ ...part, side, top, bottom }))
}

const comparedColours = {
  domain: [...effectColours.domain, 'spillover'],
  range: [...effectColours.range, 'var(--accent)'],
}
