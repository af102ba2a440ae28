import type { Graph } from '../../graph/graph.js'
import type { ReadFile } from '../readers/text-file.js'
import { firmHoldings } from './firm-holdings.js'
import type { FirmStatement } from './firm-statement.js'
import type { ImportSource } from './import-source.js'
import { NumberSet } from './number-set.js'
import { type Import, type Outcome, type PublishOptions, publish } from './publish.js'

/**
 * Brings the firms of a file into the graph as what its source says of them.
 * @throws RefusedError for a file without a row to take, or that would take much away.
 */
export const publishFirms = (
  graph: Graph,
  source: ImportSource,
  { path, bytes }: ReadFile,
  readings: Import<FirmStatement>['readings'],
  options: PublishOptions,
): Promise<Outcome> =>
  publish(
    graph,
    {
      ...{ source, holdings: firmHoldings(source.id), seen: () => new NumberSet(), readings, bytes },
      list: (refused) => refused.write(path),
    },
    options,
  )
