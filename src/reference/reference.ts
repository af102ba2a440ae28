import { serialize } from 'node:v8'
import type { Edition } from '../edition/edition.js'
import type { Knowledge } from '../edition/knowledge.js'
import type { Graph, GraphReader } from '../graph/graph.js'
import { unlessAborted } from '../kernel/unless-aborted.js'
import { GenerationStore } from './generation-store.js'
import type { Found, Kept } from './kept.js'

const MOST_BYTES = 64_000_000
/** Objects take some times as much memory as they take written down. */
const BYTES_A_WRITTEN_BYTE = 4
/** How often what is read together is read again where the graph changed in between. */
const TRIES = 3

type Source = Pick<Graph, 'generation' | 'snapshot'>

/** Something kept, with what it is read by. */
export type ReadKept = <Value, Given extends readonly unknown[]>(
  kept: Kept<Value, Given>,
  ...given: Given
) => Promise<Value>

/**
 * Keeps what many questions read of a graph, of one generation at a time: what is kept of another is never used. Who asks
 * for what is being read waits for it, so that it is read once.
 */
export class References {
  private readonly places: GenerationStore<object>

  constructor(
    readonly graph: Source,
    readonly edition: Edition,
    bytes = MOST_BYTES,
  ) {
    this.places = new GenerationStore(bytes)
  }

  /** @param generation the earliest that will do. */
  find<Value, Given extends readonly unknown[]>(
    kept: Kept<Value, Given>,
    given: Given,
    generation: number,
  ): Promise<Found<Value>> {
    const key = JSON.stringify([kept.name, ...given])
    const place = this.places.get(generation, key) ?? {}
    return kept.at(place, () => {
      this.places.set(this.places.reach(generation), key, place, 1)
      return this.read((knowledge) => kept.read(knowledge, ...given), key, place)
    })
  }

  private async read<Value>(
    read: (knowledge: Knowledge) => Promise<Value>,
    key: string,
    place: object,
  ): Promise<Found<Value>> {
    try {
      const found = await this.graph.snapshot(async (graph, generation) => ({
        value: await read({ graph, edition: this.edition }),
        generation,
      }))
      this.places.set(found.generation, key, place, sizeOf(found.value))
      return found
    } catch (error) {
      this.places.forget(key, place)
      throw error
    }
  }
}

const sizeOf = (value: unknown): number => BYTES_A_WRITTEN_BYTE * serialize(value).byteLength

/** What is kept, as one request sees it: as the graph was when it first asked, or later. */
export class Reference {
  private generation: Promise<number> | null

  /**
   * @param signal aborted when nobody waits any more; what is being read is read to its end for others.
   * @param generation of the graph when the request came; asked for when it is first needed, where it is not known.
   */
  constructor(
    private readonly references: References,
    private readonly signal?: AbortSignal,
    generation: number | null = null,
  ) {
    this.generation = generation === null ? null : Promise.resolve(generation)
  }

  /** Something kept, read where it is not. */
  async of<Value, Given extends readonly unknown[]>(kept: Kept<Value, Given>, ...given: Given): Promise<Value> {
    return (await this.find(kept, given)).value
  }

  /**
   * Runs `work` on what is kept of one generation; again where the graph changes meanwhile, so that it must have no other
   * effects.
   */
  async together<Result>(work: (of: ReadKept) => Promise<Result>): Promise<Result> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const generations = new Set<number>()
      const result = await work(async (kept, ...given) => {
        const { value, generation } = await this.find(kept, given)
        generations.add(generation)
        return value
      })
      if (generations.size <= 1) return result
    }
    const { graph: source, edition } = this.references
    return source.snapshot((graph) => work((kept, ...given) => kept.read({ graph, edition }, ...given)))
  }

  private async find<Value, Given extends readonly unknown[]>(
    kept: Kept<Value, Given>,
    given: Given,
  ): Promise<Found<Value>> {
    this.generation ??= this.references.graph.generation()
    const found = this.references.find(kept, given, await this.generation)
    return this.signal ? unlessAborted(found, this.signal) : found
  }
}

/** What a question is asked of, with what is kept of it. */
export interface KeptKnowledge<Reader extends GraphReader = GraphReader> extends Knowledge<Reader> {
  readonly reference: Reference
}

/** The same for one command or test alone. */
export const keptKnowledge = (graph: Graph, edition: Edition): KeptKnowledge<Graph> => ({
  graph,
  edition,
  reference: new Reference(new References(graph, edition)),
})
