import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium, webGlArguments } from './chromium.js'
import { settled } from './explorer.js'
import { serve } from './serve.js'

const folder = join(import.meta.dirname, '../../docs/screenshots')
const asOf = '2026-11-24'

/** Views as they are seen. */
const views = {
  start: '/',
  support: `/support?municipality=municipality:2582&sector=sector:sni2007-C25&size=SMALL&employees=12&needs=need:finance&asOf=${asOf}`,
  coverage: `/coverage?asOf=${asOf}&place=municipality:2506&need=need:bank-dialogue`,
  spillover: '/spillover',
  network: '/network?of=actor:norrlandsfonden,actor:iuc-norr',
}
/** Views whose pictures are taken as the page saves them. */
const pictured = {
  start: '/',
  coverage: `/coverage?asOf=${asOf}`,
  'what-if': `/coverage?asOf=${asOf}&actor=Hub&serves=municipality:2521,municipality:2518,municipality:2506&meets=need:visibility&help=COACHING`,
  spillover: '/spillover',
  network: '/network?of=actor:norrlandsfonden&to=establishment:lkab',
  'large-network': '/network?of=municipality:2580&depth=2&limit=300',
  suppliers: '/suppliers?venture=establishment:lkab',
}
/** So long a network's layout takes at most. */
const LAYOUT_MILLISECONDS = 2_000

/**
 * Takes README's pictures of the explorer, and every picture that it saves in its frame, from the compiled program: `npm run
 * screenshots`.
 */
const executablePath = findChromium()
if (executablePath === null) throw new Error('Chromium is needed')
mkdirSync(join(folder, 'saved'), { recursive: true })
// The address that people would know it by stands in the pictures, not this machine's.
const served = await serve({ NORRGRAPH_URL: 'https://norrgraph.example' })
const browser = await chromium.launch({ executablePath, args: webGlArguments })
try {
  for (const [name, path] of Object.entries(views)) {
    const page = await opened(path)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
  for (const [name, path] of Object.entries(pictured)) await takeSaved(name, path)
} finally {
  await browser.close()
  await served.stop()
}

async function opened(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  const url = new URL(path, served.address)
  url.searchParams.set('lang', 'en')
  await page.goto(url.href)
  await settled(page)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(LAYOUT_MILLISECONDS)
  return page
}

/** Saves each picture of a view as SVG, as a reader does, and takes what it looks like. */
async function takeSaved(name: string, path: string): Promise<void> {
  const page = await opened(path)
  const buttons = await page.getByRole('button', { name: 'SVG', exact: true }).all()
  for (const [index, button] of buttons.entries()) {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    const picture = await readFile(await download.path(), 'utf8')
    const file = buttons.length === 1 ? name : `${name}-${index + 1}`
    await take(browser, picture, join(folder, 'saved', `${file}.png`))
  }
  await page.close()
}

async function take(by: Browser, picture: string, path: string): Promise<void> {
  const page = await by.newPage({ viewport: { width: 1280, height: 960 } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${picture}`)
  await page.locator('svg').first().screenshot({ path })
  await page.close()
}
