import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { oneLine } from '../../graph/failure.js'
import type { GraphFileEnd } from '../../graph/graph-file.js'
import type { Progress } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { GraphFileCheck } from './graph-file-check.js'
import type { RunningServer } from './running-server.js'

/**
 * Takes the graph out of a running server to a file, which stands under its name once it is whole, and which nobody else on
 * this machine may read.
 * @throws RefusedError where the server refuses, or breaks off, or the file cannot be written; what was there before stays.
 */
export async function downloadBackup(
  server: RunningServer,
  file: string,
  { withAccounts }: { readonly withAccounts: boolean },
  progress: Progress,
): Promise<GraphFileEnd> {
  const { headers, body } = await server.send(`/backup${withAccounts ? '?accounts=yes' : ''}`)
  const partial = `${file}.partial`
  const check = new GraphFileCheck()
  let read = 0
  let isBroken = false
  const checked = async function* () {
    try {
      for await (const bytes of body ?? []) {
        check.add(bytes)
        read += bytes.length
        progress.reach(read)
        yield bytes
      }
    } catch {
      isBroken = true
    }
  }
  progress.begin(Number(headers.get('content-length') ?? 0))
  try {
    await rm(partial, { force: true })
    await pipeline(checked, createWriteStream(partial, { mode: 0o600 }))
    const end = isBroken ? null : check.end()
    if (end === null) {
      throw new RefusedError(`What came from ${server.address} is no whole backup: nothing was kept. Ask again.`)
    }
    await rename(partial, file)
    return end
  } catch (error) {
    await rm(partial, { force: true })
    throw error instanceof Error && 'code' in error
      ? new RefusedError(`${file} cannot be written: ${oneLine(error)}`, { cause: error })
      : error
  } finally {
    progress.end()
  }
}
