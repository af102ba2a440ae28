import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { tabTo } from './keyboard.js'
import { type Served, serve } from './serve.js'

const VIEW = '/coverage?lang=sv&asOf=2026-11-24'
/** Three municipalities, and needs that nobody helps with there, that some firms get help with, and that all do. */
const OFFICE = {
  ...{ name: 'Nytt kontor', serves: ['municipality:2521', 'municipality:2518', 'municipality:2583'] },
  meets: ['need:visibility', 'need:succession', 'need:finance'].map((need) => ({ need })),
}
const TRIED = `${VIEW}&actor=Nytt%20kontor&serves=${OFFICE.serves.join(',')}&meets=need:visibility,need:succession,need:finance`

const cellsOf = z.object({
  data: z.object({
    supportCoverage: z.object({
      cells: z.array(
        z.object({
          ...{ place: z.object({ id: z.string(), name: z.string() }), need: z.object({ id: z.string() }) },
          ...{
            level: z.string(),
            restricted: z.number(),
            jobsAtStake: z.number(),
            bestEvidence: z.string().nullable(),
          },
        }),
      ),
    }),
  }),
})
type Cell = z.infer<typeof cellsOf>['data']['supportCoverage']['cells'][number]

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

  /** The cells as the API has them, under what is asked. */
  async function cellsFromApi(variables: Record<string, unknown> = {}): Promise<readonly Cell[]> {
    const query = `query ($evidence: SupportEvidence, $change: SupportChange) {
      supportCoverage(by: MUNICIPALITY, asOf: "2026-11-24", evidence: $evidence, change: $change) {
        cells { place { id name(lang: SV) } need { id } level restricted jobsAtStake bestEvidence } } }`
    const reply = await fetch(`${served.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return cellsOf.parse(await reply.json()).data.supportCoverage.cells
  }
  const isMissing = ({ level, restricted }: Cell) => level === 'NONE' && restricted === 0
  /** Jobs behind cells, each municipality's once. */
  const jobsOf = (cells: readonly Cell[]) => {
    const largest: Record<string, number> = {}
    for (const { place, jobsAtStake } of cells) largest[place.id] = Math.max(largest[place.id] ?? 0, jobsAtStake)
    return Object.values(largest).reduce((sum, jobs) => sum + jobs, 0)
  }
  const inWords = (count: number) => new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 }).format(count)
  const findingOf = (cells: readonly Cell[]) => {
    const missing = cells.filter(isMissing)
    return `I ${missing.length} av ${cells.length} kombinationer av kommun och behov saknas stöd; ${inWords(jobsOf(missing))} jobb berörs`
  }
  const title = (page: Page) => page.getByRole('heading', { level: 2 }).first()
  const titled = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { level: 2, name, exact: true }).first().waitFor()

  it('says first how many combinations lack support and whose jobs that touches, by what is counted', async () => {
    const { page, complaints } = await open(browser, served.address + VIEW)
    const known = await cellsFromApi()
    expect(await title(page).textContent()).toBe(findingOf(known))
    const drawn = await page.getByRole('button', { name: /: Här saknas stöd$/ }).count()
    expect(drawn).toBe(known.filter(isMissing).length)
    await page
      .getByText(/^Jobb: satsningarnas indirekta och inducerade jobb .+ en gång per kommun\. Fördelning: efter varje/)
      .waitFor()
    expect(await page.getByRole('link', { name: 'Fördelning' }).getAttribute('href')).toMatch(/\/method.*#allocation$/)
    for (const [label, evidence] of [
      ['bara erbjudanden som pågår', 'IN_FORCE'],
      ['också dem som kanske vet', 'AREA'],
    ] as const) {
      if (!(await page.getByLabel('Räkna med').isVisible())) await page.getByText('Ändra', { exact: true }).click()
      await page.getByLabel('Räkna med').selectOption({ label })
      const expected = findingOf(await cellsFromApi({ evidence }))
      await titled(page, expected)
      expect(new URL(page.url()).searchParams.get('evidence')).toBe(evidence)
      const { page: sent } = await open(browser, page.url())
      expect(await title(sent).textContent()).toBe(expected)
      expect(await sent.getByLabel('Räkna med').isVisible()).toBe(false)
    }
    expect(complaints).toEqual([])
  })

  it('shows of each cell how near support is and how well that is known, and of each municipality its jobs, in an order that is kept', async () => {
    const { page } = await open(browser, served.address + VIEW)
    const signs: Readonly<Record<string, string>> = { IN_FORCE: '✓', LAST_SEEN: '?', COMPETENCE: '~', AREA: '…' }
    const cells = await cellsFromApi()
    const boden = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Boden' }) })
    const ofBoden = cells.filter(({ place }) => place.name === 'Boden')
    const shown = await boden.getByRole('button').allTextContents()
    expect(shown.map((text) => text.slice(1))).toEqual(
      ofBoden.map(({ bestEvidence }) => signs[bestEvidence ?? ''] ?? ''),
    )
    await boden.getByRole('button', { name: /^Boden, Finansiering: .+; någon som kan det/ }).waitFor()
    expect(await boden.getByRole('cell').last().textContent()).toBe(inWords(jobsOf(ofBoden.filter(isMissing))))
    await page.getByRole('button', { name: 'Jobb som berörs' }).click()
    const names = await page.getByRole('rowheader').allTextContents()
    const most = names.map((name) => jobsOf(cells.filter((cell) => cell.place.name === name && isMissing(cell))))
    expect(most).toEqual(most.toSorted((left, right) => right - left))
    const { page: sent } = await open(browser, page.url())
    expect(await sent.getByRole('rowheader').first().textContent()).toBe(names[0])
  })

  it('tells of a cell how well its support is known, and what each who helps has, with its year', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2582&need=need:finance`)
    const panel = page.getByRole('region', { name: 'Boden, Finansiering' })
    await panel.getByRole('definition').filter({ hasText: 'någon som kan det' }).waitFor()
    const fund = panel.getByRole('listitem').filter({ hasText: 'Norrlandsfonden' })
    await fund.getByText('Lån med EIF-garanti: senast sett 2021: fråga om det finns kvar').waitFor()
  })

  it('does not call it nobody where some firms are helped, and leads to who helps them', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2582&need=need:succession`)
    const panel = page.getByRole('region', { name: /^Boden, / })
    await panel.getByText(/Inget stöd som är öppet för alla företag; \d+ har villkor$/).waitFor()
    expect(await panel.getByText('Här saknas stöd').count()).toBe(0)
    await panel.getByRole('link', { name: 'Öppna i Hitta stöd' }).click()
    await page.waitForURL(/\/support\?/)
    const asked = new URL(page.url()).searchParams
    expect([asked.get('municipality'), asked.get('needs')]).toEqual(['municipality:2582', 'need:succession'])
    await page.goto(`${served.address}${VIEW}&place=municipality:2582&need=need:visibility`)
    await panel.getByText('Här saknas stöd').waitFor()
  })

  it('offers to ask those who may know where nothing more is known', async () => {
    const { page } = await open(browser, `${served.address}${VIEW}&place=municipality:2506&need=need:bank-dialogue`)
    const panel = page.getByRole('region', { name: 'Arjeplog, Kunskap att svara banken' })
    await panel.getByRole('button', { name: 'Räkna med dem som kanske vet' }).click()
    await page.waitForURL(/evidence=AREA/)
    await panel.getByText('någon som arbetar inom området och kanske vet').waitFor()
  })

  it('chooses a municipality on the map, and colours it by jobs or by gaps', async () => {
    const { page } = await open(browser, served.address + VIEW)
    const map = page.getByRole('region', { name: /^Flest jobb berörs i / })
    await map.getByRole('link', { name: /^Gällivare: stöd saknas för 1 behov, / }).click()
    const panel = page.getByRole('region', { name: 'Gällivare', exact: true })
    await panel
      .getByText(/^Stöd saknas för 1 av 13 behov; \d+ jobb berörs\. För 4 finns bara stöd med villkor\.$/)
      .waitFor()
    await panel.getByRole('button', { name: /^Synlighet som arbetsgivare/ }).click()
    await page.getByRole('region', { name: 'Gällivare, Synlighet som arbetsgivare' }).waitFor()
    await page.getByLabel('Färg efter').selectOption({ label: 'luckor' })
    await page.getByRole('heading', { name: '29 av 29 kommuner saknar stöd för 1–2 behov' }).waitFor()
    expect(new URL(page.url()).searchParams.get('map')).toBe('gaps')
  })

  it('tries an office that serves three municipalities in all of the page, and goes back from it at once', async () => {
    const { page, complaints } = await open(browser, served.address + VIEW)
    const [before, after] = [await cellsFromApi(), await cellsFromApi({ change: { addActors: [OFFICE] } })]
    await page.getByText('Pröva en ny insats eller aktör').click()
    await page.getByLabel('Namn').fill('Nytt kontor')
    await page.getByLabel('Namn').press('Enter')
    for (const name of [
      'Pajala',
      'Övertorneå',
      'Haparanda',
      'Synlighet som arbetsgivare',
      'Generationsväxling',
      'Finansiering',
    ])
      await page.getByRole('checkbox', { name, exact: true }).check()
    const filled = before.filter((cell, index) => isMissing(cell) && !isMissing(after[index] ?? cell))
    expect(filled).toHaveLength(3)
    const jobs = inWords(jobsOf(filled))
    const result = `Nytt kontor i Pajala, Övertorneå och Haparanda: 3 luckor fylls, ${jobs} jobb får stöd`
    await titled(page, result)
    expect(await page.getByRole('status').filter({ hasText: 'luckor' }).textContent()).toBe(result)
    const [missing, was] = [after.filter(isMissing), before.filter(isMissing)]
    await page
      .getByText(
        `Efter ändringen saknas stöd i ${missing.length} av ${after.length} kombinationer av kommun och behov (${was.length} i dag); ${inWords(jobsOf(missing))} jobb berörs (${inWords(jobsOf(was))} i dag).`,
      )
      .waitFor()
    await settled(page)
    expect(await page.getByRole('button', { name: /: Här saknas stöd$/ }).count()).toBe(missing.length)
    await page.getByRole('link', { name: /^Pajala: stöd saknas för 1 behov, / }).waitFor()

    // Who lacks the same is asked with the change too.
    const shared = page.getByRole('region', { name: 'Kommuner som saknar samma sak' })
    await shared.getByText('Så som det blir efter det som prövas.').waitFor()
    await shared
      .getByRole('row', { name: /utom .*Haparanda.*Synlighet som arbetsgivare/ })
      .first()
      .waitFor()

    const href = await page.locator('a[href*="/export/coverage.csv"]').getAttribute('href')
    const csv = await (await page.request.get(new URL(href ?? '', page.url()).href)).text()
    const lines = csv.split('\r\n').filter((line) => line !== '')
    expect(lines).toHaveLength(after.length + 1)
    const column = lines[0]?.split(';').findIndex((name) => /^(Nivå|Närmaste stöd|Level)$/i.test(name)) ?? -1
    expect(column, lines[0]).toBeGreaterThanOrEqual(0)
    const levels = lines.slice(1).map((line) => line.split(';')[column])
    expect(new Set(levels.filter((_, index) => after[index]?.level === 'NONE')).size).toBe(1)

    const { page: sent } = await open(browser, page.url())
    expect(await title(sent).textContent()).toBe(result)
    await sent.getByText('Prövas: Nytt kontor i Pajala, Övertorneå och Haparanda').waitFor()
    await page.getByRole('button', { name: 'Återställ' }).click()
    await titled(page, findingOf(before))
    expect([...new URL(page.url()).searchParams.keys()].toSorted()).toEqual(['asOf', 'lang'])
    expect(await page.getByLabel('Namn').inputValue()).toBe('')
    expect(complaints).toEqual([])
  })

  it('saves what is tried as a picture in its frame, with legend, assumptions and each municipality’s jobs', async () => {
    const { page } = await open(browser, served.address + TRIED, { colorScheme: 'dark' })
    const saved = async (name: string) => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).first().click()
      return String(readFileSync(await (await download).path()))
    }
    const drawing = (await saved('SVG')).replaceAll(/<\/?(text|tspan)[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    for (const words of [
      '3 luckor fylls',
      'Här saknas stöd',
      'erbjudande som pågår',
      'Pajala',
      'Priskonkurrens',
      'Fördelning',
    ])
      expect(drawing).toContain(words)
    const cells = await cellsFromApi({ change: { addActors: [OFFICE] } })
    const boden = cells.filter((cell) => cell.place.name === 'Boden' && isMissing(cell))
    expect(drawing).toContain(` ${inWords(jobsOf(boden)).replaceAll(/\s/g, ' ')} `)
  })

  it('shows an actor that is tried as planned, with who would help after the change beside who does today', async () => {
    const tried = `${served.address}${TRIED}&remove=actor:almi-nord`
    const { page, complaints } = await open(browser, `${tried}&place=municipality:2521&need=need:finance`)
    const panel = page.getByRole('region', { name: 'Pajala, Finansiering' })
    await panel.getByText('Någon skulle vända sig till kommunen').waitFor()
    await panel.getByText(/^I dag: Någon som vänder sig till länet; någon som kan det/).waitFor()
    await panel
      .getByRole('definition')
      .filter({ hasText: '+ planerat: finns först om det som prövas blir av' })
      .waitFor()
    expect(await panel.getByText('erbjudande som pågår').count()).toBe(0)
    await panel.getByText(/\(i dag \d+ aktörer? och \d+ insats/).waitFor()
    const lists = panel.getByRole('list')
    await panel.getByRole('heading', { name: 'Skulle hjälpa efter ändringen' }).waitFor()
    const [planned, today] = [lists.nth(0), lists.nth(1)]
    const office = planned.getByRole('listitem')
    expect(await office.allTextContents()).toEqual([
      'Nytt kontor planerat' + 'inget bestämt erbjudande; för alla företag, vänder sig till kommunen',
    ])
    await panel.getByRole('heading', { name: 'Hjälper i dag' }).waitFor()
    await today.getByRole('listitem').filter({ hasText: 'Norrlandsfonden' }).waitFor()
    const gone = today.getByRole('listitem').filter({ hasText: 'Almi Nord' })
    await gone.getByText('skulle försvinna').waitFor()
    await panel.getByText('(som det är i dag)').waitFor()
    const cell = page.getByRole('button', { name: /^Pajala, Finansiering: / })
    expect(await cell.getAttribute('aria-label')).toBe(
      'Pajala, Finansiering: Någon skulle vända sig till kommunen; planerat: finns först om det som prövas blir av',
    )
    expect(await cell.textContent()).toBe('●+')
    await page.locator('.coverage-legend').getByText('planerat: finns först').waitFor()

    await page.goto(`${tried}&help=LOAN&place=municipality:2521&need=need:finance`)
    await planned.getByText('lån; för alla företag, vänder sig till kommunen').waitFor()
    await page.goto(`${tried}&place=municipality:2582&need=need:finance`)
    const boden = page.getByRole('region', { name: 'Boden, Finansiering' })
    await boden.getByText('Det som prövas når inte hit med det här behovet.').waitFor()
    expect(await boden.getByText('planerat').count()).toBe(0)

    await page.goto(
      `${served.address}/coverage?lang=en&asOf=2026-11-24&add=initiative:bank-coaching&place=municipality:2506&need=need:bank-dialogue`,
    )
    const coaching = page.getByRole('region', { name: 'Arjeplog, Knowledge to answer a bank' })
    await coaching.getByRole('heading', { name: 'Would help after the change' }).waitFor()
    const initiative = coaching.getByRole('listitem').filter({ hasText: 'planned' })
    expect(await initiative.getByRole('link').getAttribute('href')).toContain('initiative:bank-coaching')
    await initiative.getByText('coaching; for every firm, there for the municipality').waitFor()
    expect(complaints).toEqual([])
  })

  it('tries several actors, a county, and what there is taken away', async () => {
    const two = `&actor=Ett&serves=county:25&meets=need:visibility&actor2=Två&serves2=municipality:2409,municipality:2481&meets2=need:visibility`
    const { page } = await open(browser, served.address + VIEW + two)
    const meets = [{ need: 'need:visibility' }]
    const after = await cellsFromApi({
      change: {
        addActors: [
          { name: 'Ett', serves: ['county:25'], meets },
          { name: 'Två', serves: ['municipality:2409', 'municipality:2481'], meets },
        ],
      },
    })
    const filled = (await cellsFromApi()).filter((cell, index) => isMissing(cell) && after[index]?.level !== 'NONE')
    expect(await title(page).textContent()).toMatch(/^Ett i Norrbottens län och Två i .+: \d+ luckor fylls/)
    expect(await title(page).textContent()).toContain(`${filled.length} luckor fylls, ${inWords(jobsOf(filled))} jobb`)
    await page.goto(`${served.address}${VIEW}&remove=actor:business-office-2513`)
    await titled(
      page,
      /^Utan Överkalix kommuns näringslivskontor: i 1 kombination finns bara stöd med villkor kvar, \d+ jobb$/,
    )
  })

  it('opens a link to a new actor by area as it was sent', async () => {
    const { page } = await open(
      browser,
      `${served.address}${VIEW}&actor=Hubb&serves=municipality:2521&provides=area:growth-and-finance&evidence=AREA`,
    )
    expect(await title(page).textContent()).toMatch(/^Hubb i Pajala: /)
    await page.getByText('Ändra', { exact: true }).last().click()
    expect(await page.getByRole('checkbox', { name: 'Pajala', exact: true }).isChecked()).toBe(true)
  })

  it('prints the grid with its legends and without what one clicks on, and cuts no picture', async () => {
    const { page } = await open(browser, served.address + TRIED)
    // The room of a page in landscape within its margins, in dots of the screen.
    const room = { width: 1047, height: 718 }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(room)
    for (const name of ['Återställ', 'PNG', 'Visa som tabell'])
      expect(await page.getByRole('button', { name, exact: true }).first().isVisible()).toBe(false)
    const grid = page.locator('.coverage-drawing')
    expect(await grid.isVisible()).toBe(true)
    expect(await page.locator('.heat-map').isVisible()).toBe(false)
    for (const picture of await page.locator('.picture').all()) {
      expect((await picture.boundingBox())?.height).toBeLessThan(room.height * 0.95)
    }
    const fill = await grid
      .locator('rect')
      .first()
      .evaluate((cell) => getComputedStyle(cell).fill)
    expect(fill).toMatch(/^rgb/)
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('.coverage-view') ?? document.body).printColorAdjust,
      ),
    ).toBe('exact')
    const pdf = String(await page.pdf({ preferCSSPageSize: true }))
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4)
    // Landscape: wider than high.
    const [width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1).map(Number) ?? []
    expect(width).toBeGreaterThan(height ?? Number.NaN)
  })

  it('lists municipalities with what they lack on a phone, opened by keyboard', async () => {
    const phone = { viewport: { width: 360, height: 740 } }
    const { page, complaints } = await open(browser, served.address + VIEW, phone)
    expect(await page.locator('.heat-map').count()).toBe(0)
    const found = await title(page).boundingBox()
    expect((found?.y ?? 740) + (found?.height ?? 0)).toBeLessThan(740)
    await page.getByLabel('Ordna efter').selectOption({ label: 'flest jobb som berörs' })
    expect(
      await page
        .getByRole('button', { name: /Saknas:/ })
        .first()
        .textContent(),
    ).toMatch(/^Luleå/)
    await tabTo(page, /^Boden/, 'BUTTON')
    await page.keyboard.press('Enter')
    await page.getByText(/^Stöd saknas för 2 av 13 behov/).waitFor()
    await tabTo(page, /Synlighet som arbetsgivareHär saknas stöd/, 'BUTTON')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Boden, Synlighet som arbetsgivare' }).waitFor()
    await tabTo(page, 'Räkna med dem som kanske vet', 'BUTTON')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(complaints).toEqual([])
  })

  it.each([1280, 360])('does not move what one reads at a width of %s', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 900 } })
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.assign(globalThis, { shift: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(globalThis, { shift: Reflect.get(globalThis, 'shift') + Reflect.get(entry, 'value') })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(served.address + TRIED)
    await settled(page)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shift'))).toBeLessThan(0.1)
    await context.close()
  })
})
