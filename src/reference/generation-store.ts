import { LRUCache } from 'lru-cache'

/**
 * Holds what is of one generation of the graph, bounded in bytes: what was asked for longest ago goes first, and all of it
 * once a later generation is known.
 */
export class GenerationStore<Value extends object> {
  private generation = -1
  private readonly held: LRUCache<string, Value>

  constructor(bytes: number) {
    this.held = new LRUCache({ maxSize: bytes })
  }

  /** Tells that the graph has come to a generation, and returns the one that is held: this one, or a later one. */
  reach(generation: number): number {
    if (generation > this.generation) {
      this.generation = generation
      this.held.clear()
    }
    return this.generation
  }

  /** What is held of a generation, or of a later one where that is known. */
  get(generation: number, key: string): Value | undefined {
    this.reach(generation)
    return this.held.get(key)
  }

  /** Holds a value of a generation, where no later one is known and it is not larger than all there is room for. */
  set(generation: number, key: string, value: Value, bytes: number): void {
    if (this.reach(generation) !== generation) return
    // Of what is set again the size would not be taken.
    this.held.delete(key)
    this.held.set(key, value, { size: bytes })
  }

  /** Lets a value go, where it is still held. */
  forget(key: string, value: Value): void {
    if (this.held.peek(key) === value) this.held.delete(key)
  }
}
