import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'

/** What only does something on a screen, in both languages. */
const controls =
  /Skriv ut|Kopiera länk|Ändra$|Dölj formuläret|Visa som tabell|Ladda ner|Filtrera|Rensa alla|Återställ|Visa fler|Lägg till i|Print$|Copy a? ?link|Change$|Fold the form|Show as table|Download|Clear all|Reset$|Show more|Add to the|\b(CSV|SVG|PNG|GEXF|GraphML)\b/m

/** A view on paper: what it has to say, what stands together on one sheet, and on how many sheets at the most. */
interface Printed {
  readonly address: string
  readonly says: readonly (string | RegExp)[]
  /** A picture's title, and the end of its legend or its source. */
  readonly together: readonly (readonly [string | RegExp, string | RegExp])[]
  readonly most: number
}

const office = 'serves=municipality:2521,municipality:2518,municipality:2583&meets=need:visibility,need:succession'

const views: Readonly<Record<string, Printed>> = {
  'the start page': {
    address: '/?lang=sv',
    says: [/17.270 nya jobb väntas ge 23.275 till/, /I \d+ av 377 kombinationer/, 'Satsningar', 'H2 Green Steel'],
    together: [
      [/Skellefteå får flest av de jobb vars kommun är känd/, 'industrisatsning, ytan visar antal jobb'],
      ['Väntade nya jobb', 'Skellefteå Kraft'],
    ],
    most: 2,
  },
  'who helps a firm': {
    address:
      '/support?lang=en&asOf=2026-11-24&municipality=municipality:2582&sector=sector:sni2007-C25&size=SMALL&employees=12&needs=need:finance',
    says: [
      /\d+ actors can help with finance/,
      'The answer is of 24 November 2026',
      'Norrlandsfonden',
      'Next step:',
      'Contact: norrlandsfonden.se',
      'What we do not know',
      'Notes',
    ],
    together: [],
    most: 2,
  },
  coverage: {
    address: `/coverage?lang=sv&asOf=2026-11-24&actor=Nytt%20kontor&${office}`,
    says: [
      'Nytt kontor i Pajala, Övertorneå och Haparanda:',
      'jobb får stöd',
      'Kommuner som saknar samma sak',
      'Fördelning',
    ],
    together: [
      ['Priskonkurrens', 'någon som arbetar inom området och kanske vet'],
      ['Flest jobb berörs i', 'Jobb som berörs'],
    ],
    most: 4,
  },
  'a cell of what is tried': {
    address: `/coverage?lang=sv&asOf=2026-11-24&actor=Nytt%20kontor&${office},need:finance&remove=actor:almi-nord&place=municipality:2521&need=need:finance`,
    says: ['Skulle hjälpa efter ändringen', 'Hjälper i dag', 'skulle försvinna', 'planerat: finns först'],
    together: [
      [/utskriven/, 'Priskonkurrens'],
      ['Någon skulle vända sig till kommunen', 'skulle försvinna'],
    ],
    most: 4,
  },
  spillover: {
    address: '/spillover?lang=en&closure=TYPE_I&ventures=establishment:lkab,establishment:ssab',
    says: [
      /LKAB and SSAB are expected to give [\d,]+ jobs beside their own/,
      'Type I, indirect jobs only',
      'Where the assumptions come from',
      'In which firms',
      'C24 Manufacture of basic metals',
      'Services',
    ],
    together: [
      ['Wholesale and retail trade gets the most', 'F Construction'],
      ['Norrbotten County gets', 'jobs in the municipality'],
      ['Other assumptions give', 'share that stays: 100%'],
      ['Nine of ten random draws', 'Public sector'],
    ],
    most: 7,
  },
  'stored runs': {
    address: '/spillover/runs?lang=sv',
    says: ['Rapportens egen', /23.275/, '1 körning'],
    together: [],
    most: 1,
  },
  'a way in the network': {
    address: '/network?lang=sv&of=actor:norrlandsfonden&to=establishment:lkab',
    says: [
      /Norrlandsfonden och LKAB hänger ihop i 4 steg/,
      /Norrlandsfonden ger stöd inom .+\. Källa: /,
      'Var i källan',
      'är hemort för',
    ],
    together: [[/Norrlandsfonden och LKAB hänger ihop/, 'Industrisatsning (1)']],
    most: 4,
  },
  suppliers: {
    address: '/suppliers?lang=en&venture=establishment:lkab',
    says: [/\d+ firms could supply LKAB/, /20 of \d+ shown/, 'Supply it today', 'BDX', 'Latest on the venture'],
    together: [['Most are in', 'lie outside the map']],
    most: 5,
  },
  'what words mean': {
    address: '/method?lang=sv',
    says: ['Metod och begrepp', 'Inducerade jobb'],
    together: [],
    most: 14,
  },
  'an actor': {
    address: '/entity/actor:norrlandsfonden?lang=sv',
    says: ['Norrlandsfonden', 'Kontakt: norrlandsfonden.se', 'Topplån', 'Källa:'],
    together: [],
    most: 2,
  },
  'a venture': {
    address: '/entity/establishment:h2-green-steel?lang=en',
    says: ['H2 Green Steel', 'Suppliers (18 supplies)', 'Contradicted by', 'Source:'],
    together: [['New jobs a year', 'Phases']],
    most: 6,
  },
}

describeInBrowser('on paper', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serve()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  /** The words of each sheet, as whoever holds it reads them: also where they go on in the next line. */
  async function sheets(address: string): Promise<readonly string[]> {
    const { page, complaints } = await open(browser, served.address + address)
    await page.waitForLoadState('networkidle')
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
    expect(complaints).toEqual([])
    await page.context().close()
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    return text.map((words) => words.replaceAll(/\s*\n\s*/g, ' '))
  }
  const says = (text: string, words: string | RegExp) =>
    typeof words === 'string' ? text.includes(words) : words.test(text)

  it.each(Object.entries(views))(
    '%s is whole, with day and address, no controls, no picture on two sheets, on as few as it needs',
    async (_, { address, says: expected, together, most }) => {
      const all = await sheets(address)
      const text = all.join(' ')
      expect(all.length).toBeLessThanOrEqual(most)
      const language = new URL(address, served.address).searchParams.get('lang')
      const today = new Date().toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' })
      expect(all[0]).toContain(today)
      // An address may go on in the next line.
      expect(all[0]?.replaceAll(' ', '')).toContain(served.address + address)
      expect(expected.filter((words) => !says(text, words))).toEqual([])
      expect(together.filter((words) => !all.some((sheet) => words.every((each) => says(sheet, each))))).toEqual([])
      expect(text.match(controls)?.[0]).toBeUndefined()
      // No sheet is all but empty.
      expect(all.filter((sheet) => sheet.trim().length < 40)).toEqual([])
    },
  )
})
