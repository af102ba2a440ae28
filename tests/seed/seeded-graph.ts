import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'

/**
 * An embedded graph of the caller's own that holds what the program begins with: its seed and the report's run. It is a
 * copy of one that is made once a run, which takes a twentieth of the work of seeding.
 */
export async function openSeededGraph(): Promise<Graph> {
  const folder = inject('seededFolder')
  const made = join(folder, 'made')
  if (!existsSync(made)) await seed(made)
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(made, copy, { recursive: true })
  return openGraph({ engine: 'embedded', path: copy })
}

/** Beside the place and moved there whole: another file of tests may do the same just now. */
async function seed(made: string): Promise<void> {
  const own = `${made}.${process.pid}`
  const graph = await openGraph({ engine: 'embedded', path: own })
  await bringUpToDate(graph, edition)
  await graph.close()
  try {
    renameSync(own, made)
  } catch (error) {
    if (!existsSync(made)) throw error
  }
}
