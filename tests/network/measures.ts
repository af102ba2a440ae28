/** Pairs of nodes by their numbers. */
export type Links = readonly (readonly [number, number])[]

/** Degree and betweenness of nodes by looking at every way between every two, over and over. */
export function brute(nodes: number, pairs: Links) {
  const numbers = Array.from({ length: nodes }, (_, number) => number)
  const isLinked = (one: number, other: number) =>
    one !== other && pairs.some(([from, to]) => (from === one && to === other) || (from === other && to === one))
  const links = numbers.flatMap((one) =>
    numbers.filter((other) => one < other && isLinked(one, other)).map((other): [number, number] => [one, other]),
  )
  const ways = (path: readonly number[], to: number): (readonly number[])[] =>
    path.at(-1) === to
      ? [path]
      : numbers
          .filter((next) => !path.includes(next) && isLinked(path.at(-1) ?? -1, next))
          .flatMap((next) => ways([...path, next], to))
  const shortest = (from: number, to: number) => {
    const all = ways([from], to)
    return all.filter(({ length }) => length === Math.min(...all.map((way) => way.length)))
  }
  const betweenness = numbers.map((node) => {
    const others = numbers.filter((other) => other !== node)
    const pairsOfOthers = others.flatMap((one) =>
      others.filter((other) => one < other).map((other) => [one, other] as const),
    )
    const shares = pairsOfOthers.map(([one, other]) => {
      const all = shortest(one, other)
      return all.length === 0 ? 0 : all.filter((way) => way.includes(node)).length / all.length
    })
    return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length
  })
  return { links, degrees: numbers.map((node) => numbers.filter((other) => isLinked(node, other)).length), betweenness }
}

/** Modularity by its definition (Newman and Girvan 2004): the share of links within communities beyond what chance gives. */
export function modularityOf(links: Links, communities: readonly number[]): number {
  if (links.length === 0) return 0
  return [...new Set(communities)].reduce((sum, community) => {
    const within = links.filter((link) => link.every((node) => communities[node] === community)).length
    const ends = links.flat().filter((node) => communities[node] === community).length
    return sum + within / links.length - (ends / (2 * links.length)) ** 2
  }, 0)
}
