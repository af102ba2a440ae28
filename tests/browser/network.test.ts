import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../process/program.js'
import { webGlArguments } from './chromium.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const drawn = (page: Page, id: string) => page.locator(`.network-svg [data-node="${id}"]`)

/** Waits until a small network is laid out. */
const laidOut = (page: Page) => page.locator('.network-svg .node').first().waitFor()

/** What a button of the page downloads. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.locator('.network-figure').getByRole('button', { name, exact: true }).click()
  return readFileSync(await (await download).path())
}

describeInBrowser('a network of dozens', () => {
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

  it('opens on the ventures and who supports firms where they are, and says that this is an example', async () => {
    const { page, complaints } = await open(browser, `${served.address}/network?lang=sv`)
    await page.getByText('Ett exempel:').waitFor()
    await page.getByRole('heading', { name: /^Northvolt, H2 Green Steel och LKAB hänger ihop med \d+ andra/ }).waitFor()
    await laidOut(page)
    expect(await page.locator('.network-svg .node').count()).toBeLessThanOrEqual(45)
    await page.getByRole('combobox', { name: 'Lägg till i nätverket' }).fill('norrlandsfonden')
    await page.getByRole('option', { name: 'Norrlandsfonden Främjandeaktör' }).click()
    await page.getByRole('heading', { name: /^Norrlandsfonden hänger ihop med/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('of')).toBe('actor:norrlandsfonden')
    expect(complaints).toEqual([])
  })

  it('says what it shows, and tells each relationship with its verb, its direction and its source', async () => {
    const { page, complaints } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`)
    await page
      .getByRole('heading', { name: /^Norrlandsfonden hänger ihop med 29 andra: .*8 insatser, 5 län/ })
      .waitFor()
    await page.getByText('30 noder och 59 samband').waitFor()
    await page.getByRole('button', { name: /^Norrlandsfonden/ }).click()
    await page.getByText('Norrlandsfonden erbjuder', { exact: true }).waitFor()
    const details = page.locator('.node-details')
    await details.getByRole('link', { name: 'Topplån' }).waitFor()
    await details.getByText('Källa:').first().waitFor()
    await page.getByRole('button', { name: /^Topplån/ }).click()
    await page.getByText('Topplån erbjuds av', { exact: true }).waitFor()
    expect(complaints).toEqual([])
  })

  it('names every node, and no name lies over another', async () => {
    for (const width of [1280, 360]) {
      const { page } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`, {
        viewport: { width, height: 900 },
      })
      await laidOut(page)
      const boxes = await page.locator('.network-svg .name').evaluateAll((names) =>
        names.map((name) => {
          const { left, right, top, bottom } = name.getBoundingClientRect()
          return { text: name.textContent, left: left + 2, right: right - 2, top: top + 3, bottom: bottom - 3 }
        }),
      )
      expect(boxes).toHaveLength(30)
      const covered = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
          )
          .map((other) => `${one.text} / ${other.text}`),
      )
      expect(covered).toEqual([])
    }
  })

  it('what is pointed at, or has the focus in the list, stands out with its neighbours', async () => {
    const { page } = await open(browser, `${served.address}/network?lang=en&of=actor:norrlandsfonden`)
    await laidOut(page)
    await drawn(page, 'initiative:top-loans').hover()
    const tip = page.locator('.network-tip')
    await tip.getByText('Initiative · ').waitFor()
    await tip.getByText('is offered by Norrlandsfonden').waitFor()
    const back = (id: string) => drawn(page, id).evaluate((node) => node.classList.contains('back'))
    expect([await back('initiative:top-loans'), await back('actor:norrlandsfonden'), await back('county:22')]).toEqual([
      ...[false, false, true],
    ])
    await page.mouse.move(0, 0)
    await page.getByRole('button', { name: /^Gävleborg County/ }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await back('initiative:top-loans')).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('County')
  })

  it('kinds and nodes are taken away and come back, in a link that can be sent and in its files', async () => {
    const { page, complaints } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`)
    await laidOut(page)
    await page.locator('.network-legend').getByRole('button', { name: 'Län (5)' }).click()
    await page.getByText(/^25 noder.* utan län$/).waitFor()
    await page.getByRole('button', { name: /^Topplån/ }).click()
    await page.getByRole('button', { name: 'Ta bort: Topplån' }).click()
    await page.getByText(/^24 noder.* 1 nod borttagen$/).waitFor()
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('hide'), searchParams.get('without')]).toEqual(['COUNTY', 'initiative:top-loans'])
    const gexf = await page.getByRole('link', { name: 'GEXF' }).getAttribute('href')
    const file = await (await page.request.get(served.address + gexf)).text()
    expect(file).toContain('actor:norrlandsfonden')
    expect(file).not.toMatch(/<node id="(?:county:|initiative:top-loans")/)
    await page.getByRole('button', { name: 'Ta tillbaka Topplån' }).click()
    await page.getByRole('button', { name: 'Visa län igen' }).click()
    await page.getByText('30 noder och 59 samband').waitFor()
    expect(complaints).toEqual([])
  })

  it('is seen closer, and whole again', async () => {
    const { page } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`)
    await laidOut(page)
    const place = () => drawn(page, 'initiative:top-loans').evaluate((node) => node.getBoundingClientRect().x)
    const before = await place()
    await page.getByRole('button', { name: 'Förstora' }).click()
    await expect.poll(place).not.toBe(before)
    await page.getByRole('button', { name: 'Visa hela' }).click()
    await expect.poll(place).toBe(before)
  })

  it('is taken along as a picture in its frame, as tables, and on paper', async () => {
    const { page, complaints } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`)
    await laidOut(page)
    const picture = String(await saved(page, 'SVG'))
    for (const text of ['hänger ihop med 29 andra', 'Insats (8)', 'Topplån', 'Källa: ']) expect(picture).toContain(text)
    expect((await saved(page, 'PNG')).subarray(1, 4).toString()).toBe('PNG')
    await page.getByText('Nätverket som tabell').click()
    await page.getByRole('row', { name: /^Norrlandsfonden erbjuder Topplån/ }).waitFor()
    await page.getByRole('row', { name: /^Topplån Insats/ }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV (samband)' }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('Norrlandsfonden;erbjuder;Topplån')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Visa hela' }).isVisible()).toBe(false)
    expect(await page.locator('.network-svg').isVisible()).toBe(true)
    expect(
      await page
        .locator('.print-only')
        .getByRole('row', { name: /erbjuder Topplån/ })
        .isVisible(),
    ).toBe(true)
    expect(complaints).toEqual([])
  })
})

describeInBrowser('the way between two', () => {
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

  it('is drawn, marked and told step by step, past counties unless they are let in', async () => {
    const { page, complaints } = await open(browser, `${served.address}/network?lang=sv&of=actor:norrlandsfonden`)
    await page.getByText('Ändra', { exact: true }).click()
    await page.getByRole('combobox', { name: 'Visa vägen till' }).fill('lkab')
    await page.getByRole('option', { name: 'LKAB Industrisatsning', exact: true }).click()
    await page.getByRole('heading', { name: /^Norrlandsfonden och LKAB hänger ihop i 4 steg, genom/ }).waitFor()
    await laidOut(page)
    expect(await page.locator('.network-svg .marked').count()).toBe(4)
    expect(await page.locator('.network-svg .verb').count()).toBe(4)
    const sentences = page.locator('.way-sentences > li')
    expect(await sentences.count()).toBe(4)
    expect(await sentences.first().textContent()).toMatch(/^Norrlandsfonden ger stöd inom .+\. Källa: /)
    expect(await page.locator('.node-list [data-node^="county:"]').count()).toBe(0)

    await page.getByRole('button', { name: /^Väg 2: / }).click()
    await page.waitForURL(/way=2/)
    await page.getByLabel('Gå inte via län').uncheck()
    await page.getByRole('heading', { name: /hänger ihop i 2 steg, genom Norrbottens län$/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('goes on from a node of it, leaves one out, and is taken to other programs', async () => {
    const way = '/network?lang=en&of=actor:norrlandsfonden&to=establishment:lkab'
    const { page, complaints } = await open(browser, served.address + way)
    await page.getByRole('heading', { name: /^Norrlandsfonden and LKAB are joined in 4 steps, through/ }).waitFor()
    const many = await page.locator('.node-list [data-node]').count()
    await page.getByRole('button', { name: /^Kiruna/ }).click()
    await page.getByRole('button', { name: 'Show neighbours: Kiruna' }).click()
    await expect.poll(() => page.locator('.node-list [data-node]').count()).toBeGreaterThan(many)
    await laidOut(page)
    const graphml = await page.getByRole('link', { name: 'GraphML' }).getAttribute('href')
    const reply = await page.request.get(served.address + graphml)
    expect(reply.ok()).toBe(true)
    expect(await reply.text()).toContain('establishment:lkab')

    await page.getByRole('button', { name: /^Arctic Business/ }).click()
    await page.getByRole('button', { name: 'Remove: Arctic Business' }).click()
    await page.getByRole('heading', { name: /^Norrlandsfonden and LKAB/ }).waitFor()
    await expect.poll(() => page.locator('.way-sentences').textContent()).not.toContain('Arctic Business')
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect.poll(() => page.locator('.node-list [data-node]').count()).toBe(many)
    expect(complaints).toEqual([])
  })

  it('stands on the first screen of a phone, picture before words', async () => {
    const way = '/network?lang=sv&of=actor:norrlandsfonden&to=establishment:lkab'
    const { page } = await open(browser, served.address + way, { viewport: { width: 360, height: 740 } })
    await laidOut(page)
    const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN
    expect(await top('.network-svg')).toBeLessThan(500)
    expect(await top('.way-sentences')).toBeGreaterThan(await top('.network-svg'))
  })
})

describeInBrowser('a network of two thousand nodes', () => {
  let folder: string
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    const environment = { NORRGRAPH_DATA: join(folder, 'data') }
    const demo = await run('cli.js', ['demo', '--firms', '2000', '--seed', '1'], environment)
    expect(demo.errors).toBe('')
    served = await serve(environment)
    browser = await launch(webGlArguments)
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const large = '/network?lang=sv&of=municipality:2482&depth=3&limit=2000'

  it('says where it was cut, and answers while a worker lays it out', async () => {
    const { page, complaints } = await open(browser, served.address + large)
    await page.getByText('2 001 noder').waitFor()
    await page.getByText('gränsen för antal noder är nådd').waitFor()
    await expect
      .poll(() => page.workers().map((worker) => worker.url()), { timeout: 20_000 })
      .toEqual([expect.stringContaining('layout')])
    const listed = page.locator('.node-list [data-node]')
    expect(await listed.count()).toBe(100)
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await page.getByText('200 av 2 001 visas').waitFor()
    expect(await listed.count()).toBe(200)
    expect(complaints).toEqual([])
  })

  it('tells what one of its nodes hangs together with, and goes on from it', async () => {
    const { page, complaints } = await open(browser, served.address + large)
    await page.getByRole('button', { name: /^Västerbottens län/ }).click()
    await settled(page)
    await page.getByText('Västerbottens län omfattar', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Visa grannar: Västerbottens län' }).click()
    await page.getByRole('button', { name: 'Ta bort: Västerbottens län' }).waitFor()
    expect(new URL(page.url()).searchParams.get('of')).toBe('municipality:2482,county:24')
    expect(complaints).toEqual([])
  })
})
