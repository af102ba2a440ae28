import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { open } from './explorer.js'
import { type Served, serve } from './serve.js'

/** The way in when all else fails, which makes the first accounts here. */
const token = 'nyckel-till-servern-i-prov'

export const password = 'gott om tid 7'

/** A server with an administrator, `anna`, and a contributor, `maria`. */
export async function serveAccounts(environment: Record<string, string> = {}): Promise<Served> {
  const served = await serve({ NORRGRAPH_TOKEN: token, ...environment })
  await addAccount(served, { name: 'anna', displayName: 'Anna Admin', role: 'ADMIN' })
  const actsFor = [{ actor: 'actor:iuc-norr' }]
  await addAccount(served, { name: 'maria', displayName: 'Maria Medverkande', role: 'CONTRIBUTOR', actsFor })
  return served
}

/** Makes an account with the password that all have here. */
export const addAccount = (served: Served, input: object): Promise<void> =>
  mutate(served, 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { name } } }', {
    input: { password, ...input },
  })

/** Does something as who keeps the server. */
export async function mutate({ address }: Served, query: string, variables: object): Promise<void> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  if (!response.ok || text.includes('"errors"')) throw new Error(text)
}

/** Types a name and a password, and sends them. */
export async function fillSignIn(page: Page, name: string, secret = password): Promise<void> {
  await page.getByLabel('Namn', { exact: true }).fill(name)
  await page.getByLabel('Lösenord', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
}

/** Opens an address as somebody who has signed in. */
export async function openAs(
  browser: Browser,
  { address }: Served,
  name: string,
  path: string,
  options: BrowserContextOptions = {},
) {
  const opened = await open(browser, `${address}/sign-in?lang=sv&to=${encodeURIComponent(path)}`, options)
  await fillSignIn(opened.page, name)
  await opened.page.waitForURL((url) => url.pathname !== '/sign-in')
  return opened
}
