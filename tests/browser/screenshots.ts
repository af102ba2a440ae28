import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, launchArguments } from './chromium.js'
import { serve } from './serve.js'

const folder = join(import.meta.dirname, '../../docs/screenshots')
const pictures = {
  coverage: '/coverage?lang=en&asOf=2026-11-24&place=municipality:2506&need=need:bank-dialogue',
  spillover: '/spillover?lang=en',
  network: '/network?lang=en&of=actor:norrlandsfonden,actor:iuc-norr',
}
/** So long a network's layout takes at most. */
const LAYOUT_MILLISECONDS = 2_000

/** Takes README's pictures of the explorer, from the compiled program: `npm run screenshots`. */
const executablePath = findChromium()
if (executablePath === null) throw new Error('Chromium is needed')
mkdirSync(folder, { recursive: true })
const served = await serve()
const browser = await chromium.launch({ executablePath, args: launchArguments })
try {
  for (const [name, path] of Object.entries(pictures)) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, colorScheme: 'light' })
    await page.goto(served.address + path)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(LAYOUT_MILLISECONDS)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
  await served.stop()
}
