import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { codeFile } from './program-folder.js'

const IDLE_MS = 10_000

/**
 * Threads that do what one file of the program says, none before it is needed. Workers are compiled like the rest, and not
 * packed; from sources they are read by what reads those.
 * @param file within `src/`, such as `spillover/uncertainty/draw-worker.ts`.
 */
export function startPool<Task, Result>(file: string, threads: number): Piscina<Task, Result> {
  const filename = fileURLToPath(codeFile(file))
  return new Piscina<Task, Result>({
    filename,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    // Atomics would keep a thread waiting that has nothing to do.
    atomics: 'disabled',
    ...(filename.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
  })
}
