import type { Edition } from '../../edition/edition.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { Graph } from '../../graph/graph.js'
import { type Redirects, readRedirects } from '../../graph/redirects.js'
import { RefusedError } from '../../kernel/refused-error.js'
import type { Delimiter } from '../readers/delimited-line.js'
import type { ReadFile } from '../readers/text-file.js'
import { firmHoldings } from './firm-holdings.js'
import { syntheticFirm } from './firm-queries.js'
import type { FirmStatement } from './firm-statement.js'
import type { ImportSource } from './import-source.js'
import { NumberSet } from './number-set.js'
import { type Import, type Outcome, type PublishOptions, publish } from './publish.js'

/** How a file of firms is read, and what that depends on beside it. */
export interface FirmReading {
  readonly file: ReadFile
  /** What parts its cells; null in a workbook. */
  readonly delimiter: Delimiter | null
  readonly readings: Import<FirmStatement>['readings']
  readonly readAs: string
}

/** @throws RefusedError on a graph that holds the firms of a demo, which would stand among real ones in every answer. */
export async function requireNoDemo(graph: Graph): Promise<void> {
  if ((await graph.read(syntheticFirm, {})).length === 0) return
  throw new RefusedError(
    'Nothing was imported: this graph holds the synthetic firms of a demo. Take them away with npx norrgraph demo --remove, or set NORRGRAPH_DATA to another folder.',
  )
}

/** What a file of firms is, before it is read. */
export const firmsFrom = (
  source: ImportSource,
  readAs: string,
  { sizeRule: rule }: Pick<Edition, 'sizeRule'>,
  { update }: PublishOptions,
  merged: Redirects = new Map(),
) => ({
  source,
  readAs,
  holdings: firmHoldings({ source: source.id, rule, scope: update ? 'CORRECTIONS' : 'WHOLE', merged }),
})

/**
 * Brings the firms of a file into the graph as what its source says of them.
 * @throws RefusedError for a file without a row to take, or that would take much away.
 */
export async function publishFirms(
  { graph, edition }: Knowledge<Graph>,
  source: ImportSource,
  { file: { path, bytes }, delimiter, readings, readAs }: FirmReading,
  options: PublishOptions,
): Promise<Outcome> {
  const merged = await readRedirects(graph)
  return publish(
    { graph, edition },
    {
      ...firmsFrom(source, readAs, edition, options, merged),
      ...{ seen: () => new NumberSet(), readings, bytes },
      list: (refused) => refused.write(path, delimiter),
    },
    options,
  )
}
