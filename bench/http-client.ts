import { Agent, request } from 'node:http'

/** The server has no room for a request now, and answers it later. */
export class NoRoomError extends Error {}

/** A client that keeps one connection to a server open. */
export interface HttpClient {
  /** @throws Error for an answer whose status is not 200, NoRoomError where it is 503. */
  get(path: string): Promise<string>
  post(path: string, body: string): Promise<string>
  close(): void
}

export function httpClient(address: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, body?: string) =>
    new Promise<string>((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' }
      const sent = request(`${address}${path}`, { agent, method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 200) resolve(text)
          else if (response.statusCode === 503) reject(new NoRoomError(`${method} ${path}: ${text}`))
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    close: () => agent.destroy(),
  }
}
