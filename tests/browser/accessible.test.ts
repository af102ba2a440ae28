import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../process/program.js'
import { expectAccessible } from './accessible.js'
import { webGlArguments } from './chromium.js'
import { complaintsOf, describeInBrowser, launch, refusedFiles, settled } from './explorer.js'
import { type Served, serve } from './serve.js'
import { traced } from './traced.js'
import { views } from './views.js'

describeInBrowser('every view, of 10 000 firms', () => {
  let folder: string
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'norrgraph-'))
    const demo = await run('cli.js', ['demo', '--firms', '10000'], { NORRGRAPH_DATA: folder })
    expect(demo).toMatchObject({ code: 0, errors: '' })
    served = await serve({ NORRGRAPH_DATA: folder })
    browser = await launch(webGlArguments)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    await rm(folder, { recursive: true })
  })

  const width = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } }
  const cases = views.flatMap((view) => [
    { view, lang: 'sv', colorScheme: 'light', viewport: width.wide } as const,
    { view, lang: 'en', colorScheme: 'dark', viewport: width.narrow } as const,
  ])
  it.each(cases)(
    '$view in $lang, $colorScheme and a width of $viewport.width: axe finds nothing, nothing moves while one reads, no task is long, and linked files are there',
    async ({ view, lang, ...options }) => {
      const url = new URL(view, served.address)
      url.searchParams.set('lang', lang)
      const context = await browser.newContext({ locale: 'sv-SE', bypassCSP: true, ...options })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.addInitScript(watchShifts)
      // By the clock of the page's own processor: what else the machine does is not in it.
      const { longestTaskMs } = await traced(browser, page, async () => {
        await page.goto(url.href)
        await settled(page)
      })
      expect(longestTaskMs).toBeLessThan(100)
      expect(await page.evaluate('shifted')).toBeLessThan(0.1)
      await expectAccessible(page)
      expect(complaints).toEqual([])
      expect(await refusedFiles(page)).toEqual([])
      await context.close()
    },
  )

  it('the first view loads less than 150 kB, compressed', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => sizes.push(response.body().then((body) => gzipSync(body).length)))
    await page.goto(served.address)
    await settled(page)
    const loaded = await Promise.all(sizes)
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.reduce((total, size) => total + size, 0)).toBeLessThan(150_000)
    await context.close()
  })
})

/** Adds up how far what was shown moved without being asked to (Cumulative Layout Shift). */
const watchShifts = `
  window.shifted = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value
  }).observe({ type: 'layout-shift', buffered: true })
`
