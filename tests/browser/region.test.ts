import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { describeInBrowser, launch, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('pages of another region', () => {
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

  /** Opens a page that is told something else of its region. */
  async function openWith(path: string, change: object): Promise<Page> {
    const context = await browser.newContext({ locale: 'sv-SE' })
    const page = await context.newPage()
    await page.route('**/region.json*', async (route) => {
      const own = z.looseObject({}).parse(await (await route.fetch()).json())
      await route.fulfill({ json: { ...own, ...change } })
    })
    await page.goto(`${served.address}${path}`)
    await settled(page)
    return page
  }

  it('that speaks English alone are in English, whatever is asked for, and offer no other language', async () => {
    const page = await openWith('/?lang=sv', { languages: ['EN'], words: { EN: { title: 'Examplia' } } })
    await page.getByRole('heading', { level: 1, name: /new jobs are expected to give/ }).waitFor()
    await page.getByText('Every figure shows its source.').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('link', { name: 'Examplia', exact: true }).waitFor()
    await expect.poll(() => page.title()).toBe('Start – Examplia')
    expect(await page.locator('header [hreflang]').count()).toBe(0)
    expect(await page.locator('body').textContent()).not.toMatch(/Norrlandsfonden|Statistics Sweden|2022–2026/)
  })

  it('that has English first are in the reader’s own language where the region speaks it', async () => {
    const page = await openWith('/', { languages: ['EN', 'SV'] })
    await page.getByRole('heading', { level: 1, name: /nya jobb väntas ge/ }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: /new jobs are expected to give/ }).waitFor()
  })

  it('without outlines draw the marks alone, all of them within the map', async () => {
    const page = await openWith('/?lang=en', { outlines: null })
    expect(await page.locator('.map-land path').count()).toBe(0)
    const marks = await page.locator('.region-map circle').all()
    expect(marks.length).toBeGreaterThan(20)
    const map = await page.locator('.region-map svg').boundingBox()
    for (const mark of marks) {
      const box = await mark.boundingBox()
      const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
      expect(middle.x).toBeGreaterThan(map?.x ?? 0)
      expect(middle.x).toBeLessThan((map?.x ?? 0) + (map?.width ?? 0))
      expect(middle.y).toBeGreaterThan(map?.y ?? 0)
      expect(middle.y).toBeLessThan((map?.y ?? 0) + (map?.height ?? 0))
    }
    expect(await page.locator('body').textContent()).not.toContain('Municipal boundaries')
  })

  it('of one county ask about that one alone', async () => {
    const page = await openWith('/?lang=sv', { counties: ['county:24'], outlines: null })
    await page.getByRole('button', { name: 'Visa som tabell' }).click()
    const rows = page.getByRole('figure').getByRole('row')
    await rows.filter({ hasText: 'Skellefteå' }).first().waitFor()
    expect(await rows.filter({ hasText: 'Kiruna' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Täckning' }).click()
    const options = page.getByLabel('Län', { exact: true }).locator('option')
    await options.filter({ hasText: 'Västerbottens län' }).waitFor({ state: 'attached' })
    expect(await options.count()).toBe(2)
  })

  it('open the page for trying queries with the region’s own questions', async () => {
    const page = await browser.newPage()
    await page.goto(`${served.address}/graphql`)
    await page.getByText('Boden that lacks capital').waitFor()
    await page.getByText('municipality:2582').waitFor()
    expect(await page.getByRole('tab').count()).toBeGreaterThanOrEqual(4)
  })
})
