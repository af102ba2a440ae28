import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { GraphSettings } from '#built/graph/open.js'
import type { Served } from './served.js'

/** This checkout of the program. */
export const ownCheckout = join(import.meta.dirname, '..')

/** A built checkout of the commit to compare with, as `BENCH_BEFORE` names it; null where none does. */
export function checkoutBefore(): string | null {
  const folder = process.env.BENCH_BEFORE ?? null
  if (folder !== null && !existsSync(join(folder, 'dist/cli.js'))) {
    throw new Error(`BENCH_BEFORE=${folder} holds no dist/cli.js: build that checkout first`)
  }
  return folder
}

/** The program as its users start it, in a process of its own. */
export interface Norrgraph extends Served {
  /** Milliseconds from its start until it said that it is ready. */
  readonly startedIn: number
  /** The most memory that its process has had so far, in bytes; null where the system does not tell. */
  peakMemory(): number | null
  /** From now on the most is what its process has now, or more. */
  forgetPeakMemory(): void
  /** Of one that is watched: for how long at most it held its event loop since it was asked last, or started. */
  longestHold(): Promise<LongestHold>
}

const told = z.object({ held: z.number(), delay: z.number() })

/** In ms: what the thread worked between two turns of its event loop, of its own processor time, and how late a turn came. */
export type LongestHold = z.infer<typeof told>

interface Starting {
  readonly checkout?: string
  /** Whether its event loop is watched. */
  readonly watched?: boolean
}

/** Starts the program on a graph and waits until it is ready. */
export async function startNorrgraph(
  settings: GraphSettings,
  { checkout = ownCheckout, watched = false }: Starting = {},
): Promise<Norrgraph> {
  const start = performance.now()
  const child = fork(join(checkout, 'dist/main.js'), {
    env: { PATH: process.env.PATH, PORT: '0', ...environmentOf(settings) },
    execArgv: watched ? ['--import', new URL('loop-monitor.mjs', import.meta.url).href] : [],
    silent: true,
  })
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('a silent process has no output')
  const ended = once(child, 'exit')
  // However the bench ends, this does not go on without it.
  const kill = () => child.kill()
  process.once('exit', kill)
  ended.then(() => process.off('exit', kill))
  let complaints = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  for await (const line of createInterface({ input: stdout })) {
    const address = /^Ready +(http:\S+)\/health\/ready$/.exec(line)?.[1]
    if (address === undefined) continue
    return {
      address,
      startedIn: performance.now() - start,
      peakMemory: () => peakMemoryOf(child.pid ?? 0),
      forgetPeakMemory: () => forgetPeakMemoryOf(child.pid ?? 0),
      async longestHold() {
        child.send('longest')
        const [message] = await once(child, 'message')
        return told.parse(message)
      },
      async stop() {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error(`Norrgraph ended before it was ready: ${complaints}`)
}

/** The environment variables that tell the program where its graph is. */
export function environmentOf(settings: GraphSettings): Record<string, string> {
  if (settings.engine === 'embedded') return { NORRGRAPH_DATA: settings.path ?? ':memory:' }
  const { uri, username, password } = settings
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
}

/** The most memory that a process had so far, in bytes: Linux keeps it for each; null elsewhere. */
export function peakMemoryOf(pid: number): number | null {
  const status = `/proc/${pid}/status`
  const kibibytes = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return kibibytes === undefined ? null : Number(kibibytes) * 1024
}

function forgetPeakMemoryOf(pid: number): void {
  const references = `/proc/${pid}/clear_refs`
  if (existsSync(references)) writeFileSync(references, '5')
}
