import { grouped } from '../kernel/grouped.js'

/** That a supplier supplies a buyer. */
export interface SupplyLink {
  readonly supplier: string
  readonly buyer: string
}

/** A supplier without which others no longer reach the one at the end of the chain. */
export interface BranchCarrier {
  readonly firm: string
  /** How many firms reach the end only through it. */
  readonly firms: number
}

/**
 * The suppliers that alone carry a branch: those that every way from some other supplier to the end of the chain goes
 * through (its dominators; Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", 2001).
 * @param end the buyer at the end of the chain.
 * @returns those that carry any, most firms first, then by id.
 */
export function branchCarriers(end: string, links: readonly SupplyLink[]): BranchCarrier[] {
  const order = inPostOrder(end, links)
  const carried = new Map<string, number>()
  const dominators = immediateDominators(end, order, links)
  // In post-order all that a firm carries come before it.
  for (const firm of order) {
    const dominator = dominators.get(firm)
    if (dominator === undefined || firm === end) continue
    carried.set(dominator, (carried.get(dominator) ?? 0) + (carried.get(firm) ?? 0) + 1)
  }
  return [...carried]
    .filter(([firm]) => firm !== end)
    .map(([firm, firms]) => ({ firm, firms }))
    .toSorted((left, right) => right.firms - left.firms || (left.firm < right.firm ? -1 : 1))
}

/** Everyone that reaches the end, each after all that are first reached through it; the end comes last. */
function inPostOrder(end: string, links: readonly SupplyLink[]): string[] {
  const suppliers = grouped(links, ({ buyer }) => buyer)
  const order: string[] = []
  const seen = new Set([end])
  const path = [{ node: end, next: suppliers.get(end)?.values() }]
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const supplier = top.next?.next().value?.supplier
    if (supplier === undefined) {
      order.push(top.node)
      path.pop()
    } else if (!seen.has(supplier)) {
      seen.add(supplier)
      path.push({ node: supplier, next: suppliers.get(supplier)?.values() })
    }
  }
  return order
}

function immediateDominators(
  end: string,
  order: readonly string[],
  links: readonly SupplyLink[],
): ReadonlyMap<string, string> {
  const buyers = grouped(links, ({ supplier }) => supplier)
  const place = new Map(order.map((node, index) => [node, index]))
  const dominators = new Map([[end, end]])

  /** The nearest that both of two nodes only get through. */
  function common(one: string, other: string): string {
    let [left, right] = [one, other]
    while (left !== right) {
      if ((place.get(left) ?? 0) < (place.get(right) ?? 0)) left = dominators.get(left) ?? end
      else right = dominators.get(right) ?? end
    }
    return left
  }

  for (let changed = true; changed; ) {
    changed = false
    for (const node of order.toReversed()) {
      if (node === end) continue
      const known = (buyers.get(node) ?? []).map(({ buyer }) => buyer).filter((buyer) => dominators.has(buyer))
      const [first, ...others] = known
      if (first === undefined) continue
      const dominator = others.reduce(common, first)
      changed ||= dominators.get(node) !== dominator
      dominators.set(node, dominator)
    }
  }
  return dominators
}
