import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createAccount, updateAccount } from '../../src/accounts/accounts.js'
import { createToken } from '../../src/accounts/tokens.js'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { today } from '../../src/kernel/day.js'
import { createApp } from '../../src/server/app.js'
import type { ServerSettings } from '../../src/startup/settings.js'
import { edition } from '../edition.js'
import { localSettings } from './api.js'
import { describeOnEachEngine } from './engines.js'

const admin: Viewer = { ...localEditor, role: 'ADMIN' }
const password = 'gott om tid 7'
const viewerNow = z.object({ data: z.object({ viewer: z.object({ name: z.string() }).nullable() }).nullish() })

type Headers = Readonly<Record<string, string>>

describeOnEachEngine('signing in', (_, __, openSeeded) => {
  let graph: Graph
  let app: FastifyInstance
  /** The same graph behind a proxy of this machine, known by an address of https. */
  let behind: FastifyInstance
  const open = (own: Partial<ServerSettings>) =>
    createApp({ graph, edition }, { ...localSettings, ...own }, pino({ level: 'silent' }))
  beforeAll(async () => {
    graph = await openSeeded()
    app = await open({})
    behind = await open({ url: 'https://norrgraph.example', proxies: ['127.0.0.1'] })
    await createAccount(graph, { name: 'anna', role: 'ADMIN', password }, today())
    await createAccount(graph, { name: 'bo', role: 'EDITOR', password }, today())
  }, 180_000)
  afterAll(async () => {
    await Promise.all([app.close(), behind.close()])
    await graph.close()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const https: Headers = { host: 'norrgraph.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' }
  const send = (
    to: FastifyInstance,
    url: string,
    payload: object,
    headers: Headers = {},
    remoteAddress = '127.0.0.1',
  ) => to.inject({ method: 'POST', url, headers: { host: 'localhost', ...headers }, payload, remoteAddress })
  const signIn = async (to = app, headers: Headers = {}, name = 'bo', secret = password, from = '127.0.0.1') => {
    const answer = await send(to, '/sign-in', { name, password: secret }, headers, from)
    const set = String([answer.headers['set-cookie'] ?? ''].flat()[0])
    return {
      status: answer.statusCode,
      wait: Number(answer.headers['retry-after'] ?? 0),
      set,
      cookie: set.split(';')[0] ?? '',
    }
  }
  const viewer = async (headers: Headers, to = app) => {
    const answer = await send(to, '/graphql', { query: '{ viewer { name } }' }, headers)
    return viewerNow.parse(answer.json()).data?.viewer?.name ?? null
  }
  /** Only the dates are another day's: what waits, waits as long as it does. */
  const later = (milliseconds: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })
  }

  describe('a session', () => {
    it('ends after twelve hours without use, and lasts as long as it is used', async () => {
      const [used, unused] = [await signIn(), await signIn()]
      for (let hours = 0; hours < 18; hours += 6) {
        later(6 * 3_600_000)
        expect(await viewer({ cookie: used.cookie })).toBe('bo')
        // That it was used is noted beside the answer.
        await graph.transaction(async () => undefined)
      }
      expect(await viewer({ cookie: unused.cookie })).toBeNull()
      later(12 * 3_600_000 + 1)
      expect(await viewer({ cookie: used.cookie })).toBeNull()
    })

    it('is of a cookie that this server gave, and of none that somebody made or kept', async () => {
      const before = await signIn()
      await send(app, '/sign-out', {}, { cookie: before.cookie })
      const after = await signIn(app, { cookie: before.cookie })
      expect(after.cookie).not.toBe(before.cookie)
      for (const cookie of [
        before.cookie,
        'norrgraph=',
        'norrgraph=bo',
        `norrgraph=${'a'.repeat(32)}`,
        `${after.cookie}x`,
      ]) {
        expect(await viewer({ cookie })).toBeNull()
      }
      expect(await viewer({ cookie: after.cookie })).toBe('bo')
    })

    it('that somebody had before they signed in is not the one they have after', async () => {
      const planted = 'norrgraph=planted-by-somebody-else-0000000'
      const { cookie } = await signIn(app, { cookie: planted })
      expect(cookie).not.toBe(planted)
      expect(await viewer({ cookie: planted })).toBeNull()
    })

    it('ends with another password for all who have one', async () => {
      const [one, other] = [await signIn(), await signIn()]
      await updateAccount(graph, { name: 'bo', password: 'ett annat ord 8' }, today())
      expect([await viewer({ cookie: one.cookie }), await viewer({ cookie: other.cookie })]).toEqual([null, null])
      await updateAccount(graph, { name: 'bo', password }, today())
    })

    it('does nothing for a page of another origin', async () => {
      const { cookie } = await signIn()
      const query = 'mutation { storeSpillover(input: {}, name: "of another") { run { id } } }'
      for (const origin of ['http://elsewhere.example', 'null', 'https://localhost', 'http://localhost:81']) {
        const answer = await send(app, '/graphql', { query }, { cookie, origin })
        expect([origin, answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([origin, 403, 'FORBIDDEN'])
        expect((await send(app, '/sign-out', {}, { cookie, origin })).statusCode).toBe(403)
        expect((await send(app, '/sign-in', { name: 'bo', password }, { origin })).statusCode).toBe(403)
        expect(await viewer({ cookie, origin })).toBeNull()
      }
      const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', cookie }
      const plain = await app.inject({ method: 'POST', url: '/graphql', headers: form, payload: `query=${query}` })
      expect(plain.statusCode).toBe(415)
      expect(await viewer({ cookie, origin: 'http://localhost' })).toBe('bo')
    })
  })

  describe('behind a proxy and https', () => {
    it('the cookie is for https and this host alone', async () => {
      const { status, set, cookie } = await signIn(behind, https)
      expect(status).toBe(200)
      expect(set).toMatch(/^__Host-norrgraph=/)
      expect(set).toMatch(/; Secure/)
      expect(set).not.toMatch(/Domain/i)
      expect(await viewer({ ...https, cookie }, behind)).toBe('bo')
    })

    it('pages of the address that people know may write, and no others', async () => {
      const { cookie } = await signIn(behind, https)
      const asked = (origin: string) => viewer({ ...https, cookie, origin }, behind)
      expect(await asked('https://norrgraph.example')).toBe('bo')
      for (const origin of [
        'http://norrgraph.example',
        'https://norrgraph.example:8443',
        'https://evil.norrgraph.example',
      ]) {
        expect(await asked(origin)).toBeNull()
      }
    })

    it('plain http signs nobody in, and a proxy that nobody named is believed nothing', async () => {
      expect((await signIn(behind, { host: 'norrgraph.example' })).status).toBe(400)
      expect((await signIn(behind, https, 'bo', password, '192.0.2.99')).status).toBe(400)
    })

    it('a token is good for programs all the same, and is told from one that has ended', async () => {
      const { secret } = await createToken(graph, admin, { name: 'a program', account: 'bo', days: 1 })
      const authorization = `BEARER ${secret}`
      expect(await viewer({ ...https, authorization }, behind)).toBe('bo')
      later(86_400_000 + 1)
      const ended = await send(behind, '/graphql', { query: '{ viewer { name } }' }, { ...https, authorization })
      expect([ended.statusCode, ended.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    })
  })

  describe('wrong passwords', () => {
    const wrong = (from: string) => signIn(app, {}, 'anna', 'not that one', from)

    it('two hundred at once are looked at a few times, and the right one works from elsewhere', async () => {
      const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await wrong('192.0.2.1')).status))
      expect([401, 429].map((status) => statuses.filter((each) => each === status).length)).toEqual([5, 195])
      expect((await signIn(app, {}, 'anna', password, '192.0.2.1')).status).toBe(429)
      expect((await signIn(app, {}, 'anna', password, '192.0.2.2')).status).toBe(200)
    })

    it('wait alike from all addresses of one network, and whatever port a proxy writes behind one', async () => {
      const attempts = async (from: (time: number) => string) => {
        const statuses: number[] = []
        for (let time = 1; time <= 6; time += 1) {
          const headers = { ...https, 'x-forwarded-for': from(time) }
          statuses.push((await signIn(behind, headers, 'bo', 'not that one')).status)
        }
        return statuses
      }
      const waiting = [401, 401, 401, 401, 401, 429]
      expect(await attempts((time) => `2001:db8:1:2::${time}`)).toEqual(waiting)
      expect(await attempts((time) => `203.0.113.5:${4_000 + time}`)).toEqual(waiting)
      expect((await signIn(behind, { ...https, 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(200)
    })

    it('are forgotten after a day', async () => {
      const statuses = async () => {
        const given: number[] = []
        for (let time = 0; time < 6; time += 1) given.push((await wrong('192.0.2.44')).status)
        return given
      }
      const waiting = [401, 401, 401, 401, 401, 429]
      expect(await statuses()).toEqual(waiting)
      later(24 * 3_600_000 + 1)
      expect(await statuses()).toEqual(waiting)
    })

    it('let one wait longer and longer, up to an hour, until the right one comes', async () => {
      const waits: number[] = []
      for (let times = 0; times < 20; times += 1) {
        const first = await wrong('192.0.2.3')
        const { wait } = first.status === 429 ? first : await wrong('192.0.2.3')
        waits.push(wait)
        later(1_000 * wait)
      }
      const grown = waits.filter((wait) => wait > 0)
      expect(grown.slice(0, 4)).toEqual([2, 4, 8, 16])
      expect(Math.max(...grown)).toBe(3_600)
      expect((await signIn(app, {}, 'anna', password, '192.0.2.3')).status).toBe(200)
      expect((await wrong('192.0.2.3')).status).toBe(401)
    })
  })
})
