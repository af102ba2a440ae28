import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { oneLine } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import { type GraphFileEnd, graphFileKinds } from '../graph/graph-file.js'
import {
  countOfChanges,
  countOfNodes,
  readState,
  recordNumbers,
  recordRegion,
  recordState,
} from '../graph/graph-state.js'
import { type Progress, silent } from '../kernel/progress.js'
import { Batch, forgetLines } from './graph-batch.js'
import { type GraphHeader, readHeader, readLine } from './graph-lines.js'
import { idOfBoth, removals } from './graph-register.js'
import { ImportError } from './import-error.js'

const NODES_A_REMOVAL = 5_000

/**
 * Reads a graph's file into a graph that holds nothing yet, in several transactions. Where it fails, what was written is
 * taken away again; where the process ends in between, the next import begins anew, and nothing else opens the graph.
 * @throws ImportError with the line, for a file that is no such file or not whole, and for a graph that holds something.
 */
export async function importGraph(graph: Graph, file: string, progress: Progress = silent): Promise<GraphFileEnd> {
  const { importing, seedVersion } = await readState(graph)
  if (importing) await removeAll(graph)
  const held = (await Promise.all([graph.read(countOfNodes, {}), graph.read(countOfChanges, {})])).flat()
  const count = held.reduce((sum, each) => sum + each.count, 0)
  if (count > 0) {
    throw new ImportError(
      file,
      null,
      `the graph holds ${count} nodes already: import into an empty one, such as a new folder in NORRGRAPH_DATA`,
    )
  }
  await record(graph, true, seedVersion)
  try {
    progress.begin(await sizeOf(file))
    const { header, counts } = await readInto(graph, file, progress)
    await forgetLines(graph)
    await graph.transaction(async (transaction) => {
      const { changes = 0, proposals = 0 } = header
      await transaction.write(recordState, { importing: false, version: header.seed })
      await transaction.write(recordNumbers, { lastChange: changes, lastProposal: proposals })
      if (header.region !== undefined) await transaction.write(recordRegion, { region: header.region })
    })
    return counts
  } catch (error) {
    await removeAll(graph)
    await record(graph, false, 0)
    throw error
  } finally {
    progress.end()
  }
}

async function record(graph: Graph, importing: boolean, version: number): Promise<void> {
  await forgetLines(graph)
  await graph.transaction((transaction) => transaction.write(recordState, { importing, version }))
}

async function removeAll(graph: Graph): Promise<void> {
  for (const removal of removals) {
    const remove = () => graph.transaction((transaction) => transaction.write(removal, { limit: NODES_A_REMOVAL }))
    for (let removed = await remove(); (removed[0]?.count ?? 0) > 0; ) removed = await remove()
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (cause) {
    throw new ImportError(file, null, `cannot be read: ${oneLine(cause)}`, { cause })
  }
}

async function readInto(
  graph: Graph,
  file: string,
  progress: Progress,
): Promise<{ header: GraphHeader; counts: GraphFileEnd }> {
  const batch = new Batch(graph, file)
  let number = 0
  let bytes = 0
  let header: GraphHeader | null = null
  let end: GraphFileEnd | null = null
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    bytes += Buffer.byteLength(text) + 1
    if (header === null) {
      header = readHeader(file, text)
    } else if (end) {
      throw new ImportError(file, number, 'something stands after the last line')
    } else {
      const line = readLine(file, number, text, header.format)
      if (line.kind === 'END') end = line.end
      else await batch.add(line, number)
    }
    progress.reach(bytes)
  }
  await batch.end()
  if (!end || !header) {
    throw new ImportError(file, number, 'the file ends before its last line, which counts what it holds')
  }
  const { counts } = batch
  if (graphFileKinds.some((kind) => end[kind] !== counts[kind])) {
    const held = graphFileKinds.filter((kind) => kind === 'nodes' || kind === 'relationships' || counts[kind] > 0)
    const said = held.map((kind) => `${counts[kind]} ${kind}`).join(' and ')
    throw new ImportError(file, number, `holds ${said}, which is not what it says`)
  }
  await refuseDoubles(graph, file)
  return { header, counts }
}

/** @throws ImportError where something in the file is an entity and was one. */
async function refuseDoubles(graph: Graph, file: string): Promise<void> {
  const [both] = await graph.read(idOfBoth, {})
  if (both) throw new ImportError(file, null, `${both.id} is an entity and was one`)
}
