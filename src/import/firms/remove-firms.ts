import type { Knowledge } from '../../edition/knowledge.js'
import { firmId } from '../../firms/firm-statement.js'
import type { Graph } from '../../graph/graph.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { firmHoldings } from './firm-holdings.js'
import { sourcesNaming, statementsOfSource } from './firm-queries.js'
import type { Gone } from './holdings.js'
import { noteCorrected, sourceIdOf, sourceIsThere } from './import-source.js'

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
 * @throws RefusedError for what is no organisation number, and for a source that is not there or names none of them.
 */
export async function removeFirms(
  { graph, edition }: Knowledge<Graph>,
  kind: 'firms' | 'register',
  title: string,
  numbers: readonly string[],
  recordedAt: string,
): Promise<Removed> {
  const asked = [...new Set(numbers.map(numberOf))]
  const source = await sourceIdOf(graph, kind, title)
  if (!(await sourceIsThere(graph, source))) {
    throw new RefusedError('Nothing was removed: no list of that title was imported. Give --title as it was imported.')
  }
  const rows = await graph.read(statementsOfSource, { ids: asked.map(firmId), source })
  const gone = rows.map(({ id, statement }): Gone => ({ from: id, to: source, key: '', name: statement.name }))
  const unknown = asked.filter((number) => gone.every(({ from }) => from !== firmId(number)))
  if (gone.length === 0) throw new RefusedError('Nothing was removed: the source names none of these firms.')
  await graph.transaction(async (transaction) => {
    await firmHoldings(source, edition.sizeRule).remove(transaction, gone, recordedAt)
    await transaction.write(noteCorrected, { source })
  })
  const naming = await graph.read(sourcesNaming, { ids: gone.map(({ from }) => from) })
  return { source, removed: gone.length, stillNamedBy: naming.map(({ title: named }) => named), unknown }
}

function numberOf(text: string): string {
  const read = readOrganisationNumber(text)
  if (read.kind === 'NUMBER') return read.number
  throw new RefusedError('Nothing was removed: --remove takes organisation numbers of ten digits.')
}
