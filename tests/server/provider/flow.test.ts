import { beforeEach, describe, expect, it } from 'vitest'
import { createAccount, updateAccount } from '../../../src/accounts/accounts.js'
import { today } from '../../../src/kernel/day.js'
import type { ServerSettings } from '../../../src/startup/settings.js'
import { Browser } from './browser.js'
import { eva, https, loopback, returning, signingIn } from './signing-in.js'

const given = signingIn()

describe('signing in by a provider', () => {
  let browser: Browser
  beforeEach(async () => {
    browser = await given.browse()
  })

  it('makes a READER with an account of their own, who is the same the next time', async () => {
    expect(await browser.follow('/sign-in/provider')).toMatchObject({ url: `${loopback}/`, status: 200 })
    expect(await browser.viewer()).toEqual(eva)
    const elsewhere = new Browser(given.app, loopback)
    await elsewhere.follow('/sign-in/provider')
    expect(await elsewhere.viewer()).toEqual(eva)
    given.expectNothingTold()
    expect(given.logged).toEqual([])
  })

  it('takes over nobody who has the same name, and gives no role that is claimed', async () => {
    await createAccount(given.graph, { name: 'kim@kommun.example', role: 'ADMIN', password: 'gott om tid 7' }, today())
    const claims = { preferred_username: 'Kim@Kommun.example', name: 'Kim K', role: 'ADMIN', roles: 'ADMIN' }
    Object.assign(given.provider.known, { subject: 'kim', claims })
    await browser.follow('/sign-in/provider')
    expect(await browser.viewer()).toMatchObject({ name: 'kim@kommun.example-2', role: 'READER' })
  })

  it('ends at once with the account', async () => {
    await browser.follow('/sign-in/provider')
    await updateAccount(given.graph, { name: eva.name, isDisabled: true }, today())
    expect(await browser.viewer()).toBeNull()
    const page = await browser.follow('/sign-in/provider')
    expect(page).toMatchObject({ status: 401, body: expect.stringContaining('Kontot är avstängt') })
    expect(await browser.viewer()).toBeNull()
    await updateAccount(given.graph, { name: eva.name, isDisabled: false }, today())
    await browser.follow('/sign-in/provider')
    expect(await browser.viewer()).toEqual(eva)
  })

  it('begins a session of another id than the one that went to the provider', async () => {
    const page = await browser.follow('/sign-in/provider', returning)
    const before = browser.held()
    await browser.follow(page.to ?? '')
    const after = browser.held()
    expect([before.length, after.length]).toEqual([1, 1])
    expect(after).not.toEqual(before)
  })

  it.each<readonly [string, string]>([
    ['/account', '/account'],
    ['/suppliers?of=a%20b#c', '/suppliers?of=a%20b#c'],
    ['/entity/å', '/entity/%C3%A5'],
    ...['//evil.example', 'https://evil.example', '/\\evil.example', '/.//evil.example', '/..//evil.example', 'x'].map(
      (wanted) => [wanted, '/'] as const,
    ),
    ...['/\t/evil.example', '/%09/evil.example\r\nx: y', 'javascript:alert(1)', `/${'x'.repeat(3000)}`].map(
      (wanted) => [wanted, '/'] as const,
    ),
  ])('leads on to pages of this server alone: %j', async (wanted, to) => {
    const address = `/sign-in/provider?${new URLSearchParams({ return: wanted })}`
    const page = await browser.follow(address, returning)
    expect((await browser.visit(page.to ?? '')).headers.get('location')).toBe(to)
  })

  it('shows who is not in a browser why in JSON', async () => {
    const answer = await browser.visit('/sign-in/return?code=x&state=y', 'application/json')
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })
})

describe('behind a proxy', () => {
  const sent = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' }

  it('the address that people know leads there and back, by a cookie for https alone', async () => {
    const browser = new Browser(await given.open({ url: https, proxies: ['127.0.0.1'] }), https, sent)
    expect(await browser.follow('/sign-in/provider')).toMatchObject({ url: `${https}/`, status: 200 })
    expect(await browser.viewer()).toEqual(eva)
    expect(browser.held()).toEqual([expect.stringMatching(/^__Host-norrgraph=/)])
  })

  it.each<readonly [string, Partial<ServerSettings>, Readonly<Record<string, string>>]>([
    ['that is not named', { url: https }, sent],
    ['that was asked by plain http', { url: https, proxies: ['127.0.0.1'] }, { ...sent, 'x-forwarded-proto': 'http' }],
    ['without NORRGRAPH_URL', { proxies: ['127.0.0.1'], hosts: ['norrgraph.example'] }, sent],
  ])('%s nobody is led to the provider', async (_, own, headers) => {
    const browser = new Browser(await given.open(own), https, headers)
    expect(await browser.visit('/sign-in/provider')).toMatchObject({ status: 400, to: null })
    expect(browser.held()).toEqual([])
  })
})

it('without a provider nothing leads to one', async () => {
  const browser = new Browser(await given.open({ provider: null }), loopback)
  expect((await browser.visit('/sign-in/provider', 'application/json')).status).toBe(404)
})
