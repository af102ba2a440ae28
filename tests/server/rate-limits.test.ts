import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createAccount } from '../../src/accounts/accounts.js'
import { createToken } from '../../src/accounts/tokens.js'
import { localEditor } from '../../src/accounts/viewer.js'
import { today } from '../../src/kernel/day.js'
import { createApp } from '../../src/server/app.js'
import { openLog } from '../../src/server/log.js'
import { limits } from '../../src/server/rate-limits.js'
import type { ServerSettings } from '../../src/startup/settings.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

let seeded: SeededApp
let app: FastifyInstance
beforeAll(async () => {
  seeded = await openSeededApp()
}, 60_000)
afterAll(() => seeded.close())
// The minute of each case is as long as the case is.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(async () => {
  vi.useRealTimers()
  await app.close()
})

const open = async (own: Partial<ServerSettings> = {}) => {
  const log = openLog({ write: () => undefined })
  app = await createApp({ graph: seeded.graph, edition }, { ...localSettings, ...own }, log)
}

type Headers = Readonly<Record<string, string>>

/** Signs in by a wrong name, each time by another one. */
let tries = 0
const signIn = (headers: Headers) => {
  tries += 1
  const payload = { name: `nobody-${tries}`, password: 'of nobody at all' }
  return app.inject({ method: 'POST', url: '/sign-in', headers: { host: 'localhost', ...headers }, payload })
}
const ask = (headers: Headers) =>
  app.inject({
    ...{ method: 'POST', url: '/graphql', headers: { host: 'localhost', ...headers } },
    payload: { query: '{ __typename }' },
  })
const statuses = async (times: number, send: (headers: Headers) => ReturnType<typeof ask>, headers: Headers) => {
  const found = new Set<number>()
  for (let each = 0; each < times; each += 1) found.add((await send(headers)).statusCode)
  return [...found]
}
const most = (name: string) => limits.find((each) => each.name === name)?.most ?? 0
const signIns = most('sign in')
const questions = most('questions')

it('whoever signs in too often from one address waits, and is told how long', async () => {
  await open({ proxies: ['127.0.0.1'] })
  expect(await statuses(signIns, signIn, { 'x-forwarded-for': '192.0.2.1' })).toEqual([401])
  const refused = await signIn({ 'x-forwarded-for': '192.0.2.1' })
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.json()).toEqual({
    errors: [{ message: expect.stringMatching(/ask again in \d+ s/), extensions: { code: 'TOO_MANY_REQUESTS' } }],
  })
  expect((await signIn({ 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(401)
  expect((await ask({ 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(200)
  vi.setSystemTime(Date.now() + 60_001)
  expect((await signIn({ 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(401)
})

it('many at once are answered as far as they may ask', async () => {
  await open({ proxies: ['127.0.0.1'] })
  const answers = await Promise.all(
    Array.from({ length: signIns + 10 }, () => signIn({ 'x-forwarded-for': '192.0.2.1' })),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10)
})

it('nobody chooses the address that they are counted by', async () => {
  await open({ proxies: ['127.0.0.1'] })
  for (let each = 0; each < signIns; each += 1) {
    await signIn({ 'x-forwarded-for': `192.0.2.${each}, 198.51.100.7` })
  }
  expect((await signIn({ 'x-forwarded-for': '203.0.113.1, 198.51.100.7' })).statusCode).toBe(429)
  await app.close()
  await open()
  for (let each = 0; each < signIns; each += 1) await signIn({ 'x-forwarded-for': `192.0.2.${each}` })
  expect((await signIn({ 'x-forwarded-for': '203.0.113.1' })).statusCode).toBe(429)
  await app.close()
  await open({ proxies: ['10.0.0.7'] })
  for (let each = 0; each < signIns; each += 1) await signIn({ 'x-forwarded-for': `192.0.2.${each}` })
  expect((await signIn({ 'x-forwarded-for': '203.0.113.1' })).statusCode).toBe(429)
})

it('addresses of one network of IPv6 are counted as one', async () => {
  await open({ proxies: ['127.0.0.1'] })
  for (let each = 0; each < signIns; each += 1) await signIn({ 'x-forwarded-for': `2001:db8::${each.toString(16)}` })
  expect((await signIn({ 'x-forwarded-for': '2001:db8::ffff' })).statusCode).toBe(429)
  expect((await signIn({ 'x-forwarded-for': '2001:db8:0:1::1' })).statusCode).toBe(401)
})

it('whoever is on this machine and asks directly is not counted', async () => {
  await open()
  expect(await statuses(signIns + 1, signIn, {})).toEqual([401])
})

it('those who are known are counted each by themselves, whatever address they share', async () => {
  const admin = { ...localEditor, role: 'ADMIN' } as const
  const senders: string[] = []
  for (const name of ['one', 'other']) {
    await createAccount(seeded.graph, { name, role: 'EDITOR', password: 'gott om tid 7' }, today())
    const { secret } = await createToken(seeded.graph, admin, { name: 'a test', account: name, role: 'EDITOR' })
    senders.push(secret)
  }
  await open({ proxies: ['127.0.0.1'] })
  const [one, other] = senders.map((secret) => ({ authorization: `Bearer ${secret}`, 'x-forwarded-for': '192.0.2.1' }))
  expect(await statuses(questions, ask, one ?? {})).toEqual([200])
  expect((await ask(one ?? {})).statusCode).toBe(429)
  expect((await ask({ ...one, 'x-forwarded-for': '192.0.2.9' })).statusCode).toBe(429)
  expect((await ask(other ?? {})).statusCode).toBe(200)
  expect((await ask({ 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(200)
  const wrong = { authorization: 'Bearer none', 'x-forwarded-for': '192.0.2.5' }
  expect(await statuses(questions, ask, wrong)).toEqual([401])
  expect((await ask(wrong)).statusCode).toBe(429)
})

it('pages and whether the server is ready can be asked for as often as one likes', async () => {
  await open({ proxies: ['127.0.0.1'] })
  const get = (headers: Headers) => app.inject({ url: '/health/ready', headers: { host: 'localhost', ...headers } })
  expect(await statuses(questions + 1, get, { 'x-forwarded-for': '192.0.2.1' })).toEqual([200])
})
