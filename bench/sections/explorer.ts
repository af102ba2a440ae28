import { findChromium } from '../../tests/browser/chromium.js'
import { judged, table } from '../markdown.js'
import { type ExplorerWork, type GeneratedNetwork, measureExplorer } from '../measure-explorer.js'

/** For how long the page's own work may keep it from answering while it shows what it is made for, in ms. */
const LONGEST_TASK = 100
/** The most that the page asks the server for. */
const MOST_NODES = 2_000

const networks: readonly GeneratedNetwork[] = [
  { nodes: MOST_NODES, edges: 10_000, watchedMs: 10_000 },
  { nodes: 10_000, edges: 50_000, watchedMs: 40_000 },
]

/** What a network costs the page that draws it. */
export async function explorer(): Promise<string[]> {
  console.log('The explorer’s network …')
  const heading = '## The explorer’s network'
  if (findChromium() === null) return [heading, 'Not run: there is no Chromium.']
  return [
    heading,
    `Generated networks in Chromium without a graphics card, by the clocks of the threads: of the page itself (script,
style and layout) and of the one that takes its drawing, in software. The page shows ${MOST_NODES} nodes at most; the larger
network is given to it in the server's place. The layout runs in a worker and is in neither.`.replaceAll('\n', ' '),
    table(
      ['nodes', 'edges', 'what', 'longest task ms', 'page ms', 'drawing ms'],
      (await measureExplorer(networks)).map(cells),
    ),
  ]
}

const cells = ({ network: { nodes, edges }, what, longestTaskMs, scriptMs, drawingMs }: ExplorerWork): string[] => [
  String(nodes),
  String(edges),
  what,
  judged(longestTaskMs, nodes > MOST_NODES ? null : LONGEST_TASK),
  scriptMs.toFixed(0),
  drawingMs.toFixed(0),
]
