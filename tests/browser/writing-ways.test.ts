import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { widerThanWindow } from './accessible.js'
import { openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'
import { addWriters, button, heading, link, newOffer, review, save } from './writes.js'

describeInBrowser('the ways to forms', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts()
    await addWriters(served)
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })
  const as = (name: string, path: string, options: BrowserContextOptions = {}) =>
    openAs(browser, served, name, path, options)

  it('an editor adds from the page of a place, which is filled in', async () => {
    const { page, complaints } = await as('eva', '/entity/municipality:2582?lang=sv')
    await link(page, 'Ny satsning').click()
    await heading(page, 'Lägg till: industrisatsning')
    await button(page, 'Ta bort Boden').waitFor()
    await button(page, 'Ta bort Norrbottens län').waitFor()
    await page.goBack()
    await link(page, 'Ny aktör').click()
    await heading(page, 'Lägg till: främjandeaktör')
    await button(page, 'Ta bort Boden').waitFor()
    await page.goBack()
    await link(page, 'Nytt företag').click()
    await heading(page, 'Lägg till: företag')
    await button(page, 'Ta bort Boden').waitFor()
    await page.getByLabel('Namn', { exact: false }).first().fill('Bodens Provsvets')
    await page.getByText('Fler uppgifter').click()
    await page.getByRole('combobox', { name: /^Juridisk form/ }).selectOption({ label: 'aktiebolag' })
    await review(page)
    await page.getByRole('heading', { name: 'Det här läggs till' }).waitFor()
    await save(page)
    await heading(page, 'Bodens Provsvets')
    await page.getByText('Sparat. Det finns nu på alla sidor.').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('an editor adds a claim from the page of what it is about', async () => {
    const { page } = await as('eva', '/entity/actor:norrlandsfonden?lang=sv')
    await link(page, 'Lägg till uppgift').click()
    await heading(page, 'Lägg till: uppgift')
    await button(page, 'Ta bort Norrlandsfonden').waitFor()
    await page.goto(`${served.address}/entity/need:finance?lang=sv`)
    await link(page, 'Lägg till uppgift').click()
    await button(page, 'Ta bort Finansiering').waitFor()
    await page.context().close()
  })

  it('a reader proposes from the menu, and is told that it is sent', async () => {
    const { page, complaints } = await as('rita', '/entity/municipality:2582?lang=sv')
    await link(page, 'Föreslå företag').waitFor()
    expect(await link(page, 'Nytt företag').count()).toBe(0)
    await link(page, 'Föreslå').click()
    await heading(page, 'Föreslå något nytt eller en rättelse')
    await link(page, 'Föreslå aktör').click()
    await heading(page, 'Föreslå: främjandeaktör')
    await page.getByLabel('Namn på svenska').fill('Föreslagen rådgivare')
    await page.getByRole('combobox', { name: /^Slag/ }).selectOption({ label: 'rådgivare' })
    await review(page)
    await button(page, 'Skicka förslag').click()
    await page.getByText('Förslaget är skickat. En redaktör avgör det.').waitFor()
    await heading(page, 'Föreslå något nytt eller en rättelse')
    await link(page, 'Dina förslag').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('who acts for one actor adds what that offers, and proposes all else', async () => {
    const { page } = await as('nora', '/edit?lang=sv')
    await link(page, 'Föreslå satsning').waitFor()
    await link(page, 'Ny insats').click()
    await heading(page, 'Lägg till: insats')
    await page.getByLabel('Aktörens egen uppgift').waitFor()
    // Of what somebody else offers they speak as themselves, and an editor decides.
    await button(page, 'Ta bort Norrlandsfonden').click()
    await heading(page, 'Föreslå: insats')
    await page.getByText('En redaktör avgör dem.').waitFor()
    await page.context().close()
  })

  it('what has ended is not confirmed or ended again: its last day is changed', async () => {
    await newOffer(served, 'Lån som har slutat', { to: '2026-01-31' })
    const { page } = await as('eva', '/entity/initiative:lan-som-har-slutat?lang=sv')
    await page.getByText('Har upphört. Sista dagen var 31 januari 2026.').waitFor()
    await settled(page)
    expect(await button(page, 'Stämmer fortfarande').count()).toBe(0)
    expect(await link(page, 'Upphör').count()).toBe(0)
    await link(page, 'Finns fortfarande? Ändra slutdagen').click()
    const end = page.getByLabel('Slutar', { exact: true })
    await end.waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'to')
    await end.fill('')
    await review(page)
    await save(page)
    await button(page, 'Stämmer fortfarande').waitFor()
    await page.context().close()
  })

  it('who proposes is led to another last day of what has ended', async () => {
    await newOffer(served, 'Stöd som tog slut', { to: '2026-02-28' })
    const { page } = await as('rita', '/entity/initiative:stod-som-tog-slut?lang=sv')
    await link(page, 'Finns fortfarande? Föreslå en annan slutdag').click()
    await heading(page, 'Föreslå ändring av Stöd som tog slut')
    await page.context().close()
  })

  it('the ways stand in a window of 360 px and in English', async () => {
    const options = { viewport: { width: 360, height: 800 }, colorScheme: 'dark' as const }
    const { page, complaints } = await as('eva', '/entity/municipality:2582?lang=en', options)
    await link(page, 'New firm').waitFor()
    await link(page, 'Add').click()
    await heading(page, 'Add or correct')
    await page.getByRole('combobox', { name: 'Search for what is to be corrected' }).fill('Norrlandsfonden')
    await page.getByRole('option').first().click()
    await heading(page, 'Norrlandsfonden')
    expect(await widerThanWindow(page)).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describeInBrowser('the ways to forms, on the machine that holds the graph', () => {
  it('are there without accounts', async () => {
    const served = await serve()
    const browser = await launch()
    const { page } = await open(browser, `${served.address}/?lang=sv`)
    await link(page, 'Lägg till').click()
    await link(page, 'Nytt företag').click()
    await heading(page, 'Lägg till: företag')
    await browser.close()
    await served.stop()
  })
})
