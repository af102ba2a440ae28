import { type Edition, readEdition } from '../edition/edition.js'
import { GraphError } from '../graph/failure.js'
import type { Graph, GraphReader } from '../graph/graph.js'
import { readSeededRegion, readState, recordRegion, recordState, refuseUnfinishedImport } from '../graph/graph-state.js'
import { type GraphSettings, openGraph } from '../graph/open.js'
import { readRegion } from '../import/region/survey-region.js'
import { readManifest } from '../import/seed/manifest.js'
import { beginHistory, isUnmarked, publishEdition } from '../import/seed/publish-edition.js'
import { refreshStandingRun } from '../spillover/runs/stored-runs.js'
import { sweepUnfinishedRuns } from '../spillover/runs/write-run.js'
import { ownSeed } from './settings.js'

/**
 * Opens a graph, and brings its schema and what the seed says up to date.
 * @throws GraphError, SeedError
 */
export async function openNorrgraph(settings: GraphSettings, edition: Edition): Promise<Graph> {
  const graph = await openGraph(settings)
  try {
    await refuseUnfinishedImport(graph)
    await sweepUnfinishedRuns(graph)
    await bringUpToDate(graph, edition)
    return graph
  } catch (error) {
    await graph.close()
    throw error
  }
}

/** Brings the seed and the region's standing run in a graph up to date; what users added stays. */
export async function bringUpToDate(graph: Graph, edition: Edition): Promise<void> {
  await seedGraph(graph, edition)
  await refreshStandingRun({ graph, edition })
}

async function seedGraph(graph: Graph, edition: Edition): Promise<void> {
  const [manifest, { seedVersion }] = await Promise.all([readManifest(edition.folder), readState(graph)])
  if (seedVersion > 0) await refuseOtherRegion(graph, edition)
  const { version, recordedAt, earlier } = manifest
  if (seedVersion >= version && !(await isUnmarked(graph))) return
  const region = seedVersion >= version ? null : await readRegion(edition.folder)
  await graph.transaction(async (transaction) => {
    // Another process that starts on the same database may have been here first.
    const { seedVersion: held } = await readState(transaction)
    if (held > 0 && (await isUnmarked(transaction))) {
      await beginHistory(transaction, edition, held, [...earlier, recordedAt])
    }
    if (region === null || held >= version) return
    await publishEdition(transaction, region, edition)
    await transaction.write(recordState, { importing: false, version })
    await transaction.write(recordRegion, { region: edition.id })
  })
}

/**
 * Refuses a graph that was seeded from another region: its entities would stay beside this one's, and answers be of neither.
 * @throws GraphError UNAVAILABLE
 */
async function refuseOtherRegion(graph: GraphReader, { id, folder }: Edition): Promise<void> {
  // Graphs did not say so when there was no region but the program's own.
  const seeded = (await readSeededRegion(graph)) ?? (folder === ownSeed ? id : (await readEdition(ownSeed)).id)
  if (seeded === id) return
  throw new GraphError(
    'UNAVAILABLE',
    `The graph was seeded from the region ${seeded}, and ${folder} is of ${id}: set NORRGRAPH_SEED to the folder of ${seeded}, or NORRGRAPH_DATA or NEO4J_DATABASE to a graph of its own.`,
  )
}
