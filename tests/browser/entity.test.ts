import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('the page of an entity', () => {
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

  it('of a municipality leads to who helps there, and to what nobody meets with who is nearest', async () => {
    const { page, complaints } = await open(browser, `${served.address}/entity/municipality:2506?lang=sv`)
    expect(await page.title()).toBe('Arjeplog – Norrgraph')
    await page.getByRole('link', { name: 'Vilket stöd saknas här?' }).click()
    await page.getByRole('heading', { name: /^Arjeplog, / }).waitFor()
    await page.getByRole('button', { name: /^Arjeplog, Kunskap att svara banken: Här saknas stöd/ }).click()
    await page.getByText(/^Närmast som möter behovet på annat håll: .+, \d+ km$/).waitFor()
    expect(await page.title()).toBe('Täckning – Norrgraph')
    await page.goto(`${served.address}/entity/municipality:2506?lang=sv`)
    await page.getByRole('link', { name: 'Vem hjälper företag här?' }).click()
    await page.getByRole('heading', { name: /aktörer kan hjälpa$/ }).waitFor()
    expect(await page.getByLabel('Kommun', { exact: true }).inputValue()).toBe('municipality:2506')
    expect(complaints).toEqual([])
  })

  it('keeps the language on the way to a source', async () => {
    const { page } = await open(browser, `${served.address}/entity/establishment:northvolt?lang=en`)
    await page.locator('.source-note a').first().click()
    await page.getByRole('heading', { name: 'Relationships' }).waitFor()
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en')
  })

  it('that is not there says so and leads on', async () => {
    const { page } = await open(browser, `${served.address}/entity/no:such?lang=en`)
    await page.getByText('Nothing has the id no:such').waitFor()
    await page.getByRole('link', { name: 'Search on the start page.' }).click()
    await page.getByRole('combobox').waitFor()
  })
})
