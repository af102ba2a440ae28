import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useFormat, useTexts } from '../language/language.js'
import { mapTexts } from '../language/map.js'
import type { Box } from '../parts/boxes.js'
import { useRegion } from '../region.js'
import { AreaLegend } from './area-legend.js'
import { areaNames, eachNamed, NAME_SIZE } from './area-names.js'
import { type Areas, colourOfStep, stepOf } from './areas.js'
import { cornersOf, pathsOf } from './outline-paths.js'
import { type Frame, frameOf, kilometresIn, type Point } from './projection.js'
import { stepsOf } from './steps.js'

/** Something drawn at a place: a circle whose area shows how much. */
export interface Mark {
  readonly key: string
  readonly longitude: number
  readonly latitude: number
  /** Radius in units of the drawing. */
  readonly radius: number
  readonly label: string
  readonly href: string
  readonly meaning: 'venture' | 'actor' | 'firm'
}

/** How far something lies from a place: a circle around it. */
export interface Ring {
  readonly longitude: number
  readonly latitude: number
  readonly kilometres: number
  readonly label: string
}

const noMarks: readonly Mark[] = []

/**
 * The region's municipalities, coloured by how much there is of something, with marks on them and circles around places;
 * marks alone where the region has no outlines.
 */
export function RegionMap({
  title,
  marks = noMarks,
  areas = null,
  rings = [],
  children,
}: {
  readonly title: string
  readonly marks?: readonly Mark[]
  readonly areas?: Areas | null
  readonly rings?: readonly Ring[]
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(mapTexts)
  const { count } = useFormat()
  const { outlines } = useRegion()
  const [told, setTold] = useState<string | null>(null)
  const frame = useMemo(() => frameOf(outlines ? cornersOf(outlines) : marks.map(placeOf)), [outlines, marks])
  const land = useMemo(() => (outlines ? pathsOf(outlines, frame) : []), [outlines, frame])
  const steps = useMemo(() => stepsOf(areas?.areas.flatMap(({ value }) => value ?? []) ?? []), [areas])
  const drawnMarks = useMemo(() => spread(marks, frame), [marks, frame])
  const names = useMemo(
    () =>
      areas === null
        ? []
        : areaNames(areas.named ?? eachNamed(areas.areas), land, { ...frame, count, taken: drawnMarks.map(boxOf) }),
    [areas, land, frame, count, drawnMarks],
  )
  const byMunicipality = new Map(areas?.areas.map((area) => [area.municipality, area]))
  const tells = (label: string) => ({
    onMouseEnter: () => setTold(label),
    onFocus: () => setTold(label),
    onMouseLeave: () => setTold(null),
    onBlur: () => setTold(null),
  })
  return (
    <section class="region-map" aria-label={title}>
      <svg viewBox={`0 0 ${Math.round(frame.width)} ${Math.round(frame.height)}`}>
        <title>{title}</title>
        <g class="map-land">
          {land.map(({ municipality, path }) => {
            const area = byMunicipality.get(municipality)
            if (!areas || !area) return <path key={municipality} d={path} />
            const step = stepOf(area.value, steps)
            const fill = step < 0 ? undefined : { fill: colourOfStep(areas.of, step, steps.length) }
            return (
              <a
                key={municipality}
                href={area.href}
                class={area.chosen ? 'map-chosen' : undefined}
                aria-label={area.label}
                aria-current={area.chosen ? 'true' : undefined}
                {...tells(area.label)}
              >
                <path d={path} class={area.value === null ? 'map-unknown' : undefined} style={fill} />
              </a>
            )
          })}
        </g>
        {rings.map((ring) => {
          const { x, y } = frame.place([ring.longitude, ring.latitude])
          return (
            <circle
              key={ring.label}
              class="map-ring"
              cx={x}
              cy={y}
              r={kilometresIn(frame, [ring.longitude, ring.latitude], ring.kilometres)}
            >
              <title>{ring.label}</title>
            </circle>
          )
        })}
        {drawnMarks.map(({ mark, point }) => (
          <a key={mark.key} href={mark.href} aria-label={mark.label} {...tells(mark.label)}>
            <circle class={`mark-${mark.meaning}`} cx={point.x} cy={point.y} r={mark.radius} />
          </a>
        ))}
        {names.map(({ name, value, x, y }) => (
          <g key={name} class="map-name" font-size={NAME_SIZE} text-anchor="middle">
            <text x={x} y={y}>
              {name}
            </text>
            <text x={x} y={y + 1.1 * NAME_SIZE}>
              {value}
            </text>
          </g>
        ))}
      </svg>
      <p class="map-told no-print" aria-hidden="true">
        {told ?? (areas === null ? '' : texts.point)}
      </p>
      {areas !== null && land.length > 0 && <AreaLegend areas={areas} steps={steps} />}
      {children}
    </section>
  )
}

const boxOf = ({ mark: { radius }, point: { x, y } }: Placed): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

const placeOf = ({ longitude, latitude }: Mark) => [longitude, latitude] as const

interface Placed {
  readonly mark: Mark
  readonly point: Point
}

/** Marks at their places, the largest first so that smaller ones lie above; those of one place stand beside one another. */
function spread(marks: readonly Mark[], frame: Frame): Placed[] {
  const ordered = marks.toSorted((left, right) => right.radius - left.radius)
  const placed: Placed[] = []
  for (const mark of ordered) {
    const point = frame.place(placeOf(mark))
    const covering = placed.filter((each) => each.mark.meaning === mark.meaning && touches(each, mark, point))
    const shift = covering.reduce((sum, each) => sum + each.mark.radius + mark.radius, 0)
    placed.push({ mark, point: { x: point.x + shift, y: point.y } })
  }
  return placed
}

function touches({ mark, point }: Placed, other: Mark, at: Point): boolean {
  return Math.hypot(point.x - at.x, point.y - at.y) < Math.max(mark.radius, other.radius)
}
