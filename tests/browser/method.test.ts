import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('the page of method and terms', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it.each([1280, 360])('shows what a word means at once where a link leads to it, at %i px', async (width) => {
    const { page, complaints } = await open(browser, `${served.address}/method?lang=sv#retention`, {
      viewport: { width, height: 740 },
    })
    const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Andelen som stannar' }) })
    await entry.getByText('Säger inte').waitFor()
    const top = await entry.evaluate((element) => element.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(200)
    await entry.getByRole('link', { name: /27 procent/ }).click()
    await page.getByRole('heading', { level: 1, name: /27 procent/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('tells each assumption with its value and its source', async () => {
    const { page } = await open(browser, `${served.address}/method?lang=en`)
    const assumptions = page.getByRole('region', { name: 'Assumptions' })
    const row = (name: RegExp) => assumptions.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
    await row(/^tax on wages$/)
      .getByText('32%')
      .waitFor()
    await row(/^tax on wages$/)
      .getByRole('link', { name: 'Norrgraph\u0027s own assessment' })
      .waitFor()
    await row(/^share that stays/)
      .getByText('27%')
      .waitFor()
    await row(/^share that stays/)
      .getByRole('link', { name: /27 percent stays/ })
      .waitFor()
    await row(/^the share is applied$/)
      .getByText(/total|inverse/)
      .waitFor()
    expect(await row(/./).count()).toBe(10)
  })

  it('lists the sources by kind, a page at a time, each with its document or that none is known', async () => {
    const { page } = await open(browser, `${served.address}/method?lang=sv`)
    const sources = page.getByRole('region', { name: 'Var uppgifterna kommer från' })
    await sources.getByText(/^1–20 av \d+/).waitFor()
    await sources.getByRole('button', { name: 'Nästa' }).click()
    await sources.getByText(/^21–40 av \d+/).waitFor()
    await sources.getByLabel('Slag').selectOption('Statistik')
    await settled(page)
    await sources.getByText(/^1–\d+ av \d+/).waitFor()
    expect(new URL(page.url()).searchParams.get('kind')).toBe('STATISTICS')
    await sources.getByText('inget publicerat dokument känt').first().waitFor()
    await page.goBack()
    await sources.getByText(/^21–40 av \d+/).waitFor()
  })

  it('is found at the foot of every page', async () => {
    const { page } = await open(browser, `${served.address}/?lang=en`)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Method and terms' }).click()
    await page.getByRole('heading', { level: 1, name: 'Method and terms' }).waitFor()
  })
})
