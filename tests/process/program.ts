import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const compiled = join(import.meta.dirname, '../../dist')

/** A started program, and what it has printed. */
export interface Program {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

/** What a program that ended said. */
export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/**
 * Starts `main.js` or `cli.js` with these arguments and environment variables, and none that this machine has set.
 * @param typed what it reads on its standard input.
 * @param blocks of 512 bytes that a file of its may have.
 */
export function start(
  script: 'main.js' | 'cli.js',
  args: readonly string[],
  environment: Record<string, string>,
  typed = '',
  blocks?: number,
): Program {
  const program = [process.execPath, join(compiled, script), ...args] as const
  const limited = ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`, ...program] as const
  const [command, ...given] = blocks === undefined ? program : limited
  const child = spawn(command, given, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // Most read nothing, and may have ended before this is written.
  child.stdin.on('error', () => undefined).end(typed)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, output: () => output, errors: () => errors, ended }
}

/** Runs a program to its end. */
export async function run(
  script: 'main.js' | 'cli.js',
  args: readonly string[],
  environment: Record<string, string>,
  typed = '',
): Promise<Ended> {
  const program = start(script, args, environment, typed)
  const code = await program.ended
  return { code, output: program.output(), errors: program.errors() }
}

/** Waits until a server says that it is ready, and returns its address. */
export async function readyAddress({ output, errors, ended }: Program): Promise<string> {
  let over = false
  void ended.then(() => {
    over = true
  })
  while (!over) {
    const [, address] = /^GraphQL +(\S+)\/graphql$/m.exec(output()) ?? []
    if (address !== undefined) return address
    await wait(50)
  }
  throw new Error(`the server ended: ${errors()}`)
}
