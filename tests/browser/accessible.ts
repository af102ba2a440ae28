import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on a page as it stands, which has to take scripts of others (`bypassCSP`). */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe })
  const { violations }: AxeResults = await page.evaluate('axe.run()')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** How far a page moves sideways. */
export const widerThanWindow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Axe finds nothing on a page, and it does not move sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await widerThanWindow(page)).toBe(0)
}
