import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, refusedFiles, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const words = {
  sv: {
    whole: /De sju satsningarna väntas ge 23\s275 jobb utöver sina egna/,
    change: 'Ändra',
    effects: 'Effekter',
    bought: 'Vad som köps i regionen',
    two: /^LKAB och SSAB väntas ge [\d\s]+ jobb utöver sina egna/,
    compare: 'Jämför',
    settingA: 'Inställning A',
    otherwise: 'Det som antas olika',
    tax: /^32\s% skatt på lön/,
    rate: /Rapporten anger ingen skattesats/,
    share: /^27\s% av nationella branscher stannar/,
    name: 'Namn på körningen',
    save: 'Spara som körning',
    saved: 'Sparad: Två, typ I, FLQ',
    runs: 'sparade körningar',
    views: 'Spridningseffekter',
    list: 'Sparade körningar',
    find: 'Ord i namnet',
    one: '1 körning',
    openRun: 'Öppna med antagandena: Två, typ I, FLQ',
    compareReport: /^Jämför med de valda antagandena: /,
    remove: 'Ta bort: Två, typ I, FLQ',
    removeAgain: 'Ta bort',
    removed: /^Borttagen/,
    none: 'Ingen körning stämmer med sökningen.',
    notShown: /visas inte: de gäller andra antaganden än de valda/,
  },
  en: {
    whole: /The seven ventures are expected to give 23,275 jobs beside their own/,
    change: 'Change',
    effects: 'Effects',
    bought: 'What is bought in the region',
    two: /^LKAB and SSAB are expected to give [\d,]+ jobs beside their own/,
    compare: 'Compare',
    settingA: 'Setting A',
    otherwise: 'What they assume differently',
    tax: /^32% tax on wages/,
    rate: /The report states no rate/,
    share: /^27% of national industries stays/,
    name: 'Name of the run',
    save: 'Save as a run',
    saved: 'Saved: Två, typ I, FLQ',
    runs: 'stored runs',
    views: 'Spillover',
    list: 'Stored runs',
    find: 'Words in the name',
    one: '1 run',
    openRun: 'Open with its assumptions: Två, typ I, FLQ',
    compareReport: /^Compare with the assumptions chosen: /,
    remove: 'Take away: Två, typ I, FLQ',
    removeAgain: 'Take away',
    removed: /^Taken away/,
    none: 'No run fits the search.',
    notShown: /not shown, since those figures rest on other assumptions/,
  },
} as const

