import { type Browser, chromium } from 'playwright-core'
import { findChromium, webGlArguments } from '../tests/browser/chromium.js'
import { type Traced, traced } from '../tests/browser/traced.js'
import { startNorrgraph } from './norrgraph.js'

/** A network that the page is given, drawn at random but the same each time. */
export interface GeneratedNetwork {
  readonly nodes: number
  readonly edges: number
  /** How long the page is watched: until a worker has laid the network out, and what came of it is drawn. */
  readonly watchedMs: number
}

/** What a network took of the page. */
export interface ExplorerWork extends Traced {
  readonly network: GeneratedNetwork
  /** What it was doing. */
  readonly what: string
}

/**
 * What a network costs the page while it loads and lays out, and while a node is expanded. The server's answer is replaced
 * by a generated one, since the API gives 2 000 nodes at most.
 * @throws Error where there is no Chromium.
 */
export async function measureExplorer(networks: readonly GeneratedNetwork[]): Promise<ExplorerWork[]> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('Chromium is needed')
  const norrgraph = await startNorrgraph({ engine: 'embedded', path: null })
  const browser = await chromium.launch({ executablePath, args: webGlArguments })
  try {
    const work: ExplorerWork[] = []
    for (const network of networks) work.push(...(await measureNetwork(browser, norrgraph.address, network)))
    return work
  } finally {
    await browser.close()
    await norrgraph.stop()
  }
}

async function measureNetwork(browser: Browser, address: string, network: GeneratedNetwork): Promise<ExplorerWork[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('ExplorerNetwork(')) return route.continue()
    return route.fulfill({ json: { data: { neighbourhood: neighbourhoodOf(network) } } })
  })
  const loading = await traced(browser, page, async () => {
    await page.goto(`${address}/network?lang=en&of=node:0&limit=2000`)
    await page.locator('.node-list li').first().waitFor({ timeout: network.watchedMs })
    await page.waitForTimeout(network.watchedMs)
  })
  const expanding = await traced(browser, page, async () => {
    await page.locator('.node-list button').nth(1).click()
    await page.waitForTimeout(network.watchedMs)
  })
  await page.close()
  return [
    { network, what: 'load, lay out', ...loading },
    { network, what: 'expand a node', ...expanding },
  ]
}

/** A network of a few nodes with many neighbours and many with few, as the graph's own are. */
function neighbourhoodOf({ nodes, edges }: GeneratedNetwork) {
  const next = generator()
  // The square of a uniform number gathers the edges at the first nodes.
  const pairs = Array.from({ length: edges }, () => [Math.floor(next() ** 2 * nodes), Math.floor(next() * nodes)])
  return {
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: `node:${index}`,
      label: `Firm number ${index}`,
      kind: 'FIRM',
      degree: 10,
      tier: index === 0 ? 0 : 1,
    })),
    edges: pairs.map(([source, target], index) => ({
      id: `edge:${index}`,
      source: `node:${source}`,
      target: `node:${target}`,
      kind: 'SUPPLIES',
    })),
    truncated: true,
    hidden: [],
  }
}

/** Numbers of 0–1 by the linear congruence of Numerical Recipes: the same ones each time. */
function generator(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
