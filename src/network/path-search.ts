import { SearchTooLargeError } from '../kernel/input-errors.js'
import { HUB } from './edges.js'
import { countRelationships, isHub, type NetworkKnowledge } from './hubs.js'
import { nextSteps, stepsBetween } from './queries.js'
import { pathsOfLength, Steps, StepsExceeded } from './steps.js'
import { boundsOf, type Walk } from './walk.js'

/** The most steps from node to node that one search reads. */
const MOST_STEPS = 20_000
/** From nodes with more relationships than this, only the steps to a few others are read where those are known. */
const WALKED_WHOLE = 1_000
/** The most nodes that steps are looked for to at once. */
const MOST_AMONG = 1_000
/** The most nodes that are looked at when what was read is put together. */
const MOST_LOOKS = 500_000

/** One end's surroundings. */
interface Side {
  /** How far each node in them is from the end. */
  readonly distances: Map<string, number>
  /** All nodes nearer than this have been walked from. */
  radius: number
}

const sideOf = (end: string): Side => ({ distances: new Map([[end, 0]]), radius: 0 })

const frontierOf = ({ distances, radius }: Side): string[] =>
  [...distances].flatMap(([id, distance]) => (distance === radius ? [id] : []))

/**
 * Finds the paths between two nodes, those of one step first. The surroundings of both ends are read, the cheaper first,
 * until only the step in the middle is missing; a hub that this begins at is looked for from its other end.
 */
export class PathSearch {
  private readonly steps = new Steps()
  private readonly left: Side
  private readonly right: Side
  private readonly counts = new Map<string, number>()
  private readonly walkedFrom = new Set<string>()
  private read = 0
  private length = 0

  constructor(
    private readonly knowledge: NetworkKnowledge,
    private readonly walk: Walk,
    private readonly ends: readonly [from: string, to: string],
    /** Nodes that no path leads through. */
    private readonly without: ReadonlySet<string>,
  ) {
    this.left = sideOf(ends[0])
    this.right = sideOf(ends[1])
  }

  /**
   * The paths that have one step more than those of the call before, the first of them by their nodes' ids.
   * @throws SearchTooLargeError
   */
  async next(most: number): Promise<string[][]> {
    this.length += 1
    while (this.left.radius + this.right.radius < this.length - 1) await this.grow()
    await this.joinMiddle()
    try {
      return pathsOfLength(this.steps, this.ends, this.length, most, MOST_LOOKS)
    } catch (error) {
      if (error instanceof StepsExceeded) throw this.tooLarge(MOST_LOOKS)
      throw error
    }
  }

  /** Walks one step on from the end where it costs less. */
  private async grow(): Promise<void> {
    const [left, right] = [frontierOf(this.left), frontierOf(this.right)]
    await this.count([...left, ...right])
    const [side, frontier] = this.cost(left) <= this.cost(right) ? [this.left, left] : [this.right, right]
    await this.walkFrom(frontier)
    side.radius += 1
    for (const node of frontier) {
      for (const neighbour of this.steps.from(node)) {
        if (!side.distances.has(neighbour) && !this.ends.includes(neighbour)) {
          side.distances.set(neighbour, side.radius)
        }
      }
    }
  }

  /** Reads the steps between the outermost nodes of the two sides. */
  private async joinMiddle(): Promise<void> {
    const [left, right] = [frontierOf(this.left), frontierOf(this.right)]
    await this.count([...left, ...right])
    const isWide = (id: string) => (isHub(id) || (this.counts.get(id) ?? 0) > HUB) && !this.walkedFrom.has(id)
    const few = (ids: readonly string[]) => ids.filter((id) => !isWide(id))
    const [near, far] = this.cost(few(left)) <= this.cost(few(right)) ? [left, right] : [right, left]
    if (this.cost(few(near)) > WALKED_WHOLE && far.length <= MOST_AMONG) await this.readBetween(few(near), far)
    else await this.walkFrom(few(near))
    const hubs = near.filter(isWide)
    await this.readBetween(few(far), hubs)
    await this.readBetweenHubs(hubs, far.filter(isWide))
  }

  /** Reads all steps from some nodes. */
  private async walkFrom(nodes: readonly string[]): Promise<void> {
    const ids = nodes.filter((id) => !this.walkedFrom.has(id))
    if (ids.length === 0) return
    for (const id of ids) this.walkedFrom.add(id)
    const { kinds } = this.walk
    const limit = MOST_STEPS - this.read + 1
    this.take(
      await this.knowledge.graph.read(nextSteps(this.walk), {
        ids,
        ends: this.ends,
        kinds,
        ...boundsOf(this.walk),
        limit,
      }),
    )
  }

  private async readBetween(ids: readonly string[], among: readonly string[], walk = this.walk): Promise<void> {
    if (ids.length === 0 || among.length === 0) return
    const limit = MOST_STEPS - this.read + 1
    this.take(await this.knowledge.graph.read(stepsBetween(walk), { ids, among, ...boundsOf(walk), limit }))
  }

  /** Of any two hubs one names the other: what reaches them is not walked. */
  private async readBetweenHubs(some: readonly string[], others: readonly string[]): Promise<void> {
    const outward: Walk = { ...this.walk, direction: 'OUT' }
    await this.readBetween(some, others, outward)
    await this.readBetween(others, some, outward)
  }

  private take(rows: readonly { readonly from: string; readonly to: string }[]): void {
    this.read += rows.length
    if (this.read > MOST_STEPS) throw this.tooLarge(MOST_STEPS)
    const isPassed = (id: string) => !this.without.has(id) || this.ends.includes(id)
    for (const { from, to } of rows) if (isPassed(from) && isPassed(to)) this.steps.add(from, to)
  }

  private async count(nodes: readonly string[]): Promise<void> {
    const ids = nodes.filter((id) => !this.counts.has(id))
    if (ids.length === 0) return
    for (const [id, count] of await countRelationships(this.knowledge, ids)) this.counts.set(id, count)
  }

  private cost(nodes: readonly string[]): number {
    const ids = nodes.filter((id) => !this.walkedFrom.has(id))
    return ids.reduce((sum, id) => sum + (this.counts.get(id) ?? 0), 0)
  }

  private tooLarge(bound: number): SearchTooLargeError {
    const shorter = this.length > 1 ? `: ask for a maxLength of ${this.length - 1} or a smaller limit` : ''
    return new SearchTooLargeError(
      bound,
      `Paths of ${this.length} steps would need a search of more than ${bound} steps${shorter}`,
    )
  }
}
