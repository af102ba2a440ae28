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
    await expect.poll(() => page.title()).toBe('Arjeplog – Norrgraph')
    await page.getByRole('link', { name: 'Vilket stöd saknas här?' }).click()
    await page.getByRole('heading', { name: 'Arjeplog', exact: true }).waitFor()
    await page
      .getByRole('button', {
        name: /^Arjeplog, Kunskap att svara banken: Inget stöd som är öppet för alla företag; \d+ har villkor/,
      })
      .click()
    await page.getByText(/^Närmast som hjälper på annat håll: .+, \d+ km$/).waitFor()
    await expect.poll(() => page.title()).toBe('Täckning – Norrgraph')
    await page.goto(`${served.address}/entity/municipality:2506?lang=sv`)
    await page.getByRole('link', { name: 'Vem hjälper företag här?' }).click()
    await page.getByRole('heading', { name: /aktörer kan hjälpa/ }).waitFor()
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

  it('of a municipality opens on its jobs, the needs without support and the jobs behind them, and words lead to what they mean', async () => {
    const { page, complaints } = await open(browser, `${served.address}/entity/municipality:2582?lang=sv`)
    const gaps = page.getByRole('region', { name: /^Stöd saknas för \d+ av 13 behov/ })
    const first = gaps.getByRole('row').nth(1)
    await first.getByText('saknas', { exact: true }).waitFor()
    expect(await first.getByRole('cell').last().textContent()).toMatch(/^\d[\d\s]*$/)
    await page.getByRole('region', { name: 'Satsningar här' }).getByText('1\u00a0700 väntade jobb').waitFor()
    await page.getByRole('link', { name: 'jobb på spel, för det behov som rör flest' }).click()
    await page.waitForURL(/\/method\?lang=sv#jobs-at-stake$/)
    await page.getByRole('heading', { level: 3, name: 'Jobb på spel' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('of a venture tells its jobs by year, its phases, what it buys and who supplies it, with sources', async () => {
    const { page, complaints } = await open(browser, `${served.address}/entity/establishment:h2-green-steel?lang=en`)
    await page.getByText('jobs expected').waitFor()
    await page.getByRole('region', { name: 'New jobs a year' }).getByText('2025').waitFor()
    await page.getByRole('region', { name: 'Phases' }).getByRole('link', { name: 'Construction' }).waitFor()
    await page.getByRole('region', { name: 'Buys', exact: true }).getByText('Requires of suppliers').waitFor()
    const suppliers = page.getByRole('region', { name: /^Suppliers \(\d+ supplies\)$/ })
    await suppliers
      .getByRole('listitem')
      .filter({ hasText: 'Hitachi Energy' })
      .getByText(/^Source: /)
      .waitFor()
    await page.getByRole('group').filter({ hasText: 'H2 Green Steel is operated by' }).first().waitFor()
    expect(complaints).toEqual([])
  })

  it('of a firm leads to who helps it, with what is known of it filled in, and to ventures that buy what it does', async () => {
    const { page } = await open(browser, `${served.address}/entity/municipality:2582?lang=sv`)
    await page
      .getByRole('region', { name: /^Företag här/ })
      .getByRole('link', { name: 'Green Cargo' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Green Cargo' }).waitFor()
    await page.getByRole('region', { name: 'Satsningar som köper det företaget kan göra' }).waitFor()
    const href = await page.getByRole('link', { name: 'Vem hjälper det här företaget?' }).getAttribute('href')
    expect(href).toContain('municipality=municipality:2582')
    expect(href).toContain('sector=sector:sni2007-')
  })

  it('of a source leads to its document, or says that none is published', async () => {
    const { page } = await open(browser, `${served.address}/entity/source:almi-nord-2021?lang=sv`)
    const document = page.getByRole('link', { name: 'Öppna dokumentet' })
    expect(await document.getAttribute('href')).toBe('https://almi.se/nyheter/nord')
    await page.goto(`${served.address}/entity/source:ramboll-2022?lang=sv`)
    await page.getByText('Inget publicerat dokument är känt för den här källan.').waitFor()
    const resting = page.getByRole('region', { name: /^Det som vilar på källan/ })
    expect(await resting.getByRole('listitem').count()).toBe(20)
    await resting.getByRole('button', { name: 'Visa fler' }).click()
    await resting.getByRole('listitem').nth(39).waitFor()
  })

  it('that is not there says so and leads on', async () => {
    const { page } = await open(browser, `${served.address}/entity/no:such?lang=en`)
    await page.getByText('The link may be mistyped').waitFor()
    await page.getByRole('link', { name: 'Search on the start page.' }).click()
    await page.getByRole('combobox').waitFor()
  })
})
