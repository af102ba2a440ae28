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
    await page
      .getByRole('button', {
        name: /^Arjeplog, Kunskap att svara banken: Inget stöd som är öppet för alla företag; \d+ har villkor/,
      })
      .click()
    await page.getByText(/^Närmast som möter behovet på annat håll: .+, \d+ km$/).waitFor()
    expect(await page.title()).toBe('Täckning – Norrgraph')
    await page.goto(`${served.address}/entity/municipality:2506?lang=sv`)
    await page.getByRole('link', { name: 'Vem hjälper företag här?' }).click()
    await page.getByRole('heading', { name: /aktörer kan hjälpa$/ }).waitFor()
    expect(await page.getByLabel('Kommun', { exact: true }).inputValue()).toBe('municipality:2506')
    expect(complaints).toEqual([])
  })

  it('of an offer tells for what it is there, on which terms, who has it and when it was last seen', async () => {
    const { page, complaints } = await open(browser, `${served.address}/entity/initiative:top-loans?lang=sv`)
    const help = page.getByRole('region', { name: 'Hjälp till företag' })
    await help.getByRole('listitem').filter({ hasText: 'Finansiering' }).getByText('huvuduppgift').waitFor()
    await help.getByRole('listitem').filter({ hasText: 'Vilja att växa' }).getByText('vid sidan av annat').waitFor()
    await help.getByText('Kapitalbehovet är minst 1\u00a0000\u00a0000 kronor').waitFor()
    await help.getByText('Kan träda in där fastigheter inte ger banken säkerhet').waitFor()
    await help
      .getByRole('definition')
      .filter({ hasText: /^2016, / })
      .getByRole('link')
      .waitFor()
    await help.getByRole('definition').getByRole('link', { name: 'Norrlandsfonden' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Norrlandsfonden' }).waitFor()
    await page
      .getByRole('region', { name: 'Hjälp till företag' })
      .getByRole('listitem')
      .filter({ hasText: 'Lån med EIF-garanti' })
      .getByText('senast sett 2021: fråga om det finns kvar')
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('of what has been replaced leads to what took its place', async () => {
    const { page } = await open(browser, `${served.address}/entity/initiative:nib-onlending-2019?lang=sv`)
    const help = page.getByRole('region', { name: 'Hjälp till företag' })
    await help.getByText('Ersätts av').waitFor()
    await help.getByRole('link', { name: 'Lån ur Nordiska investeringsbankens medel', exact: true }).click()
    await page.waitForURL(/initiative:nib-onlending(\?|$)/)
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
