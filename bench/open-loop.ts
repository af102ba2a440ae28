import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Times } from './timing.js'

/** A question that is asked at a rate: as the n-th. */
export interface PacedQuestion {
  readonly title: string
  readonly body: (nth: number) => string
}

/** What one question took each time, from when it was due to the end of its answer, in ms. */
export interface PacedTimes {
  readonly title: string
  readonly times: Times
}

/** Questions that are being asked. */
export interface Pace {
  /** Asks no more, and waits for all answers. @throws Error for one that is not 200, or has errors. */
  end(): Promise<PacedTimes[]>
}

const SOCKETS = 128

/** So that what is asked in one go is not asked again in another. */
let askedBefore = 0

/**
 * Asks questions of a server in turn, so many a second in all, whether or not those before were answered: who waits because
 * another waits counts as well.
 */
export function atPace(address: string, questions: readonly PacedQuestion[], aSecond: number): Pace {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
  const times = questions.map((): number[] => [])
  const asked: Promise<void>[] = []
  let isEnded = false
  const first = askedBefore
  const asking = (async () => {
    const begun = performance.now()
    for (let nth = first; !isEnded; nth += 1) {
      askedBefore = Math.max(askedBefore, nth + 1)
      const due = begun + ((nth - first) * 1_000) / aSecond
      const early = due - performance.now()
      if (early > 0) await setTimeout(early)
      const at = nth % questions.length
      const body = questions[at]?.body(Math.floor(nth / questions.length)) ?? ''
      const answered = post(agent, `${address}/graphql`, body).then(() => {
        times[at]?.push(performance.now() - due)
      })
      // Told where all are waited for.
      answered.catch(() => undefined)
      asked.push(answered)
    }
  })()
  return {
    async end() {
      isEnded = true
      await asking
      await Promise.all(asked)
      agent.destroy()
      return questions.map(({ title }, at) => ({ title, times: times[at] ?? [] }))
    },
  }
}

const post = (agent: Agent, address: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(address, { agent, method: 'POST', headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => {
        // Where there is no room it was waited for in vain, and that is how long it took.
        if ((response.statusCode === 200 && !text.includes('"errors"')) || response.statusCode === 503) resolve()
        else reject(new Error(`${body}: ${response.statusCode} ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
