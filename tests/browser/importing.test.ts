import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { firmNumber, listOf } from '../firm-list.js'
import { expectAccessible } from './accessible.js'
import { addAccount, openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { expectFocus, tabTo } from './keyboard.js'
import { type Served, serve } from './serve.js'

const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

/** Fills the form in, in Swedish, and sends it. */
async function send(page: Page, name: string, content: string, title: string) {
  await page.getByLabel('Fil', { exact: true }).setInputFiles(csv(name, content))
  await page.getByLabel('Vad listan heter').fill(title)
  await page.getByRole('button', { name: 'Skicka och jämför' }).click()
}

/** A job that is stored and never done. */
const runningJob = {
  ...{ id: 'job:made-up', status: 'RUNNING', kind: 'FIRMS', title: 'Lång lista', file: 'lista.csv', update: false },
  ...{ rows: 3, refusalsAddress: null, columns: [], columnNames: [], remarks: [], asks: [], message: null },
  ...{ summary: null, source: null, change: null, isUnfinished: false, isTakenBack: false },
}

const stage = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor()

/** Brings a list of firms in and stores it. */
async function store(page: Page, address: string, content: string, title: string) {
  await page.goto(`${address}/import?lang=sv`)
  await send(page, 'lista.csv', content, title)
  await stage(page, 'Klar att granska')
  await page.getByRole('button', { name: 'Spara listan' }).click()
  await stage(page, 'Sparad')
}

describeInBrowser('lists come in by the page', () => {
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

  it('a list with a refused row and a column that is read by hand is stored once it was shown', async () => {
    const { page, complaints } = await open(browser, `${served.address}/import?lang=sv`)
    const list = listOf([
      [1, 'Prov Ett AB'],
      [2, 'Prov Två AB'],
    ]).replace('Anställda', 'Folk på plats')
    await send(page, 'medlemmar.csv', `${list}1234;Fel AB;Luleå;3\r\n`, 'Våra medlemmar')
    await stage(page, 'Klar att granska')
    await page.waitForURL(/\/import\?.*job=job:/)
    await expectFocus(page)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Klar att granska')
    await page.getByText('2 nya').waitFor()
    await page.getByText('1 rad tas inte med').waitFor()
    const refused = page.getByRole('table', { name: 'Det som inte togs med' })
    await refused.getByRole('rowheader', { name: '4' }).waitFor()
    await refused.getByText('Organisationsnummer', { exact: true }).waitFor()
    await refused.getByText('det ska vara ett organisationsnummer med tio siffror').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Ladda ner allt som inte togs med (CSV)' }).click()
    expect((await download).suggestedFilename()).toMatch(/^refused-.*\.csv$/)

    await page.getByText('Så läses filen').first().click()
    const people = page.getByRole('combobox', { name: 'Folk på plats' })
    expect(await people.inputValue()).toBe('')
    await people.selectOption({ label: 'anställda' })
    await page.getByRole('button', { name: 'Jämför på nytt' }).click()
    // The form comes anew with what it is read as now.
    await page.locator('details:not([open]) > summary', { hasText: 'Så läses filen' }).waitFor()
    await stage(page, 'Klar att granska')
    await expectFocus(page)
    await page.getByText('Så läses filen').first().click()
    expect(await people.inputValue()).toBe('employees')

    await page.getByRole('button', { name: 'Spara listan' }).click()
    await stage(page, 'Sparad')
    await expectFocus(page)
    await page.getByText('Det här ändrades').waitFor()
    await page.getByRole('link', { name: 'Våra medlemmar' }).waitFor()
    await page.goto(`${served.address}/entity/firm:${firmNumber(1)}?lang=sv`)
    await page.getByRole('heading', { level: 1, name: 'Prov Ett AB' }).waitFor()
    await page.getByText('12', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('a list whose needed column has another name is read once somebody says which it is, in English', async () => {
    const { page, complaints } = await open(browser, `${served.address}/import?lang=en`)
    const list = listOf([[11, 'Trial One AB']]).replace('Organisationsnummer', 'Bolagets id')
    await page.getByLabel('File', { exact: true }).setInputFiles(csv('members.csv', list))
    await page.getByLabel('What the list is called').fill('Members by another name')
    await page.getByRole('button', { name: 'Send and compare' }).click()
    await stage(page, 'Could not be imported')
    await page.getByText(/names a column organisationNumber/).waitFor()
    await page.getByRole('combobox', { name: 'Bolagets id' }).selectOption({ label: 'organisation number' })
    await page.getByRole('button', { name: 'Compare again' }).click()
    await stage(page, 'Ready to look at')
    await page.getByText('1 new').waitFor()
    await page.getByRole('button', { name: 'Store the list' }).click()
    await stage(page, 'Stored')
    await page.getByRole('button', { name: 'Take back Members by another name' }).click()
    await page.getByRole('button', { name: 'Take back', exact: true }).click()
    await page.getByText('Members by another name is taken back.').waitFor()
    await expectFocus(page)
    await page.getByRole('link', { name: 'To all lists' }).click()
    await page.getByRole('link', { name: 'Members by another name' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('an edition that takes much away is stored once one agreed to that', async () => {
    const { page } = await open(browser, `${served.address}/import?lang=sv`)
    const three = listOf([
      [21, 'Tre Ett AB'],
      [22, 'Tre Två AB'],
      [23, 'Tre Tre AB'],
    ])
    await store(page, served.address, three, 'Tre företag')
    await page.goto(`${served.address}/import?lang=sv`)
    await send(page, 'lista.csv', listOf([[21, 'Tre Ett AB', 30]]), 'Tre företag')
    await stage(page, 'Klar att granska')
    await page.getByText('2 försvinner').waitFor()
    const agree = page.getByRole('checkbox', { name: /Försvinner: 2 av de 3 som listan nämnde förut/ })
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await page.getByRole('alert').getByText('Godkänn det här först').waitFor()
    expect(await agree.evaluate((box) => box === document.activeElement)).toBe(true)
    await agree.check()
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await stage(page, 'Sparad')
    await page.goto(`${served.address}/entity/firm:${firmNumber(22)}?lang=sv`)
    await settled(page)
    expect(await page.getByRole('heading', { level: 1, name: 'Tre Två AB' }).count()).toBe(0)
    await page.context().close()
  })

  it('what changed since it was shown is said, and shown as it is now', async () => {
    const { page } = await open(browser, `${served.address}/import?lang=sv`)
    await send(page, 'lista.csv', listOf([[31, 'Först AB']]), 'Två på en gång')
    await stage(page, 'Klar att granska')
    const other = await open(browser, `${served.address}/import?lang=sv`)
    await store(other.page, served.address, listOf([[32, 'Emellan AB']]), 'Två på en gång')
    await other.page.context().close()
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await page.getByText('Det har ändrats i grafen sedan listan jämfördes.').waitFor()
    await page.getByText('1 försvinner').waitFor()
    await page.context().close()
  })

  it('an import is ended once that was asked, with the keyboard', async () => {
    const { page } = await open(browser, `${served.address}/import?lang=sv`)
    await page.getByLabel('Fil', { exact: true }).setInputFiles(csv('lista.csv', listOf([[41, 'Inte AB']])))
    await tabTo(page, 'Vad listan heter', 'INPUT')
    await page.keyboard.type('Ångrad')
    await page.keyboard.press('Enter')
    await stage(page, 'Klar att granska')
    await tabTo(page, 'Avsluta importen')
    await page.keyboard.press('Enter')
    await page.getByText('Avsluta importen? Ingenting av den är sparat.').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.getByRole('group').getByRole('button', { name: 'Avsluta importen' }).click()
    await stage(page, 'Avslutad')
    await expectFocus(page)
    await page.getByRole('link', { name: 'Till alla listor' }).click()
    await page.getByRole('row', { name: /Ångrad.*Avslutad/ }).waitFor()
    await expectFocus(page)
    await page.getByRole('link', { name: 'Ångrad' }).click()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Avslutad')
    await page.context().close()
  })

  it('what is wrong is said at the field, which has the focus', async () => {
    const { page } = await open(browser, `${served.address}/import?lang=sv`)
    const file = page.getByLabel('Fil', { exact: true })
    const refused = async (words: string) => {
      await page.getByRole('button', { name: 'Skicka och jämför' }).click()
      await page.getByRole('alert').getByText(words).waitFor()
      expect(await file.getAttribute('aria-invalid')).toBe('true')
      expect(await file.evaluate((box) => box === document.activeElement)).toBe(true)
    }
    await refused('Välj en fil.')
    await file.setInputFiles(csv('tom.csv', ''))
    await refused('Filen är tom.')
    await file.setInputFiles({ name: 'lista.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await refused('Filen är varken .xlsx eller CSV.')
    await page.route('**/imports', (route) => {
      const extensions = { code: 'REQUEST_TOO_LARGE', argument: 'file' }
      return route.fulfill({ status: 413, json: { errors: [{ message: 'A file may have 500 MB', extensions }] } })
    })
    await file.setInputFiles(csv('stor.csv', 'a;b'))
    await refused('Filen är större än 500 MB.')
    await page.unroute('**/imports')
    await page.getByLabel('Vad listan heter').fill('19811218-9876')
    await page.getByRole('button', { name: 'Skicka och jämför' }).click()
    await page.getByRole('alert').getByText('Namnet går inte att använda').waitFor()
    await page.context().close()
  })

  it('a file that is dropped is the one that is sent', async () => {
    const { page } = await open(browser, `${served.address}/import?lang=sv`)
    const content = listOf([[51, 'Släppt AB']])
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'släppt.csv', { type: 'text/csv' }))
      return transfer
    }, content)
    await page.locator('.drop-place').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByText('Vald fil: släppt.csv').waitFor()
    await page.getByLabel('Vad listan heter').fill('Släppt lista')
    await page.getByRole('button', { name: 'Skicka och jämför' }).click()
    await stage(page, 'Klar att granska')
    await page.context().close()
  })

  it('a job that goes on is looked at until one leaves it, and only its steps are read out', async () => {
    const context = await browser.newContext({ locale: 'sv-SE' })
    const page = await context.newPage()
    await page.clock.install()
    let looks = 0
    await page.route('**/graphql', (route) => {
      const { query } = z.object({ query: z.string() }).parse(route.request().postDataJSON())
      if (!query.includes('query ExplorerImport(')) return route.continue()
      looks += 1
      return route.fulfill({ json: { data: { importJob: { ...runningJob, progress: { done: looks, total: 100 } } } } })
    })
    await page.goto(`${served.address}/import?job=job:made-up&lang=sv`)
    await stage(page, 'Sparas')
    for (const percent of ['2 %', '3 %', '4 %']) {
      await page.clock.fastForward(5_000)
      await page.getByText(new RegExp(`^${percent.replace(' ', '\\s')} klart$`)).waitFor()
      expect(await page.getByRole('status').filter({ hasText: /./ }).allTextContents()).toEqual(['Sparas'])
    }
    await page.getByRole('navigation', { name: 'Vyer' }).getByRole('link', { name: 'Leverantörer' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leverantörer' }).waitFor()
    const before = looks
    await page.clock.fastForward(60_000)
    await settled(page)
    expect(looks).toBe(before)
    await context.close()
  })

  it('what is ended while it is stored is told as unfinished, and taken back', async () => {
    const { page, complaints } = await open(browser, `${served.address}/import?lang=sv`)
    const many = Array.from({ length: 30_000 }, (_, index) => [1_000 + index, `Många ${index} AB`] as const)
    await send(page, 'lista.csv', listOf(many), 'Halv lista')
    await stage(page, 'Klar att granska')
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await stage(page, 'Sparas')
    await expectFocus(page)
    await page.getByRole('progressbar', { name: 'Sparas' }).waitFor()
    await page.getByRole('button', { name: 'Avsluta importen' }).click()
    await page.getByText('Avsluta medan den sparas?').waitFor()
    await page.getByRole('button', { name: 'Avsluta importen' }).click()
    await stage(page, 'Avslutad')
    await page.getByText('Bara en del av listan är sparad.').waitFor()
    await page.getByRole('link', { name: 'Till alla listor' }).click()
    const unfinished = page.getByRole('region', { name: 'Ofullständiga listor' })
    await unfinished.getByRole('link', { name: 'Importera Halv lista på nytt' }).click()
    expect(await page.getByLabel('Vad listan heter').inputValue()).toBe('Halv lista')
    await unfinished.getByRole('button', { name: 'Ta tillbaka Halv lista' }).click()
    await unfinished.getByRole('button', { name: 'Ta tillbaka', exact: true }).click()
    await page.getByText('Halv lista är återtagen.').waitFor()
    await expectFocus(page)
    expect(await unfinished.getByRole('listitem').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  const cases = (['light', 'dark'] as const).map((colorScheme, index) => ({ colorScheme, lang: index ? 'en' : 'sv' }))
  it.each(cases)('what it asks and refuses passes axe in $colorScheme and $lang, 320 wide', async (each) => {
    const { colorScheme, lang } = each
    const title = `Att granska ${lang}`
    const first = await open(browser, `${served.address}/import?lang=sv`)
    const index = lang === 'sv' ? 61 : 71
    const two = [index, index + 1].map((number) => [number, `Granskad ${number} AB`] as const)
    await store(first.page, served.address, listOf(two), title)
    await first.page.goto(`${served.address}/import?lang=sv`)
    await send(first.page, 'lista.csv', `${listOf(two.slice(0, 1))}1234;Fel AB;Luleå;3\r\n`, title)
    await stage(first.page, 'Klar att granska')
    const address = new URL(first.page.url())
    await first.page.context().close()
    address.searchParams.set('lang', lang)
    const options = { colorScheme, bypassCSP: true, viewport: { width: 320, height: 740 } }
    const { page, complaints } = await open(browser, address.href, options)
    await page.getByRole('table').first().waitFor()
    for (const summary of await page.locator('main summary').all()) await summary.click()
    await page.getByRole('button', { name: lang === 'sv' ? 'Spara listan' : 'Store the list' }).click()
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describeInBrowser('where lists are brought in by accounts', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts()
    await addAccount(served, { name: 'rut', displayName: 'Rut Redaktör', role: 'EDITOR' })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it('who is not signed in, and who may not, is told what it takes', async () => {
    const nobody = await open(browser, `${served.address}/import?lang=sv`)
    await nobody.page.getByText('kräver att du är inloggad som redaktör').waitFor()
    const link = nobody.page.getByRole('main').getByRole('link', { name: 'Logga in' })
    expect(await link.getAttribute('href')).toMatch(/^\/sign-in\?to=/)
    await nobody.page.context().close()
    const { page, complaints } = await openAs(browser, served, 'maria', '/import?lang=sv')
    await page.getByText('Ditt konto får det inte.').waitFor()
    expect(await page.getByRole('navigation', { name: 'Vyer' }).getByText('Importera').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('an editor finds the page among the views, and brings a list in', async () => {
    const { page, complaints } = await openAs(browser, served, 'rut', '/?lang=sv')
    await page.getByRole('navigation', { name: 'Vyer' }).getByRole('link', { name: 'Importera' }).click()
    await send(page, 'lista.csv', listOf([[81, 'Ruts AB']]), 'Ruts lista')
    await stage(page, 'Klar att granska')
    await page.getByRole('button', { name: 'Spara listan' }).click()
    await stage(page, 'Sparad')
    await page.getByRole('link', { name: 'Till alla listor' }).click()
    await page.getByRole('row', { name: /Ruts lista.*Sparad.*rut/ }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
