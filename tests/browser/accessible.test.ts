import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../process/program.js'
import { describeInBrowser, launch, open, refusedFiles, settled } from './explorer.js'
import { type Served, serve } from './serve.js'
import { traced } from './traced.js'
import { views } from './views.js'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describeInBrowser('every view, of 10 000 firms', () => {
  let folder: string
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'norrgraph-'))
    const demo = await run('cli.js', ['demo', '--firms', '10000'], { NORRGRAPH_DATA: folder })
    expect(demo).toMatchObject({ code: 0, errors: '' })
    served = await serve({ NORRGRAPH_DATA: folder })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    await rm(folder, { recursive: true })
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
      const { page, complaints } = await open(browser, url.href, { colorScheme, bypassCSP: true }, watchShifts)
      expect(await page.evaluate('shifted')).toBeLessThan(0.1)
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

  it.each(views)(
    '%s is usable at a width of 360: it does not move sideways, nor what one reads away, and no task holds it for long',
    async (view) => {
      const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 360, height: 740 } })
      const page = await context.newPage()
      await page.addInitScript(watchShifts)
      // By the clock of its own processor: what else the machine does is not in it.
      const { longestTaskMs } = await traced(browser, page, async () => {
        await page.goto(served.address + view)
        await settled(page)
      })
      expect(longestTaskMs).toBeLessThan(100)
      expect(await page.evaluate('shifted')).toBeLessThan(0.1)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBe(0)
      await context.close()
    },
  )
})

/** Adds up how far what was shown moved without being asked to (Cumulative Layout Shift). */
const watchShifts = `
  window.shifted = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value
  }).observe({ type: 'layout-shift', buffered: true })
`
