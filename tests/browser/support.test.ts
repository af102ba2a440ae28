import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const METAL_FIRM =
  '/support?lang=sv&asOf=2026-11-24&municipality=municipality:2582&sector=sector:sni2007-C25&size=SMALL&needs=need:finance'

describeInBrowser('who can help a firm', () => {
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

  const cards = (page: Page) => page.locator('.match')
  const names = (page: Page) => page.locator('.match h3 a').allTextContents()

  it('is told as an adviser tells it: who lends first, what on which terms, how sure that is, why, and whom to write to', async () => {
    const { page, complaints } = await open(browser, served.address + METAL_FIRM)
    const first = cards(page).first()
    await first.getByRole('heading', { name: 'Norrlandsfonden' }).waitFor()
    await first.getByText('fråga om erbjudandet finns kvar').waitFor()
    const offer = first.locator('.offers > li').first()
    await offer.getByRole('link', { name: 'Lån med EIF-garanti' }).waitFor()
    await offer.getByText('lån · senast sett 2021: fråga om det finns kvar').waitFor()
    await offer.getByText('Kan träda in där fastigheter inte ger banken säkerhet.').waitFor()
    await first.getByRole('link', { name: 'norrlandsfonden.se' }).waitFor()
    const why = first.getByText('Bara om ni exporterar').or(first.getByText('Hjälper där fastigheter'))
    expect(await why.first().isVisible()).toBe(false)
    await first.getByText('Varför i den här ordningen').click()
    await why.first().waitFor({ state: 'visible' })
    await page.getByRole('heading', { name: 'Knacka också på hos' }).waitFor()
    const door = page.getByRole('listitem').filter({ hasText: 'Boden kommuns näringslivskontor' })
    await door.getByText(/^Kontakt: |^Ingen kontakt är känd\.$/).waitFor()
    await page
      .getByText('Det är inte angivet om företaget exporterar: i dess bransch antas det vara troligt.')
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('heads each actor by how well its first offer is known, not its best', async () => {
    const { page } = await open(
      browser,
      `${served.address}/support?lang=sv&asOf=2026-11-24&municipality=municipality:2582&shown=60`,
    )
    const told = await cards(page).evaluateAll((found) =>
      found.map((card) => ({
        heading: card.querySelector('.evidence')?.textContent ?? '',
        offers: [...card.querySelectorAll('.offers > li > .quiet')].map(({ textContent }) => textContent),
        contact: card.querySelector('.contact')?.textContent,
      })),
    )
    const asked = told.filter(({ heading }) => heading === 'fråga om erbjudandet finns kvar')
    expect(asked.filter(({ offers }) => !offers[0]?.endsWith('fråga om det finns kvar'))).toEqual([])
    expect(asked.some(({ offers }) => offers.slice(1).some((offer) => offer.includes('pågår')))).toBe(true)
    const inForce = told.filter(({ heading }) => heading === 'erbjudande som pågår')
    expect(inForce.filter(({ offers }) => !offers[0]?.includes('pågår'))).toEqual([])
    const known = told.map(({ contact }) => contact).filter((contact) => !contact?.startsWith('Kontakt: '))
    expect(new Set(known)).toEqual(new Set(['Ingen kontakt är känd.']))
  })

  it('says of which day it is, and until when an offer is in force', async () => {
    const { page } = await open(
      browser,
      `${served.address}/support?lang=sv&asOf=2026-11-24&municipality=municipality:2582&shown=60`,
    )
    const day = page.getByText(/^Svaret gäller 24 november 2026\./).filter({ visible: true })
    expect(await day.allTextContents()).toEqual(['Svaret gäller 24 november 2026.'])
    await page.emulateMedia({ media: 'print' })
    expect(await day.allTextContents()).toEqual(['Svaret gäller 24 november 2026. Kommun: Boden'])
    await page.emulateMedia({ media: 'screen' })
    const offers = await page.locator('.offers > li > .quiet').allTextContents()
    expect(offers.some((offer) => offer.includes('pågår till 31 december 2026'))).toBe(true)
    expect(offers.some((offer) => /pågår till \d{4}(,|$)/.test(offer))).toBe(true)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('The answer is of 24 November 2026.', { exact: true }).waitFor()
    await page
      .getByText(/in force until 31 December 2026/)
      .first()
      .waitFor({ state: 'attached' })
  })

  it.each([360, 1280])('says nothing in per cent but what terms say, and fits a width of %i', async (width) => {
    const { page } = await open(browser, served.address + METAL_FIRM, { viewport: { width, height: 740 } })
    for (const folded of await page.locator('.match summary').all()) await folded.click()
    const text = await page.locator('.asked-and-answered > section').evaluate((section) => {
      const list = new DOMParser().parseFromString(section.innerHTML, 'text/html')
      for (const terms of list.querySelectorAll('.conditions')) terms.remove()
      return list.body.textContent
    })
    expect(text).toContain('Norrlandsfonden')
    expect(text).not.toMatch(/%|procent|matchar|poäng/i)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  it('shows those who may know only when asked, last, and in an address that can be sent', async () => {
    const { page } = await open(browser, served.address + METAL_FIRM)
    const known = await names(page)
    await page.getByRole('button', { name: /^Visa också dem som kanske vet \(\d+\)$/ }).click()
    await page.waitForURL(/evidence=AREA/)
    await settled(page)
    const first = await cards(page).count()
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await expect.poll(() => cards(page).count()).toBeGreaterThan(first)
    await settled(page)
    const all = await names(page)
    expect(all.slice(0, known.length)).toEqual(known)
    await cards(page).filter({ hasText: 'arbetar inom området, vet kanske' }).first().waitFor()
    const { page: sent } = await open(browser, page.url())
    expect(await names(sent)).toEqual(all)
    await sent.getByRole('button', { name: 'Visa bara dem som man vet kan hjälpa' }).click()
    await sent.waitForURL((url) => !url.searchParams.has('evidence'))
  })

  it('says that nobody is known, who is nearest elsewhere, and what has been', async () => {
    const { page } = await open(
      browser,
      `${served.address}/support?lang=sv&asOf=2026-11-24&municipality=municipality:2506&needs=need:buyer-size-demand`,
    )
    await page.getByRole('heading', { name: '0 aktörer kan hjälpa' }).waitFor()
    const nobody = page.getByRole('region', { name: 'Här saknas stöd' })
    await nobody.getByText('Köparnas krav på storlek: ingen är känd.').waitFor()
    expect(await nobody.textContent()).toMatch(/Närmast på annat håll: .+, \d+ km bort\./)
    await nobody.getByText(/North Business Arena \(avslutad/).waitFor()
    await page.getByText('Ingen som når ett sådant företag är känd för det här.').waitFor()
  })

  it('changes with what the asker adds, and the address keeps it', async () => {
    const { page } = await open(browser, served.address + METAL_FIRM)
    await page.getByText('Mer om företaget').click()
    await page.getByLabel('Exporterar, eller levererar till exportörer').selectOption({ label: 'Nej' })
    // The address changes before the list does: what is awaited is the list.
    await expect.poll(() => names(page)).not.toContain('Exportkreditnämnden (EKN)')
    await page.waitForURL(/exports=no/)
    await settled(page)
    await page.getByRole('checkbox', { name: 'bidrag', exact: true }).check()
    const kinds = () => page.locator('.offers > li > .quiet:first-of-type').allTextContents()
    await expect.poll(async () => (await kinds()).filter((text) => !text.includes('bidrag'))).toEqual([])
    await page.waitForURL(/wants=GRANT/)
    await settled(page)
    const granted = await names(page)
    expect(granted).toContain('Region Norrbotten')
    expect((await kinds()).length).toBeGreaterThan(2)
    const buyers = page.getByLabel('Vill leverera till')
    expect(await buyers.getByRole('option', { name: /^H2 Green Steel \(.*Stegra.*\)$/ }).count()).toBe(1)
    const { page: sent } = await open(browser, page.url())
    expect(await names(sent)).toEqual(granted)
    expect(await sent.getByRole('checkbox', { name: 'bidrag', exact: true }).isChecked()).toBe(true)
  })

  it('has the latest of the buyer beside those who open the way to it', async () => {
    const { page } = await open(
      browser,
      `${served.address}/support?lang=sv&asOf=2026-11-24&municipality=municipality:2480&sector=sector:sni2007-M71&employees=25&turnover=30&needs=need:buyer-access&buyer=establishment:h2-green-steel`,
    )
    expect((await names(page))[0]).toBe('Boden Business Park')
    const news = page.getByRole('region', { name: 'Senast om köparen' })
    await news
      .getByText(/^2026:/)
      .first()
      .waitFor()
    await news.getByText(/inte ha fått betalt/).waitFor()
  })
})
