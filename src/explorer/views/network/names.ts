import { type Box, overlaps } from '../../parts/boxes.js'
import type { Point, Size } from './places.js'

/** A node whose name is to be written. */
export interface Named extends Point {
  readonly id: string
  readonly radius: number
  /** How wide its longest line is. */
  readonly width: number
  /** In how many lines it is; one where left out. */
  readonly lines?: number
}

/** Where a name is written: its left end on the base of its first line, and where a line leads from it to its node, if it was moved. */
export interface NamePlace {
  readonly left: number
  readonly base: number
  readonly leader: Point | null
}

/** A line from node to node. */
export interface Segment {
  readonly from: Point
  readonly to: Point
}

const GAP = 4
/** Places round a node that a name is tried at, the best first: how far along each way it lies, of the node's own. */
const beside = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 0.8],
  [1, -0.8],
  [-1, 0.8],
  [-1, -0.8],
] as const
/** How far away it is tried after that, with a line that leads to it. */
const farther = [14, 28, 44, 64, 90]
const TURNS = 16

/**
 * Writes names beside their nodes so that none covers another, or a node; the first come first. One that has no room
 * beside its node is moved away from it, with a line between.
 * @param height of a line of text.
 * @param within where names may stand; null where the drawing goes on beyond what is seen.
 * @param taken what stands there already.
 * @param lines that names would rather not lie over.
 * @param isMoved whether the name of a node may be moved away; it is left out else, where it would have to be.
 */
export function placeNames(
  named: readonly Named[],
  nodes: readonly (Point & { readonly radius: number })[],
  {
    height,
    within,
    taken = [],
    lines = [],
    isMoved,
  }: {
    readonly height: number
    readonly within: Size | null
    readonly taken?: readonly Box[]
    readonly lines?: readonly Segment[]
    readonly isMoved: (id: string) => boolean
  },
): Map<string, NamePlace> {
  const obstacles: Box[] = [...taken, ...nodes.map(boxOf)]
  const found = new Map<string, NamePlace>()
  for (const node of named) {
    const own = boxOf(node)
    const isFree = (box: Box) =>
      (within === null ||
        (box.left >= 0 && box.top >= 0 && box.right <= within.width && box.bottom <= within.height)) &&
      !obstacles.some((other) => overlaps(box, other) && !isSame(other, own))
    const high = height * (node.lines ?? 1)
    const near = beside.map(([x, y]) => ({ box: boxBeside(node, high, x, y), leader: null }))
    const far = isMoved(node.id) ? farther.flatMap((distance) => placesAround(node, high, distance)) : []
    const place =
      leastCrossed(
        near.filter(({ box }) => isFree(box)),
        lines,
      ) ??
      far.find(({ box }) => isFree(box)) ??
      (within !== null && isMoved(node.id) ? anywhere(node, high, within).find(({ box }) => isFree(box)) : undefined)
    if (!place) continue
    obstacles.push(place.box)
    found.set(node.id, { left: place.box.left, base: place.box.top + height * 0.75, leader: place.leader })
  }
  return found
}

const STEP = 8

/** Places all over a drawing, the nearest first. */
function anywhere({ x, y, width }: Named, height: number, within: Size): { box: Box; leader: Point }[] {
  const places: { box: Box; leader: Point; far: number }[] = []
  for (let top = 0; top + height <= within.height; top += STEP) {
    for (let left = 0; left + width <= within.width; left += STEP) {
      const leader = { x: Math.max(left, Math.min(left + width, x)), y: top + height / 2 }
      const box = { left, top, right: left + width, bottom: top + height }
      places.push({ box, leader, far: Math.hypot(leader.x - x, leader.y - y) })
    }
  }
  return places.toSorted((near, far) => near.far - far.far)
}

/** The first of those that the fewest lines cross. */
function leastCrossed<Place extends { readonly box: Box }>(
  places: readonly Place[],
  lines: readonly Segment[],
): Place | undefined {
  const crossed = places.map(({ box }) => lines.filter((line) => crosses(line, box)).length)
  return places[crossed.indexOf(Math.min(...crossed))]
}

/** Whether a line leads through a box. */
function crosses({ from, to }: Segment, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [to.x - from.x, to.y - from.y]
  let [enters, leaves] = [0, 1]
  for (const [step, room] of [
    [-x, from.x - left],
    [x, right - from.x],
    [-y, from.y - top],
    [y, bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) enters = Math.max(enters, room / step)
    if (step > 0) leaves = Math.min(leaves, room / step)
  }
  return enters < leaves
}

const boxOf = ({ x, y, radius }: Point & { readonly radius: number }): Box => ({
  ...{ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
})

function boxBeside({ x, y, radius, width }: Named, height: number, across: number, down: number): Box {
  const left = across > 0 ? x + radius + GAP : across < 0 ? x - radius - GAP - width : x - width / 2
  const middle = y + down * (across === 0 ? radius + height / 2 + 1 : height)
  return { left, top: middle - height / 2, right: left + width, bottom: middle + height / 2 }
}

function placesAround(node: Named, height: number, distance: number): { box: Box; leader: Point }[] {
  const { x, y, radius, width } = node
  return Array.from({ length: TURNS }, (_, turn) => {
    const angle = (turn * 2 * Math.PI) / TURNS
    const reach = radius + distance
    const tip = { x: x + Math.cos(angle) * reach, y: y + Math.sin(angle) * reach }
    const left = Math.cos(angle) > 0.3 ? tip.x : Math.cos(angle) < -0.3 ? tip.x - width : tip.x - width / 2
    const middle = tip.y + Math.sin(angle) * (height / 2)
    return { box: { left, top: middle - height / 2, right: left + width, bottom: middle + height / 2 }, leader: tip }
  })
}

const isSame = (one: Box, other: Box): boolean =>
  one.left === other.left && one.top === other.top && one.right === other.right
