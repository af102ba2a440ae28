import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { readingError } from '../../import/readers/reading-error.js'
import type { Progress } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import type { Sent } from './patient-request.js'

/** What is said beside a file: names and values, a name as often as it has values. */
export type Fields = readonly (readonly [name: string, value: string])[]

/**
 * A file with what is said of it, as a form that is sent; the file is read from the disk as it goes.
 * @throws ImportError for a file that cannot be read.
 */
export async function upload(file: string, fields: Fields, progress: Progress): Promise<Sent> {
  const boundary = `norrgraph-${randomUUID()}`
  const { size } = await stat(file).catch((error: unknown) => {
    throw readingError(file, error)
  })
  const said = fields.map(([name, value]) => part(boundary, `name="${name}"`, '', value)).join('')
  const name = basename(file).replace(/["\r\n]/g, (sign) => encodeURIComponent(sign))
  const before = `${said}${part(boundary, `name="file"; filename="${name}"`, 'Content-Type: application/octet-stream\r\n', '')}`
  // The line that ends a part goes behind the file.
  const head = Buffer.from(before.slice(0, -2))
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const body = async function* () {
    progress.begin(size)
    yield head
    let read = 0
    for await (const bytes of createReadStream(file)) {
      read += bytes.length
      if (read > size) break
      progress.reach(read)
      yield bytes
    }
    if (read !== size) throw new RefusedError(`${file} was changed while it was sent: nothing was imported.`)
    yield tail
    progress.end()
  }
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(head.length + size + tail.length),
  }
  return { method: 'POST', headers, body: Readable.from(body(), { objectMode: false }) }
}

const part = (boundary: string, name: string, headers: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n${headers}\r\n${value}\r\n`
