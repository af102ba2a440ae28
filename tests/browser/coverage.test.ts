import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const VIEW = '/coverage?lang=sv&asOf=2026-11-24'

describeInBrowser('coverage', () => {
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

  const NOTHING = /: Här saknas stöd, /
  const CONDITIONS = /: Inget stöd som är öppet för alla företag; \d+ har villkor, /
  const cells = (page: Page, name: RegExp) => page.getByRole('button', { name }).count()
  const missing = async (page: Page) => (await cells(page, NOTHING)) + (await cells(page, CONDITIONS))

  /** How many cells lack support for every firm when this is counted. */
  async function countingOf(page: Page, label: string): Promise<number> {
    const sentence = page.getByText(/^I \d+ av \d+ kombinationer av kommun och behov/)
    const before = await sentence.textContent()
    await page.getByLabel('Räkna med').selectOption({ label })
    await expect.poll(() => sentence.textContent()).not.toBe(before)
    await settled(page)
    return missing(page)
  }

  it('counts what is known; less and more can be asked for, in the address too', async () => {
    const { page, complaints } = await open(browser, served.address + VIEW)
    const known = await missing(page)
    const nothing = await cells(page, NOTHING)
    expect(nothing).toBeGreaterThan(0)
    expect(nothing).toBeLessThan(known)
    await page
      .getByText(
        new RegExp(
          `^I ${known} av \\d+ kombinationer .+ öppet för alla företag; i ${nothing} av dem .+ saknas stöd\\.$`,
        ),
      )
      .waitFor()
    const inForce = await countingOf(page, 'bara erbjudanden som pågår')
    expect(new URL(page.url()).searchParams.get('evidence')).toBe('IN_FORCE')
    const { page: sent } = await open(browser, page.url())
    expect(await missing(sent)).toBe(inForce)
    const area = await countingOf(page, 'också dem som kanske vet')
    expect(inForce).toBeGreaterThan(known)
    expect(known).toBeGreaterThan(area)
    expect(complaints).toEqual([])
  })

  it('tells of a cell how well its support is known, and what each who helps has, with its year', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2582&need=need:finance`)
    const panel = page.getByRole('region', { name: 'Boden, Finansiering' })
    await panel
      .getByRole('definition')
      .filter({ hasText: /^erbjudande|^någon/ })
      .waitFor()
    const fund = panel.getByRole('listitem').filter({ hasText: 'Norrlandsfonden' })
    await fund.getByText('Lån med EIF-garanti: senast sett 2021: fråga om det finns kvar').waitFor()
  })

  it('does not call it nobody where some firms are helped, and leads to who helps them', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2582&need=need:succession`)
    const panel = page.getByRole('region', { name: /^Boden, / })
    await panel.getByText(/^Inget stöd som är öppet för alla företag; \d+ har villkor$/).waitFor()
    expect(await panel.getByText('Här saknas stöd').count()).toBe(0)
    await panel.getByRole('link', { name: 'Se vem som kan hjälpa' }).click()
    await page.getByRole('heading', { name: /^[1-9]\d* aktör(er)? kan hjälpa$/ }).waitFor()
    const asked = new URL(page.url()).searchParams
    expect([asked.get('municipality'), asked.get('needs')]).toEqual(['municipality:2582', 'need:succession'])
    await page.goto(`${served.address}${VIEW}&place=municipality:2582&need=need:visibility`)
    await panel.getByText('Här saknas stöd').waitFor()
    expect(await panel.getByRole('link', { name: 'Se vem som kan hjälpa' }).count()).toBe(0)
  })

  it('offers to ask those who may know where nothing more is known', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2506&need=need:bank-dialogue`)
    const panel = page.getByRole('region', { name: 'Arjeplog, Kunskap att svara banken' })
    await panel.getByText(/^Inget stöd som är öppet för alla företag; \d+ har villkor$/).waitFor()
    await panel.getByRole('button', { name: 'Räkna med dem som kanske vet' }).click()
    await page.waitForURL(/evidence=AREA/)
    await panel.getByText('någon som arbetar inom området och kanske vet').waitFor()
  })

  it('says in one sentence what a new actor in two places would fill, and whom it reaches', async () => {
    const { page, complaints } = await open(browser, served.address + VIEW)
    const before = await missing(page)
    await page.getByText('Pröva en ny insats eller aktör').click()
    await page.getByLabel('Namn').fill('En ny aktör')
    await page.getByLabel('Namn').press('Enter')
    for (const name of ['Pajala', 'Övertorneå', 'Synlighet som arbetsgivare', 'Finansiering'])
      await page.getByRole('checkbox', { name, exact: true }).check()
    const sentence = page.getByText(/^En ny aktör i Pajala och Övertorneå fyller \d+ luckor; [\d\s]+ jobb nås\.$/)
    await sentence.waitFor()
    await settled(page)
    const filled = before - (await missing(page))
    expect(filled).toBeGreaterThanOrEqual(2)
    expect(await sentence.textContent()).toContain(`fyller ${filled} luckor`)
    const { page: sent } = await open(browser, page.url())
    expect(await sent.getByText(`fyller ${filled} luckor`).count()).toBe(1)
    expect(complaints).toEqual([])
  })

  it('opens a link to a new actor by area as it was sent', async () => {
    const { page } = await open(
      browser,
      `${served.address}${VIEW}&actor=Hubb&serves=municipality:2521&provides=area:growth-and-finance&evidence=AREA`,
    )
    expect(await page.getByRole('checkbox', { name: 'Pajala', exact: true }).isChecked()).toBe(true)
    await page.getByText(/^Hubb i Pajala fyller|^Ingen ruta ändras/).waitFor()
  })
})
