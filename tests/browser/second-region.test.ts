import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampliaFolder } from '../second-region/examplia.js'
import { describeInBrowser, launch, open, refusedFiles, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

/** Places, bodies, years and letters of the region that comes with the program. */
const ofNorthernSweden =
  /norrbotten|västerbotten|boden|luleå|kiruna|skellefteå|norrland|sverige|sweden|ramboll|tillväxtverket|northvolt|lkab|\bscb\b|\bsni\b|2022|[åäö]/i

describeInBrowser('the pages of a made-up region that speaks English alone', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve({ NORRGRAPH_SEED: exampliaFolder })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  const expectOwnWords = async (page: Page) => {
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('body').textContent()).not.toMatch(ofNorthernSweden)
    expect(await page.title()).not.toMatch(ofNorthernSweden)
  }

  it('begin with its figures, its ventures and its municipalities on the map, and nothing of another region', async () => {
    const { page, complaints } = await open(browser, served.address)
    await page.getByText('Two ventures in Examplia (made up)').first().waitFor()
    await page.getByRole('link', { name: 'Wind tower works: 500 jobs, Aldport' }).waitFor()
    await page.getByText('620', { exact: true }).waitFor()
    expect(await page.locator('.map-land path').count()).toBe(5)
    await page.getByText('Boundaries: made up.').waitFor()
    await expectOwnWords(page)
    expect(complaints).toEqual([])
  })

  it('find a support actor by its name, and show where what is said of it stands', async () => {
    const { page, complaints } = await open(browser, served.address)
    await page.getByRole('combobox').fill('growth')
    await page.getByRole('option', { name: /Examplia Growth Fund/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Examplia Growth Fund' }).waitFor()
    await page.getByText('The plan for Northmark and Southmark (made up)').first().waitFor()
    await expectOwnWords(page)
    expect(complaints).toEqual([])
  })

  it('say who can help a firm', async () => {
    const { page, complaints } = await open(browser, served.address)
    await page.getByRole('link', { name: 'Who can help a firm?' }).click()
    await page.getByLabel('Municipality', { exact: true }).selectOption({ label: 'Brackwell' })
    await page.getByLabel('Sector', { exact: true }).selectOption({ label: 'C25 Metal goods' })
    await page.getByLabel('Money to grow', { exact: true }).check()
    await page.getByRole('heading', { name: /can help$/ }).waitFor()
    await page.getByRole('link', { name: 'Examplia Growth Fund', exact: true }).first().waitFor()
    await expectOwnWords(page)
    expect(await refusedFiles(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('say where nobody helps', async () => {
    const { page, complaints } = await open(browser, served.address)
    await page.getByRole('link', { name: 'Where is support missing?' }).click()
    await page
      .getByRole('heading', { name: /^In 6 of 20 combinations of municipality and need support is missing/ })
      .first()
      .waitFor()
    await page.getByText('In another 5 there is only support with conditions').first().waitFor()
    const missing = page.getByRole('button', { name: /: Support is missing here/ })
    const conditional = page.getByRole('button', { name: /open to every firm; \d+ ha(s|ve) conditions/ })
    expect([await missing.count(), await conditional.count()]).toEqual([6, 5])
    await page.getByRole('button', { name: /^Eastlow, Money to grow: Support is missing here/ }).click()
    await page.getByRole('heading', { name: 'Eastlow, Money to grow' }).waitFor()
    await page.getByText('Southmark Bank').first().waitFor()
    await expectOwnWords(page)
    expect(complaints).toEqual([])
  })

  it('say what the ventures set off, and what its plan states beside it', async () => {
    const { page, complaints } = await open(browser, served.address)
    await page.getByRole('link', { name: 'What do the ventures set off?' }).click()
    await page.getByText('770').first().waitFor()
    await page.getByText('The ventures set off 300 jobs beside their own.').waitFor()
    await settled(page)
    await expectOwnWords(page)
    expect(complaints).toEqual([])
  })

  it('show each of its kinds of things', async () => {
    for (const at of [
      '/entity/establishment:wind-works',
      '/entity/municipality:5201',
      '/entity/sector:exc2020-C25',
      '/suppliers?venture=establishment:wind-works',
      '/network?of=actor:growth-fund',
    ]) {
      const { page, complaints } = await open(browser, `${served.address}${at}`)
      await expectOwnWords(page)
      expect(complaints, at).toEqual([])
      await page.close()
    }
  })
})
