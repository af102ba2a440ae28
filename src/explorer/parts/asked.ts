import { type Address, useAddress } from '../address.js'
import { useLang } from '../language/language.js'
import { useRegion } from '../region.js'

/** Which views may have a worked example in the region's folder. */
export type ExampleView = 'support' | 'spillover' | 'network' | 'suppliers'

/** What a view is asked. */
export interface Asked {
  /** The view's own address, which a form shows and sets. */
  readonly own: Address
  /** What the answer is of: the same, or where that asks nothing, the region's worked example. */
  readonly asked: Address
  /** What the example is called where the answer is of one, else null. */
  readonly example: string | null
}

/**
 * What a view is asked: its own address, or the region's worked example where that says nothing.
 * @param names what the view reads of an address; any of them there is a question of one's own.
 */
export function useAsked(view: ExampleView, names: readonly string[]): Asked {
  const own = useAddress()
  const lang = useLang()
  const example = useRegion().examples[view]
  const name = example?.name[lang]
  if (example === undefined || name === undefined || names.some((each) => own.get(each) !== null)) {
    return { own, asked: own, example: null }
  }
  const get = (each: string) => own.get(each) ?? example.asks[each] ?? null
  return { own, asked: { ...own, get, list: (each) => get(each)?.split(',') ?? [] }, example: name }
}
