import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillSignIn, openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, settled } from './explorer.js'
import type { Served } from './serve.js'
import { addWriters, button, heading, link, newOffer, review, save } from './writes.js'

describeInBrowser('forms in clumsy and in hostile hands', () => {
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
  const as = async (name: string, path: string) => (await openAs(browser, served, name, path)).page
  const places = (page: Page) => page.getByRole('group', { name: 'Finns att få i', exact: true })

  it('addresses of what is not there, or is of another kind, say so', async () => {
    const page = await as('eva', '/edit?of=actor:nobody&lang=sv')
    await heading(page, 'Det finns inte')
    for (const address of ['of=%20', 'of=%3Cb%3Ex%3C/b%3E', 'new=CLAIM&about=nothing', 'of=phase:none']) {
      await page.goto(`${served.address}/edit?${address}&lang=sv`)
      await heading(page, 'Det finns inte')
    }
    for (const address of ['of=need:finance', 'new=NEED', 'new=toString']) {
      await page.goto(`${served.address}/edit?${address}&lang=sv`)
      await page.getByText('Det här skrivs inte för hand').waitFor()
    }
    // What cannot be filled in from where one came is left empty.
    await page.goto(`${served.address}/edit?new=INITIATIVE&by=need:finance&lang=sv`)
    await heading(page, 'Lägg till: insats')
    expect(await page.locator('.edit-chip').count()).toBe(0)
    await page.context().close()
  })

  it('a press too many stores once, and back leads to an empty form', async () => {
    const page = await as('eva', '/edit?new=SUPPORT_ACTOR&lang=sv')
    await page.getByLabel('Namn på svenska').fill('Dubbelklickad aktör')
    await page.getByRole('combobox', { name: /^Slag/ }).selectOption({ label: 'rådgivare' })
    await button(page, 'Granska').dblclick()
    let sent = 0
    page.on('request', (request) => {
      if (request.postData()?.includes('createSupportActor')) sent += 1
    })
    await button(page, 'Spara').dblclick()
    await heading(page, 'Dubbelklickad aktör')
    expect(sent).toBe(1)
    await page.goBack()
    await heading(page, 'Lägg till: främjandeaktör')
    expect(await page.getByLabel('Namn på svenska').inputValue()).toBe('')
    await page.context().close()
  })

  it('markup and signs that turn the direction are letters, or nothing', async () => {
    await newOffer(served, '<img src=x onerror=alert(1)> \u202Elån\u202C')
    const page = await as('eva', '/entity/actor:norrlandsfonden?lang=sv')
    await link(page, '<img src=x onerror=alert(1)> lån').first().click()
    await heading(page, '<img src=x onerror=alert(1)> lån')
    expect(await page.locator('main img').count()).toBe(0)
    await page.context().close()
  })

  it('the key Enter chooses what is found of all that is typed', async () => {
    const page = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    const box = places(page).getByRole('combobox')
    await box.fill('Boden')
    await places(page).getByRole('option').first().waitFor()
    await box.fill('Kiruna')
    await page.keyboard.press('Enter')
    await button(page, 'Ta bort Kiruna').waitFor()
    expect(await button(page, 'Ta bort Boden').count()).toBe(0)
    await page.context().close()
  })

  it('what was searched for and not chosen is not lost without a word', async () => {
    const page = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Namn på engelska').fill('Something else')
    await places(page).getByRole('combobox').fill('Boden')
    await review(page)
    await page.getByText('Välj i listan det som du har sökt, eller töm rutan.').waitFor()
    await places(page).getByRole('combobox').fill('')
    await review(page)
    await page.getByRole('heading', { name: 'Det här ändras' }).waitFor()
    await page.context().close()
  })

  it('what is too long, out of range or no number is told at its field, and stays', async () => {
    const page = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Namn på svenska').fill('Å'.repeat(400))
    await review(page)
    await save(page)
    await page.getByText('Texten är för lång.').first().waitFor()
    expect(await page.getByLabel('Namn på svenska').inputValue()).toHaveLength(400)
    await button(page, 'Börja om').or(page.getByLabel('Namn på svenska')).first().waitFor()
    await page.getByLabel('Namn på svenska').fill('Topplån')
    await page.getByText('Villkor', { exact: true }).click()
    await page.getByLabel('Lägst antal anställda', { exact: true }).fill('99999999999')
    await page.getByLabel('Lägsta belopp i kronor', { exact: true }).fill('9'.repeat(400))
    await review(page)
    await page.getByText('Talet är för stort.').waitFor()
    await page.getByText('Skriv ett tal, till exempel 12 eller 0,5.').first().waitFor()
    expect(await page.getByLabel('Lägst antal anställda', { exact: true }).inputValue()).toBe('99999999999')
    await page.context().close()
  })

  it('what one person typed is not sent as another, who signs in in the next window', async () => {
    const page = await as('eva', '/edit?of=initiative:top-loans&lang=sv')
    await page.getByLabel('Namn på engelska').fill('Typed by Eva')
    const next = await page.context().newPage()
    await next.goto(`${served.address}/?lang=sv`)
    await settled(next)
    await button(next, 'Logga ut').click()
    await next.waitForURL((url) => url.pathname === '/sign-in')
    await fillSignIn(next, 'rita')
    await next.getByText('Rita Läsare').waitFor()
    // The first window is loaded anew, for who is signed in now.
    await page.getByText('Rita Läsare').waitFor()
    await heading(page, 'Föreslå ändring')
    expect(await page.getByLabel('Namn på engelska').inputValue()).not.toBe('Typed by Eva')
    await page.context().close()
  })
})
