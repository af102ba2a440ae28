import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, removeAccount, updateAccount } from '../../src/accounts/accounts.js'
import { readActsFor } from '../../src/accounts/acts-for.js'
import { createToken, readTokens, revokeToken } from '../../src/accounts/tokens.js'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { today } from '../../src/kernel/day.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { localSettings } from './api.js'
import { describeOnEachEngine } from './engines.js'

const admin: Viewer = { ...localEditor, role: 'ADMIN' }
const password = 'gott om tid 7'
const who = '{ viewer { name displayName role actsFor { id } hasPassword tokens { name } } }'

const asked = z.object({
  data: z.object({ viewer: z.record(z.string(), z.unknown()).nullable() }).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
})

describeOnEachEngine('accounts', (_, __, openSeeded) => {
  let graph: Graph
  let app: FastifyInstance
  beforeAll(async () => {
    graph = await openSeeded()
    app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
  }, 180_000)
  afterAll(async () => {
    await app.close()
    await graph.close()
  })

  const send = async (url: string, payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, headers: { host: 'localhost', ...headers }, payload })
  const viewer = async (headers: Record<string, string> = {}) =>
    asked.parse((await send('/graphql', { query: who }, headers)).json()).data?.viewer
  const signedIn = async (name: string, secret = password) => {
    const answer = await send('/sign-in', { name, password: secret })
    const [cookie] = [answer.headers['set-cookie']].flat()
    return { status: answer.statusCode, cookie: cookie?.split(';')[0] ?? '', set: cookie ?? '' }
  }

  it('until there is one, whoever is on this machine writes', async () => {
    expect(await viewer()).toMatchObject({ name: 'local', role: 'EDITOR' })
  })

  describe('once there is one', () => {
    beforeAll(async () => {
      await createAccount(graph, { name: 'Anna', displayName: 'Anna A', role: 'ADMIN', password }, today())
      const actsFor = [{ actor: 'actor:iuc-norr' }, { actor: 'actor:almi-nord', to: '2020-01-01', from: '2019-01-01' }]
      await createAccount(graph, { name: 'maria', role: 'CONTRIBUTOR', password, actsFor }, today())
    })

    it('nobody is who sends nothing', async () => {
      expect(await viewer()).toBeNull()
      const refused = await send('/graphql', { query: 'mutation { removeAccount(name: "anna") { name } }' })
      expect(refused.statusCode).toBe(401)
      expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    })

    it('a session is who signed in, for those that they act for today', async () => {
      const { status, cookie, set } = await signedIn('MARIA ')
      expect(status).toBe(200)
      expect(set).toMatch(/^norrgraph=.*HttpOnly.*SameSite=Lax/i)
      expect(await viewer({ cookie })).toEqual({
        ...{ name: 'maria', displayName: 'maria', role: 'CONTRIBUTOR', hasPassword: true, tokens: [] },
        actsFor: [{ id: 'actor:iuc-norr' }],
      })
      const out = await send('/sign-out', {}, { cookie })
      expect(out.statusCode).toBe(204)
      expect(await viewer({ cookie })).toBeNull()
    })

    it('a wrong name is told as a wrong password is', async () => {
      const [wrong, unknown] = await Promise.all([
        send('/sign-in', { name: 'maria', password: 'not that one' }),
        send('/sign-in', { name: 'nobody', password }),
      ])
      expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body])
    })

    it('a token is its account, at most of its role, in any case of its scheme', async () => {
      const { secret } = await createToken(graph, admin, { name: 'for a program', account: 'anna', role: 'EDITOR' })
      expect(await viewer({ authorization: `bearer ${secret}` })).toMatchObject({ name: 'anna', role: 'EDITOR' })
      const refused = await send('/graphql', { query: who }, { authorization: `Bearer ${secret}x` })
      expect(refused.statusCode).toBe(401)
      expect(asked.parse(refused.json()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    })

    it('a token makes none that lasts longer than itself', async () => {
      const { secret, token } = await createToken(graph, admin, { name: 'for a day', account: 'maria', days: 1 })
      const query = 'mutation { createToken(input: { name: "for a year", days: 366 }) { token { expiresAt } } }'
      const made = await send('/graphql', { query }, { authorization: `Bearer ${secret}` })
      expect(made.json().data.createToken.token.expiresAt).toBe(token.expiresAt)
      const { cookie } = await signedIn('maria')
      const longer = await send('/graphql', { query }, { cookie })
      expect(longer.json().data.createToken.token.expiresAt > token.expiresAt).toBe(true)
      for (const { id } of (await readTokens(graph, ['maria'])).get('maria') ?? []) await revokeToken(graph, admin, id)
    })

    it('sessions end at once with another password, and when the account is disabled', async () => {
      await createAccount(graph, { name: 'bo', role: 'EDITOR', password }, today())
      const before = await signedIn('bo')
      await updateAccount(graph, { name: 'bo', password: 'ett annat ord 8' }, today())
      expect(await viewer({ cookie: before.cookie })).toBeNull()
      const after = await signedIn('bo', 'ett annat ord 8')
      expect(await viewer({ cookie: after.cookie })).toMatchObject({ name: 'bo' })
      await updateAccount(graph, { name: 'bo', isDisabled: true }, today())
      expect(await viewer({ cookie: after.cookie })).toBeNull()
      expect((await signedIn('bo', 'ett annat ord 8')).status).toBe(401)
      expect(await removeAccount(graph, 'bo')).toBe('bo')
    })

    it('acting for somebody that ends on the day it began is taken away', async () => {
      const actsFor = [{ actor: 'actor:iuc-norr' }, { actor: 'actor:almi-nord', from: '2019-01-01' }]
      await createAccount(graph, { name: 'eva', role: 'CONTRIBUTOR', password, actsFor }, '2026-03-02')
      await updateAccount(graph, { name: 'eva', endActsFor: ['actor:iuc-norr', 'actor:almi-nord'] }, '2026-03-02')
      expect((await readActsFor(graph, ['eva'])).get('eva')).toEqual([
        expect.objectContaining({ actor: 'actor:almi-nord', from: '2019-01-01', to: '2026-03-01' }),
      ])
      expect(await removeAccount(graph, 'eva')).toBe('eva')
    })

    it('the last admin stays', async () => {
      for (const change of [{ isDisabled: true }, { role: 'EDITOR' as const }]) {
        await expect(updateAccount(graph, { name: 'anna', ...change }, today())).rejects.toThrow(/last ADMIN/)
      }
      await expect(removeAccount(graph, 'anna')).rejects.toThrow(/last ADMIN/)
    })
  })
})
