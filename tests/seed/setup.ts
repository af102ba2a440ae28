import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run, in which the seeded graph is made once. */
    seededFolder: string
  }
}

/** Makes the folder and removes it after the run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-seeded-'))
  project.provide('seededFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
