/** How long a portion of work may take: the page answers between two of them. */
const PORTION_MILLISECONDS = 20

/**
 * Does something with each of many, and lets the page answer in between.
 * @returns whether all were done; false where `signal` ended it.
 */
export async function inPortions<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let end = performance.now() + PORTION_MILLISECONDS
  for (const [index, item] of items.entries()) {
    if (performance.now() > end) {
      await new Promise((resolve) => setTimeout(resolve))
      end = performance.now() + PORTION_MILLISECONDS
    }
    if (signal.aborted) return false
    work(item, index)
  }
  return !signal.aborted
}
