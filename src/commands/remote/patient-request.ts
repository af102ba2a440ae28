import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'

/** What is sent. */
export interface Sent {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Readable
  readonly signal?: AbortSignal
}

/** How often a connection on which nothing is said shows that it is there, in milliseconds. */
const SIGN_OF_LIFE = 30_000

/**
 * Sends a request as `fetch` does, but waits for its answer as long as that takes, as for a backup of a large graph; goes
 * nowhere else where it is sent on.
 */
export function patientRequest(address: string, { method = 'GET', headers, body, signal }: Sent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = address.startsWith('https:') ? httpsRequest : httpRequest
    const asked = request(address, { method, ...(headers ? { headers } : {}), ...(signal ? { signal } : {}) })
    asked.on('socket', (socket) => socket.setKeepAlive(true, SIGN_OF_LIFE))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const { statusCode: status = 500 } = answer
      const told = new Headers()
      for (const [name, value] of Object.entries(answer.headers)) told.set(name, [value].flat().join(', '))
      const hasBody = status !== 204 && status !== 304
      if (!hasBody) answer.resume()
      resolve(new Response(hasBody ? Readable.toWeb(answer) : null, { status, headers: told }))
    })
    if (body instanceof Readable) {
      body.on('error', (error) => asked.destroy(error))
      body.pipe(asked)
    } else asked.end(body)
  })
}
