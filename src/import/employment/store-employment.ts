import { z } from 'zod'
import { localEditor, type Viewer } from '../../accounts/viewer.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { Graph, GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { countsProperties, employmentProperties } from '../../spillover/employment/employment-elements.js'
import type { EmploymentTable } from '../../spillover/employment/employment-table.js'
import { applyChanges } from '../../writing/changes/apply.js'
import { readTies, tieName } from '../../writing/changes/apply-ties.js'
import { FileChange } from '../../writing/changes/file-change.js'
import type { EntityChange, Life, Piece, TieIdentity } from '../../writing/changes/piece.js'
import type { Statement, TieStatement } from '../../writing/statements/statement.js'
import { type EntityState, readStates } from '../../writing/statements/states.js'

const countiesOf = query<{ employment: string }>()(
  'counties of which employment tells',
  z.object({ county: z.string() }),
  `MATCH (:EmploymentTable {id: $employment})-[:COUNTS]->(county:County)
   RETURN county.id AS county ORDER BY county`,
)

const formerEmployment = query<{ employment: string }>()(
  'employment that was taken out',
  z.object({ id: z.string() }),
  'MATCH (former:Former {id: $employment}) RETURN former.id AS id',
)

/**
 * Stores the employment of a user's file in the place of what was there under its id, as one change, with a source made of
 * what it says of itself; says whether one was there.
 * @throws RefusedError for an id of the region's folder, whose next edition would take it back.
 */
export async function storeEmployment(
  { graph, edition }: Knowledge<Graph>,
  table: EmploymentTable,
  recordedAt: string,
  viewer: Pick<Viewer, 'name'> = localEditor,
): Promise<{ readonly replaced: boolean }> {
  const { id } = table
  const source = `source:${id.replace(':', '-')}`
  const [there] = [...(await readStates(graph, [id])).values()]
  requireOwn(id, there)
  const counts = { added: there ? 0 : 1, changed: there ? 1 : 0, gone: 0 }
  const about = { at: recordedAt, operation: 'IMPORT', entity: id, for: null, by: viewer.name, source, counts } as const
  await new FileChange(graph, about).batch(async (transaction) => {
    const states = await readStates(transaction, [id, source])
    requireOwn(id, states.get(id))
    const changes = await changesFor(transaction, { table, source, recordedAt, states })
    return { changed: await applyChanges(transaction, changes, edition.sizeRule, states), made: [] }
  })
  return { replaced: there !== undefined }
}

function requireOwn(id: string, there: EntityState | undefined): void {
  if (!there?.statements.some(({ isSeeded }) => isSeeded)) return
  throw new RefusedError(`${id} is of the region's folder: give yours another --id.`)
}

interface Storing {
  readonly table: EmploymentTable
  /** Id of the source. */
  readonly source: string
  readonly recordedAt: string
  readonly states: ReadonlyMap<string, EntityState>
}

async function changesFor(transaction: GraphTransaction, storing: Storing): Promise<EntityChange[]> {
  const { table, source, recordedAt, states } = storing
  const { id, title, publisher, edition, year } = table
  const said = { source, locator: edition, recordedAt, isSeeded: false, emptied: [] }
  const ofSource: Statement = {
    ...{ ...said, asOf: null, confirmedOn: null },
    values: { title, nameSv: title, publisher, year, kind: 'STATISTICS' },
  }
  const ofTable: Statement = {
    ...{ ...said, asOf: null, confirmedOn: null },
    values: { ...employmentProperties(table), nameSv: title },
  }
  const isFormer = (await transaction.read(formerEmployment, { employment: id })).length > 0
  return [
    { entity: source, label: 'Source', pieces: saying(source, 'Source', states.get(source), ofSource, 'NONE') },
    {
      ...{ entity: id, label: 'EmploymentTable' },
      pieces: [
        ...saying(id, 'EmploymentTable', states.get(id), ofTable, isFormer ? 'FORMER' : 'NONE'),
        ...(await tiePieces(transaction, table, (values) => ({ ...said, values }))),
      ],
    },
  ]
}

/** What is said of an entity in the place of all that was. */
function saying(
  entity: string,
  label: 'Source' | 'EmploymentTable',
  state: EntityState | undefined,
  after: Statement,
  absent: Life,
): Piece[] {
  const [before = null, ...others] = state?.statements ?? []
  const life = { of: 'LIFE', entity, label, before: absent, after: 'ENTITY', now: null } as const
  return [
    ...(state ? [] : [life]),
    { of: 'STATEMENT', entity, before, after },
    ...others.map((each): Piece => ({ of: 'STATEMENT', entity, before: each, after: null })),
  ]
}

async function tiePieces(
  transaction: GraphTransaction,
  { id, counties }: EmploymentTable,
  said: (values: TieStatement['values']) => TieStatement,
): Promise<Piece[]> {
  const told = new Map(counties.map((each) => [each.county, said(countsProperties(each))]))
  const before = (await transaction.read(countiesOf, { employment: id })).map(({ county }) => county)
  const ties = [...new Set([...before, ...told.keys()])].map(
    (to): TieIdentity => ({ type: 'COUNTS', from: id, to, key: '' }),
  )
  const standing = await readTies(transaction, ties)
  return ties.map((tie) => {
    const [was = null] = standing.get(tieName(tie)) ?? []
    return { of: 'TIE', ...tie, before: was, after: told.get(tie.to) ?? null }
  })
}
