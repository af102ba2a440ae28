import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringList } from './brought-lists.js'
import { describeInBrowser, launch, type Opened, open, refusedFiles, settled } from './explorer.js'
import { expectFocus, follow, tabTo } from './keyboard.js'
import { certificates, welders } from './made-up-welders.js'
import { type Served, serve } from './serve.js'
import { type Lang, taskWords } from './task-words.js'

const ways = [
  ['sv', 1280],
  ['en', 360],
] as const

describeInBrowser('from the start page, as people come with it', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve()
    browser = await launch()
    await bringList(served.address, 'FIRMS', welders)
    await bringList(served.address, 'REQUIREMENTS', certificates)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** The start page, in one's language by the word for it. */
  async function begun(lang: Lang, width: number, options: BrowserContextOptions = {}): Promise<Opened> {
    const opened = await open(browser, served.address, {
      viewport: { width, height: width === 360 ? 740 : 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    if (lang === 'en') {
      await opened.page.getByRole('link', { name: 'English' }).click()
      await opened.page.getByRole('heading', { name: 'Five questions' }).waitFor()
    }
    return opened
  }

  /** Goes from the start page by one of its questions. */
  async function asks(page: Page, question: string, heading: string): Promise<void> {
    await page.getByRole('link', { name: question, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await settled(page)
  }

  /** Sends the page as a link; whoever opens it on a phone has its answer on the first screen, in their language. */
  async function sentToPhone(page: Page, lang: Lang): Promise<void> {
    const { copyLink, linkCopied } = taskWords[lang].sent
    await page.getByRole('button', { name: copyLink, exact: true }).click()
    await page.getByText(linkCopied).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const { page: phone, complaints } = await open(browser, link, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    })
    const found = phone.getByRole('heading', { level: 2 }).first()
    expect(await found.textContent()).toBe(await page.getByRole('heading', { level: 2 }).first().textContent())
    const box = await found.boundingBox()
    expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThan(740)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await phone.evaluate(() => document.documentElement.lang)).toBe(lang)
    expect(complaints).toEqual([])
    await phone.context().close()
  }

  const downloaded = async (page: Page, act: () => Promise<void>): Promise<Download> => {
    const download = page.waitForEvent('download')
    await act()
    return download
  }

  it.each(ways)(
    'a business developer has a metal firm that needs capital, and takes two pages to the meeting (%s, %i)',
    async (lang, width) => {
      const said = taskWords[lang].support
      const { page, complaints } = await begun(lang, width)
      await asks(page, said.question, said.heading)
      await page.getByLabel(said.municipality, { exact: true }).selectOption({ label: 'Boden' })
      const metal = await page.getByRole('option', { name: said.metal }).first().textContent()
      await page.getByLabel(said.sector, { exact: true }).selectOption({ label: metal ?? '' })
      await page.getByLabel(said.employees, { exact: true }).fill('12')
      await page.getByLabel(said.need, { exact: true }).check()
      await page.getByRole('heading', { level: 2, name: said.found }).waitFor()
      await page.waitForURL(/employees=12/)
      await settled(page)
      const loans = page.getByRole('region', { name: said.loans })
      await loans.getByRole('heading', { name: 'Norrlandsfonden' }).waitFor()
      await loans.getByText(said.contact).first().waitFor()
      await loans.getByText(said.nextStep).first().waitFor()
      await page.getByRole('region', { name: said.notKnown }).getByRole('listitem').first().waitFor()
      await page.evaluate(() =>
        Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) }),
      )
      await page.getByRole('button', { name: said.print, exact: true }).first().click()
      expect(await page.evaluate(() => Reflect.get(globalThis, 'printed'))).toBe(true)
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(2)
      await sentToPhone(page, lang)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it.each(ways)(
    'a strategist sees where nobody helps and what an office for three municipalities changes, and has it as a slide (%s, %i)',
    async (lang, width) => {
      const said = taskWords[lang].coverage
      const { page, complaints } = await begun(lang, width)
      await asks(page, said.question, said.heading)
      await page.getByRole('heading', { level: 2, name: said.found }).waitFor()
      await page.getByText(said.tryOne, { exact: true }).click()
      await page.getByLabel(said.name, { exact: true }).fill(said.office)
      await page.keyboard.press('Enter')
      for (const chosen of ['Pajala', 'Övertorneå', 'Haparanda', ...said.needs])
        await page.getByRole('checkbox', { name: chosen, exact: true }).check()
      const result = page.getByRole('heading', { level: 2, name: said.result })
      await result.waitFor()
      await settled(page)
      const slide = await downloaded(page, () => page.getByRole('button', { name: 'SVG', exact: true }).first().click())
      const drawing = (await readFile(await slide.path(), 'utf8')).replaceAll(/<\/?(text|tspan)[^>]*>/g, ' ')
      const words = drawing.replaceAll(/\s+/g, ' ')
      expect(said.onSlide.filter((each) => !words.includes(each))).toEqual([])
      const picture = await downloaded(page, () =>
        page.getByRole('button', { name: 'PNG', exact: true }).first().click(),
      )
      // An image's own header: how wide and high it is.
      const header = await readFile(await picture.path())
      expect(header.readUInt32BE(16)).toBeGreaterThanOrEqual(1_200)
      await sentToPhone(page, lang)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it.each(ways)(
    'a researcher takes two ventures under type I and under a regional table, and the figures into Excel and R (%s, %i)',
    async (lang, width) => {
      const said = taskWords[lang].spillover
      const { page, complaints } = await begun(lang, width)
      await asks(page, said.question, said.heading)
      await page.getByText(taskWords[lang].change, { exact: true }).first().click()
      for (const other of ['Boliden', 'H2 Green Steel', 'LKAB Construction', 'Northvolt', 'Skellefteå Kraft'])
        await page.getByRole('checkbox', { name: other, exact: true }).uncheck()
      await page.getByLabel(said.effects, { exact: true }).selectOption('TYPE_I')
      await page.getByLabel(said.bought, { exact: true }).selectOption('FLQ')
      const found = page.getByRole('heading', { level: 2, name: said.found })
      await found.waitFor()
      await page.waitForURL(/method=FLQ/)
      await settled(page)
      const jobs = Number(said.found.exec((await found.textContent()) ?? '')?.[1]?.replaceAll(/\D/g, ''))
      const table = async (ending: string) => {
        const href = await page.locator(`a[download="norrgraph-spillover.${ending}"]`).getAttribute('href')
        return page.request.get(new URL(href ?? '', page.url()).href)
      }
      expect((await (await table('xlsx')).body()).subarray(0, 2).toString()).toBe('PK')
      const csv: readonly Readonly<Record<string, string>>[] = parse(await (await table('csv')).text(), {
        ...{ columns: true, bom: true, delimiter: lang === 'sv' ? ';' : ',' },
      })
      const others = csv.filter((row) => row[said.effect] !== 'DIRECT')
      const sum = others.reduce((so, row) => so + Number(row[said.column]?.replace(',', '.')), 0)
      expect(Math.abs(sum - jobs)).toBeLessThan(1)
      expect(await refusedFiles(page)).toEqual([])
      await sentToPhone(page, lang)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it.each(ways)(
    'someone sees how a fund and a venture hang together, leaves counties aside, expands a node, and takes it to Gephi (%s, %i)',
    async (lang, width) => {
      const said = taskWords[lang].network
      const { page, complaints } = await begun(lang, width)
      await asks(page, said.question, said.heading)
      const unfold = page.getByText(taskWords[lang].change, { exact: true }).first()
      await page.getByRole('combobox', { name: said.add }).fill('norrlandsfonden')
      await page.getByRole('option', { name: said.fund }).click()
      await page.getByRole('heading', { level: 2, name: said.joined }).waitFor()
      if (!(await page.getByRole('combobox', { name: said.wayTo }).isVisible())) await unfold.click()
      await page.getByRole('combobox', { name: said.wayTo }).fill('lkab')
      await page.getByRole('option', { name: said.venture, exact: true }).click()
      await page.getByRole('heading', { level: 2, name: said.way }).waitFor()
      await settled(page)
      const sentences = page.locator('.way-sentences > li')
      expect(await sentences.first().textContent()).toMatch(said.sentence)
      expect(await page.getByLabel(said.notCounties).isChecked()).toBe(true)
      expect(await page.locator('.node-list [data-node^="county:"]').count()).toBe(0)
      const nodes = await page.locator('.node-list [data-node]').count()
      await page.getByRole('button', { name: /^Kiruna/ }).click()
      await page.getByRole('button', { name: said.expand }).click()
      await expect.poll(() => page.locator('.node-list [data-node]').count()).toBeGreaterThan(nodes)
      await settled(page)
      const file = await downloaded(page, () => page.getByRole('link', { name: 'GEXF' }).click())
      const gexf = await readFile(await file.path(), 'utf8')
      expect(gexf.match(/<node /g)?.length).toBe(await page.locator('.node-list [data-node]').count())
      await sentToPhone(page, lang)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it.each(ways)(
    'a purchaser finds welders within 100 km with a certificate by size, a group for fifty, and what is missing where there is none (%s, %i)',
    async (lang, width) => {
      const said = taskWords[lang].suppliers
      const { page, complaints } = await begun(lang, width)
      await asks(page, said.question, said.heading)
      const within = page.getByLabel(said.within, { exact: true })
      if (!(await within.isVisible())) await page.getByText(taskWords[lang].change, { exact: true }).first().click()
      const ventures = page.getByLabel(said.venture, { exact: true })
      const steel = await ventures.getByRole('option', { name: said.steel }).getAttribute('value')
      await ventures.selectOption(steel)
      await page.waitForURL(/venture=establishment:h2-green-steel/)
      await settled(page)
      if (!(await within.isVisible())) await page.getByText(taskWords[lang].change, { exact: true }).first().click()
      await within.fill('100')
      await within.press('Enter')
      await page.waitForURL(/within=100/)
      await settled(page)
      // On a phone filters wait folded.
      const filters = page.locator('.supplier-filters > summary')
      if (!(await page.getByRole('checkbox', { name: /^ISO/ }).isVisible())) await filters.click()
      await page.getByRole('checkbox', { name: said.welders }).first().check()
      await page.waitForURL(/category=category:welding/)
      await settled(page)
      await page.getByRole('checkbox', { name: /^ISO/ }).check()
      await page.getByLabel(said.order).selectOption({ label: said.largest })
      await page.getByRole('heading', { level: 2, name: said.found }).waitFor()
      await page.waitForURL(/order=EMPLOYEES_DESC/)
      await settled(page)
      const firms = () => page.locator('.supplier-list tbody th').getByRole('link').allTextContents()
      expect(await firms()).toEqual(['Tallens Mekaniska', 'Alens Svetsteknik', 'Björkens Svets'])
      await sentToPhone(page, lang)
      const groups = page.getByRole('region', { name: said.groups })
      await groups.getByRole('heading', { level: 3, name: said.group }).first().waitFor()
      await page.getByLabel(said.atLeast, { exact: true }).fill('200')
      await page.keyboard.press('Enter')
      await page.locator('.supplier-list').getByText(said.nobody).waitFor()
      await page.locator('.supplier-list').getByRole('button', { name: said.anyNumber }).click()
      await expect.poll(firms).toHaveLength(3)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it('with the keyboard alone the strategist tries an office, hears what it changes, and takes it back (en)', async () => {
    const said = taskWords.en.coverage
    const { page, complaints } = await begun('en', 1280)
    await tabTo(page, said.question, 'A')
    await follow(page)
    await page.getByRole('heading', { level: 1, name: said.heading }).waitFor()
    await settled(page)
    await tabTo(page, said.tryOne, 'SUMMARY')
    await page.keyboard.press('Enter')
    await tabTo(page, said.name, 'INPUT')
    await page.keyboard.type(said.office)
    for (const chosen of ['Pajala', 'Övertorneå', 'Haparanda', said.needs[0]]) {
      await tabTo(page, chosen, 'INPUT')
      await page.keyboard.press('Space')
    }
    await page.getByRole('heading', { level: 2, name: said.result }).waitFor()
    // Whoever does not see the page is told it without leaving the form.
    await page.getByRole('status').filter({ hasText: said.result }).waitFor()
    await expectFocus(page)
    await tabTo(page, said.reset, 'BUTTON')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: said.found }).waitFor()
    await expectFocus(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('with the keyboard alone the business developer describes the firm, hears the answer, and prints it (sv)', async () => {
    const said = taskWords.sv.support
    const { page, complaints } = await begun('sv', 1280)
    await page.evaluate(() => Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) }))
    await tabTo(page, said.question, 'A')
    await follow(page)
    await page.getByRole('heading', { level: 1, name: said.heading }).waitFor()
    await settled(page)
    await page.getByRole('option', { name: 'Boden' }).waitFor({ state: 'attached' })
    await tabTo(page, said.municipality, 'SELECT')
    await page.keyboard.type('Bod')
    await page.waitForURL(/municipality:2582/)
    await tabTo(page, said.employees, 'INPUT')
    await page.keyboard.type('12')
    await tabTo(page, said.need, 'INPUT')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 2, name: said.found }).waitFor()
    await page.getByRole('status').filter({ hasText: said.found }).waitFor({ state: 'attached' })
    await expectFocus(page)
    await tabTo(page, said.print, 'BUTTON')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'printed'))).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each([
    ['sv', 'support'],
    ['en', 'coverage'],
  ] as const)(
    'a screen reader finds its way by landmarks, one heading of the page, and named parts (%s, %s)',
    async (lang, view) => {
      const said = taskWords[lang][view]
      const { page } = await begun(lang, 1280)
      const landmarks = async () => {
        expect(await page.getByRole('main').count()).toBe(1)
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        expect(await page.getByRole('navigation').first().getByRole('link', { name: said.heading }).count()).toBe(1)
        const levels = await page
          .locator('h1, h2, h3, h4')
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])))
        expect(levels.filter((level, place) => level - (levels[place - 1] ?? 0) > 1)).toEqual([])
        const nameless = page.locator('main').getByRole('button').or(page.locator('main').getByRole('link'))
        const names = await nameless.evaluateAll((all) =>
          all.map((each) => each.getAttribute('aria-label') ?? each.textContent ?? ''),
        )
        expect(names.filter((name) => name.trim() === '')).toEqual([])
      }
      await landmarks()
      await asks(page, said.question, said.heading)
      await landmarks()
      await page.context().close()
    },
  )
})
