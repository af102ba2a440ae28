import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { webGlArguments } from './chromium.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

/** What is wrong with the words of drawings: cut, beyond their drawing's edge, or one over another. */
async function faultsOf(page: Page, drawings: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const faults: string[] = []
    for (const drawing of document.querySelectorAll(selector)) {
      const around = drawing.getBoundingClientRect()
      const texts = [...drawing.querySelectorAll('text')].filter((text) => text.textContent?.trim())
      const boxes = texts.map((text) => ({ said: text.textContent ?? '', box: text.getBoundingClientRect() }))
      for (const [index, { said, box }] of boxes.entries()) {
        if (said.includes('…')) faults.push(`cut: ${said}`)
        const isOut = box.left < around.left - 1 || box.right > around.right + 1
        if (isOut || box.top < around.top - 2 || box.bottom > around.bottom + 2) faults.push(`beyond the edge: ${said}`)
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
          // Lines of one name may touch.
          if (across > 2 && down > 4) faults.push(`over each other: ${said} / ${other.said}`)
        }
      }
    }
    return faults
  }, drawings)
}

const charts = 'figure.picture .chart svg'

/** Opens the spillover with all its charts drawn. */
async function spillover(browser: Browser, served: Served, lang: string, width: number) {
  const opened = await open(browser, `${served.address}/spillover?lang=${lang}&compare=run:report&closure=TYPE_I`, {
    viewport: { width, height: 900 },
  })
  const { page } = opened
  const drawn = () => page.locator(charts).count()
  await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThanOrEqual(CHARTS)
  await settled(page)
  return opened
}

/** By industry, by year, of other assumptions, of chains, of draws, and two of what is compared. */
const CHARTS = 7

describeInBrowser('pictures', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve()
    browser = await launch(webGlArguments)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it.each([
    ['sv', 1280],
    ['en', 1280],
    ['sv', 360],
    ['en', 360],
  ] as const)('no name in a chart is cut, or lies over another (%s, %i px)', async (lang, width) => {
    const { page, complaints } = await spillover(browser, served, lang, width)
    expect(await faultsOf(page, charts)).toEqual([])
    // The name of each industry that is drawn is the whole one.
    const named = lang === 'sv' ? 'S-T Annan serviceverksamhet' : 'S-T Other service activities'
    const drawn = await page.locator(charts).first().locator('text').allTextContents()
    expect(drawn.some((text) => text.startsWith(named.slice(0, 12)))).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each([
    ['sv', 1280],
    ['en', 360],
  ] as const)('each is saved whole, in type that is read from afar (%s, from a page of %i px)', async (lang, width) => {
    const { page } = await spillover(browser, served, lang, width)
    const slide = await browser.newPage({ viewport: { width: 1280, height: 960 } })
    for (const button of await page.getByRole('button', { name: 'SVG', exact: true }).all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      const picture = await readFile(await download.path(), 'utf8')
      await slide.setContent(`<style>body { margin: 0 } svg { display: block }</style>${picture}`)
      expect(await faultsOf(slide, 'body > svg'), download.suggestedFilename()).toEqual([])
      const least = await slide.evaluate(() =>
        Math.min(
          ...[...document.querySelectorAll('text')].map((text) => {
            const scale = text.getScreenCTM()?.a ?? 0
            return scale * Number.parseFloat(getComputedStyle(text).fontSize)
          }),
        ),
      )
      expect(least, download.suggestedFilename()).toBeGreaterThanOrEqual(13)
    }
    await slide.close()
    await page.context().close()
  })

  it('a large network is saved in light from a page in the dark', async () => {
    const { page } = await open(browser, `${served.address}/network?lang=sv&of=municipality:2580&depth=2&limit=300`, {
      colorScheme: 'dark',
    })
    await page.locator('canvas').first().waitFor()
    const light = await page.evaluate(() => {
      document.documentElement.classList.add('in-light')
      const probe = document.createElement('span')
      document.body.append(probe)
      const colours = ['--actor', '--initiative', '--edge'].map((name) => {
        probe.style.color = `var(${name})`
        return getComputedStyle(probe).color
      })
      probe.remove()
      document.documentElement.classList.remove('in-light')
      return colours
    })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    ])
    const picture = (await readFile(await download.path(), 'utf8')).replaceAll(/fill: |stroke: /g, (name) =>
      name.trim(),
    )
    for (const colour of light) expect(picture).toContain(colour)
    await page.context().close()
  })
})

describeInBrowser('the address that people know', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve({ NORRGRAPH_URL: 'http://norrgraph.example' })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it.each([
    ['sv', 'Kopiera länk till det här läget'],
    ['en', 'Copy a link to this'],
  ] as const)('stands in saved pictures, on paper and in links that are copied (%s)', async (lang, copy) => {
    const { page } = await open(browser, `${served.address}/coverage?asOf=2026-11-24&lang=${lang}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('figure.picture').first().getByRole('button', { name: 'SVG' }).click(),
    ])
    const picture = await readFile(await download.path(), 'utf8')
    // Ampersands of an address are written otherwise in a file.
    expect(picture.replaceAll('&amp;', '&')).toContain(`http://norrgraph.example/coverage?asOf=2026-11-24&lang=${lang}`)
    expect(picture).not.toContain(served.address)
    expect(await page.locator('.print-head').textContent()).toContain(
      `http://norrgraph.example/coverage?asOf=2026-11-24&lang=${lang}`,
    )
    await page.getByRole('button', { name: copy }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /kopierad|copied/ })
      .waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^http:\/\/norrgraph\.example\/coverage\?/,
    )
    await page.context().close()
  })
})
