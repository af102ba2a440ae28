import type { Page } from 'playwright-core'

/**
 * What a page says, a piece an entry: all its text, folded parts too, and its labels; without what is marked as being in
 * another language, and without its own address on paper.
 */
export const toldIn = (page: Page): Promise<string[]> => page.evaluate(toldInDocument)

/** Runs in the page, and names no function of its own: a compiler may wrap such a name in what the page lacks. */
function toldInDocument(): string[] {
  const left = `:not(:lang(${document.documentElement.lang})), script, style, code, .print-head`
  const texts: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim() ?? ''
    if (text !== '' && parent !== null && parent.closest(left) === null) texts.push(text)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (element.closest(left) !== null) continue
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
  }
  return texts
}

/** What a page marks as being in English, but for the ways to pages in English. */
export const markedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[lang="en"]:not([hreflang])')].map((element) => element.textContent?.trim() ?? ''),
  )

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d-])(?:${words})(?![\\p{L}\\d-])`, 'iu')

const english = word('the|of|and|with|is|are|was|were|which|that|this|from|than|who|has|have|its|their|or')

/** What only a program reads: identifiers, values of enums, commands, and what is not there. */
const ofPrograms: readonly RegExp[] = [
  /(?<![\p{L}\d/=-])(?:need|actor|initiative|municipality|county|firm|establishment|sector|source|claim|run|category|requirement|phase|table|employment|scenario|method):[a-z0-9-]+/u,
  /(?<![\p{L}\d-])[A-Z]{2,}(?:_[A-Z]+)+(?![\p{L}\d-])/u,
  /(?<![\p{L}\d-])(?:undefined|null|NaN|Infinity)(?![\p{L}\d-])|\[object /u,
  /(?:^|\s)(?:npx|npm|norrgraph [a-z]+|--[a-z]+)(?:\s|$)/u,
]

/** Whether a Swedish text reads as English, as a word of programs, or as no value at all. */
export const isStrange = (text: string): boolean => [english, ...ofPrograms].some((pattern) => pattern.test(text))
