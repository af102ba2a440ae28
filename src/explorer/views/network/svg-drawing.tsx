import { useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks'
import { useVerbs } from '../../language/verbs.js'
import { type DrawingProps, type DrawnNode, standsBack } from './drawn.js'
import { beginningOf, labelLines } from './label.js'
import { arrowed, lineKey } from './lines.js'
import { type Named, placeNames } from './names.js'
import type { Point } from './places.js'
import { outlineOf, shapeOfKind } from './shapes.js'
import { nameType, narrowNameType, widthOf } from './text-width.js'
import { Tip, type Tipped } from './tip.js'
import { usePositions } from './use-positions.js'
import { useSize } from './use-size.js'
import { useView } from './use-view.js'

/** Up to so many nodes all have their names. */
const ALL_NAMED = 40
const START_RADIUS = 11
/** Names keep away from so many lines; among more there is no room beside any. */
const MOST_AVOIDED = 300
/** A narrow drawing has room for shorter names. */
const NARROW = 480

const radiusOf = ({ isStart, degree }: DrawnNode): number =>
  isStart ? START_RADIUS : Math.min(9.5, 5.5 + Math.log2(1 + degree) / 3)

interface Spot extends Point {
  readonly node: DrawnNode
  readonly radius: number
}

/** A small network drawn as SVG: shapes and names of all nodes, and arrows; it can be printed and saved as it is. */
export function SvgDrawing(props: DrawingProps) {
  const { label, nodes, lines, neighbours, ways, marked, focus, onPoint, onChoose, drawing } = props
  const verbOf = useVerbs()
  const place = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(place)
  const ids = useMemo(() => nodes.map(({ id }) => id), [nodes])
  const positions = usePositions(ids, lines, ways, size)
  const { view, zoom, fit, wasDragged, handlers } = useView(size)
  const isNarrow = (size?.width ?? 0) < NARROW
  const type = isNarrow ? narrowNameType : nameType
  const [tipped, setTipped] = useState<Tipped | null>(null)
  useImperativeHandle(drawing, () => ({
    zoom,
    fit,
    picture: () => (svg.current ? { svg: svg.current, isShown: true } : null),
  }))

  const spots = useMemo(() => {
    const found = new Map<string, Spot>()
    for (const node of nodes) {
      const at = positions?.get(node.id)
      if (at) found.set(node.id, { node, x: at.x * view.scale, y: at.y * view.scale, radius: radiusOf(node) })
    }
    return found
  }, [nodes, positions, view.scale])

  const segments = useMemo(
    () =>
      lines.flatMap(({ one, other }) => {
        const [from, to] = [spots.get(one), spots.get(other)]
        return from && to ? [{ from, to }] : []
      }),
    [lines, spots],
  )

  const told = useMemo(() => {
    const steps = (marked?.nodes ?? []).slice(1).flatMap((id, index) => {
      const from = marked?.nodes[index] ?? ''
      const [one, other] = [spots.get(from), spots.get(id)]
      const edge = lines.find(({ key }) => key === lineKey(from, id))?.edges[0]
      if (!one || !other || !edge) return []
      // As the arrow points, whichever way one goes along it.
      const text = verbOf(edge, 'OUT')
      const [x, y, half] = [(one.x + other.x) / 2, (one.y + other.y) / 2, widthOf(text, type) / 2 + 3]
      return [{ key: edge.id, text, x, y, box: { left: x - half, right: x + half, top: y - 10, bottom: y + 8 } }]
    })
    return steps
  }, [marked, spots, lines, verbOf, type])

  // Names stay where they are while one looks around, unless there are too many for all to have one.
  const looked = nodes.length > ALL_NAMED ? focus : null
  const names = useMemo(() => {
    const isFirst = (id: string) =>
      spots.get(id)?.node.isStart ||
      marked?.nodes.includes(id) ||
      (looked !== null && (id === looked || neighbours.get(looked)?.has(id)))
    const longest = isNarrow ? 18 : 34
    const inOrder = [...spots.values()].toSorted(
      (one, other) =>
        Number(isFirst(other.node.id) ?? false) - Number(isFirst(one.node.id) ?? false) ||
        other.node.degree - one.node.degree,
    )
    const placedAs = (linesOf: (label: string) => readonly string[]) => {
      const named = inOrder.map(({ node, ...spot }): Named & { readonly told: readonly string[] } => {
        const told = linesOf(node.label)
        return {
          ...spot,
          id: node.id,
          told,
          lines: told.length,
          width: Math.max(...told.map((line) => widthOf(line, type))),
        }
      })
      const placed = placeNames(named, inOrder, {
        height: type.height,
        within: view.scale === 1 ? size : null,
        taken: told.map(({ box }) => box),
        lines: lines.length > MOST_AVOIDED ? [] : segments,
        isMoved: (id) => nodes.length <= ALL_NAMED || isFirst(id) === true,
      })
      return named.flatMap(({ id, told, width }) => {
        const at = placed.get(id)
        return at ? [{ id, lines: told, width, ...at }] : []
      })
    }
    const whole = placedAs((label) => labelLines(label, longest))
    // Where there is no room for all names whole, each has its beginning; the list has them whole.
    return nodes.length > ALL_NAMED || whole.length === inOrder.length
      ? whole
      : placedAs((label) => [beginningOf(label, longest)])
  }, [spots, told, looked, neighbours, marked, size, view.scale, nodes.length, segments, lines.length, isNarrow, type])

  const point = (id: string | null) => {
    setTipped(id === null ? null : { node: id })
    onPoint(id)
  }
  const tipAt = tipped && 'node' in tipped ? spots.get(tipped.node) : null
  return (
    <div ref={place} class="network-drawing" onPointerLeave={() => point(null)}>
      <svg
        ref={svg}
        class={`network-svg${isNarrow ? ' narrow' : ''}${marked ? ' with-way' : ''}${focus === null ? '' : ' with-focus'}`}
        viewBox={`0 0 ${size?.width ?? 800} ${size?.height ?? 500}`}
        role="img"
        aria-label={label}
        {...handlers}
        onWheel={(event) => {
          // A wheel alone moves the page; with the key that zooms pages, it zooms here.
          if (!event.ctrlKey) return
          event.preventDefault()
          zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2)
        }}
      >
        <g transform={`translate(${view.x} ${view.y})`}>
          {lines.map((line) => {
            const [one, other] = [spots.get(line.one), spots.get(line.other)]
            if (!one || !other) return null
            const drawn = arrowed(one, other, line)
            const isBack = focus !== null && line.one !== focus && line.other !== focus
            const isLit = focus !== null && !isBack
            const state = marked?.lines.has(line.key) ? ' marked' : isLit ? ' lit' : ''
            return (
              <g
                key={line.key}
                class={`line${state}${isBack ? ' back' : ''}`}
                onPointerEnter={() => setTipped({ line: line.key })}
                onPointerLeave={() => setTipped(null)}
              >
                <path class="line-reach" d={drawn.line} />
                <path class="line-drawn" d={drawn.line} />
                <path class="line-head" d={drawn.heads} />
              </g>
            )
          })}
          {names.map(({ id, leader, left, base, lines, width }) => {
            const spot = spots.get(id)
            if (!leader || !spot) return null
            const back = standsBack(id, { focus, neighbours }) ? ' back' : ''
            const to = {
              x: Math.max(left, Math.min(left + width, spot.x)),
              y: spot.y > base ? base + (lines.length - 1) * type.height + 3 : base - 12,
            }
            return <line key={id} class={`leader${back}`} x1={spot.x} y1={spot.y} x2={to.x} y2={to.y} />
          })}
          {[...spots.values()].map(({ node, x, y, radius }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside does the same by keyboard
            <g
              key={node.id}
              data-node={node.id}
              class={`node${node.isStart ? ' start' : ''}${node.id === focus ? ' focus' : ''}${standsBack(node.id, { focus, neighbours }) ? ' back' : ''}`}
              transform={`translate(${x} ${y})`}
              onPointerEnter={() => point(node.id)}
              onPointerLeave={() => point(null)}
              onClick={() => !wasDragged() && onChoose(node.id)}
            >
              <circle class="node-reach" r={Math.max(radius + 4, 12)} />
              <path
                class="node-drawn"
                d={outlineOf(shapeOfKind(node.kind), radius)}
                style={{ fill: `var(${node.colour})` }}
              />
            </g>
          ))}
          {told.map(({ key, text, x, y, box }) => (
            <g key={key}>
              <rect
                class="verb-back"
                x={box.left}
                y={box.top}
                width={box.right - box.left}
                height={box.bottom - box.top}
                rx="3"
              />
              <text class="verb" x={x} y={y + 4} text-anchor="middle">
                {text}
              </text>
            </g>
          ))}
          {names.map(({ id, lines, left, base }) => (
            <text key={id} class={`name${standsBack(id, { focus, neighbours }) ? ' back' : ''}`} x={left} y={base}>
              {lines.length === 1
                ? lines
                : lines.map((line, index) => (
                    <tspan key={line} x={left} y={base + index * type.height}>
                      {line}
                      {index < lines.length - 1 && ' '}
                    </tspan>
                  ))}
            </text>
          ))}
        </g>
      </svg>
      {tipped && (
        <Tip
          tipped={tipped}
          nodes={nodes}
          lines={lines}
          at={tipAt ? { x: tipAt.x + view.x, y: tipAt.y + view.y } : lineMiddle(tipped, props, spots, view)}
          size={size}
        />
      )}
    </div>
  )
}

function lineMiddle(
  tipped: Tipped,
  { lines }: Pick<DrawingProps, 'lines'>,
  spots: ReadonlyMap<string, Spot>,
  view: Point,
): Point {
  const line = 'line' in tipped ? lines.find(({ key }) => key === tipped.line) : undefined
  const [one, other] = [spots.get(line?.one ?? ''), spots.get(line?.other ?? '')]
  return one && other ? { x: (one.x + other.x) / 2 + view.x, y: (one.y + other.y) / 2 + view.y } : { x: 0, y: 0 }
}
