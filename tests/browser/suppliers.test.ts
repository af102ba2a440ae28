import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('suppliers of a venture', () => {
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

  it.each([360, 1280])(
    'stand in groups, who supplies today, of whom no date is known, who has, and who could, at a width of %i',
    async (width) => {
      const viewport = { width, height: 900 }
      const { page, complaints } = await open(
        browser,
        `${served.address}/suppliers?lang=sv&venture=establishment:lkab`,
        {
          viewport,
        },
      )
      const today = page.getByRole('region', { name: 'Levererar i dag' })
      const could = page.getByRole('region', { name: 'Skulle kunna leverera' })
      const mine = today.getByRole('row').filter({ hasText: 'Drift av dagbrottet Leveäniemi' })
      expect(await mine.getByRole('rowheader').textContent()).toBe('BDX Företagen')
      expect(await mine.getByRole('cell').allTextContents()).toEqual(
        expect.arrayContaining(['2022–2028', 'pågick', expect.stringContaining('2022')]),
      )
      await mine.getByRole('link', { name: 'BDX tecknar historiskt avtal med LKAB' }).waitFor()
      // Of a conveyor no page says when.
      const undated = today.getByRole('cell', { name: /^Hiss och transportband ned till 600 meter/ }).first()
      expect(await undated.isVisible()).toBe(false)
      await today
        .locator('summary')
        .getByText(/^Utan kända datum \(\d+\)$/)
        .click()
      await undated.waitFor()
      // A contract that ran out in 2018 is history.
      expect(
        await today
          .getByRole('cell', { name: /^Kärnborrning i Malmberget/ })
          .first()
          .isVisible(),
      ).toBe(false)
      await today
        .locator('summary')
        .getByText(/^Har levererat \(\d+\)$/)
        .click()
      await today
        .getByRole('cell', { name: /^Kärnborrning i Malmberget/ })
        .first()
        .waitFor()
      expect(await could.getByRole('row').count()).toBeGreaterThan(1)
      expect(await could.getByText('levererar redan').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )

  it('of a phase are those of the phase, with the latest that is said of the venture', async () => {
    const { page } = await open(browser, `${served.address}/suppliers?lang=sv&venture=establishment:h2-green-steel`)
    const today = page.getByRole('region', { name: 'Levererar i dag' })
    await today
      .locator('summary')
      .getByText(/^Utan kända datum \(\d+\)$/)
      .click()
    await today.getByRole('row').filter({ hasText: 'Järnmalm' }).first().waitFor()
    expect(
      await page
        .getByLabel('Industrisatsning')
        .getByRole('option', { name: /\(.*Stegra.*\)/ })
        .count(),
    ).toBe(1)
    await page
      .getByRole('region', { name: 'Senast om satsningen' })
      .getByText(/inte ha fått betalt/)
      .waitFor()
    await page.getByLabel('Fas').selectOption({ label: 'Byggande' })
    await page.waitForURL(/phase=CONSTRUCTION/)
    await settled(page)
    await today.getByRole('row').filter({ hasText: 'Elektrolysörer' }).first().waitFor()
    expect(await today.getByRole('row').filter({ hasText: 'Järnmalm' }).count()).toBe(0)
  })
})
