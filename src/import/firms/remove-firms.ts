import { localEditor, type Viewer } from '../../accounts/viewer.js'
import type { Knowledge } from '../../edition/knowledge.js'
import { firmId } from '../../firms/firm-statement.js'
import type { Graph } from '../../graph/graph.js'
import { idsNow } from '../../graph/redirects.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { firmHoldings } from './firm-holdings.js'
import { sourcesNaming, statementsOfSource } from './firm-queries.js'
import type { Gone } from './holdings.js'
import { noteCorrected, sourceIdOf, sourceIsThere } from './import-source.js'
import { changeOfSource } from './source-writer.js'

/** What was taken out of a source. */
export interface Removed {
  /** Id of the source. */
  readonly source: string
  readonly removed: number
  /** Titles of the sources by which firms that were taken out are in the graph all the same. */
  readonly stillNamedBy: readonly string[]
  /** Numbers of which the source says nothing. */
  readonly unknown: readonly string[]
}

/**
 * Takes firms out of a source, as if its file did not name them. What other sources say stays.
 * @param numbers as people write them.
 * @param viewer who takes them out; whoever works on the machine that holds the graph where nobody is named.
 * @throws RefusedError for what is no organisation number, and for a source that is not there or names none of them.
 */
export async function removeFirms(
  { graph, edition }: Knowledge<Graph>,
  kind: 'firms' | 'register',
  title: string,
  numbers: readonly string[],
  recordedAt: string,
  viewer: Viewer = localEditor,
): Promise<Removed> {
  const asked = [...new Set(numbers.map(numberOf))]
  const source = await sourceIdOf(graph, kind, title)
  if (!(await sourceIsThere(graph, source))) {
    throw new RefusedError('Nothing was removed: no list of that title was imported. Give --title as it was imported.')
  }
  const merged = await idsNow(graph, asked.map(firmId))
  const idOf = (number: string): string => merged.get(firmId(number)) ?? firmId(number)
  const rows = await graph.read(statementsOfSource, { ids: [...new Set(asked.map(idOf))], source })
  const gone = rows.map(({ id, statement }): Gone => ({ from: id, to: source, key: '', name: statement.name ?? id }))
  const unknown = asked.filter((number) => gone.every(({ from }) => from !== idOf(number)))
  if (gone.length === 0) throw new RefusedError('Nothing was removed: the source names none of these firms.')
  const { sizeRule: rule } = edition
  const change = changeOfSource(graph, source, { viewer, recordedAt })
  change.expect({ added: 0, changed: 0, gone: gone.length })
  await change.batch(async (transaction, id) => {
    const removed = await firmHoldings({ source, rule }).remove(transaction, id, gone, recordedAt)
    const corrected = await noteCorrected(transaction, source, recordedAt, rule)
    return { changed: [...removed.changed, ...corrected.changed], made: [] }
  })
  const naming = await graph.read(sourcesNaming, { ids: gone.map(({ from }) => from) })
  return { source, removed: gone.length, stillNamedBy: naming.map(({ title: named }) => named), unknown }
}

function numberOf(text: string): string {
  const read = readOrganisationNumber(text)
  if (read.kind === 'NUMBER') return read.number
  throw new RefusedError('Nothing was removed: --remove takes organisation numbers of ten digits.')
}
