/** Draws that are the same again for the same seed. */
export class Random {
  private state: number

  constructor(seed: number) {
    // Neighbouring seeds would begin alike.
    this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  }

  /** A number from 0 up to, but not, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both among them. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** True so often. */
  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** Some of the items, each at most once, in their order. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    const count = this.whole(0, Math.min(most, items.length))
    const left = items.map((_, index) => index)
    const chosen = Array.from({ length: count }, () => left.splice(this.whole(0, left.length - 1), 1)[0])
    return items.filter((_, index) => chosen.includes(index))
  }

  list<Item>(length: number, make: (index: number) => Item): Item[] {
    return Array.from({ length }, (_, index) => make(index))
  }
}
