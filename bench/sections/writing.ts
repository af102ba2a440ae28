import type { Engine } from '#built/graph/graph.js'
import { judged, mannerOfJudging, ratio, table, timedCells } from '../markdown.js'
import { measureWriting } from '../measure-writing.js'
import type { RegisterGraphs } from '../register-graphs.js'
import { unavailable } from '../register-graphs.js'

/** So many firms does the smaller graph have. */
const FEW = 1_000

/** What one write takes, on a small graph and on a large one, beside its bare statements. */
export async function writing(graphs: RegisterGraphs, engine: Engine, firms: number): Promise<string[]> {
  const title = `## One write, ${FEW} and ${firms} firms, ${engine === 'neo4j' ? 'Neo4j' : 'embedded'}`
  const missing = await unavailable(engine)
  if (missing !== null) return [title, `Not measured: ${missing}.`]
  console.log(`Writing, ${engine} …`)
  const [few, many] = [await graphs.filled(engine, FEW), await graphs.filled(engine, firms)]
  const { small, large, bare, renamed, offerSmall, offerLarge } = await measureWriting(few.norrgraph, many.norrgraph)
  return [
    title,
    `A draft is published: checked, folded, stored with its change, in one transaction; ms. Bare: the firm's node and its statement set
in a transaction of this program, without a look at anything else. ${mannerOfJudging}`,
    table(
      ['what', 'times', 'p50', 'p95'],
      [
        timedCells(`a firm's employees, ${FEW} firms`, small),
        timedCells(`a firm's employees, ${firms} firms`, large),
        timedCells(`the bare statements, ${firms} firms`, bare),
        timedCells(`a firm's name, ${firms} firms`, renamed),
        timedCells(`an offer's terms, ${FEW} firms`, offerSmall),
        timedCells(`an offer's terms, ${firms} firms`, offerLarge),
      ],
    ),
    table(
      ['ratio', 'is'],
      [
        ['a firm of the large graph to one of the small', judged(ratio(large, small), 1.5)],
        ['an offer of the large graph to one of the small', judged(ratio(offerLarge, offerSmall), 1.5)],
        ['a write to its bare statements', judged(ratio(large, bare), 3)],
      ],
    ),
  ]
}
