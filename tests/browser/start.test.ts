import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('the start page', () => {
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

  it.each([
    ['sv', /^17.270 nya jobb väntas ge 23.275 till/, /^I \d+ av 377 kombinationer av kommun och behov saknas stöd/],
    ['en', /^17,270 new jobs are expected to give 23,275 more/, /^In \d+ of 377 combinations of municipality and need/],
  ])(
    'says what was found, and has the search beside it on the first screen of a telephone, in %s',
    async (lang, jobs, gaps) => {
      const { page, complaints } = await open(browser, `${served.address}/?lang=${lang}`, {
        viewport: { width: 360, height: 740 },
      })
      await page.getByRole('heading', { level: 1, name: jobs }).waitFor()
      await page.getByRole('link', { name: gaps }).waitFor()
      const box = await page.getByRole('combobox').boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(740)
      expect(complaints).toEqual([])
    },
  )

  it('colours the map by what is chosen, keeps that in the address, and leads to a municipality', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=sv`)
    await page.getByRole('heading', { name: /^Skellefteå får flest av de jobb vars kommun är känd: 2.870$/ }).waitFor()
    await page.getByRole('button', { name: 'luckor i stödet' }).click()
    await page.getByRole('heading', { name: /^Flest jobb på spel där stöd saknas har .+: [\d\s]+$/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('map')).toBe('gaps')
    await page.getByRole('button', { name: 'företag', exact: true }).click()
    await page.getByRole('heading', { name: /^Flest företag i registret har / }).waitFor()
    await page.reload()
    await settled(page)
    await page.getByRole('heading', { name: /^Flest företag i registret har / }).waitFor()
    await page.getByRole('button', { name: 'Visa som tabell' }).click()
    await page.getByRole('row').filter({ hasText: 'Arjeplog' }).first().getByText(/^\d+$/).first().waitFor()
    await page.getByRole('button', { name: 'Visa bilden' }).click()
    await page.getByRole('link', { name: /^Luleå: \d+ företag$/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Luleå' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('leads from each figure to what it means, to the five views, and tells what changed last', async () => {
    const { page } = await open(browser, `${served.address}/?lang=sv`)
    const questions = page.getByRole('region', { name: 'Fem frågor' })
    expect(await questions.getByRole('link').count()).toBe(5)
    await page.getByRole('region', { name: 'Senast ändrat i registret' }).getByRole('listitem').first().waitFor()
    await page.getByRole('link', { name: 'varav inducerade, genom hushållens köp' }).click()
    await page.getByRole('heading', { level: 3, name: 'Inducerade jobb, genom hushållens köp' }).waitFor()
  })
})
