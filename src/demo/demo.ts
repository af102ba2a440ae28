import type { SizeClass } from '../classification/size-class.js'
import type { Knowledge } from '../edition/knowledge.js'
import { statedStructure } from '../firms/queries.js'
import type { GraphNode } from '../graph/elements.js'
import type { Graph, GraphReader, GraphTransaction } from '../graph/graph.js'
import { formersAmong, removeNodes } from '../graph/remove-nodes.js'
import { revive } from '../graph/retire.js'
import { writeElements } from '../graph/write-elements.js'
import { grouped } from '../kernel/grouped.js'
import { type Progress, silent } from '../kernel/progress.js'
import { RefusedError } from '../kernel/refused-error.js'
import { Weighted } from './draws.js'
import {
  broughtFirm,
  divisionsOfIndustries,
  establishmentsBySize,
  idsOfKind,
  municipalitiesCounted,
  sectorsOfCategories,
  syntheticFirms,
} from './queries.js'
import { type RegionFacts, SyntheticRegion } from './synthetic-region.js'

const FIRMS_A_TRANSACTION = 2_000

/** What a demo wrote. */
export interface DemoCounts {
  readonly firms: number
  readonly relationships: number
}

/**
 * Fills a graph with synthetic firms, in the place of those of an earlier demo. From one seed they are always the same.
 * @throws RefusedError on a graph that holds firms which somebody brought, unless `force`.
 */
export async function fillWithDemo(
  { graph, edition }: Knowledge<Graph>,
  { firms, seed, force }: { readonly firms: number; readonly seed: number; readonly force: boolean },
  progress: Progress = silent,
): Promise<DemoCounts> {
  if (!force && (await graph.read(broughtFirm, {})).length > 0) {
    throw new RefusedError(
      'This graph holds real firms, and synthetic ones among them would change every answer: set NORRGRAPH_DATA to another folder, or give --force.',
    )
  }
  await removeDemo(graph)
  const region = new SyntheticRegion(await readFacts({ graph, edition }), firms, seed)
  let relationships = 0
  progress.begin(2 * firms)
  try {
    await graph.transaction((transaction) =>
      writeElements(transaction, { nodes: [region.source()], relationships: [] }, 'REPLACE_PROPERTIES'),
    )
    for (const numbers of parts(firms)) {
      const made = numbers.map((number) => region.firm(number))
      const nodes = made.map(({ node }) => node)
      const ties = made.flatMap((each) => each.relationships)
      await graph.transaction(async (transaction) => {
        await writeElements(transaction, { nodes: await withoutFormer(transaction, nodes), relationships: [] })
        await writeElements(transaction, { nodes: [], relationships: ties })
      })
      relationships += ties.length
      progress.reach((numbers.at(-1) ?? 0) + 1)
    }
    for (const numbers of parts(firms)) {
      const ties = numbers.flatMap((number) => region.relationshipsOf(number))
      await graph.transaction((transaction) => writeElements(transaction, { nodes: [], relationships: ties }))
      relationships += ties.length
      progress.reach(firms + (numbers.at(-1) ?? 0) + 1)
    }
  } finally {
    progress.end()
  }
  return { firms, relationships }
}

/** Takes the firms of a demo away; returns how many there were. */
export async function removeDemo(graph: Graph): Promise<number> {
  let removed = 0
  let isMore = true
  while (isMore) {
    const count = await graph.transaction(async (transaction) => {
      const ids = (await transaction.read(syntheticFirms, { limit: FIRMS_A_TRANSACTION })).map(({ id }) => id)
      await removeNodes(transaction, 'Firm', ids)
      return ids.length
    })
    removed += count
    isMore = count === FIRMS_A_TRANSACTION
  }
  return removed
}

/** Firms that nothing was; those that were there in an earlier demo, and that somebody changed then, are written as they are made now. */
async function withoutFormer(transaction: GraphTransaction, firms: readonly GraphNode[]): Promise<GraphNode[]> {
  const formers = await formersAmong(
    transaction,
    firms.map(({ id }) => id),
  )
  if (formers.size === 0) return [...firms]
  const again = firms.flatMap((firm) => {
    const revision = formers.get(firm.id)
    return revision === undefined ? [] : [{ ...firm, properties: { ...firm.properties, revision: revision + 1 } }]
  })
  await revive(transaction, again)
  await writeElements(transaction, { nodes: again, relationships: [] }, 'REPLACE_PROPERTIES')
  return firms.filter(({ id }) => !formers.has(id))
}

