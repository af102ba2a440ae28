import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts, levelSigns } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { linesOf } from '../../parts/frame-text.js'
import type { PlaceRow } from './finding.js'
import { knownSign, shadeOf } from './level.js'

const WIDTH = 30
const HEIGHT = 28
/** Room for names of needs, and for those of municipalities, which are turned. */
const LEFT = 290
const TOP = 104
const BARS = 48
const NUMBERS = 44
const LINE = 13
/** So many letters of a need's name have room in a line. */
const LETTERS = 38

/**
 * The grid lying down, as a page in landscape and a slide have room for it: needs are rows whose names are read without
 * turning the head, and under each municipality stand its jobs. On the page itself the grid stands; this is for print and files.
 */
export function CoverageDrawing({
  rows,
  isChanged,
}: {
  readonly rows: readonly PlaceRow[]
  readonly isChanged: (cell: ExplorerCellFragment) => boolean
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const needs = rows[0]?.cells.map(({ need }) => need) ?? []
  const bottom = TOP + needs.length * HEIGHT
  const [width, height] = [LEFT + rows.length * WIDTH, bottom + BARS + NUMBERS]
  const most = Math.max(1, ...rows.map(({ jobs }) => jobs))
  return (
    <svg class="coverage-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {needs.map(({ id, name }, row) => {
        const lines = linesOf(name, (line) => line.length <= LETTERS)
        return lines.map((line, index) => (
          <text
            key={`${id} ${line}`}
            class="drawn-name"
            x={LEFT - 8}
            y={TOP + (row + 0.5) * HEIGHT + (index - (lines.length - 1) / 2) * LINE}
            text-anchor="end"
            dominant-baseline="central"
            font-size={lines.length > 1 ? 12 : 15}
          >
            {line}
          </text>
        ))
      })}
      <text class="drawn-name" x={LEFT - 8} y={bottom + BARS} text-anchor="end" font-size={15} font-weight={600}>
        {texts.jobs}
      </text>
      {rows.map(({ place, cells, jobs }, column) => {
        const x = LEFT + column * WIDTH
        const tall = (jobs / most) * (BARS - 8)
        const [middle, base] = [x + WIDTH / 2, bottom + BARS]
        return (
          <g key={place.id}>
            <Turned x={middle} y={TOP - 8} text={place.name} />
            {cells.map((cell, row) => (
              <DrawnCell key={cell.need.id} cell={cell} x={x} y={TOP + row * HEIGHT} isChanged={isChanged(cell)} />
            ))}
            <rect class="drawn-jobs" x={x + 6} y={base - tall} width={WIDTH - 12} height={tall} />
            <Turned x={middle} y={base + 6} text={format.count(jobs)} end />
          </g>
        )
      })}
    </svg>
  )
}

function DrawnCell({
  cell,
  x,
  y,
  isChanged,
}: {
  readonly cell: ExplorerCellFragment
  readonly x: number
  readonly y: number
  readonly isChanged: boolean
}) {
  const level = `level-${shadeOf(cell)}`
  const known = knownSign(cell)
  return (
    <>
      <rect
        class={`drawn-cell ${level} ${isChanged ? 'drawn-changed' : ''}`}
        {...{ x: x + 1.5, y: y + 1.5, width: WIDTH - 3, height: HEIGHT - 3, rx: 2 }}
      />
      <text
        class={`drawn-sign ${level}`}
        x={x + WIDTH / 2 - (known ? 5 : 0)}
        y={y + HEIGHT / 2}
        text-anchor="middle"
        dominant-baseline="central"
        font-size={13}
      >
        {levelSigns[shadeOf(cell)]}
      </text>
      {known && (
        <text
          class={`drawn-sign ${level}`}
          x={x + WIDTH / 2 + 7}
          y={y + HEIGHT / 2}
          text-anchor="middle"
          dominant-baseline="central"
          font-size={11}
        >
          {known}
        </text>
      )}
    </>
  )
}

/** A text that is read from below, from a point on or, with `end`, up to it. */
const Turned = ({
  x,
  y,
  text,
  end = false,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly end?: boolean
}) => (
  <text
    class="drawn-name"
    transform={`translate(${x} ${y}) rotate(-90)`}
    text-anchor={end ? 'end' : 'start'}
    dominant-baseline="central"
    font-size={end ? 13 : 15}
  >
    {text}
  </text>
)
