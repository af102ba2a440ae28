import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount } from '../../src/accounts/accounts.js'
import { today } from '../../src/kernel/day.js'
import { createApp } from '../../src/server/app.js'
import { openLog } from '../../src/server/log.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

const password = 'gott om tid 7'
const token = 'the key to the house'
const line = z.object({ msg: z.string() }).loose()
const made = z.object({
  data: z.object({ createToken: z.object({ secret: z.string(), token: z.object({ id: z.string() }) }) }),
})

let seeded: SeededApp
let app: FastifyInstance
let written = ''
beforeAll(async () => {
  seeded = await openSeededApp()
  const log = openLog({
    write(text) {
      written += text
    },
  })
  app = await createApp({ graph: seeded.graph, edition }, { ...localSettings, token }, log)
  await createAccount(seeded.graph, { name: 'anna', role: 'ADMIN', password }, today())
}, 60_000)
afterAll(async () => {
  await app.close()
  await seeded.close()
})

const send = (url: string, payload: object, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: 'POST', url, headers: { host: 'localhost', ...headers }, payload, remoteAddress: '192.0.2.7' })

it('the log says who signed in or did not, and who made or changed which account and token', async () => {
  await send('/sign-in', { name: 'Anna ', password })
  await send('/sign-in', { name: 'anna', password: 'not that one' })
  // People type in the wrong field.
  await send('/sign-in', { name: password, password: 'anna' })
  const authorization = `Bearer ${token}`
  const ask = (query: string) => send('/graphql', { query }, { authorization })
  await ask(
    `mutation { createAccount(input: { name: "bo", role: READER, password: "ett annat ord 8" }) { account { name } } }`,
  )
  await ask('mutation { updateAccount(input: { name: "nobody-here", isDisabled: true }) { account { name } } }')
  const answer = await ask(
    'mutation { createToken(input: { name: "harvest", account: "bo" }) { secret token { id } } }',
  )
  const { secret, token: of } = made.parse(answer.json()).data.createToken
  const own = { authorization: `Bearer ${secret}` }
  await send('/graphql', { query: 'mutation { createToken(input: { name: "another" }) { secret } }' }, own)
  await send('/graphql', { query: `mutation { revokeToken(id: "${of.id}") { id } }` }, own)
  await send('/graphql', { query: '{ viewer { name } }' }, own)
  const lines = written
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)))
    .map(({ level: _, time: __, pid: ___, hostname: ____, ...said }) => said)
  expect(lines).toEqual([
    { by: 'anna', account: 'anna', with: 'password', msg: 'signed in' },
    { by: null, account: 'anna', address: '192.0.2.7', msg: 'sign-in refused' },
    { by: null, account: null, address: '192.0.2.7', msg: 'sign-in refused' },
    { by: 'token', account: 'bo', role: 'READER', msg: 'account made' },
    { by: 'token', asked: ['updateAccount'], code: 'NOT_FOUND', msg: 'refused' },
    { by: 'token', token: of.id, account: 'bo', role: 'READER', expiresAt: expect.any(String), msg: 'token made' },
    {
      by: 'bo',
      token: expect.any(String),
      account: 'bo',
      role: 'READER',
      expiresAt: expect.any(String),
      msg: 'token made',
    },
    { by: 'bo', token: of.id, msg: 'token revoked' },
  ])
  for (const kept of [password, 'ett annat ord 8', 'not that one', token, secret, 'norrgraph_']) {
    expect(written).not.toContain(kept)
  }
})