function* parts(size: number): Generator<readonly number[]> {
  for (let begin = 0; begin < size; begin += FIRMS_A_TRANSACTION) {
    const length = Math.min(FIRMS_A_TRANSACTION, size - begin)
    yield Array.from({ length }, (_, index) => begin + index)
  }
}

/** Shares as the seed states them: firms by county, size class and industry or not; the rest by inhabitants and employed. */
async function readFacts({ graph, edition }: Knowledge): Promise<RegionFacts> {
  const classes = await graph.read(statedStructure, { dimensions: 'SIZE_CLASS' })
  const ofClass = (asked: SizeClass) => classes.find(({ sizeClass }) => sizeClass === asked)
  const firmsOf = (asked: SizeClass) => ofClass(asked)?.firms ?? 0
  const meanOf = (asked: SizeClass) => (ofClass(asked)?.employees ?? 0) / Math.max(1, firmsOf(asked))
  const kinds = async (kind: string) => (await graph.read(idsOfKind, { kind })).map(({ id }) => id)
  return {
    municipalities: await municipalityShares(graph),
    sectors: await sectorShares(graph, edition.spillover.table),
    sizeRule: edition.sizeRule,
    sizeClasses: byClass(firmsOf),
    meanEmployees: byClass(meanOf),
    categories: await categoriesBySector(graph),
    establishments: new Weighted(
      (await graph.read(establishmentsBySize, {})).map(({ id, jobs }) => [id, jobs] as const),
    ),
    needs: await kinds('NEED'),
    requirements: await kinds('REQUIREMENT'),
  }
}

const byClass = (value: (sizeClass: SizeClass) => number): Record<SizeClass, number> => ({
  SMALL: value('SMALL'),
  MEDIUM: value('MEDIUM'),
  LARGE: value('LARGE'),
  UNKNOWN: value('UNKNOWN'),
})

async function municipalityShares(graph: GraphReader): Promise<Weighted<string>> {
  const rows = await graph.read(municipalitiesCounted, {})
  const inhabitants = totals(rows.map(({ county, population }) => [county, population]))
  return new Weighted(
    rows.map(
      ({ id, population, county, firms }) => [id, (firms * population) / (inhabitants.get(county) ?? 1)] as const,
    ),
  )
}

/** An industry's employed are spread evenly over its divisions; the report's share of the group INDUSTRY is kept. */
async function sectorShares(graph: GraphReader, table: string): Promise<Weighted<string>> {
  const rows = await graph.read(divisionsOfIndustries, { table })
  const divisions = totals(rows.map(({ industry }) => [industry, 1]))
  const groupOf = (sectorGroup: string | null) => (sectorGroup === 'INDUSTRY' ? 'INDUSTRY' : 'OTHER')
  const employed = rows.map((row) => ({ ...row, employed: row.employed / (divisions.get(row.industry) ?? 1) }))
  const ofGroup = totals(employed.map((row) => [groupOf(row.sectorGroup), row.employed]))
  const share = await industryShare(graph)
  const shareOf = (sectorGroup: string | null) => (groupOf(sectorGroup) === 'INDUSTRY' ? share : 1 - share)
  return new Weighted(
    employed.map(
      (row) =>
        [
          row.division,
          (shareOf(row.sectorGroup) * row.employed) / (ofGroup.get(groupOf(row.sectorGroup)) ?? 1),
        ] as const,
    ),
  )
}

async function industryShare(graph: GraphReader): Promise<number> {
  const [all] = await graph.read(statedStructure, { dimensions: 'TOTAL' })
  const groups = await graph.read(statedStructure, { dimensions: 'SECTOR_GROUP' })
  const industry = groups.find(({ sectorGroup }) => sectorGroup === 'INDUSTRY')
  return (industry?.firms ?? 0) / Math.max(1, all?.firms ?? 1)
}

async function categoriesBySector(graph: GraphReader): Promise<ReadonlyMap<string, readonly string[]>> {
  const bySector = grouped(await graph.read(sectorsOfCategories, {}), ({ sector }) => sector)
  return new Map([...bySector].map(([sector, rows]) => [sector, rows.map(({ category }) => category)]))
}

function totals(values: readonly (readonly [key: string, value: number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [key, value] of values) sums.set(key, (sums.get(key) ?? 0) + value)
  return sums
}
