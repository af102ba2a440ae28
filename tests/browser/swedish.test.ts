import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'
import { openAs, serveAccounts } from './accounts.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import type { Served } from './serve.js'
import { isStrange, toldIn } from './swedish-words.js'
import { views } from './views.js'

/** Addresses of kinds of entities, of what is kept of changes, and of forms. */
const further = [
  '/changes',
  '/entity/initiative:top-loans/history',
  '/entity/municipality:2582',
  '/entity/county:25',
  '/entity/sector:sni2007-C25',
  '/entity/category:welding',
  '/entity/need:finance',
  '/entity/establishment:lkab',
  '/entity/firm:skelleftea-kraft',
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
  let names: readonly string[]
  beforeAll(async () => {
    served = await serveAccounts()
    browser = await launch()
    names = await strangeNames(served)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** What stands on a page that is neither Swedish nor a name, all its folded parts opened. */
  async function strangeOn(page: Page): Promise<string[]> {
    await settled(page)
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    await settled(page)
    const told = await toldIn(page)
    return told.filter((text) => isStrange(names.reduce((rest, name) => rest.replaceAll(name, ''), text)))
  }

  it.each([...views, ...further])('%s says all in Swedish, but for names', async (view) => {
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

const tablesAnswer = z.object({
  data: z.object({ inputOutputTables: z.object({ nodes: z.array(z.object({ name: z.string() })) }) }),
})

/** Names and titles of the region's graph that read as English, the longest first. */
async function strangeNames({ address }: Served): Promise<string[]> {
  const { elements } = await readSeed(edition)
  const query = '{ inputOutputTables { nodes { name(lang: SV) } } }'
  const answer = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  })
  const { inputOutputTables } = tablesAnswer.parse(await answer.json()).data
  const called = [
    ...elements.nodes.flatMap(({ properties }) => ['nameSv', 'title'].map((key) => properties[key])),
    ...inputOutputTables.nodes.map(({ name }) => name),
  ]
  const strange = called.filter((name) => typeof name === 'string').filter(isStrange)
  return [...new Set(strange)].toSorted((left, right) => right.length - left.length)
}
