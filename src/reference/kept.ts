import type { Knowledge } from '../edition/knowledge.js'

/** What was read of a graph, and in which generation. */
export interface Found<Value> {
  readonly value: Value
  readonly generation: number
}

/**
 * What many questions read of the graph and few change: how it is read, and under which name it is kept. Rooms declare
 * theirs as constants: `export const supportSystem = new Kept('support system', readSupportSystem)`.
 * @template Given what tells one reading from another, such as a day or an id: values that JSON tells apart.
 */
export class Kept<Value, Given extends readonly unknown[] = []> {
  /** By their places among all that is kept, where they are bounded and dropped; their type is known here alone. */
  private readonly readings = new WeakMap<object, Promise<Found<Value>>>()

  /**
   * @param name no other has.
   * @param read reads it as a whole; what comes of it depends on what is known and what is given alone.
   */
  constructor(
    readonly name: string,
    readonly read: (knowledge: Knowledge, ...given: Given) => Promise<Value>,
  ) {}

  /** The reading at a place, begun where there is none. */
  at(place: object, begin: () => Promise<Found<Value>>): Promise<Found<Value>> {
    const before = this.readings.get(place)
    if (before) return before
    const begun = begin()
    this.readings.set(place, begun)
    return begun
  }
}
