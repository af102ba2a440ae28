import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const sentences = {
  sv: /lokaliseringskvoter, FLQ, δ = 0,25\) blir spridningen omkring 9\s100 jobb .* rimligen 6\s600–15\s000/u,
  en: /location quotients, FLQ, δ = 0\.25\) gives about 9,100 further jobs .* plausibly 6,600–15,000/,
} as const

describeInBrowser('what is bought in the region', () => {
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

  const notes = (page: Page) => page.locator('.regional-note')

  it.each(['sv', 'en'] as const)('stands in a sentence wherever the report’s figure does, in %s', async (lang) => {
    for (const view of ['/', '/spillover', '/entity/claim:spillover-text', '/entity/run:report']) {
      const { page, complaints } = await open(browser, `${served.address}${view}?lang=${lang}`)
      await notes(page).first().waitFor()
      expect(await notes(page).first().textContent(), view).toMatch(sentences[lang])
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('stands beside no other claim', async () => {
    const { page } = await open(browser, `${served.address}/entity/claim:direct-jobs?lang=en`)
    await page.getByText('Source:').first().waitFor()
    await settled(page)
    expect(await notes(page).count()).toBe(0)
    await page.context().close()
  })

  it('is chosen in the form, kept in the address, compared and stored', async () => {
    const { page, complaints } = await open(browser, `${served.address}/spillover?lang=sv`)
    await page.getByText('Ändra', { exact: true }).click()
    const delta = page.getByRole('slider', { name: /^δ \(/ })
    expect(await delta.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Jämför' }).click()
    await page.getByRole('combobox', { name: 'Vad som köps i regionen' }).selectOption('FLQ')
    await page.waitForURL(/method=FLQ/)
    // Its figure stands among the alternatives already; what is said of its quotients is of its own answer.
    await page.getByText(/Kvoterna vilar på/).waitFor()
    await page.getByText('9 107').first().waitFor()
    expect(await delta.isEnabled()).toBe(true)
    expect(await page.getByRole('slider', { name: /^Andel som stannar/ }).isDisabled()).toBe(true)
    expect(await notes(page).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Gruvor räknas' }).selectOption('APART')
    await page.getByText('6 616').first().waitFor()
    await settled(page)
    const otherwise = page.getByRole('table', { name: 'Det som antas olika' })
    await otherwise.getByRole('rowheader', { name: 'Gruvor räknas' }).waitFor()
    await page.getByLabel('Namn på körningen').fill('FLQ, gruvor för sig')
    await page.getByRole('button', { name: 'Spara som körning' }).click()
    await page.getByRole('link', { name: 'Sparad: FLQ, gruvor för sig' }).click()
    await page.getByRole('definition').filter({ hasText: 'FLQ, δ 0,25, gruvor för sig' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('names other assumptions in the reader’s words', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv&method=AFLQ&delta=0.2&area=EACH`)
    const alternatives = page.locator('figure', { hasText: 'Summan under andra antaganden' })
    await alternatives.getByRole('button', { name: 'Visa som tabell' }).click()
    for (const words of ['FLQ, δ 0,25, gruvor för sig', 'FLQ, δ 0,25, varje län för sig', 'SLQ']) {
      await alternatives.getByRole('rowheader', { name: `köps i regionen: ${words}`, exact: true }).waitFor()
    }
    await page.context().close()
  })

  it('is asked whether there are people for the jobs, in words beyond the bound', async () => {
    const { page, complaints } = await open(browser, `${served.address}/spillover?lang=en`)
    await page.getByText('Are there people for the jobs?').click()
    const table = page.getByRole('table', { name: /^Jobs needed against those employed/ })
    await table.waitFor()
    const building = table.getByRole('row', { name: /Norrbotten County F Construction/ })
    expect(await building.textContent()).toMatch(/8,888.*11,087.*80\.2%.*beyond 25%/)
    expect(await table.getByRole('row', { name: /Norrbotten County P Education/ }).textContent()).not.toContain(
      'beyond',
    )
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('is asked what is left where ventures hire from its firms; the total stays', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv&fromSmes=0.3&refilled=0.5`)
    await page.getByText('23 275').first().waitFor()
    await page.getByText(/blir 37\s497 jobb kvar/u).waitFor()
    const table = page.getByRole('table', { name: 'Vad som blir kvar, per län' })
    await table.waitFor()
    expect(await table.getByRole('row', { name: /Norrbotten/ }).textContent()).toMatch(/12\s250/u)
    await page.getByRole('slider', { name: /^Andel av de platser/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/refilled=0\.51/)
    await page.context().close()
  })

  it('has the net beside the total where a scenario says whom ventures hire, and each sentence once', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=en&scenario=scenario:skills-from-smes`)
    await page.getByText(/37,497 jobs are left/).waitFor()
    await settled(page)
    expect(await page.getByText(/^Counting only what/).count()).toBe(1)
    await page.getByText('Are there people for the jobs?').click()
    await page.getByText(/^Employed by Employed/).waitFor()
    expect(await page.getByText(/The quotients rest on/).count()).toBe(0)
    await page.context().close()
  })

  it('says what of its address it does not take', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=en&shocks=[]`)
    await page.getByText(/^The link also states numbers of jobs for industries/).waitFor()
    await page.context().close()
  })

  it('is asked what is lost without a venture, and without an industry', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=en&without=establishment:lkab`)
    await page.getByText(/ 7,170 jobs are lost: 2,200 of its own and 4,970 with others\./).waitFor()
    await page.getByRole('combobox', { name: 'Without' }).selectOption({ label: 'B Mining and quarrying' })
    await page.waitForURL(/without=sector/)
    await page
      .getByText(/^In .* [\d,]+ jobs go: [\d,]+ of its own.*of the whole country .* and not of the region/)
      .waitFor()
    await page.context().close()
  })
})
