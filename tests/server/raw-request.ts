import { connect } from 'node:net'

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sends bytes as they are and reads until the server closes; null where it closes without a word. */
export function sendRaw(port: number, parts: readonly (string | Buffer)[]): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // What the server refuses it need not read to its end.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => resolve(answerOf(Buffer.concat(chunks))))
  })
}

function answerOf(bytes: Buffer): RawAnswer | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  // Leave to go on, before the answer itself.
  if (bytes.subarray(0, end).includes(' 100 Continue')) return answerOf(bytes.subarray(end + 4))
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  return { status: Number(first.split(' ')[1]), headers, body: bodyOf(bytes.subarray(end + 4), headers) }
}

function bodyOf(bytes: Buffer, headers: Readonly<Record<string, string>>): string {
  const text = bytes.toString()
  if (headers['transfer-encoding'] !== 'chunked') return text
  return text.replace(/^[0-9a-f]+\r\n|\r\n[0-9a-f]+\r\n/gi, '').replace(/\r\n\r\n$/, '')
}
