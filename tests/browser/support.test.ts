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
  /** Those who can help, each once, as they stand. */
  const names = async (page: Page) => [...new Set(await page.locator('.match h4 a').allTextContents())]
  const answerOf = (page: Page) => page.getByRole('region', { name: /^Svaret$|^The answer$/ })

  it('is told as an adviser tells it: who lends first, what on which terms, how sure that is, why, and what to do next', async () => {
    const { page, complaints } = await open(browser, served.address + METAL_FIRM)
    const first = page.getByRole('region', { name: /^Lån/ }).locator('.match').first()
    await first.getByRole('heading', { name: 'Norrlandsfonden' }).waitFor()
    await first.getByText('Nästa steg: Fråga Norrlandsfonden om Lån med EIF-garanti finns kvar.').waitFor()
    const offer = first.locator('.group-offers > li').first()
    await offer.getByRole('link', { name: 'Lån med EIF-garanti' }).waitFor()
    await offer.getByText('senast sett 2021: fråga om det finns kvar').waitFor()
    await offer.getByText('Kan träda in där fastigheter inte ger banken säkerhet.').waitFor()
    const source = offer.getByRole('link', { name: 'norrlandsfonden.se/nyheter' })
    expect(await source.getAttribute('href')).toBe('https://norrlandsfonden.se/nyheter')
    await first.getByRole('link', { name: 'norrlandsfonden.se', exact: true }).waitFor()
    const why = first.getByText('Bara om ni exporterar').or(first.getByText('Hjälper där fastigheter'))
    expect(await why.first().isVisible()).toBe(false)
    await first.getByText('Varför i den här ordningen').click()
    await why.first().waitFor({ state: 'visible' })
    await page.getByRole('heading', { name: 'Knacka också på hos' }).waitFor()
    const door = page.getByRole('listitem').filter({ hasText: 'Boden kommuns näringslivskontor' })
    await door.getByText(/^Kontakt: |^Ingen kontakt är känd\.$/).waitFor()
    await page
      .getByRole('region', { name: 'Det här vet vi inte' })
      .getByText('Det är inte angivet om företaget exporterar: i dess bransch antas det vara troligt.')
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('stands by kind of help, each a heading with how many, best first, and all of it once', async () => {
    const { page } = await open(browser, served.address + METAL_FIRM)
    const finding = await page.locator('.finding').textContent()
    expect(finding).toMatch(
      /^11 aktörer kan hjälpa med finansiering; \d+\slånar ut, \d+\sställer garanti och \d+\sger bidrag$/,
    )
    const groups = await page.locator('.help-group').evaluateAll((found) =>
      found.map((group) => ({
        heading: group.querySelector('h3')?.textContent ?? '',
        offers: group.querySelectorAll('.group-offers > li').length,
        actors: [...group.querySelectorAll('.match h4')].map(({ textContent }) => textContent),
      })),
    )
    expect(groups.map(({ heading }) => heading.replace(/ \d.*/, ''))).toEqual([
      'Lån',
      'Garanti och borgen',
      'Bidrag',
      'Utan känt erbjudande',
    ])
    for (const { heading, offers, actors } of groups) {
      const counted = offers > 0 ? `${offers} erbjudanden från ${actors.length}` : `${actors.length} aktör`
      expect(heading).toContain(counted)
    }
    expect(groups[0]?.actors[0]).toBe('Norrlandsfonden')
    expect(groups[0]?.actors).toContain('Nordea')
    expect(groups[1]?.actors).toEqual(['Exportkreditnämnden (EKN)', 'Kreditgarantiföreningen Norr', 'Norrlandsfonden'])
    // What nobody has seen for so long that it does not count stands last, and says why.
    const guarantees = page.getByRole('region', { name: /^Garanti och borgen/ }).locator('.match')
    await guarantees.last().getByText('Står sist: sågs för länge sedan för att räknas med').waitFor()
    expect(await guarantees.first().getByText('Står sist').count()).toBe(0)
    const offers = await page.locator('.group-offers > li .offer-name > a').allTextContents()
    expect(offers.length).toBe(new Set(offers).size)
    await page
      .getByRole('navigation', { name: 'Hoppa till' })
      .getByRole('link', { name: /^Bidrag/ })
      .click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('help-grant')
  })

  it('judges terms in plain words', async () => {
    const { page } = await open(browser, served.address + METAL_FIRM)
    const offer = page.locator('.group-offers > li').filter({ hasText: 'Garanti för investeringskredit' })
    await offer.getByText('uppfyllt: Ni har högst 250 anställda.').waitFor()
    await offer.getByText('att kontrollera: Endast om ni exporterar').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('met: You have at most 250 employees.').first().waitFor()
  })

  it('has its answer on the first screen of a phone, and the form in one line', async () => {
    const { page } = await open(browser, `${served.address}${METAL_FIRM}&employees=12`, {
      viewport: { width: 360, height: 740 },
    })
    const line = page.locator('.asked-in-line > summary')
    await line.getByText('Boden · C25 · Litet · 12 anställda · Finansiering').waitFor()
    expect(await page.getByLabel('Kommun', { exact: true }).isVisible()).toBe(false)
    const finding = await page.locator('.finding').boundingBox()
    expect((finding?.y ?? 999) + (finding?.height ?? 0)).toBeLessThan(740)
    await line.click()
    await page.getByLabel('Kommun', { exact: true }).waitFor({ state: 'visible' })
  })

  it.each([
    ['sv', 'Ett exempel:', /^\d+ aktörer kan hjälpa med finansiering/],
    ['en', 'An example:', /^\d+ actors can help with finance/],
  ])('asked nothing, shows an example that says to be one, and an empty form (%s)', async (lang, note, finding) => {
    const { page, complaints } = await open(browser, `${served.address}/support?lang=${lang}`)
    await page.getByText(note).waitFor()
    await page.getByRole('heading', { level: 2, name: finding }).waitFor()
    const place = page.getByLabel(lang === 'sv' ? 'Kommun' : 'Municipality', { exact: true })
    await place.waitFor({ state: 'visible' })
    expect(await place.inputValue()).toBe('')
    await page.getByRole('option', { name: 'Kiruna' }).waitFor({ state: 'attached' })
    await place.selectOption({ label: 'Kiruna' })
    await page.getByText(note).waitFor({ state: 'detached' })
    // Who is filling in the form is not shut out of it by the first answer.
    await place.waitFor({ state: 'visible' })
    expect(complaints).toEqual([])
  })

  it('says how well each offer is known, with its date', async () => {
    const { page } = await open(
      browser,
      `${served.address}/support?lang=sv&asOf=2026-11-24&municipality=municipality:2582`,
    )
    const known = await page.locator('.offer-name .evidence').allTextContents()
    expect(known.length).toBeGreaterThan(50)
    const isDated = /^pågår|^senast sett \d{4}|^sett på sida utan årtal: fråga om det finns kvar$/
    expect(known.filter((words) => !isDated.test(words))).toEqual([])
    expect(known.some((words) => words.includes('pågår till 31 december 2026'))).toBe(true)
    expect(known.some((words) => /pågår till \d{4}(,|$)/.test(words))).toBe(true)
    const told = await cards(page).evaluateAll((found) =>
      found.map((card) => card.querySelector('.contact')?.textContent),
    )
    expect(new Set(told.filter((contact) => !contact?.startsWith('Kontakt: ')))).toEqual(
      new Set(['Ingen kontakt är känd.']),
    )
    const steps = await page.locator('.match .next-step').allTextContents()
    expect(steps).toHaveLength(told.length)
    await page.getByText('Svaret gäller 24 november 2026.').filter({ visible: true }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('The answer is of 24 November 2026.').filter({ visible: true }).waitFor()
    await page
      .getByText(/in force until 31 December 2026/)
      .first()
      .waitFor({ state: 'attached' })
  })

  it('goes on two pages into the meeting, all of it, with day, address, what is not known and room for notes', async () => {
    const { page } = await open(browser, `${served.address}${METAL_FIRM}&employees=12`)
    const offers = await page.locator('.group-offers > li .offer-name > a').allTextContents()
    const hidden = await page.locator('.group-offers > li').filter({ visible: false }).count()
    expect(hidden).toBeGreaterThan(0)
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(2)
    await page.emulateMedia({ media: 'print' })
    // biome-ignore lint/performance/useDomNodeTextContent: what paper shows, and nothing that is hidden there
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
    expect(offers.length).toBeGreaterThan(20)
    expect(offers.filter((offer) => !text.includes(offer))).toEqual([])
    const expected = [
      'Boden · C25 · Litet · 12 anställda · Finansiering. Svaret gäller 24 november 2026.',
      page.url(),
      'eif.org/InvestEU/news/2023',
      'Kontakt: norrlandsfonden.se',
      'Det här vet vi inte',
      'Anteckningar',
    ]
    expect(expected.filter((each) => !text.includes(each))).toEqual([])
    expect(text).not.toMatch(/Skriv ut|Kopiera länk|Ändra|Varför i den här ordningen|Visa \d/)
    const sizes = await page
      .locator('.support-view')
      .evaluate((view) =>
        [...view.querySelectorAll('*')]
          .filter((each) => each.checkVisibility() && each.textContent !== '')
          .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
      )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual((9 * 96) / 72 - 0.01)
  })

  it('is sent as a link and in a message that says what was found', async () => {
    const { page } = await open(browser, `${served.address}${METAL_FIRM}&employees=12`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    expect(await page.getByRole('button', { name: /Kopiera/ }).count()).toBe(1)
    await page.getByRole('button', { name: 'Kopiera länk till det här läget', exact: true }).click()
    await page.getByText(/^Länken är kopierad/).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).searchParams.get('state')).toMatch(/^\d{4}-\d\d-\d\dT/)
    const { page: sent } = await open(browser, link)
    expect(await sent.locator('.finding').textContent()).toBe(await page.locator('.finding').textContent())
    const mail = new URL((await page.getByRole('link', { name: 'Skicka med e-post' }).getAttribute('href')) ?? '')
    expect(mail.searchParams.get('subject')).toBe('Stöd för Boden · C25 · Litet · 12 anställda · Finansiering')
    const body = mail.searchParams.get('body') ?? ''
    expect(body).toContain('11 aktörer kan hjälpa med finansiering')
    expect(body).toContain('1. Fråga Norrlandsfonden om Lån med EIF-garanti finns kvar.')
    expect(body).toContain(link)
    expect(mail.href.length).toBeLessThan(2_000)
    await page.getByRole('link', { name: 'CSV' }).waitFor()
  })

  it.each([360, 1280])('says nothing in per cent but what terms say, and fits a width of %i', async (width) => {
    const { page } = await open(browser, served.address + METAL_FIRM, { viewport: { width, height: 740 } })
    for (const folded of await page.locator('.match summary').all()) await folded.click()
    const text = await answerOf(page).evaluate((section) => {
      const list = new DOMParser().parseFromString(section.innerHTML, 'text/html')
      for (const terms of list.querySelectorAll('.conditions, .offer-gives, .offer-is')) terms.remove()
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
    const all = await names(page)
    expect(all.length).toBeGreaterThan(known.length)
    expect(all.slice(0, known.length)).toEqual(known)
    await page.getByRole('region', { name: /^Arbetar inom området, vet kanske/ }).waitFor()
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
    await page.getByRole('heading', { level: 2, name: 'Här saknas stöd för köparnas krav på storlek' }).waitFor()
    const nobody = page.getByRole('region', { name: 'Här saknas stöd', exact: true })
    await nobody.getByText('Köparnas krav på storlek: ingen är känd.').waitFor()
    expect(await nobody.textContent()).toMatch(/Närmast på annat håll: .+, \d+ km bort\./)
    await nobody.getByText(/North Business Arena \(avslutad/).waitFor()
    await nobody.getByText(/^Fråga .+ om de kan hjälpa också här/).waitFor()
    await nobody.getByRole('link', { name: /pröva en ny insats eller aktör$/ }).waitFor()
    await page.getByText('Ingen som når ett sådant företag är känd för det här.').waitFor()
  })

  it('changes with what the asker adds, and the address keeps it', async () => {
    const { page } = await open(browser, served.address + METAL_FIRM)
    await page.locator('.asked-in-line > summary').click()
    await page.getByText('Mer om företaget').click()
    await page.getByLabel('Exporterar, eller levererar till exportörer').selectOption({ label: 'Nej' })
    // The address changes before the list does: what is awaited is the list.
    await expect.poll(() => names(page)).not.toContain('Exportkreditnämnden (EKN)')
    await page.waitForURL(/exports=no/)
    await settled(page)
    await page.getByRole('checkbox', { name: 'bidrag', exact: true }).check()
    const kinds = () => page.locator('.help-group > h3').allTextContents()
    await expect
      .poll(async () => (await kinds()).filter((text) => !/^Bidrag|^Utan känt erbjudande/.test(text)))
      .toEqual([])
    await page.waitForURL(/wants=GRANT/)
    await settled(page)
    const granted = await names(page)
    expect(granted).toContain('Region Norrbotten')
    const buyers = page.getByLabel('Vill leverera till')
    expect(await buyers.getByRole('option', { name: /^H2 Green Steel \(.*Stegra.*\)$/ }).count()).toBe(1)
    const { page: sent } = await open(browser, page.url())
    expect(await names(sent)).toEqual(granted)
    await sent.locator('.asked-in-line > summary').click()
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

  it('is answered at once on the page of a firm, and from there in full with the firm filled in', async () => {
    const { page, complaints } = await open(browser, `${served.address}/entity/firm:abb?lang=sv`)
    const helps = page.getByRole('region', { name: 'Vem hjälper det här företaget?' })
    await helps.getByText(/^\d+ aktörer kan hjälpa\.$/).waitFor()
    await helps.getByText('Vad företaget behöver är inte känt: svaret gäller alla behov.').waitFor()
    const five = await helps.getByRole('heading', { level: 3 }).getByRole('link').allTextContents()
    expect(five).toHaveLength(5)
    expect(await helps.getByText('Nästa steg:').count()).toBe(5)
    await helps.getByRole('link', { name: 'Hela svaret med villkor och källor' }).click()
    await page.locator('.asked-in-line > summary').getByText('ABB').waitFor()
    await page.locator('.help-group').first().waitFor()
    expect(await names(page)).toEqual(expect.arrayContaining(five))
    await page.locator('.asked-in-line > summary').click()
    await page.getByRole('button', { name: 'Beskriv ett annat företag' }).click()
    await page.waitForURL((url) => !url.searchParams.has('firm'))
    await page.getByLabel('Kommun', { exact: true }).waitFor({ state: 'visible' })
    expect(complaints).toEqual([])
  })
})
