import { beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '../../../src/accounts/accounts.js'
import { today } from '../../../src/kernel/day.js'
import { readSettings, type ServerSettings } from '../../../src/startup/settings.js'
import { Browser } from './browser.js'
import { anotherKey, type Faults } from './real-provider.js'
import { eva, loopback, returning, signingIn } from './signing-in.js'

const given = signingIn()

describe('an answer of the provider', () => {
  let browser: Browser
  beforeEach(async () => {
    browser = await given.browse()
  })

  it.each<readonly [string, Faults]>([
    ['with another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['without a nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['for another client', { claims: (claims) => ({ ...claims, aud: 'another' }) }],
    ['for two, by another', { claims: (claims) => ({ ...claims, aud: ['norrgraph', 'another'], azp: 'another' }) }],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'http://127.0.0.1:1' }) }],
    ['that has ended', { claims: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1_000) - 60 }) }],
    ['that holds later', { claims: (claims) => ({ ...claims, nbf: Math.floor(Date.now() / 1_000) + 60 }) }],
    ['without a subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['signed by another', { by: anotherKey() }],
    ['signed by a key that is not there any more', { header: (header) => ({ ...header, kid: 'former' }) }],
    ['signed by another key that is not there', { by: anotherKey(), header: (each) => ({ ...each, kid: 'former' }) }],
    ['changed after it was signed', { claims: (claims) => ({ ...claims, name: 'Other' }), by: 'AS_IT_WAS' }],
    ['signed by nobody', { header: () => ({ alg: 'none' }), by: 'NOBODY' }],
    [
      'signed by nobody, where the provider says that it does so',
      {
        ...{ header: () => ({ alg: 'none' }), by: 'NOBODY' },
        metadata: (all) => ({ ...all, id_token_signing_alg_values_supported: ['none', 'RS256'] }),
      },
    ],
    [
      'signed by what the client knows',
      {
        ...{ header: (header) => ({ alg: 'HS256', typ: header.typ }), by: 'CLIENT_SECRET' },
        metadata: (all) => ({ ...all, id_token_signing_alg_values_supported: ['HS256', 'RS256'] }),
      },
    ],
    ['to a code without its verifier', { withoutParameter: 'code_verifier' }],
    ['to a code for elsewhere', { withoutParameter: 'redirect_uri' }],
  ])('%s is not believed', async (_, faults) => {
    given.provider.faults = faults
    const page = await browser.follow('/sign-in/provider')
    expect(page).toMatchObject({ status: 401, body: expect.stringContaining('gick inte att bekräfta') })
    expect(await browser.viewer()).toBeNull()
    expect(given.logged).toHaveLength(1)
    given.expectNothingTold(page)
  })

  it('a few seconds old or young is believed: clocks differ', async () => {
    const now = Math.floor(Date.now() / 1_000)
    given.provider.faults = { claims: (claims) => ({ ...claims, nbf: now + 5, exp: now - 3 }) }
    await browser.follow('/sign-in/provider')
    expect(await browser.viewer()).toEqual(eva)
  })

  it('that nobody signed in is told as that', async () => {
    given.provider.faults = { isBrokenOff: true }
    const page = await browser.follow('/sign-in/provider')
    expect(page).toMatchObject({ status: 401, body: expect.stringContaining('avbröts eller nekades') })
    expect(given.logged).toEqual([])
    given.provider.faults = {}
    await browser.follow('/sign-in/provider')
    expect(await browser.viewer()).toEqual(eva)
  })

  it.each<readonly [string, (came: URLSearchParams) => unknown, number]>([
    ['of another state', (came) => came.set('state', 'another'), 400],
    ['without a state', (came) => came.delete('state'), 400],
    ['without anything', (came) => ['code', 'state', 'iss'].map((name) => came.delete(name)), 400],
    ['of two states', (came) => came.append('state', 'another'), 401],
    ['that says it is another issuer', (came) => came.set('iss', 'http://127.0.0.1:1'), 401],
    ['without its issuer, which it names always', (came) => came.delete('iss'), 401],
    ['without a code', (came) => came.delete('code'), 401],
    ['with a code that it did not give', (came) => came.set('code', 'another'), 401],
    ['with a token beside', (came) => came.set('id_token', 'a.b.c'), 401],
  ])('%s signs nobody in', async (_, change, status) => {
    const { to } = await browser.follow('/sign-in/provider', returning)
    const came = new URL(to ?? '')
    change(came.searchParams)
    const page = await browser.visit(came.href)
    expect(page.status).toBe(status)
    expect(await browser.viewer()).toBeNull()
    given.expectNothingTold(page)
  })

  it('that somebody else began signs nobody in, and spoils nothing that was begun', async () => {
    const other = new Browser(given.app, loopback)
    const { to: ofOther } = await other.follow('/sign-in/provider', returning)
    expect((await browser.visit(ofOther ?? '')).status).toBe(400)
    const { to } = await browser.follow('/sign-in/provider', returning)
    expect((await browser.visit(ofOther ?? '')).status).toBe(400)
    expect(await browser.viewer()).toBeNull()
    await browser.visit(to ?? '')
    expect(await browser.viewer()).toEqual(eva)
  })

  it('counts once, also where it comes twice at a time', async () => {
    const { to } = await browser.follow('/sign-in/provider', returning)
    const pages = await Promise.all([browser.visit(to ?? ''), browser.visit(to ?? '')])
    expect(pages.map(({ status }) => status).toSorted()).toEqual([302, 400])
    expect((await browser.visit(to ?? '')).status).toBe(400)
  })

  it('with a code that was used is not believed, whoever brings it', async () => {
    const { to } = await browser.follow('/sign-in/provider', returning)
    const used = new URL(to ?? '').searchParams.get('code') ?? ''
    await browser.visit(to ?? '')
    const other = new Browser(given.app, loopback)
    const { to: own } = await other.follow('/sign-in/provider', returning)
    const came = new URL(own ?? '')
    came.searchParams.set('code', used)
    expect((await other.visit(came.href)).status).toBe(401)
    expect(await other.viewer()).toBeNull()
  })

  it('that comes later than ten minutes signs nobody in', async () => {
    const { to } = await browser.follow('/sign-in/provider', returning)
    const { now } = Date
    try {
      Date.now = () => now() + 601_000
      expect((await browser.visit(to ?? '')).status).toBe(400)
    } finally {
      Date.now = now
    }
    expect(await browser.viewer()).toBeNull()
  })
})

