import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { addAccount, fillSignIn, mutate, openAs, password, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { expectFocus, follow, tabTo } from './keyboard.js'
import { type Served, serve } from './serve.js'

describeInBrowser('where there are accounts', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })
  const focusedLabel = (page: Page) =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : activeElement?.tagName
    })

  it('one signs in with the keyboard, comes back to where one was, and signs out', async () => {
    const { page, complaints } = await open(browser, `${served.address}/doubles?kind=INITIATIVE&lang=sv`)
    await tabTo(page, 'Logga in')
    await follow(page)
    await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
    await tabTo(page, 'Namn', 'INPUT')
    await page.keyboard.type('Maria')
    await tabTo(page, 'Lösenord', 'INPUT')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/doubles\?kind=INITIATIVE/)
    await page.getByRole('link', { name: 'Inloggad som Maria Medverkande' }).waitFor()
    await expectFocus(page)
    expect(await page.getByRole('link', { name: 'Konton' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByText('Du är utloggad.').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Du är utloggad.')
    await page.getByRole('navigation', { name: 'Vyer' }).waitFor()
    expect(await page.getByRole('button', { name: 'Logga ut' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('a wrong password is said once, of both fields, and nothing typed is lost', async () => {
    const { page } = await open(browser, `${served.address}/sign-in?lang=sv`)
    await fillSignIn(page, 'maria', 'inte det rätta')
    const alert = page.getByRole('alert')
    await alert.getByText('Namnet eller lösenordet är fel').waitFor()
    expect(await alert.count()).toBe(1)
    const told = await alert.getAttribute('id')
    for (const label of ['Namn', 'Lösenord']) {
      const box = page.getByLabel(label, { exact: true })
      expect(await box.getAttribute('aria-invalid')).toBe('true')
      expect((await box.getAttribute('aria-describedby'))?.split(' ')).toContain(told)
    }
    expect(await page.getByLabel('Namn', { exact: true }).inputValue()).toBe('maria')
    expect(await focusedLabel(page)).toBe('Lösenord')
    await page.context().close()
  })

  it('after many wrong ones the wait is told, with the seconds that are left', async () => {
    const { page } = await open(browser, `${served.address}/sign-in?lang=sv`)
    for (let time = 0; time < 8; time++) {
      const answered = page.waitForResponse(/\/sign-in$/)
      await fillSignIn(page, 'ingen', `inte det rätta ${time}`)
      if ((await answered).status() === 429) break
    }
    await page
      .getByRole('alert')
      .getByText(/^För många försök\. Vänta \d+ sekunde?r? innan/)
      .waitFor()
    await page.getByText('Nu går det att försöka igen.').waitFor()
    await page.context().close()
  })

  it('one sees who one is, and whom one acts for', async () => {
    const { page, complaints } = await openAs(browser, served, 'maria', '/account?lang=sv')
    await page.getByRole('link', { name: 'IUC Norr' }).waitFor()
    await page.getByText(/^Medverkande: får ändra/).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('one changes the password, and signs in anew with it', async () => {
    await addAccount(served, { name: 'bytare', role: 'READER' })
    const { page } = await openAs(browser, served, 'bytare', '/account?lang=sv')
    await page.getByLabel('Nuvarande lösenord').fill('inte det rätta')
    await page.getByLabel('Nytt lösenord').fill('ännu mer tid 8')
    await page.getByRole('button', { name: 'Byt lösenord' }).click()
    await page.getByText('Det är inte det nuvarande lösenordet.').waitFor()
    expect(await focusedLabel(page)).toBe('Nuvarande lösenord')
    await page.getByLabel('Nuvarande lösenord').fill(password)
    await page.getByRole('button', { name: 'Byt lösenord' }).click()
    await page.getByText('Lösenordet är bytt').waitFor()
    await fillSignIn(page, 'bytare', 'ännu mer tid 8')
    await page.waitForURL(/\/account/)
    await page.getByRole('heading', { level: 1, name: 'Ditt konto' }).waitFor()
    await page.context().close()
  })

  it('a token is made with a role that is not above one’s own, shown once, and revoked when that was asked', async () => {
    const { page, complaints } = await openAs(browser, served, 'maria', '/account?lang=sv')
    const role = page.getByLabel('Nyckelns roll')
    await role.waitFor()
    expect(await role.locator('option').allTextContents()).toEqual(['Läsare', 'Medverkande'])
    await page.getByLabel('Vad nyckeln är till för').fill('Nattlig hämtning')
    await page.getByRole('button', { name: 'Skapa nyckel' }).click()
    const secret = page.getByLabel('Nyckeln', { exact: true })
    await secret.waitFor()
    expect(await secret.inputValue()).toMatch(/^norrgraph_/)
    expect(await focusedLabel(page)).toBe('Nyckeln')
    await page.getByRole('button', { name: 'Kopiera' }).click()
    await page
      .getByRole('status')
      .getByText(/^(Kopierat\.|Webbläsaren tillåter)/)
      .waitFor()
    await page.getByRole('button', { name: 'Jag har sparat den' }).click()
    await secret.waitFor({ state: 'detached' })
    await expectFocus(page)
    const revoke = page.getByRole('button', { name: 'Återkalla nyckeln Nattlig hämtning' })
    await revoke.click()
    await page.getByRole('button', { name: 'Nej, avbryt' }).click()
    await revoke.click()
    await page.getByText('Återkalla nyckeln Nattlig hämtning?').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nej, avbryt')
    await page.getByRole('button', { name: 'Återkalla', exact: true }).click()
    await page.getByText('Nyckeln Nattlig hämtning är återkallad.').waitFor()
    await page.getByText('Inga nycklar.').waitFor()
    await expectFocus(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('an administrator adds an account, changes it, and takes it out', async () => {
    const { page, complaints } = await openAs(browser, served, 'anna', '/accounts?lang=sv')
    await page.getByText('Lägg till konto').first().click()
    await page.getByLabel('Namn', { exact: true }).fill('sven')
    await page.getByRole('button', { name: 'Föreslå ett lösenord' }).click()
    await page.getByRole('button', { name: 'Lägg till konto' }).click()
    await page.getByText('Kontot sven är tillagt.').waitFor()
    const secret = await page.getByLabel('Lösenord', { exact: true }).inputValue()
    expect(secret).toMatch(/^(\w{4}-){4}\w{4}$/)
    const sven = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: 'sven' }) })
    await sven.locator('summary').click()
    await sven.getByLabel('Visningsnamn').fill('Sven Svensson')
    await sven.getByLabel('Roll', { exact: true }).selectOption({ label: 'Redaktör' })
    await sven.getByRole('button', { name: 'Spara' }).click()
    await sven.getByText('Sparat.').waitFor()
    await sven.locator('summary').getByText('Sven Svensson').waitFor()
    await sven.getByRole('combobox', { name: 'Lägg till en aktör' }).fill('norrlandsfon')
    await page.getByRole('option', { name: /Norrlandsfonden/ }).click()
    await sven.getByRole('button', { name: 'Företräd Norrlandsfonden' }).click()
    await sven.getByText('Kontot företräder Norrlandsfonden.').waitFor()
    await sven.getByRole('button', { name: 'Avsluta för Norrlandsfonden från i dag' }).waitFor()

    const other = await open(browser, `${served.address}/sign-in?lang=sv`)
    await fillSignIn(other.page, 'sven', secret)
    await other.page.getByRole('link', { name: 'Inloggad som Sven Svensson' }).waitFor()
    await other.page.context().close()

    await sven.getByRole('button', { name: 'Stäng av kontot' }).click()
    await sven.getByText('Stänga av sven?').waitFor()
    await sven.getByRole('button', { name: 'Stäng av kontot' }).click()
    await sven.getByText('Kontot sven är avstängt.').waitFor()
    await sven.getByRole('button', { name: 'Öppna kontot igen' }).waitFor()
    await expectFocus(page)
    await sven.getByRole('button', { name: 'Ta bort kontot' }).click()
    await sven.getByRole('button', { name: 'Ta bort kontot' }).click()
    await page.getByText('Kontot sven är borttaget.').waitFor()
    await sven.waitFor({ state: 'detached' })
    await expectFocus(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('the last administrator cannot be disabled, and the page says why', async () => {
    const { page } = await openAs(browser, served, 'anna', '/accounts?lang=sv')
    const anna = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: 'Anna Admin' }) })
    await anna.locator('summary').click()
    await anna.getByRole('button', { name: 'Stäng av kontot' }).click()
    await anna.getByRole('button', { name: 'Stäng av kontot' }).click()
    await anna.getByText('Det är den sista administratören').waitFor()
    await page.context().close()
  })

  it('who keeps no accounts is told so', async () => {
    const { page, complaints } = await openAs(browser, served, 'maria', '/accounts?lang=sv')
    await page.getByText('Den här sidan är för administratörer.').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('a session that ends while one types is begun again over the page, which keeps what was typed', async () => {
    await addAccount(served, { name: 'avbruten', displayName: 'Avbruten', role: 'READER' })
    const { page } = await openAs(browser, served, 'avbruten', '/account?lang=sv')
    await page.getByLabel('Vad nyckeln är till för').fill('Viktigt')
    const setPassword = 'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { name } } }'
    await mutate(served, setPassword, { input: { name: 'avbruten', password: 'ett helt annat 9' } })
    await page.getByRole('button', { name: 'Skapa nyckel' }).click()
    const dialog = page.getByRole('dialog', { name: 'Inloggningen har upphört' })
    await dialog.waitFor()
    await dialog.getByLabel('Lösenord', { exact: true }).fill('ett helt annat 9')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expectFocus(page)
    expect(await page.getByLabel('Vad nyckeln är till för').inputValue()).toBe('Viktigt')
    await page.getByRole('button', { name: 'Skapa nyckel' }).click()
    await page.getByLabel('Nyckeln', { exact: true }).waitFor()
    await page.context().close()
  })

  it('an account whose session has ended is asked for anew, and shown once it is there again', async () => {
    await addAccount(served, { name: 'borta', displayName: 'Borta', role: 'READER' })
    const { page } = await openAs(browser, served, 'borta', '/doubles?lang=sv')
    await page.getByRole('link', { name: 'Inloggad som Borta' }).waitFor()
    await page.context().clearCookies()
    await page.getByRole('link', { name: 'Inloggad som Borta' }).click()
    const dialog = page.getByRole('dialog', { name: 'Inloggningen har upphört' })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('banner').getByRole('link', { name: 'Logga in' }).click()
    await fillSignIn(page, 'borta')
    await page.waitForURL(/\/account/)
    await page.getByLabel('Nuvarande lösenord').waitFor()
    await page.context().close()
  })

  const cases = (['light', 'dark'] as const).flatMap((colorScheme, index) =>
    ['/account', '/accounts'].map((path) => ({ path, colorScheme, lang: index === 0 ? 'sv' : 'en' })),
  )
  it.each(cases)('$path passes axe in $colorScheme and $lang, 320 wide', async ({ path, colorScheme, lang }) => {
    const options = { colorScheme, bypassCSP: true, viewport: { width: 320, height: 740 } }
    const { page } = await openAs(browser, served, 'anna', `${path}?lang=${lang}`, options)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await settled(page)
    for (const summary of await page.locator('main summary').all()) await summary.click()
    await expectAccessible(page)
    await page.context().close()
  })

  it('signing in passes axe, 320 wide, also where it was wrong', async () => {
    const options = { bypassCSP: true, viewport: { width: 320, height: 740 } }
    const { page } = await open(browser, `${served.address}/sign-in?lang=sv`, options)
    await expectAccessible(page)
    await fillSignIn(page, 'maria', 'inte det rätta')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await page.context().close()
  })
})

describeInBrowser('where reading takes an account', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveAccounts({ NORRGRAPH_READ: 'accounts' })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it('every page leads to signing in, and back to itself', async () => {
    for (const [path, heading] of [
      ['/', /.+/],
      ['/coverage?need=need:finance', 'Täckning'],
      ['/entity/actor:norrlandsfonden', 'Norrlandsfonden'],
    ] as const) {
      const { page } = await open(browser, `${served.address}${path}`)
      await page.waitForURL(/\/sign-in\?to=/)
      await page.getByText('Här behövs ett konto också för att läsa.').waitFor()
      await fillSignIn(page, 'maria')
      await page.waitForURL((url) => url.pathname + url.search === path)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.context().close()
    }
  })
})

describeInBrowser('where there are many accounts', () => {
  it('they stand on pages, each with the focus on what it shows', async () => {
    const served = await serveAccounts()
    const browser = await launch()
    try {
      for (let each = 10; each < 38; each++)
        await addAccount(served, { name: `robot-${each}`, role: 'READER', password: null })
      const { page, complaints } = await openAs(browser, served, 'anna', '/accounts?lang=sv')
      await page.getByRole('heading', { name: 'Konton: 30' }).waitFor()
      expect(await page.locator('summary', { hasText: 'robot-' }).count()).toBe(23)
      await page.getByRole('link', { name: 'Nästa sida' }).click()
      await page.locator('summary', { hasText: 'robot-37' }).waitFor()
      expect(await page.locator('.account').count()).toBe(5)
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Konton efter namn')
      await page.getByRole('link', { name: 'Till första sidan' }).click()
      await page.locator('summary', { hasText: 'Anna Admin' }).waitFor()
      await expectFocus(page)
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
      await served.stop()
    }
  })
})

describeInBrowser('where an organisation has a sign-in of its own', () => {
  it('the page leads there, and says where to come back to', async () => {
    const served = await serveAccounts({
      NORRGRAPH_OIDC_ISSUER: 'https://sign-in.example.org',
      NORRGRAPH_OIDC_CLIENT_ID: 'norrgraph',
      NORRGRAPH_OIDC_CLIENT_SECRET: 'not shown',
    })
    const browser = await launch()
    try {
      const { page } = await open(browser, `${served.address}/sign-in?lang=sv&to=/coverage?need=need:finance`)
      const link = page.getByRole('link', { name: 'Logga in med din organisation' })
      const { pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '', served.address)
      expect([pathname, searchParams.get('return')]).toEqual(['/sign-in/provider', '/coverage?need=need:finance'])
      await page.getByLabel('Namn', { exact: true }).waitFor()
    } finally {
      await browser.close()
      await served.stop()
    }
  })
})

describeInBrowser('where there are no accounts', () => {
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

  it('nothing speaks of signing in, and its pages say how the first account is made', async () => {
    const { page } = await open(browser, `${served.address}/?lang=sv`)
    await settled(page)
    expect(await page.getByText(/Logga (in|ut)|Inloggad/).count()).toBe(0)
    for (const path of ['/sign-in', '/account', '/accounts']) {
      await page.goto(`${served.address}${path}?lang=sv`)
      await page.getByText('Den som sköter servern').waitFor()
    }
    await page.context().close()
  })
})
