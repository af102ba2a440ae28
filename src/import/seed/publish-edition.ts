import { z } from 'zod'
import type { Edition } from '../../edition/edition.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { countOfNodes } from '../../graph/graph-state.js'
import { query } from '../../graph/query.js'
import { writeElements } from '../../graph/write-elements.js'
import { applyChanges } from '../../writing/changes/apply.js'
import { relationshipOf } from '../../writing/changes/apply-ties.js'
import { lastChangeNumber } from '../../writing/changes/change-queries.js'
import type { Life, Piece, TiePiece } from '../../writing/changes/piece.js'
import { type Recorded, recordChange, recordChanged } from '../../writing/changes/record.js'
import { newAttempt } from '../../writing/publishing/write-change.js'
import { shownEntity } from '../../writing/statements/fold.js'
import { writeTable } from '../input-output/store-table.js'
import type { RegionFolder } from '../region/survey-region.js'
import { markSeeded } from './adopt.js'
import { changesOfDropped } from './dropped.js'
import { Formers } from './former.js'
import { planEdition } from './plan-edition.js'
import { type Said, saidIn, tellingEnd } from './said.js'
import { readStanding } from './standing.js'

const counted = z.object({ count: z.number() })

/** So many entities of a change are recorded in one statement. */
const ENTITIES_A_STATEMENT = 500

/** Takes away what earlier editions said of tables, and this one, which wrote all of its own anew, does not. */
const forgetEarlierTables = query<{ earlier: readonly string[] }>()(
  'forget what earlier editions of the seed said of tables',
  counted,
  `MATCH (:Entity)-[figure]->(:Entity)
   WHERE figure.recordedAt IN $earlier AND figure.seeded IS NULL AND
     type(figure) IN ['HAS_INDUSTRY', 'INPUT_TO', 'CORRESPONDS_TO']
   DELETE figure
   RETURN count(*) AS count`,
)

/** Takes away tables and industries of earlier editions that nothing is related to any more. */
const forgetEarlierIndustries = query<{ earlier: readonly string[] }>()(
  'forget tables of earlier editions of the seed',
  counted,
  `MATCH (node:Entity)
   WHERE node.recordedAt IN $earlier AND (node.entityKind = 'INPUT_OUTPUT_TABLE' OR node.level = 'INDUSTRY') AND
     NOT EXISTS { (node)--(:Entity) }
   DETACH DELETE node
   RETURN count(*) AS count`,
)

/** Whether a graph is of a program that made no difference between what the region's folder says and what people do. */
export async function isUnmarked(graph: Pick<GraphTransaction, 'read'>): Promise<boolean> {
  const [changes] = await graph.read(lastChangeNumber, {})
  return (changes?.last ?? 0) === 0
}

/**
 * Marks what the region's folder said in a graph of such a program, and begins the history of what it says.
 * @param times when the editions were recorded that it may hold.
 */
export async function beginHistory(
  transaction: GraphTransaction,
  edition: Pick<Edition, 'id'>,
  version: number,
  times: readonly string[],
): Promise<void> {
  const said = await markSeeded(transaction, times)
  await record(transaction, reasonOf(edition, version), firstRevisions(said))
}

/**
 * Brings what a graph holds of a region's folder to what the folder says: nothing that people wrote is taken back, and
 * nothing written that is so already.
 */
export async function publishEdition(
  transaction: GraphTransaction,
  { seed, tables }: Pick<RegionFolder, 'seed' | 'tables'>,
  edition: Edition,
): Promise<void> {
  const said = saidIn(seed.elements, edition.sizeRule)
  const reason = reasonOf(edition, seed.version)
  const [there] = await transaction.read(countOfNodes, {})
  if (there?.count === 0) {
    await writeFirst(transaction, said, edition)
    for (const { table, provenance } of tables) await writeTable(transaction, table, provenance, edition)
    await record(transaction, reason, firstRevisions(said))
    return
  }
  await record(transaction, reason, await writeLater(transaction, said, { seed, tables }, edition))
}

const reasonOf = ({ id }: Pick<Edition, 'id'>, version: number): string => `${id} ${version}`

/** Into a graph that holds nothing. */
async function writeFirst(transaction: GraphTransaction, said: Said, { sizeRule }: Edition): Promise<void> {
  const nodes = [...said.entities.values()].map(({ entity, label, statements }) => {
    const { provenance, properties } = shownEntity(label, entity, statements, sizeRule)
    return { label, id: entity, provenance, properties: { ...properties, seeded: true, revision: 1 } }
  })
  const relationships = [...said.ties.values()].map(({ tie, statements }) => relationshipOf(tie, statements))
  await writeElements(transaction, { nodes, relationships })
}

/** What the first edition in a graph did. */
function firstRevisions({ entities, ties }: Said): Recorded[] {
  const told = new Map<string, TiePiece[]>()
  for (const { tie, statements } of ties.values()) {
    const teller = tellingEnd(tie)
    const own = told.get(teller) ?? []
    own.push(...statements.map((after): TiePiece => ({ of: 'TIE', ...tie, before: null, after })))
    told.set(teller, own)
  }
  return [...entities.values()].map(({ entity, label, statements }) => {
    const pieces: Piece[] = [
      { of: 'LIFE', entity, label, before: 'NONE', after: 'ENTITY', now: null },
      ...statements.map((after): Piece => ({ of: 'STATEMENT', entity, before: null, after })),
      ...(told.get(entity) ?? []),
    ]
    return { entity, label, pieces, revision: 1, differed: null, isFormer: false }
  })
}

/** Into a graph that holds an earlier one, and what people wrote. */
async function writeLater(
  transaction: GraphTransaction,
  inFolder: Said,
  { seed: { earlier }, tables }: Pick<RegionFolder, 'seed' | 'tables'>,
  edition: Edition,
): Promise<Recorded[]> {
  const rule = edition.sizeRule
  const formers = await Formers.read(transaction, inFolder.entities.keys())
  const said = formers.saidOfPresent(inFolder)
  const standing = await readStanding(transaction, said.entities.keys())
  const { changes, dropped } = planEdition(said, standing, { isFormer: (id) => formers.isOutByEdition(id), rule })
  const changed = await applyChanges(transaction, changes, rule)
  for (const { table, provenance } of tables) await writeTable(transaction, table, provenance, edition)
  await transaction.write(forgetEarlierTables, { earlier })
  await transaction.write(forgetEarlierIndustries, { earlier })
  const ended = await applyChanges(transaction, await changesOfDropped(transaction, dropped, said, standing), rule)
  return [...changed, ...ended]
}

async function record(transaction: GraphTransaction, reason: string, changed: readonly Recorded[]): Promise<void> {
  const { change, at } = newAttempt()
  const lives = changed.map(({ entity, pieces }) => lifeAfter(entity, pieces))
  const added = lives.filter((life) => life === 'ENTITY').length
  const gone = lives.filter((life) => life === 'FORMER').length
  const counts = { added, changed: changed.length - added - gone, gone }
  const about = { entity: null, for: null, by: 'seed', source: null, inverseOf: null }
  await recordChange(transaction, { id: change, at, operation: 'SEED', ...about, reason, counts }, [])
  for (let first = 0; first < changed.length; first += ENTITIES_A_STATEMENT) {
    await recordChanged(transaction, change, changed.slice(first, first + ENTITIES_A_STATEMENT))
  }
}

/** What an entity became by pieces; null where it is what it was. */
function lifeAfter(entity: string, pieces: readonly Piece[]): Life | null {
  const life = pieces.find((piece) => piece.of === 'LIFE' && piece.entity === entity)
  return life?.of === 'LIFE' ? life.after : null
}
