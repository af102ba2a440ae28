import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../process/program.js'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'

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
    browser = await launch()
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
    const listed = page.locator('.node-list li')
    expect(await listed.count()).toBe(100)
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await page.getByText('200 av 2 001 visas').waitFor()
    expect(await listed.count()).toBe(200)
    expect(complaints).toEqual([])
  })

  it('goes on from a node of the list', async () => {
    const { page, complaints } = await open(browser, served.address + large)
    await page.getByRole('button', { name: 'Visa grannar: Västerbottens län' }).click()
    await page.getByRole('button', { name: 'Ta bort som start: Västerbottens län' }).waitFor()
    expect(new URL(page.url()).searchParams.get('of')).toBe('municipality:2482,county:24')
    expect(complaints).toEqual([])
  })
})
