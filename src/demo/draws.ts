/** Draws that are the same again for the same seed and number, in whatever order the numbers are asked for. */
export class Draws {
  private state: number

  /** @param number tells apart what is drawn from one seed, such as a firm's. */
  constructor(seed: number, number: number) {
    this.state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0
    this.next()
  }

  /** A number from 0 up to, but not, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 up to, but not, `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** A whole number from 0 on, geometrically distributed with this mean. */
  geometric(mean: number): number {
    return Math.floor(Math.log(1 - this.next()) / Math.log(mean / (1 + mean)))
  }
}

/** Things that are drawn as often as their weight says. */
export class Weighted<Thing> {
  private readonly things: readonly Thing[]
  private readonly sums: readonly number[]

  constructor(weights: Iterable<readonly [Thing, number]>) {
    const entries = [...weights].filter(([, weight]) => weight > 0)
    let sum = 0
    this.things = entries.map(([thing]) => thing)
    this.sums = entries.map(([, weight]) => {
      sum += weight
      return sum
    })
  }

  /** @throws Error where there is nothing to draw from. */
  draw(draws: Draws): Thing {
    const at = draws.next() * (this.sums.at(-1) ?? 0)
    const thing = this.things[this.sums.findIndex((sum) => at < sum)]
    if (thing === undefined) throw new Error('there is nothing to draw from')
    return thing
  }
}
