import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './explorer.js'

/** More steps than any view has things to stop at before what is sought. */
const FARTHEST = 400

/** What has the focus: its role and name as a reader hears them, and whether one sees that it has it. */
interface Focused {
  readonly tag: string
  readonly name: string
  readonly seen: boolean
}

/** Walks with the tab key until what matches has the focus; every stop on the way has to be seen to have it. */
export async function tabTo(page: Page, name: RegExp | string, tag?: string): Promise<void> {
  const matches = (focused: Focused) =>
    (typeof name === 'string' ? focused.name === name : name.test(focused.name)) &&
    (tag === undefined || focused.tag === tag)
  const passed: string[] = []
  for (let step = 0; step < FARTHEST; step++) {
    await page.keyboard.press('Tab')
    const focused = await focusedOn(page)
    passed.push(`${focused.tag} ${focused.name}`)
    // Past its last stop a page hands the focus to the browser; the next step begins at its top.
    if (focused.tag === 'BODY') continue
    expect(focused).toMatchObject({ seen: true })
    if (matches(focused)) return
  }
  throw new Error(`The tab key does not reach ${name}: ${passed.slice(0, 60).join('; ')}`)
}

/** Follows the link that has the focus, and waits until the page that it leads to has taken the focus and is answered. */
export async function follow(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'content')
  await settled(page)
}

/** What has the focus now, which is never lost to the page as a whole. */
export async function expectFocus(page: Page): Promise<void> {
  expect((await focusedOn(page)).tag).not.toBe('BODY')
}

function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null
    const label = [...(labels ?? [])].map((each) => each.textContent).join(' ')
    const name = element.getAttribute('aria-label') ?? (label || element.textContent) ?? ''
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    // What is drawn bears a thicker line where others have an outline.
    const drawn = element.closest('svg') && element.querySelector('path, circle')
    const isDrawnThick = drawn !== null && Number.parseFloat(getComputedStyle(drawn).strokeWidth) >= 2
    return {
      tag: element.tagName,
      name: name.trim().replace(/\s+/g, ' '),
      seen: isDrawnThick || (outlineStyle !== 'none' && outlineWidth !== '0px'),
    }
  })
}
