import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringList } from './brought-lists.js'
import { describeInBrowser, launch, open, refusedFiles, settled } from './explorer.js'
import { certificates, welders } from './made-up-welders.js'
import { type Served, serve } from './serve.js'

describeInBrowser('suppliers of a venture', () => {
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

  it.each([360, 1280])(
    'stand in groups, who supplies today, of whom no date is known, who has, and who could, at a width of %i',
    async (width) => {
      const viewport = { width, height: 900 }
      const { page, complaints } = await open(
        browser,
        `${served.address}/suppliers?lang=sv&venture=establishment:lkab`,
        {
          viewport,
        },
      )
      const today = page.getByRole('region', { name: 'Levererar i dag' })
      const could = page.getByRole('region', { name: /företag kan leverera till LKAB/ })
      const mine = today.getByRole('row').filter({ hasText: 'Drift av dagbrottet Leveäniemi' })
      expect(await mine.getByRole('rowheader').textContent()).toBe('BDX Företagen')
      expect(await mine.getByRole('cell').allTextContents()).toEqual(
        expect.arrayContaining(['2022–2028', 'pågick', expect.stringContaining('2022')]),
      )
      await mine.getByRole('link', { name: 'BDX tecknar historiskt avtal med LKAB' }).waitFor()
      // Of a conveyor no page says when.
      const undated = today.getByRole('cell', { name: /^Hiss och transportband ned till 600 meter/ }).first()
      expect(await undated.isVisible()).toBe(false)
      await today
        .locator('summary')
        .getByText(/^Utan kända datum \(\d+\)$/)
        .click()
      await undated.waitFor()
      // A contract that ran out in 2018 is history.
      expect(
        await today
          .getByRole('cell', { name: /^Kärnborrning i Malmberget/ })
          .first()
          .isVisible(),
      ).toBe(false)
      await today
        .locator('summary')
        .getByText(/^Har levererat \(\d+\)$/)
        .click()
      await today
        .getByRole('cell', { name: /^Kärnborrning i Malmberget/ })
        .first()
        .waitFor()
      expect(await could.getByRole('row').count()).toBeGreaterThan(1)
      // Whoever supplies today stands among those who could, once.
      expect(await could.getByRole('rowheader', { name: 'BDX Företagen' }).count()).toBe(1)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )

  it('of a phase are those of the phase, with the latest that is said of the venture', async () => {
    const { page } = await open(browser, `${served.address}/suppliers?lang=sv&venture=establishment:h2-green-steel`)
    await page.getByText('Ändra', { exact: true }).first().click()
    const today = page.getByRole('region', { name: 'Levererar i dag' })
    await today
      .locator('summary')
      .getByText(/^Utan kända datum \(\d+\)$/)
      .click()
    await today.getByRole('row').filter({ hasText: 'Järnmalm' }).first().waitFor()
    expect(
      await page
        .getByLabel('Industrisatsning')
        .getByRole('option', { name: /\(.*Stegra.*\)/ })
        .count(),
    ).toBe(1)
    await page
      .getByRole('region', { name: 'Senast om satsningen' })
      .getByText(/inte ha fått betalt/)
      .waitFor()
    await page.getByLabel('Fas').selectOption({ label: 'Byggande' })
    await page.waitForURL(/phase=CONSTRUCTION/)
    await settled(page)
    await today.getByRole('row').filter({ hasText: 'Elektrolysörer' }).first().waitFor()
    expect(await today.getByRole('row').filter({ hasText: 'Järnmalm' }).count()).toBe(0)
  })

  it('are an example until somebody asks, and what is changed in it is a question of one’s own', async () => {
    const { page, complaints } = await open(browser, `${served.address}/suppliers?lang=sv`)
    await page.getByText('Ett exempel:').waitFor()
    await page.getByRole('heading', { level: 2, name: /^\d+ företag kan leverera till H2 Green Steel/ }).waitFor()
    await page
      .getByRole('checkbox', { name: /^Konsulter/ })
      .first()
      .check()
    await page.waitForURL(/venture=establishment:h2-green-steel/)
    expect(await page.getByText('Ett exempel:').count()).toBe(0)
    await page.getByRole('heading', { level: 2, name: /^\d+ företag kan leverera konsulter/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('are asked of a person where no list is there, without a command', async () => {
    const { page } = await open(browser, `${served.address}/suppliers?lang=sv&venture=establishment:lkab-construction`)
    await page.route('**/graphql', async (route) => {
      const reply = await route.fetch()
      await route.fulfill({ response: reply, body: (await reply.text()).replace(/"all":\d+/, '"all":0') })
    })
    await page.reload()
    await settled(page)
    const could = page.getByRole('region', { name: 'Företag som kan leverera' })
    await could.getByText('Be den som sköter registret i regionen').waitFor()
    expect(await page.locator('main code').count()).toBe(0)
  })
})

describeInBrowser('a purchaser who looks for welders', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve()
    browser = await launch()
    await bringList(served.address, 'FIRMS', welders)
    await bringList(served.address, 'REQUIREMENTS', certificates)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  const question = 'venture=establishment:h2-green-steel&within=100&category=category:welding&order=EMPLOYEES_DESC'
  const views = [360, 1280].flatMap((width) => ['sv', 'en'].map((lang) => ({ width, lang })))

  it.each(views)(
    'finds them near with a certificate, the largest first, at $width in $lang',
    async ({ width, lang }) => {
      const viewport = { width, height: 900 }
      const { page, complaints } = await open(browser, `${served.address}/suppliers?lang=${lang}&${question}`, {
        viewport,
      })
      const finding =
        lang === 'sv'
          ? '7 företag kan leverera svetsare vid underhållsstopp inom 100 km; 3 uppfyller kravet på ISO-certifikat'
          : /^7 firms could supply .* within 100 km; 3 fulfil the requirement of ISO certificate$/
      await page.getByRole('heading', { level: 2, name: finding }).waitFor()
      const firms = page.locator('.supplier-list tbody th')
      expect(await firms.getByRole('link').allTextContents()).toEqual([
        ...['Tallens Mekaniska', 'Granens Smide', 'Rönnens Verkstad', 'Alens Svetsteknik'],
        ...['Björkens Svets', 'Enens Plåt', 'Duroc Rail'],
      ])
      // As the crow flies from the town of Boden to that of Luleå, and the page says so.
      await page
        .getByRole('row', { name: /Tallens Mekaniska/ })
        .getByText('34 km', { exact: true })
        .waitFor()
      const said = lang === 'sv' ? /^Fågelvägen mellan tätorter\./ : /^As the crow flies between main towns\./
      await page.locator('p').filter({ hasText: said }).waitFor()
      // On a phone filters wait folded.
      if (width === 360) await page.locator('.supplier-filters > summary').click()
      await page.getByRole('checkbox', { name: /^ISO/ }).check()
      await page.waitForURL(/fulfils=requirement:iso-certificate/)
      await settled(page)
      expect(await firms.getByRole('link').allTextContents()).toEqual([
        ...['Tallens Mekaniska', 'Alens Svetsteknik', 'Björkens Svets'],
      ])
      // The file has the same firms.
      const csv = page.locator('.supplier-list').getByRole('link', { name: 'CSV' })
      const file = await page.request.get(new URL((await csv.getAttribute('href')) ?? '', page.url()).href)
      expect((await file.text()).trim().split('\n')).toHaveLength(4)
      expect(await refusedFiles(page)).toEqual([])
      // The map counts all of them, with the venture and how far is looked.
      const map = page.getByRole('region', { name: lang === 'sv' ? 'Företag per kommun' : 'Firms by municipality' })
      await map.getByRole('link', { name: lang === 'sv' ? 'Luleå: 1 företag' : 'Luleå: 1 firm' }).waitFor()
      expect(await map.locator('.map-ring').count()).toBe(1)
      expect(await map.locator('.mark-venture').count()).toBeGreaterThan(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    },
  )

  it('is told what is missing, and what each step back would give', async () => {
    const { page } = await open(
      browser,
      `${served.address}/suppliers?lang=sv&${question}&fulfils=requirement:iso-certificate&size=MEDIUM`,
    )
    const list = page.locator('.supplier-list')
    await list.getByText('Inget företag uppfyller alla val på en gång.').waitFor()
    await list.getByText('3 företag').waitFor()
    await list.getByRole('button', { name: 'På alla avstånd' }).click()
    await page.waitForURL((url) => !url.searchParams.has('within'))
    await list.getByRole('rowheader', { name: /Sälgens Svets/ }).waitFor()
    // Of a requirement that nobody is known to fulfil it says how many lack it.
    await page.goto(`${served.address}/suppliers?lang=sv&${question}&fulfils=requirement:safety`)
    await list
      .getByText('Av de 7 som klarar de andra valen uppfyller 0 kravet på säkerhet, 0 saknar det och för 7')
      .waitFor()
  })

  it('finds groups for the work of fifty, and is told which bound stands in the way of others', async () => {
    const { page } = await open(browser, `${served.address}/suppliers?lang=sv&${question}`)
    const groups = page.getByRole('region', { name: 'Grupper som kan lämna anbud tillsammans' })
    await groups.getByText(/^\d+ av \d+ grupper visas, de bästa först\.$/).waitFor()
    const two = groups.getByRole('listitem').filter({ hasText: '2 företag, 82 anställda' })
    await two.getByText('Högst 34 km mellan dem').waitFor()
    await groups.getByText('Ändra', { exact: true }).click()
    await groups.getByLabel('Lägsta antal anställda totalt').fill('500')
    await groups.getByLabel('Lägsta antal anställda totalt').press('Enter')
    await groups.getByText('För få anställda tillsammans: högst 121 i en grupp om 4 företag, 500 krävs.').waitFor()
    await groups.getByRole('button', { name: 'Pröva med 121 anställda' }).click()
    await groups.getByRole('heading', { level: 3, name: '4 företag, 121 anställda' }).waitFor()
  })
})
