import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { widerThanWindow } from './accessible.js'
import { addAccount, openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import type { Served } from './serve.js'

const long = 'å'.repeat(1_000)
const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

/** What links hold that were cut, mistyped, or made to harm, each with words that stand there all the same. */
const odd: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['/changes', { since: '2001-01-01T10:00:00.000Z' }, /nyast först/],
  ['/changes', { since: 'abc' }, /nyast först/],
  ['/changes', { since: '2026-13-45' }, /nyast först/],
  ['/coverage', { asOf: 'abc' }, /Boden/],
  ['/coverage', { asOf: '+275760-09-13' }, /Boden/],
  ['/coverage', { actor: long, serves: 'municipality:2582', meets: 'need:finance' }, /Boden/],
  ['/coverage', { actor: markup, serves: 'municipality:2582', meets: 'need:finance' }, /onerror/],
  [
    '/support',
    { municipality: 'municipality:2582', employees: 'tolv', turnover: 'mycket', founded: '1e999', asOf: '0' },
    /Boden/,
  ],
  ['/spillover', { compare: 'run:none' }, /Körningen finns inte längre/],
  ['/spillover', { compare: markup, tax: 'x', share: 'NaN', years: 'ett,2030,tre' }, /jobb/],
  ['/spillover/runs', { since: 'i går' }, /körning/i],
  ['/network', { of: 'actor:norrlandsfonden', depth: 'djup', limit: '-', way: '-3' }, /Norrlandsfonden/],
  ['/suppliers', { venture: 'establishment:lkab', from: 'fem', to: '1.5', within: 'nära', employees: 'x' }, /LKAB/],
  ['/method', { from: 'abc', kind: '__proto__' }, /Metod/],
  ['/entity/actor:norrlandsfonden', { state: 'Tue, 24 Nov 2026 10:00:00 GMT', saved: '__proto__' }, /Norrlandsfonden/],
]

describeInBrowser('odd addresses', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts()
    await addAccount(served, { name: 'eva', displayName: 'Eva Redaktör', role: 'EDITOR' })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it.each(odd)('%s with %j shows a page', async (path, values, words) => {
    const { page, complaints } = await open(
      browser,
      `${served.address}${path}?${new URLSearchParams({ ...values, lang: 'sv' })}`,
    )
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    // The address itself, which stands on paper, holds what was asked.
    await page.locator('.print-head').evaluate((head) => head.remove())
    const shown = (await page.locator('main').textContent()) ?? ''
    expect(shown).toMatch(words)
    expect(shown).not.toMatch(/\bNaN\b|undefined|\[object|Invalid Date|Infinity/)
    expect(await widerThanWindow(page)).toBe(0)
    await page.context().close()
  })

  it('a link that was kept leads to what has changed since', async () => {
    const { page, complaints } = await open(
      browser,
      `${served.address}/support?lang=sv&state=${encodeURIComponent('2001-01-01T10:00:00.000Z')}`,
    )
    await page.locator('.changed-since a').click()
    await page.waitForURL((url) => url.pathname === '/changes')
    await settled(page)
    await page.locator('ol.changes li').first().waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('what was just saved is told by words that the page has, whatever the address says', async () => {
    const { page, complaints } = await openAs(
      browser,
      served,
      'eva',
      '/entity/actor:norrlandsfonden?lang=sv&saved=constructor',
    )
    await settled(page)
    expect(await page.locator('.doings .told').textContent()).toBe('')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
