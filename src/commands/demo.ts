import { Command, InvalidArgumentError } from 'commander'
import { fillWithDemo, removeDemo } from '../demo/demo.js'
import { progressBar } from '../kernel/progress.js'
import { withGraph } from './with-graph.js'

const MOST_FIRMS = 1_000_000

interface DemoOptions {
  readonly firms: number
  readonly seed: number
  readonly force?: boolean
  readonly remove?: boolean
}

/** `norrgraph demo`: a region of firms that do not exist, to try questions on. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description('fill the graph with synthetic firms, marked as such, in the place of those of an earlier demo')
    .option('--firms <count>', 'how many', wholeNumber(1, MOST_FIRMS), 1_000)
    .option('--seed <number>', 'the same number gives the same firms', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--force', 'also into a graph that holds real firms')
    .option('--remove', 'only take the synthetic firms away')
    .action(({ firms, seed, force = false, remove = false }: DemoOptions) =>
      withGraph(async (graph, edition) => {
        if (remove) return console.log(`Took ${await removeDemo(graph)} synthetic firms away.`)
        const made = await fillWithDemo({ graph, edition }, { firms, seed, force }, progressBar('Writing'))
        console.log(`Wrote ${made.firms} synthetic firms and ${made.relationships} relationships (seed ${seed}).`)
      }),
    )

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} is asked for`)
  }
