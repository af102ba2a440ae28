import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

describeInBrowser('what one takes along', () => {
  let site: Server
  let served: Served
  let browser: Browser
  /** A site that may show views in a frame, and one that may not: the same, by two names. */
  let around: { readonly known: string; readonly unknown: string }

  beforeAll(async () => {
    site = createServer((request, reply) => {
      const of = new URL(request.url ?? '/', 'http://site').searchParams.get('of')
      reply.setHeader('content-type', 'text/html').end(
        `<!doctype html><title>A site</title><iframe src="${of}" width="800" height="300"></iframe>
        <script>addEventListener('message', ({ data }) => { window.told = data })</script>`,
      )
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const { port } = site.address() as AddressInfo
    around = { known: `http://127.0.0.1:${port}`, unknown: `http://localhost:${port}` }
    served = await serve({ NORRGRAPH_EMBED: around.known })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    await new Promise((resolve) => site.close(resolve))
  })

  const framedIn = async (origin: string, path: string): Promise<Page> => {
    const page = await browser.newPage({ locale: 'sv-SE' })
    await page.goto(`${origin}/?of=${encodeURIComponent(served.address + path)}`)
    return page
  }

  it('a site that is named shows a view in a frame, without navigation, and is told its height', async () => {
    const page = await framedIn(around.known, '/coverage?embed=1&lang=sv&asOf=2026-11-24')
    const frame = page.frameLocator('iframe')
    await frame.locator('h1').waitFor()
    await frame.getByText('Öppna hela sidan').waitFor()
    expect(await frame.locator('nav').count()).toBe(0)
    await page.waitForFunction(() => Reflect.get(window, 'told')?.norrgraph?.height > 300)
    const [whole] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByText('Öppna hela sidan').click(),
    ])
    await whole.locator('nav').waitFor()
    await settled(whole)
    expect(whole.url()).not.toContain('embed')
    expect(await whole.locator('nav').count()).toBe(1)
    await page.context().close()
  })

  it.each([
    ['another site', 'unknown', '/coverage?embed=1'],
    ['a page that is no reading frame', 'known', '/coverage'],
    ['the page where one signs in', 'known', '/sign-in?embed=1'],
  ] as const)('%s gets no frame', async (_, origin, path) => {
    const page = await framedIn(around[origin], path)
    await expect(page.frameLocator('iframe').locator('h1').waitFor({ timeout: 3_000 })).rejects.toThrow()
    await page.context().close()
  })

  it.each([
    ['sv', 'Uppgifterna är de samma', 'Uppgifterna har ändrats'],
    ['en', 'The data is the same', 'The data has changed'],
  ] as const)('a link that was kept says whether the data has changed since (%s)', async (lang, same, changed) => {
    const { page } = await open(browser, `${served.address}/support?lang=${lang}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: /^(Kopiera länk till det här läget|Copy a link to this)$/ }).click()
    await page.getByText(/^(Länken är kopierad|The link is copied)/).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).searchParams.get('asOf')).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.goto(link)
    await page.getByText(same).waitFor()
    const earlier = new URL(link)
    earlier.searchParams.set('state', '2001-01-01T00:00:00.000Z')
    await page.goto(earlier.href)
    await page.getByText(changed).waitFor()
    await page.context().close()
  })

  it('a picture is saved with what was found, its legend, its source, the day and the address', async () => {
    const { page } = await open(browser, `${served.address}/?lang=sv`, { colorScheme: 'dark' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('figure.picture').first().getByRole('button', { name: 'SVG' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const title = (await page.locator('figure.picture .picture-title').first().textContent()) ?? 'none'
    const written = await page.evaluate((svg) => {
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml')
      return [...drawn.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')
    }, text)
    expect(written).toContain(title)
    expect(written).toContain(served.address)
    expect(written).toContain(String(new Date().getUTCFullYear()))
    for (const item of await page.locator('figure.picture').first().locator('.legend li').allTextContents()) {
      expect(written).toContain(item.trim().replaceAll(/\s/g, ' '))
    }
    // A slide is white, also where the page is dark: the land is of the colour that it has in light.
    expect(text).toContain('fill:#ffffff')
    const land = text
      .match(/<path[^>]*fill: ?rgb\((\d+), (\d+), (\d+)\)/)
      ?.slice(1)
      .map(Number)
    expect(Math.min(...(land ?? [0]))).toBeGreaterThan(150)
    await page.context().close()
  })
})
