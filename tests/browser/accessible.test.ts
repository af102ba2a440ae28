import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, refusedFiles, settled } from './explorer.js'
import { type Served, serve } from './serve.js'
import { views } from './views.js'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describeInBrowser('every view', () => {
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

  const cases = views.flatMap((view) =>
    (['light', 'dark'] as const).map((colorScheme, index) => ({ view, colorScheme, lang: index === 0 ? 'sv' : 'en' })),
  )
  it.each(cases)(
    '$view passes axe in $colorScheme and $lang, complains of nothing, and gives the files that it links to',
    async (each) => {
      const { view, colorScheme, lang } = each
      const url = new URL(view, served.address)
      url.searchParams.set('lang', lang)
      const { page, complaints } = await open(browser, url.href, { colorScheme, bypassCSP: true })
      await page.addScriptTag({ path: axe })
      const results: AxeResults = await page.evaluate('axe.run()')
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      expect(complaints).toEqual([])
      expect(await refusedFiles(page)).toEqual([])
      await page.context().close()
    },
  )

  it('the first view loads less than 150 kB of compressed script', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? ''))
        sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(served.address)
    await settled(page)
    const loaded = await Promise.all(sizes)
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.reduce((total, size) => total + size, 0)).toBeLessThan(150_000)
    await context.close()
  })

  it.each(views)('%s is usable at a width of 360: the page itself does not move sideways', async (view) => {
    const { page } = await open(browser, served.address + view, { viewport: { width: 360, height: 740 } })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBe(0)
    await page.context().close()
  })
})
