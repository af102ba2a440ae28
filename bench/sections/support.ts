import type { Engine } from '#built/graph/graph.js'
import { ofSupport } from '../kept-questions.js'
import { table } from '../markdown.js'
import { measureSingles } from '../measure-kept.js'
import { checkoutBefore, ownCheckout } from '../norrgraph.js'
import { unavailable } from '../register-graphs.js'
import { singleCells } from './kept.js'

/** What questions of who helps take, beside the commit before. */
export async function support(folder: string, engine: Engine, firms: number): Promise<string[]> {
  const title = `## Who helps, ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  console.log(`Who helps, ${engine}, ${firms} firms …`)
  const before = checkoutBefore()
  const checkouts = [ownCheckout, ...(before ? [before] : [])] as const
  const singles = await measureSingles(folder, engine, checkouts, firms, ofSupport(firms))
  return [
    title,
    `One question of one client at a time, each otherwise than before it, after the first of a generation: medians in ms. Each commit
has its own seed, and so its own actors and offers.`,
    table(['question', 'ms', 'before', 'ratio'], singles.map(singleCells)),
  ]
}
