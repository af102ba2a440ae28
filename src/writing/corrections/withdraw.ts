import { z } from 'zod'
import { may } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { BadUserInputError, ForbiddenError } from '../../kernel/input-errors.js'
import { changeOperations } from '../changes/operation.js'
import { requireRevision } from '../publishing/plan-draft.js'
import { type Published, type Writer, writeChange } from '../publishing/write-change.js'
import { readStanding, type Standing, takenOut } from './take-out.js'

/** What somebody takes out, and why. */
export interface AskedWithdrawal {
  readonly id: string
  readonly revision: number
  readonly reason: string | null
}

/** So long may its author take out what was entered by mistake. */
const HOURS_OF_AUTHOR = 24

/** What made an entity and changed it. */
const operationsOn = query<{ ids: readonly string[] }>()(
  'operations on entities',
  z.object({
    entity: z.string(),
    operation: z.enum(changeOperations),
    number: z.number(),
    at: z.string(),
    account: z.string().nullable(),
    source: z.string().nullable(),
  }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})<-[:CHANGED]-(change:Change)
   RETURN entity.id AS entity, change.operation AS operation, change.number AS number, change.at AS at,
     change.by AS account, change.source AS source`,
)

/** Phases of ventures: what is a part of something goes with it. */
const partsOf = query<{ id: string }>()(
  'parts of an entity',
  z.object({ id: z.string() }),
  'MATCH (venture:Establishment {id: $id})-[:HAS_PHASE]->(phase:Phase) RETURN phase.id AS id',
)

/** Relationships of stored runs, which rest on what there was when they were calculated. */
const ofRuns: ReadonlySet<string> = new Set(['HAS_RUN', 'USES_TABLE', 'INCLUDES', 'SPILLS_OVER'])

/**
 * Takes out what was entered by mistake, with all that is said of it and all its relationships, in one transaction. Its
 * history stays, and taking the change back brings it back.
 * @throws NotFoundError; BadUserInputError for what was not entered here, or what a stored run rests on; ForbiddenError for
 * who is neither an editor nor its author within a day, or may not publish about it; ConflictError where it is of another revision.
 */
export function withdraw(writer: Writer, { id, revision, reason }: AskedWithdrawal): Promise<Published> {
  return writeChange(writer, async (transaction, { at }) => {
    const parts = await transaction.read(partsOf, { id })
    const standing = await readStanding(transaction, [id, ...parts.map((part) => part.id)])
    const own = standing.states.get(id)
    if (own) await requireRevision(transaction, own, revision)
    const source = await requireEnteredHere(transaction, id, standing, { viewer: writer.viewer, at })
    requireNoRun(id, standing)
    return { operation: 'WITHDRAW', entity: id, changes: takenOut(standing), source, reason }
  })
}

/** @returns the source that it was entered by. */
async function requireEnteredHere(
  graph: GraphReader,
  id: string,
  { states }: Standing,
  { viewer, at }: { readonly viewer: Viewer; readonly at: string },
): Promise<string | null> {
  const rows = await graph.read(operationsOn, { ids: [...states.keys()] })
  for (const { id: each, statements } of states.values()) {
    const own = rows.filter(({ entity }) => entity === each).toSorted((left, right) => left.number - right.number)
    const isOfFile = own.some(({ operation }) => operation === 'IMPORT' || operation === 'SEED')
    // A venture's phases may have been entered by a change of it.
    const isEntered = own.some(({ operation }) => operation === 'CREATE') || (each !== id && own.length > 0)
    if (!isEntered || isOfFile || statements.some(({ isSeeded }) => isSeeded)) {
      throw new BadUserInputError(
        'input.id',
        `${each} comes from a list or the region’s folder, and was not entered here: say from when on it no longer holds instead`,
      )
    }
  }
  const made = rows
    .filter(({ entity, operation }) => entity === id && operation === 'CREATE')
    .toSorted((left, right) => right.number - left.number)[0]
  requireAuthor(viewer, made, at)
  return made?.source ?? null
}

/** What entered something: by which account, and when. */
interface Entered {
  readonly account: string | null
  readonly at: string
}

/**
 * Refuses that somebody takes out what others entered, or what was entered over a day ago: that is for editors.
 * @throws ForbiddenError
 */
export function requireAuthor(viewer: Viewer, made: Entered | undefined, at: string): void {
  const isAuthor = made?.account === viewer.name && Date.parse(at) - Date.parse(made.at) <= HOURS_OF_AUTHOR * 3_600_000
  if (may(viewer, 'PUBLISH_ALL') || isAuthor) return
  throw new ForbiddenError(
    'It takes the role EDITOR to take out what others entered, or what was entered over a day ago',
  )
}

function requireNoRun(id: string, { ties }: Standing): void {
  const run = [...ties.values()].flat().find(({ type }) => ofRuns.has(type))
  if (!run) return
  throw new BadUserInputError(
    'input.id',
    `${id} is part of what a stored run rests on: delete the run, or end ${id} instead`,
  )
}
