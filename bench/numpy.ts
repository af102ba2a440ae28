import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { messageOf } from './message-of.js'

/** One thread: what a core does is held against what a core does. */
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }

/** numpy in a Python of its own, with one thread. */
export interface Numpy {
  readonly version: string
  /** Runs a script with arguments and returns what it prints. */
  run(script: string, words: readonly string[]): string
}

/**
 * Makes a virtual environment in a folder and installs numpy into it.
 * @throws Error saying what of it is not to be had.
 */
export function installNumpy(folder: string): Numpy {
  const environment = join(folder, 'python')
  const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  attempt('there is no python3 that makes virtual environments', 'python3', ['-m', 'venv', environment])
  attempt('pip does not install numpy', python, ['-m', 'pip', 'install', '--quiet', 'numpy'])
  const run = (script: string, words: readonly string[]) =>
    execFileSync(python, ['-c', script, ...words], { encoding: 'utf8', env: { ...process.env, ...ONE_THREAD } })
  return { version: run('import numpy; print(numpy.__version__)', []).trim(), run }
}

function attempt(failure: string, program: string, words: readonly string[]): void {
  try {
    execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    throw new Error(`${failure}: ${messageOf(error)}`)
  }
}
