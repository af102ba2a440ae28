/** Which nodes are known to be one step apart. */
export class Steps {
  private readonly neighbours = new Map<string, Set<string>>()

  /** Adds a step that can be taken both ways. */
  add(from: string, to: string): void {
    if (from === to) return
    this.toward(from).add(to)
    this.toward(to).add(from)
  }

  /** What is one step away from a node, as far as it is known. */
  from(node: string): ReadonlySet<string> {
    return this.toward(node)
  }

  private toward(node: string): Set<string> {
    const known = this.neighbours.get(node)
    if (known) return known
    const made = new Set<string>()
    this.neighbours.set(node, made)
    return made
  }
}

/** Gives up when it has looked at too many nodes. */
export class StepsExceeded extends Error {}

/**
 * The first paths of exactly `length` steps, by the ids of their nodes in order; no node comes twice on one.
 * @param mostLooks how many nodes are looked at before it is given up.
 * @throws StepsExceeded
 */
export function pathsOfLength(
  steps: Steps,
  [from, to]: readonly [string, string],
  length: number,
  most: number,
  mostLooks: number,
): string[][] {
  const reaching = walksBack(steps, to, length)
  const found: string[][] = []
  const path = [from]
  let looks = 0
  const follow = (node: string): void => {
    const left = length - path.length
    for (const next of [...steps.from(node)].toSorted()) {
      if (found.length >= most) return
      if (!reaching[left]?.has(next) || path.includes(next) || (next === to && left > 0)) continue
      looks += 1
      if (looks > mostLooks) throw new StepsExceeded()
      path.push(next)
      if (left === 0) found.push([...path])
      else follow(next)
      path.pop()
    }
  }
  follow(from)
  return found
}

/** For each number of steps up to a length, the nodes from which so many can lead to `to`. */
function walksBack(steps: Steps, to: string, length: number): ReadonlySet<string>[] {
  const reaching: Set<string>[] = [new Set([to])]
  for (let count = 1; count < length; count += 1) {
    reaching.push(new Set([...(reaching[count - 1] ?? [])].flatMap((node) => [...steps.from(node)])))
  }
  return reaching
}
