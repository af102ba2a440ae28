import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../process/program.js'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'
import { views } from './views.js'

describeInBrowser('with ten thousand synthetic firms behind it', () => {
  let folder: string
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    const environment = { NORRGRAPH_DATA: join(folder, 'data') }
    const demo = await run('cli.js', ['demo', '--firms', '10000', '--seed', '1'], environment)
    expect(demo.errors).toBe('')
    served = await serve(environment)
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(views)('%s shows its answer and complains of nothing', async (view) => {
    const { page, complaints } = await open(browser, served.address + view)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('suppliers are listed with what each is not known to fulfil', async () => {
    const { page } = await open(browser, `${served.address}/suppliers?lang=sv&venture=establishment:lkab`)
    await page
      .getByRole('link', { name: /^Demoföretag/ })
      .first()
      .waitFor()
  })
})
