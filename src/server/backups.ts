import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished, type Readable, type Writable } from 'node:stream'
import { type Outgoing, writeGraph } from '../export/graph.js'
import { GraphError } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import { orDiskFull } from '../kernel/disk-full.js'

/** Backups that are on the disk at a time: one that is made, and others that are sent, however slowly they are read. */
const MOST_HELD = 4

/**
 * Makes backups, one at a time. Each is written as a whole to a file of the server's own before any of it is sent, so that
 * how fast a client reads holds up nobody who writes.
 */
export class Backups {
  private isMaking = false
  private held = 0

  /**
   * A graph as it is at one moment, read once: with the end of the reading, however it comes, its file is gone.
   * @throws GraphError BUSY while another is being made, or too many are being sent; DiskFullError; the signal's reason
   * once it is aborted.
   */
  async make(
    graph: Pick<Graph, 'snapshot'>,
    outgoing: Outgoing,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: number; readonly content: Readable }> {
    if (this.isMaking || this.held >= MOST_HELD) throw new GraphError('BUSY', 'another backup is being made or sent')
    this.isMaking = true
    this.held += 1
    try {
      const file = await written(graph, outgoing, signal)
      const { size: bytes } = await file.stat()
      const content = file.createReadStream()
      finished(content, () => {
        this.held -= 1
      })
      return { bytes, content }
    } catch (error) {
      this.held -= 1
      throw orDiskFull(error, 'The disk of the server has no room for a backup')
    } finally {
      this.isMaking = false
    }
  }
}

async function written(graph: Pick<Graph, 'snapshot'>, outgoing: Outgoing, signal: AbortSignal): Promise<FileHandle> {
  const opened: FileHandle[] = []
  const begin = async () => {
    // Not the one before, to which something may still be on its way.
    await opened.at(-1)?.close()
    const { reading, content } = await openUnnamed()
    opened.push(reading)
    return content
  }
  try {
    await writeGraph(graph, begin, { outgoing, signal })
    signal.throwIfAborted()
    const file = opened.at(-1)
    if (file === undefined) throw new Error('a graph was written nowhere')
    return file
  } catch (error) {
    await opened.at(-1)?.close()
    throw error
  }
}

/**
 * A file that only this server's user may read, and what is written to it. It has no name once it is open: nothing of it
 * stays where the process is killed.
 */
async function openUnnamed(): Promise<{ readonly reading: FileHandle; readonly content: Writable }> {
  const path = join(tmpdir(), `norrgraph-${randomUUID()}.backup`)
  const writing = await open(path, 'wx', 0o600)
  try {
    return { reading: await open(path, 'r'), content: writing.createWriteStream() }
  } catch (error) {
    await writing.close()
    throw error
  } finally {
    await unlink(path)
  }
}
