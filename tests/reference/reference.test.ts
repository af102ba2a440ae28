import { describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { Kept } from '../../src/reference/kept.js'
import { Reference, References } from '../../src/reference/reference.js'
import { edition } from '../edition.js'

/** A graph of which only its generation is known; snapshots of it wait while they are held. */
class CountedGraph {
  generation = 1
  isHeld = false
  private waiting: (() => void)[] = []

  readonly graph: Pick<Graph, 'generation' | 'snapshot'> = {
    generation: async () => this.generation,
    snapshot: async (work) => {
      const { generation } = this
      if (this.isHeld) await new Promise<void>((resolve) => this.waiting.push(resolve))
      return work({ read: async () => [] }, generation)
    },
  }

  letGo(): void {
    for (const go of this.waiting.splice(0)) go()
  }
}

/** Something kept of such a graph, with the arguments that it was read for. */
function given() {
  const counted = new CountedGraph()
  const read: string[] = []
  const kept = new Kept('number', async (_, argument: string) => {
    read.push(argument)
    return { argument, generation: counted.generation }
  })
  const references = new References(counted.graph, edition)
  return { counted, read, kept, references, ask: () => new Reference(references) }
}

const soon = () => new Promise(setImmediate)

describe('what is kept', () => {
  it('is read once for each argument as long as the graph is the same', async () => {
    const { kept, read, ask } = given()
    const first = await ask().of(kept, 'a')
    expect(await ask().of(kept, 'a')).toBe(first)
    await ask().of(kept, 'b')
    await ask().of(kept, 'a')
    expect(read).toEqual(['a', 'b'])
  })

  it('is read once for all who ask while it is read', async () => {
    const { counted, kept, read, ask } = given()
    counted.isHeld = true
    const asked = [ask().of(kept, 'a'), ask().of(kept, 'a'), ask().of(kept, 'a')]
    await soon()
    counted.letGo()
    expect(new Set(await Promise.all(asked)).size).toBe(1)
    expect(read).toEqual(['a'])
  })

  it('is never given to who comes after the graph changed, even if it was being read by then', async () => {
    const { counted, kept, ask } = given()
    counted.isHeld = true
    const before = ask().of(kept, 'a')
    await soon()
    counted.isHeld = false
    counted.generation = 2
    const after = await ask().of(kept, 'a')
    expect(after.generation).toBe(2)
    counted.letGo()
    await before
    expect(await ask().of(kept, 'a')).toBe(after)
  })

  it('is of one generation where it is asked for together', async () => {
    const { counted, kept, ask } = given()
    const other = new Kept('other', async () => counted.generation)
    let changes = 2
    const [one, two] = await ask().together(async (of) => {
      const { generation } = await of(kept, 'a')
      if (changes > 0) counted.generation += 1
      changes -= 1
      return [generation, await of(other)]
    })
    expect(one).toBe(two)
  })

  it('is read again after it failed', async () => {
    const { ask } = given()
    let fails = true
    const failing = new Kept('failing', async () => {
      if (fails) throw new Error('of its own')
      return 'read'
    })
    await expect(ask().of(failing)).rejects.toThrow('of its own')
    fails = false
    expect(await ask().of(failing)).toBe('read')
  })

  it('is waited for no longer than the request, and read to its end for others', async () => {
    const { counted, kept, read, references, ask } = given()
    counted.isHeld = true
    const gone = new AbortController()
    const asked = new Reference(references, gone.signal).of(kept, 'a')
    await soon()
    gone.abort(new Error('gone away'))
    await expect(asked).rejects.toThrow('gone away')
    const other = ask().of(kept, 'a')
    await soon()
    counted.letGo()
    await other
    expect(read).toEqual(['a'])
  })

  it('takes no more memory than there is for it: what was asked for longest ago goes first', async () => {
    const { counted } = given()
    const read: string[] = []
    const large = new Kept('large', async (_, argument: string) => {
      read.push(argument)
      return 'x'.repeat(1_000)
    })
    const references = new References(counted.graph, edition, 10_000)
    for (const argument of ['a', 'b', 'c', 'c', 'b', 'a']) await new Reference(references).of(large, argument)
    expect(read).toEqual(['a', 'b', 'c', 'a'])
    const huge = new Kept('huge', async () => 'x'.repeat(100_000))
    expect(await new Reference(references).of(huge)).toHaveLength(100_000)
  })
})
