import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'
import { openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import type { Served } from './serve.js'
import { isStrange, markedIn, toldIn } from './swedish-words.js'
import { views } from './views.js'

/** Addresses of kinds of entities, of what is kept of changes, and of forms. */
const further = [
  '/changes',
  '/entity/municipality:2582',
  '/entity/county:25',
  '/entity/sector:sni2007-C25',
  '/entity/category:welding',
  '/entity/need:finance',
  '/entity/establishment:lkab',
  '/entity/firm:skelleftea-kraft',
  '/entity/source:nib-european-spallation-source',
  '/suppliers?venture=establishment:northvolt',
  '/network?of=actor:norrlandsfonden&kinds=COUNTRY',
]

const signedIn = {
  anna: [
    ...['/accounts', '/account', '/import', '/proposals', '/merge?from=actor:norrlandsfonden'],
    ...['/edit?of=actor:norrlandsfonden', '/edit?of=firm:linde', '/edit?of=claim:spillover-text'],
    ...['/edit?new=FIRM', '/edit?new=ESTABLISHMENT', '/edit?new=CLAIM', '/edit?new=SUPPORT_ACTOR'],
  ],
  maria: ['/mine', '/proposals', '/account', '/entity/actor:iuc-norr'],
} as const

describeInBrowser('a Swedish page', () => {
  let served: Served
  let browser: Browser
  let texts: TextsOfTheRegion
  beforeAll(async () => {
    served = await serveAccounts()
    browser = await launch()
    texts = await textsOfTheRegion()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** What stands on a page that is neither Swedish nor a title in its own language, marked as such; all its folded parts opened. */
  async function strangeOn(page: Page): Promise<string[]> {
    await settled(page)
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    await settled(page)
    const marked = (await markedIn(page)).filter((text) => !texts.english.has(text))
    const [title = '', ...told] = await toldIn(page)
    // The title of a page cannot be marked.
    const unmarked = [without(title, [...texts.english]), ...told.map((text) => without(text, texts.names))]
    return [...unmarked.filter(isStrange), ...marked.map((text) => `marked: ${text}`)]
  }

  it.each([...views, ...further])('%s says all in Swedish, but for titles in another language', async (view) => {
    const url = new URL(view, served.address)
    url.searchParams.set('lang', 'sv')
    const { page } = await open(browser, url.href)
    expect(await strangeOn(page)).toEqual([])
    await page.context().close()
  })

  it.each(Object.entries(signedIn))('so do those that %s sees', async (name, paths) => {
    const { page } = await openAs(browser, served, name, '/account')
    const strange: string[] = []
    for (const path of paths) {
      const url = new URL(path, served.address)
      url.searchParams.set('lang', 'sv')
      await page.goto(url.href)
      strange.push(...(await strangeOn(page)).map((text) => `${path}: ${text}`))
    }
    expect(strange).toEqual([])
    await page.context().close()
  })
})

interface TextsOfTheRegion {
  /** Names in Swedish that read as English, such as a firm's. */
  readonly names: readonly string[]
  /** What may be marked as being in English: such names, titles and publishers of documents, and what is said in English. */
  readonly english: ReadonlySet<string>
}

async function textsOfTheRegion(): Promise<TextsOfTheRegion> {
  const { nodes, relationships } = (await readSeed(edition)).elements
  const isText = (value: unknown): value is string => typeof value === 'string'
  const names = nodes
    .filter(({ label }) => label !== 'Source')
    .map(({ properties }) => properties.nameSv)
    .filter(isText)
    .filter(isStrange)
  const said = [...nodes, ...relationships].flatMap(({ properties }) =>
    Object.entries(properties)
      .filter(([key]) => key.endsWith('En') || key === 'title' || key === 'publisher')
      .flatMap(([, value]): unknown => value)
      .filter(isText),
  )
  return { names, english: new Set([...names, ...said]) }
}

const without = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ''), text)
