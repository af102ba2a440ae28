import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { describe, inject, it } from 'vitest'
import { plainArguments } from './chromium.js'

/** A page, and whatever it complained of: nothing may stand on its console. */
export interface Opened {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Starts the machine's own browser; pages that draw by WebGL need other arguments than others. */
export function launch(args: readonly string[] = plainArguments): Promise<Browser> {
  const found = inject('chromium')
  if (typeof found !== 'string') throw new Error(`Not run: ${found.missing}`)
  return chromium.launch({ executablePath: found, args: [...args] })
}

/** Opens an address in a window of its own, and waits until the page has asked what it asks. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(url)
  await settled(page)
  return { page, complaints }
}

/** What a page complains of from now on. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // What a driver says of its own speed is no complaint of the page.
    const ofDriver = message.text().startsWith('[.WebGL-')
    if (['error', 'warning'].includes(message.type()) && !ofDriver) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** Waits until nothing on the page waits for an answer, one drawing and what it sets going later. */
export async function settled(page: Page): Promise<void> {
  // A promise counts as true before it is known what it promises: frames are counted instead.
  await page.waitForFunction(() => {
    const isStill = document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null
    const frames = isStill ? Number(Reflect.get(globalThis, 'stillFrames') ?? 0) + 1 : 0
    const isSettled = frames > 2
    Object.assign(globalThis, { stillFrames: isSettled ? 0 : frames })
    return isSettled
  })
}

/** Files that a page links to and does not get, with what the server says. */
export async function refusedFiles(page: Page): Promise<string[]> {
  const links = await page.locator('a[download]').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  const answers = await Promise.all(
    links.map(async (href) => {
      const reply = await page.request.get(new URL(href ?? '', page.url()).href)
      return reply.ok() ? [] : [`${href}: ${await reply.text()}`]
    }),
  )
  return answers.flat()
}

/** Declares a suite that needs a browser; it is left out where there is none, and fails for that with CI=true. */
export function describeInBrowser(name: string, cases: () => void): void {
  const found = inject('chromium')
  if (typeof found === 'string') describe(name, cases)
  else if (found.fails) {
    it(name, () => {
      throw new Error(`Not run: ${found.missing}`)
    })
  } else describe.skip(name, cases)
}
