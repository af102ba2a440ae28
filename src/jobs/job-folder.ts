import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { orDiskFull } from '../kernel/disk-full.js'

const PREFIX = 'norrgraph-imports-'

/** Letters, of which each may take four of the 255 bytes that a name may have. */
const LONGEST_NAME = 60

/** When this process began, in milliseconds. */
const begunAt = Date.now() - 1_000 * process.uptime()

/** Whether a process of this machine runs. */
export function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // One that is another user's runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * The folder in which files lie that came in: made when it is first needed, for this user alone, and of this process, so
 * that the next one takes it away where this one could not.
 */
export class JobFolder {
  private made: Promise<string> | null = null

  /** @param within where it is made. */
  constructor(private readonly within = tmpdir()) {}

  /** Takes away what processes left that are gone. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.within).catch(() => [])) {
      const [, owner] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? []
      if (owner === undefined) continue
      const path = join(this.within, name)
      const { uid, mtimeMs } = await stat(path).catch(() => ({ uid: null, mtimeMs: Number.POSITIVE_INFINITY }))
      // In a container each process has the number of the one before: what is older than this one is not its own.
      const isOfEarlier = Number(owner) === process.pid && mtimeMs < begunAt
      if (isRunning(Number(owner)) && !isOfEarlier) continue
      if (uid === process.getuid?.()) await rm(path, { recursive: true, force: true }).catch(() => undefined)
    }
  }

  /**
   * Writes what comes in to a file of a folder of its own, and returns its path.
   * @param name as its sender calls it.
   * @throws DiskFullError; what the stream throws. Nothing is left then.
   */
  async keep(job: string, name: string, content: Readable): Promise<string> {
    const folder = await this.of(job)
    await mkdir(folder, { mode: 0o700 })
    const path = join(folder, plainName(name))
    try {
      await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
      return path
    } catch (error) {
      await this.forget(job)
      throw orDiskFull(error, 'There is no room left on the disk for this file')
    }
  }

  /** The same words without the folder that a file lies in. */
  async withoutPath(text: string): Promise<string> {
    if (this.made === null) return text
    return text.replace(new RegExp(`${escaped(await this.made)}/[\\w-]+/`, 'g'), '')
  }

  /** Takes a file away, and leaves what lies beside it. */
  async forgetFile(path: string): Promise<void> {
    await rm(path, { force: true })
  }

  /** Takes a job's folder away, with all that lies in it. */
  async forget(job: string): Promise<void> {
    if (this.made !== null) await rm(await this.of(job), { recursive: true, force: true })
  }

  /** Takes all of it away. */
  async end(): Promise<void> {
    if (this.made !== null) await rm(await this.made, { recursive: true, force: true })
    this.made = null
  }

  private async of(job: string): Promise<string> {
    this.made ??= mkdtemp(join(this.within, `${PREFIX}${process.pid}-`))
    return join(await this.made, job.replace(/[^\w-]/g, '-'))
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A file's name without folders and what no name should have; its end, which may say of what kind it is, stays. */
function plainName(name: string): string {
  const own = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{C}:*?"<>|]+/gu, ' ').trim()
  const plain = /^\.*$/.test(own) ? 'file' : own
  if (plain.length <= LONGEST_NAME) return plain
  const [end = ''] = /\.\w{1,5}$/.exec(plain) ?? []
  return `${[...plain.slice(0, LONGEST_NAME - end.length)].join('')}${end}`
}