describe('a provider that cannot be reached', () => {
  const down: readonly (readonly [string, Faults['down'] & object])[] = [
    ['when it is first asked', { path: /well-known/ }],
    ['when it is first asked, by what stands before it', { path: /well-known/, status: 502 }],
    ['for tokens', { path: /^\/token$/ }],
    ['for tokens, by what stands before it', { path: /^\/token$/, status: 502 }],
    ['for its keys', { path: /^\/jwks$/ }],
  ]
  it.each(down)('%s is told as that, and asked again', async (_, fault) => {
    const browser = await given.browse()
    given.provider.faults = { down: fault }
    const page = await browser.follow('/sign-in/provider')
    expect(page).toMatchObject({ status: 503, body: expect.stringContaining('kan inte nås just nu') })
    expect(page.headers.get('retry-after')).toBe('5')
    expect(given.logged).toHaveLength(1)
    expect(given.logged[0]).toContain(given.provider.issuer)
    given.expectNothingTold(page)
    await createAccount(given.graph, { name: 'bo', role: 'READER', password: 'gott om tid 7' }, today()).catch(() => 0)
    const payload = { name: 'bo', password: 'gott om tid 7' }
    const byPassword = await given.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { host: 'localhost' },
      payload,
    })
    expect(byPassword.statusCode).toBe(200)
    given.provider.faults = {}
    await browser.follow('/sign-in/provider')
    expect(await browser.viewer()).toEqual(eva)
  })

  it.each<readonly [string, Partial<ServerSettings> | (() => Partial<ServerSettings>), Faults]>([
    [
      'another secret',
      () => ({ provider: { issuer: given.provider.issuer, clientId: 'norrgraph', clientSecret: 'no' } }),
      {},
    ],
    ['another issuer', {}, { metadata: (all) => ({ ...all, issuer: 'http://127.0.0.1:1' }) }],
  ])('is told from one that knows this server by %s', async (_, own, faults) => {
    given.provider.faults = faults
    const browser = await given.browse(typeof own === 'function' ? own() : own)
    const page = await browser.follow('/sign-in/provider')
    expect(page).toMatchObject({ status: 503, body: expect.stringContaining('inte rätt inställd') })
    expect(given.logged).toHaveLength(1)
    given.expectNothingTold(page)
  })
})

describe('the address of a provider', () => {
  const settingsOf = (issuer: string) =>
    readSettings({
      ...{
        NORRGRAPH_OIDC_ISSUER: issuer,
        NORRGRAPH_OIDC_CLIENT_ID: 'norrgraph',
        NORRGRAPH_OIDC_CLIENT_SECRET: 'a secret',
      },
    }).server.provider?.issuer

  it.each([
    ...['https://sign-in.kommun.example/tenant/v2.0', 'http://localhost:8080/realms/norr', 'http://127.0.0.1:9'],
    'http://[::1]:9',
  ])('may be %s', (issuer) => {
    expect(settingsOf(issuer)).toBe(issuer)
  })

  it.each([
    ...['http://sign-in.kommun.example', 'http://127.0.0.1.evil.example', 'ftp://localhost', 'sign-in.kommun.example'],
    ...['https://kommun.example/?tenant=a', 'https://kommun.example/#a', 'https://somebody@kommun.example'],
  ])('may not be %s', (issuer) => {
    expect(() => settingsOf(issuer)).toThrow(/NORRGRAPH_OIDC_ISSUER must be an address of https/)
  })
})
