import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { fillSignIn, openAs, password, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { expectFocus, follow, tabTo } from './keyboard.js'
import { type Served, serve } from './serve.js'
import { addWriters, button, meanwhile, newOffer, review, save } from './writes.js'

const METAL_FIRM = '/support?municipality=municipality:2582&sector=sector:sni2007-C25&size=SMALL&needs=need:finance'

describeInBrowser('writing by forms', () => {
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
  const pick = async (page: Page, list: string, text: string) => {
    const group = page.getByRole('group', { name: list, exact: true })
    await group.getByRole('combobox').last().fill(text)
    await group.getByRole('option', { name: text }).first().click()
  }

  it('an actor confirms three offers and adds one, which a firm finds at once in both languages', async () => {
    const { page, complaints } = await as('nora', '/entity/initiative:top-loans?lang=sv')
    for (const offer of ['top-loans', 'norrlandsfonden-eif-loans', 'norrlandsfonden-convertible-loans']) {
      await page.goto(`${served.address}/entity/initiative:${offer}?lang=sv`)
      await button(page, 'Stämmer fortfarande').click()
      await page.getByText(/^Sparat: stämmer per \d/).waitFor()
    }
    await page.goto(`${served.address}/entity/actor:norrlandsfonden?lang=sv`)
    await page.getByRole('link', { name: 'Lägg till en insats' }).click()
    await page.getByRole('heading', { level: 1, name: 'Lägg till: insats' }).waitFor()
    await page.getByLabel('Namn på svenska').fill('Provlån för metall')
    await page.getByLabel('Namn på engelska').fill('Trial loan for metal')
    await page.getByRole('combobox', { name: /^Slag/ }).selectOption({ label: 'lån' })
    await page.getByRole('group', { name: 'Slag av hjälp' }).getByLabel('lån', { exact: true }).check()
    await pick(page, 'Möter behov', 'Finansiering')
    await page.getByRole('combobox', { name: /^Hur/ }).selectOption({ label: 'huvuduppgift' })
    expect(await page.getByLabel('Aktörens egen uppgift').isChecked()).toBe(true)
    await review(page)
    await page.getByRole('heading', { name: 'Det här läggs till' }).waitFor()
    await page.getByText('Finansiering · huvuduppgift').waitFor()
    await save(page)
    await page.getByText('Sparat. Den finns nu i Hitta stöd').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Provlån för metall' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()

    for (const [lang, name] of [
      ['sv', 'Provlån för metall'],
      ['en', 'Trial loan for metal'],
    ] as const) {
      const firm = await open(browser, `${served.address}${METAL_FIRM}&lang=${lang}`)
      await firm.page.getByRole('link', { name }).first().click()
      await firm.page.getByRole('heading', { level: 1, name }).waitFor()
      await settled(firm.page)
      await firm.page.getByText(lang === 'sv' ? 'Ser du ett fel?' : 'Do you see a mistake?').waitFor()
      await firm.page
        .getByRole('link', { name: /^(Uppgifter från Norrlandsfonden|What Norrlandsfonden stated in) \d{4}$/ })
        .first()
        .waitFor()
      await firm.page.context().close()
    }
  })

  it('an actor confirms all that waits for it by one press', async () => {
    const { page } = await as('nora', '/entity/actor:norrlandsfonden?lang=sv')
    await page.getByRole('button', { name: /^Alla insatser stämmer \(\d+\)$/ }).click()
    await page.getByText(/^Sparat: \d+ insatser är bekräftade\./).waitFor()
    await page.getByRole('button', { name: /^Alla insatser stämmer/ }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('only what was changed is sent, once it was looked at before and after', async () => {
    await newOffer(served, 'Lån att ändra', { terms: { maxShare: 0.5, minAmount: 100000 }, covers: ['county:25'] })
    const { page, complaints } = await as('eva', '/edit?of=initiative:lan-att-andra&lang=sv')
    expect(await page.getByLabel('Namn på svenska').inputValue()).toBe('Lån att ändra')
    await review(page)
    await page.getByText('Ingenting är ändrat än.').waitFor()
    await page.getByText('Villkor', { exact: true }).click()
    expect(await page.getByLabel('Högsta andel som betalas').inputValue()).toBe('0,5')
    await page.getByLabel('Högsta andel som betalas').fill('0,75')
    await pick(page, 'Finns att få i', 'Boden')
    await page.getByLabel('Varför').fill('Höjt i höst')
    await review(page)
    await page.getByRole('heading', { name: 'Det här ändras' }).waitFor()
    const changes = page.locator('.edit-changes > li')
    expect(await changes.allInnerTexts()).toEqual([
      expect.stringMatching(/^Finns att få i[\s\S]*Efter\s+Boden$/),
      expect.stringMatching(/^Villkor: högsta andel som betalas\s+Före\s+0,5\s+Efter\s+0,75$/),
    ])
    const sent = page.waitForRequest((request) => request.postData()?.includes('updateInitiative') ?? false)
    await save(page)
    expect((await sent).postDataJSON().variables.input).toEqual({
      ...{ id: 'initiative:lan-att-andra', revision: 1, reason: 'Höjt i höst' },
      ...{ covers: { add: ['municipality:2582'] }, terms: { maxShare: 0.75 } },
    })
    await page.getByText('Sparat.').waitFor()
    await page.getByText('Betalar högst 75 % av kostnaden').first().waitFor()
    expect(await page.getByRole('link', { name: 'Historik' }).first().getAttribute('href')).toContain(
      '/entity/initiative:lan-att-andra/history',
    )
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('what the server does not take is said at its field, in the reader’s own language, and nothing typed is lost', async () => {
    const { page } = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Slutar', { exact: true }).fill('snart')
    await review(page)
    await save(page)
    const fault = page.locator('.fault')
    await fault.getByText('Skriv ett år, en månad eller en dag: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.').waitFor()
    expect(await page.getByLabel('Slutar', { exact: true }).inputValue()).toBe('snart')
    expect(await page.getByLabel('Slutar', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('main').textContent()).not.toContain('input.')
    await page.reload()
    await page.getByText('Det du skrev förut finns kvar.').waitFor()
    expect(await page.getByLabel('Slutar', { exact: true }).inputValue()).toBe('snart')
    await button(page, 'Börja om').click()
    expect(await page.getByLabel('Slutar', { exact: true }).inputValue()).toBe('')
    await page.context().close()
  })

  it('a server that is away takes nothing of what was typed', async () => {
    const { page } = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Namn på engelska').fill('Top loans, kept')
    await review(page)
    await page.route('**/graphql', (route) => route.abort())
    await save(page)
    await page.getByText('Servern svarar inte. Det du skrev finns kvar').waitFor()
    await page.unroute('**/graphql')
    await save(page)
    await page.getByText('Sparat.').waitFor()
    await page.context().close()
  })

  it('where somebody else was faster, all three stand side by side and one chooses', async () => {
    await newOffer(served, 'Lån som två ändrar', { descriptionSv: 'Från början', terms: { minAmount: 100000 } })
    const { page, complaints } = await as('eva', '/edit?of=initiative:lan-som-tva-andrar&lang=sv', { bypassCSP: true })
    await page.getByLabel('Beskrivning på svenska').fill('Som jag skrev')
    await review(page)
    await meanwhile(served, {
      ...{ id: 'initiative:lan-som-tva-andrar', revision: 1, descriptionSv: 'Som någon annan skrev' },
      terms: { minAmount: 200000 },
    })
    await save(page)
    await page.getByRole('heading', { name: 'Någon annan har ändrat under tiden' }).waitFor()
    const field = page.getByRole('group', { name: 'Beskrivning på svenska' })
    for (const words of ['Från början', 'Som någon annan skrev', 'Som jag skrev'])
      await field.getByText(words).waitFor()
    await page.getByText('Villkor: lägsta belopp i kronor: 200000').waitFor()
    await expectAccessible(page)
    expect(await field.getByRole('radio', { name: /^Det du skrev/ }).isChecked()).toBe(true)
    await field.getByRole('radio', { name: /^Det någon annan skrev/ }).check()
    await field.getByRole('radio', { name: /^Det du skrev/ }).check()
    await button(page, 'Granska på nytt').click()
    await page.getByText('Som någon annan skrev').waitFor()
    await save(page)
    await page.getByText('Sparat.').waitFor()
    await page.goto(`${served.address}/edit?of=initiative:lan-som-tva-andrar&lang=sv`)
    await page.getByLabel('Beskrivning på svenska').waitFor()
    expect(await page.getByLabel('Beskrivning på svenska').inputValue()).toBe('Som jag skrev')
    await page.getByText('Villkor', { exact: true }).click()
    expect(await page.getByLabel('Lägsta belopp i kronor').inputValue()).toBe('200000')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('a session that ended is begun anew in place', async () => {
    const { page } = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Beskrivning på svenska').fill('Skrivet innan sessionen tog slut')
    await review(page)
    await page.context().clearCookies()
    await save(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lösenord', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Skrivet innan sessionen tog slut').waitFor()
    await save(page)
    await page.getByText('Sparat.').waitFor()
    await page.context().close()
  })

  it('who may not publish proposes by the same form, and may not confirm', async () => {
    const { page, complaints } = await as('rita', '/entity/initiative:top-loans?lang=sv')
    expect(await button(page, 'Stämmer fortfarande').count()).toBe(0)
    await page.getByRole('link', { name: 'Föreslå ändring' }).click()
    await page.getByText('En redaktör avgör dem.').waitFor()
    await page.getByLabel('Namn på engelska').fill('Top loans of the fund')
    await review(page)
    await button(page, 'Skicka förslag').click()
    await page.getByText('Förslaget är skickat. En redaktör avgör det.').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('what no longer holds is ended from a day on, by a page that says so', async () => {
    await newOffer(served, 'Lån som upphör')
    const { page } = await as('eva', '/entity/initiative:lan-som-upphor?lang=sv')
    await page.getByRole('link', { name: 'Upphör' }).click()
    await review(page)
    await page.getByText('Det här behövs.').waitFor()
    await page.getByLabel(/^Gäller inte från och med/).fill('2026-03-01')
    await page.getByLabel('En webbsida eller ett dokument').check()
    await review(page)
    await page.getByText('Ange webbadressen, eller dokumentets titel.').waitFor()
    await page.getByLabel('Webbadress').fill('https://example.org/slut')
    await review(page)
    await page.getByRole('heading', { name: 'Det här upphör' }).waitFor()
    await page.getByText('Källa: example.org/slut').waitFor()
    await save(page)
    await page.getByText('Sparat.').waitFor()
    await page.context().close()
  })

  it('an offer is changed with the keyboard alone', async () => {
    const { page } = await as('eva', '/entity/initiative:top-loans?lang=sv')
    await settled(page)
    await page.waitForFunction(() => document.activeElement?.id === 'content')
    await tabTo(page, 'Ändra')
    await follow(page)
    await page.getByRole('heading', { level: 1, name: /^Ändra / }).waitFor()
    await settled(page)
    await tabTo(page, 'Namn på engelska', 'INPUT')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Top loans by keyboard')
    await tabTo(page, 'Granska')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Det här ändras')
    await tabTo(page, 'Spara')
    await page.keyboard.press('Enter')
    await page.getByText('Sparat.').waitFor()
    await expectFocus(page)
    await page.context().close()
  })

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('forms are for everybody, %s and %i wide', async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }
    const { page, complaints } = await as('eva', '/entity/actor:norrlandsfonden?lang=sv', options)
    for (const path of [
      ...['/entity/actor:norrlandsfonden?lang=sv', '/edit?of=establishment:h2-green-steel&lang=sv'],
      ...['/edit?of=initiative:top-loans&lang=en', '/edit?new=FIRM&lang=sv', '/edit?of=need:finance&lang=sv'],
    ]) {
      await page.goto(served.address + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      for (const summary of await page.locator('.edit-form > details > summary').all()) await summary.click()
      await expectAccessible(page)
    }
    await page.goto(`${served.address}/edit?new=CLAIM&lang=sv`)
    await review(page)
    await page.getByText('Det här behövs.').first().waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describeInBrowser('where nobody is signed in', () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    served = await serveAccounts()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it('a page leads to where one signs in, and back to what one wanted', async () => {
    const { page } = await open(browser, `${served.address}/edit?of=initiative:top-loans&lang=sv`)
    await page.getByText('Logga in för att ändra eller föreslå en ändring.').waitFor()
    await page.goto(`${served.address}/entity/initiative:top-loans?lang=sv`)
    await page.getByRole('link', { name: 'Logga in för att föreslå en ändring' }).click()
    await fillSignIn(page, 'maria')
    await page.getByRole('link', { name: 'Föreslå ändring' }).waitFor()
    await page.context().close()
  })
})

describeInBrowser('on the machine that holds the graph, before there are accounts', () => {
  it('whoever works there writes as an editor', async () => {
    const served = await serve()
    const browser = await launch()
    const { page } = await open(browser, `${served.address}/entity/initiative:top-loans?lang=en`)
    await page.getByRole('link', { name: 'Change', exact: true }).click()
    await page.getByLabel('Name in English').fill('Top loans of a test')
    await button(page, 'Review').click()
    await button(page, 'Save').click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Top loans of a test' }).waitFor()
    await browser.close()
    await served.stop()
  })
})