describeInBrowser('a researcher', () => {
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

  const startOf = async (page: Page, lang: 'sv' | 'en') => {
    await page.getByRole('navigation').getByRole('link', { name: words[lang].views, exact: true }).click()
    await page.getByRole('heading', { name: words[lang].whole }).waitFor()
  }

  it.each([
    ['sv', 1280],
    ['en', 360],
  ] as const)(
    'compares two ventures, sees where a rate comes from, saves the run and finds it again, in %s at a width of %i',
    async (lang, width) => {
      const said = words[lang]
      const size = { viewport: { width, height: 800 } }
      const { page, complaints } = await open(browser, `${served.address}/?lang=${lang}`, size)
      await startOf(page, lang)
      // Where 32 % comes from, and 27 %.
      await page.getByRole('link', { name: said.tax }).click()
      await page.getByText(said.rate).waitFor()
      const share = page.locator('.assumed-line').getByRole('link', { name: said.share })
      expect(await share.getAttribute('href')).toContain('/entity/claim:')

      await page.getByRole('button', { name: said.compare, exact: true }).click()
      await page.getByText(said.change, { exact: true }).click()
      for (const other of ['Boliden', 'H2 Green Steel', 'LKAB Construction', 'Northvolt', 'Skellefteå Kraft']) {
        await page.getByRole('checkbox', { name: other, exact: true }).uncheck()
      }
      await page.getByLabel(said.effects, { exact: true }).selectOption('TYPE_I')
      await page.getByLabel(said.bought, { exact: true }).selectOption('FLQ')
      const finding = page.getByRole('heading', { name: said.two })
      await finding.waitFor()
      await settled(page)
      const found = await finding.textContent()
      // Set against the setting before: what is assumed otherwise, and the difference.
      const otherwise = page.getByRole('table', { name: said.otherwise })
      await otherwise.getByRole('columnheader', { name: said.settingA }).waitFor()
      await otherwise.getByRole('row', { name: /LKAB .* SSAB/ }).waitFor()
      await page.getByText(said.notShown).waitFor()

      await page.getByLabel(said.name).fill('Två, typ I, FLQ')
      await page.getByRole('button', { name: said.save }).click()
      await page.getByRole('link', { name: said.saved }).waitFor()
      expect(complaints).toEqual([])
      await page.context().close()

      // A week later, from the start.
      const { page: later, complaints: later2 } = await open(browser, `${served.address}/?lang=${lang}`, size)
      await startOf(later, lang)
      await later.getByRole('link', { name: said.list, exact: true }).click()
      await later.getByRole('heading', { level: 1, name: said.list }).waitFor()
      await later.getByLabel(said.find).fill('TVA typ')
      await later.keyboard.press('Enter')
      await later.getByText(said.one, { exact: true }).waitFor()
      await later.getByRole('link', { name: said.openRun }).click()
      await later.getByRole('heading', { name: said.two }).waitFor()
      expect(await later.getByRole('heading', { name: said.two }).textContent()).toBe(found)
      for (const value of ['closure=TYPE_I', 'method=FLQ', 'delta=0.25', 'income=', 'placement=', 'years=']) {
        expect(later.url()).toContain(value)
      }
      // And compared with the report's own.
      await settled(later)
      await later.getByRole('link', { name: said.list, exact: true }).click()
      await later.getByRole('link', { name: said.compareReport }).last().click()
      await later.getByRole('table', { name: said.otherwise }).waitFor()
      expect(later.url()).toContain('compare=run:report')
      expect(await later.getByRole('heading', { name: said.two }).textContent()).toBe(found)
      expect(await refusedFiles(later)).toEqual([])

      await settled(later)
      await later.getByRole('link', { name: said.list, exact: true }).click()
      await later.getByRole('button', { name: said.remove }).click()
      await later.getByRole('button', { name: said.removeAgain, exact: true }).click()
      await later.getByText(said.removed).waitFor()
      await later.getByLabel(said.find).fill('TVA typ')
      await later.keyboard.press('Enter')
      await later.getByText(said.none).waitFor()
      expect(later2).toEqual([])
      await later.context().close()
    },
  )

  it('takes the figures into Excel and R', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv&closure=TYPE_I`)
    const link = page.locator('a[download="norrgraph-spillover.csv"]')
    await link.waitFor()
    const reply = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
    // Swedish Excel, and read.csv2, take semicolons and decimal commas.
    expect(await reply.text()).toMatch(/^\uFEFF?[^\n]*;[^\n]*\n[^\n]*;\d+,\d/)
    await page.context().close()
  })

  it('finds every control that has no bearing off, with why', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv&closure=TYPE_I&method=SLQ`)
    await page.getByText('Ändra', { exact: true }).click()
    for (const off of [/^Skatt på lön/, /^δ \(/, /^Andel som stannar/]) {
      expect(await page.getByRole('slider', { name: off }).isDisabled()).toBe(true)
    }
    expect(await page.getByRole('combobox', { name: 'Hushållens inkomst' }).isDisabled()).toBe(true)
    expect(await page.getByText('Har bara betydelse för FLQ och AFLQ.').count()).toBe(1)
    await page.context().close()
  })

  it('sees chains as bars where there is no room, and the questions with what they find', async () => {
    const { page, complaints } = await open(browser, `${served.address}/spillover?lang=sv`, {
      viewport: { width: 360, height: 740 },
    })
    await page.getByRole('img', { name: /^Kedjor av näringsgrenar/ }).waitFor()
    expect(await page.locator('svg.flow').count()).toBe(0)
    for (const found of [
      /^Finns det folk till jobben\? \d+ av \d+ branscher/,
      /^Hur mycket kan regionen .* 9\s107 jobb/,
    ]) {
      await page.locator('summary', { hasText: found }).waitFor()
    }
    await page.getByText('Vad ger ett jobb i varje bransch?').click()
    await page.getByRole('table', { name: 'Multiplikatorer per näringsgren' }).waitFor()
    await page.getByText('Hur mycket kan regionen själv leverera?').click()
    await page.getByRole('table', { name: 'Lokaliseringskvot per näringsgren' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('sees an industry taken out whole, and its purchases and sales alone', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv&without=sector:scb44-B`)
    const parts = page.getByRole('table', { name: 'Jobb som går förlorade, efter vad som tas ut' })
    for (const kind of ['Allt', 'Bara det den köper', 'Bara det den säljer']) {
      await parts.getByRole('rowheader', { name: kind }).waitFor()
    }
    await page.context().close()
  })

  it('opens a run from its own page with its assumptions', async () => {
    const { page } = await open(browser, `${served.address}/entity/run:report?lang=sv`)
    await page.getByRole('link', { name: 'Öppna med antagandena' }).click()
    await page.waitForURL(/share=0\.27/)
    await page.getByRole('heading', { name: words.sv.whole }).waitFor()
    await page.context().close()
  })

  it('prints the answer with its colours and legends, and no controls', async () => {
    const { page } = await open(browser, `${served.address}/spillover?lang=sv`)
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: words.sv.whole }).waitFor()
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('.legend').first().isVisible()).toBe(true)
    expect(await page.locator('.asked-in-line').isVisible()).toBe(false)
    const pdf = await page.pdf({ format: 'A4', printBackground: false })
    expect(pdf.byteLength).toBeGreaterThan(20_000)
    await page.context().close()
  })
})
