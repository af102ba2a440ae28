import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeElements } from '../../src/graph/write-elements.js'
import { openNorrgraph } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { describeInBrowser, launch, open, settled } from './explorer.js'
import { type Served, serve } from './serve.js'

const HOSTILE = '<img src=x onerror=alert(1)>'

describeInBrowser('from the start page to an answer and its source', () => {
  let folder: string
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    await addHostileFirm(join(folder, 'data'))
    served = await serve({ NORRGRAPH_DATA: join(folder, 'data') })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a business developer finds who helps a firm, and where that is stated', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=sv`)
    await page.getByRole('link', { name: 'Vem kan hjälpa ett företag?' }).click()
    await page.getByLabel('Kommun', { exact: true }).selectOption({ label: 'Boden' })
    await page.getByLabel('Finansiering', { exact: true }).check()
    await page.getByRole('heading', { name: /^\d+ aktörer kan hjälpa med finansiering/ }).waitFor()
    await page.getByRole('link', { name: 'Norrlandsfonden', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Norrlandsfonden' }).waitFor()
    await page.getByText('Källa:').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('an analyst finds where nobody helps, and goes on to who does elsewhere', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=sv`)
    await page.getByRole('link', { name: 'Var saknas stöd?' }).click()
    const cell = page.getByRole('button', { name: /^Arjeplog, Synlighet som arbetsgivare: Här saknas stöd/ })
    await cell.click()
    await page.getByRole('heading', { name: 'Arjeplog, Synlighet som arbetsgivare' }).waitFor()
    expect(new URL(page.url()).searchParams.get('place')).toBe('municipality:2506')
    await page.getByRole('link', { name: 'Öppna i Hitta stöd' }).click()
    await page.getByText('Synlighet som arbetsgivare: ingen är känd.').waitFor()
    expect(complaints).toEqual([])
  })

  it('an analyst saves the map of gaps as a picture, with the places, the needs and every cell', async () => {
    const { page } = await open(browser, `${served.address}/coverage?lang=sv`)
    const saved = async (name: string) => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).first().click()
      return readFileSync(await (await download).path())
    }
    const drawing = String(await saved('SVG'))
    const cells = await page.getByRole('button', { name: /^Arjeplog, / }).count()
    expect(cells).toBeGreaterThan(10)
    // One for each cell and each municipality's jobs, beside the frame and its legend.
    expect(drawing.match(/<rect/g)?.length).toBeGreaterThan((cells + 1) * 29)
    for (const text of ['Arjeplog', 'Priskonkurrens']) expect(drawing).toContain(`>${text}</text>`)
    expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG')
  })

  it('a researcher changes an assumption, sees the number move, and reads the claim beside it', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=en`)
    await page.getByRole('link', { name: 'What do the ventures set off?' }).click()
    await page.getByRole('heading', { name: 'The seven ventures are expected to give 23,275 jobs' }).waitFor()
    await page.getByText('Change', { exact: true }).click()
    await page.getByLabel('Effects', { exact: true }).selectOption('TYPE_I')
    await page.getByRole('heading', { name: 'are expected to give 16,345 jobs' }).waitFor()
    // What the report states rests on other assumptions then.
    await page
      .getByText(/not shown, since those figures rest on other assumptions than the ones chosen \(effects\)/)
      .waitFor()
    await page.goBack()
    await page.getByRole('link', { name: /23,300 further full-time jobs/ }).click()
    await page.getByText('Source:').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('an analyst sees where a setting differs from the one that was kept, in a link that can be sent', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=en`)
    await page.getByRole('link', { name: 'What do the ventures set off?' }).click()
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByText('The settings are still the same').waitFor()
    await page.getByText('Change', { exact: true }).click()
    await page.getByLabel(/^Tax on wages/).fill('0')
    await page.getByRole('row', { name: 'Tax on wages 0% 32%' }).waitFor()
    const { page: again } = await open(browser, page.url())
    // Without tax households buy more, and suppliers hire as before.
    await again.getByRole('row', { name: 'indirect 16,345 16,345 0' }).waitFor()
    await again.getByRole('row', { name: /^induced 11,\S+ 6,930 \+4,/ }).waitFor()
    for (const title of ['Jobs by industry in both settings', 'Jobs by county and year in both settings']) {
      const picture = again.getByRole('figure').filter({ hasText: title })
      await picture.getByRole('button', { name: 'Show as table' }).click()
    }
    await again
      .getByRole('row', { name: /^I Hotell|^I Accommodation/ })
      .first()
      .waitFor()
    await again.getByRole('row', { name: /^Norrbotten County 2026/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('the search leads to an entity by keyboard alone', async () => {
    const { page } = await open(browser, `${served.address}/?lang=sv`)
    await page.getByRole('combobox').focus()
    await page.keyboard.type('norlandsfonden')
    await page.getByRole('option', { name: 'Norrlandsfonden Främjandeaktör' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Norrlandsfonden' }).waitFor()
  })

  it('a link opened anew shows the same, and back and forward work', async () => {
    const { page } = await open(browser, `${served.address}/support?lang=sv`)
    await page.getByLabel('Kommun', { exact: true }).selectOption({ label: 'Kiruna' })
    const heading = page.getByRole('heading', { name: /aktörer kan hjälpa/ })
    // Before that, an example is answered.
    await page.getByRole('heading', { name: /^Här saknas stöd .+ aktörer kan hjälpa$/ }).waitFor()
    const all = await heading.textContent()
    await page.getByLabel('Priskonkurrens').check()
    await page.waitForFunction((before) => document.querySelector('.finding')?.textContent !== before, all)
    const few = await heading.textContent()
    const again = await open(browser, page.url())
    expect(await again.page.getByRole('heading', { name: /aktörer kan hjälpa/ }).textContent()).toBe(few)
    await page.goBack()
    await page.waitForFunction((text) => document.querySelector('.finding')?.textContent === text, all)
    await page.goForward()
    await page.waitForFunction((text) => document.querySelector('.finding')?.textContent === text, few)
  })

  it('a name that is markup is shown as text', async () => {
    const { page, complaints } = await open(browser, `${served.address}/?lang=sv`)
    await page.getByRole('combobox').fill('<img src')
    await page.getByRole('option', { name: HOSTILE }).click()
    await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor()
    await settled(page)
    await page.getByRole('link', { name: 'Visa i nätverket' }).click()
    await page.locator('.node-list').getByRole('button', { name: HOSTILE }).click()
    await page.locator('.node-details').getByRole('link', { name: HOSTILE }).waitFor()
    await page.getByText('1 nod och 0 samband').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    for (const name of ['SVG', 'GraphML', 'GEXF']) {
      const download = page.waitForEvent('download')
      await page.locator('main').getByText(name, { exact: true }).click()
      const file = readFileSync(await (await download).path(), 'utf8')
      expect(file).toContain('&lt;img src=x')
      expect(file).not.toContain('<img')
    }
    expect(complaints).toEqual([])
  })
})

describeInBrowser('a server that goes away', () => {
  it('is said, what was typed stays, and the answer comes when it is back', async () => {
    const first = await serve()
    const browser = await launch()
    const { page } = await open(browser, `${first.address}/support?lang=sv&municipality=municipality:2584`)
    await page.locator('.asked-in-line > summary').click()
    await first.stop()
    await page.getByLabel('Finansiering', { exact: true }).check()
    await page.getByRole('alert').getByText('Servern svarar inte').waitFor()
    const again = await serve({ PORT: new URL(first.address).port })
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 30_000 })
    expect(await page.getByLabel('Finansiering', { exact: true }).isChecked()).toBe(true)
    await page.getByRole('heading', { name: /aktörer kan hjälpa/ }).waitFor()
    await browser.close()
    await again.stop()
  })
})

async function addHostileFirm(path: string): Promise<void> {
  const graph = await openNorrgraph({ engine: 'embedded', path }, edition)
  const provenance = { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2026-11-25T00:00:00Z' }
  await graph.transaction((transaction) =>
    writeElements(
      transaction,
      {
        nodes: [{ label: 'Firm', id: 'firm:hostile', provenance, properties: { nameSv: HOSTILE } }],
        relationships: [],
      },
      'ADD_PROPERTIES',
    ),
  )
  await graph.close()
}
