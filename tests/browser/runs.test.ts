import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'

const words = {
  sv: {
    run: 'Ett stålverk till, med LKAB mindre',
    jobs: (count: string) => `utöver sina egna|${count}`,
    own: 'Egna tal för jobben, ur en sparad körning',
    steel: /^C24 Stål- och metallframställning|^Stål- och metallframställning/,
    open: 'Öppna med antagandena: ',
    without: 'Räkna utan de egna talen',
    pick: 'Jämför med en annan körning: ',
    choose: /^Välj i listan vilken körning Ett stålverk till/,
    other: /^Jämför med Ett stålverk till.*: /,
    current: 'Jämför med de valda antagandena: ',
    otherwise: 'Det som antas olika',
    effects: 'indirekta och inducerade',
    numbers: 'Egna tal för jobben',
    effectTable: 'Jobb per effekt',
    sum: 'utöver satsningarna',
    ventures: 'Jobb per satsning',
    stop: 'Avbryt jämförelsen',
    difference: 'Skillnad',
  },
  en: {
    run: 'One more steelworks, with less of LKAB',
    jobs: (count: string) => count,
    own: 'Numbers of jobs of its own, from a stored run',
    steel: /^Manufacture of basic metals/,
    open: 'Open with its assumptions: ',
    without: 'Calculate without them',
    pick: 'Compare with another run: ',
    choose: /^Choose in the list which run One more steelworks/,
    other: /^Compare with One more steelworks.*: /,
    current: 'Compare with the assumptions chosen: ',
    otherwise: 'What they assume differently',
    effects: 'indirect and induced',
    numbers: 'Numbers of jobs of its own',
    effectTable: 'Jobs by effect',
    sum: 'beside the ventures',
    ventures: 'Jobs by venture',
    stop: 'Stop comparing',
    difference: 'Difference',
  },
} as const

const languages = ['sv', 'en'] as const

const stored = z.object({
  data: z.object({
    storeSpillover: z.object({ run: z.object({ id: z.string(), total: z.object({ spillover: z.number() }) }) }),
  }),
})
const compared = z.object({ data: z.object({ compareRuns: z.object({ total: z.object({ spillover: z.number() }) }) }) })

describeInBrowser('stored runs', () => {
  let served: Served
  let browser: Browser
  const runs = new Map<string, { readonly id: string; readonly spillover: number }>()

  const ask = async (query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const reply = await fetch(`${served.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return reply.json()
  }

  beforeAll(async () => {
    served = await serve()
    browser = await launch()
    // A run with jobs that the page itself has no field for; the second differs, so that each language has one of its own.
    for (const [index, lang] of languages.entries()) {
      const input = {
        closure: 'TYPE_I',
        shocks: [{ sector: 'sector:sni2007-C24', county: 'county:25', year: 2027, jobs: 300 + index }],
        adjust: [{ establishment: 'establishment:lkab', jobs: [{ year: 2026, jobs: 100 }] }],
      }
      const { run } = stored.parse(
        await ask(
          'mutation ($input: SpilloverInput!, $name: String!) { storeSpillover(input: $input, name: $name) { run { id total { spillover } } } }',
          { input, name: words[lang].run },
        ),
      ).data.storeSpillover
      runs.set(lang, { id: run.id, spillover: run.total.spillover })
    }
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  it.each(languages)('a run with jobs of its own opens with them, and is told what they are (%s)', async (lang) => {
    const said = words[lang]
    const run = runs.get(lang)
    const { page, complaints } = await open(browser, `${served.address}/spillover/runs?lang=${lang}`)
    await page.getByRole('link', { name: said.open + said.run, exact: true }).click()
    const whole = new Intl.NumberFormat(lang === 'sv' ? 'sv-SE' : 'en-GB').format(Math.round(run?.spillover ?? 0))
    const finding = page.locator('.finding')
    await finding.filter({ hasText: whole }).waitFor()
    const own = page.getByRole('table', { name: said.own })
    await own.getByRole('row', { name: said.steel }).filter({ hasText: '2027' }).waitFor()
    await own.getByRole('row', { name: /^LKAB/ }).filter({ hasText: '100' }).waitFor()
    // What is saved of it says so too.
    const reply = await page.request.get(
      new URL((await page.locator('a[download="norrgraph-spillover.csv"]').getAttribute('href')) ?? '', served.address)
        .href,
    )
    expect(reply.ok()).toBe(true)
    await page.getByRole('button', { name: said.without }).click()
    await finding.filter({ hasNotText: whole }).waitFor()
    expect(await own.count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(languages)('two runs are held against each other as they were stored (%s)', async (lang) => {
    const said = words[lang]
    const run = runs.get(lang)
    const both = compared.parse(
      await ask('query ($a: ID!, $b: ID!) { compareRuns(a: $a, b: $b) { total { spillover } } }', {
        ...{ a: run?.id, b: 'run:report' },
      }),
    ).data.compareRuns.total.spillover
    const { page, complaints } = await open(browser, `${served.address}/spillover/runs?lang=${lang}`)
    await page.getByRole('link', { name: said.pick + said.run, exact: true }).click()
    await page.getByText(said.choose).waitFor()
    await page.getByRole('link', { name: said.other }).last().click()
    const effects = page.getByRole('table', { name: said.effectTable })
    const change = new Intl.NumberFormat(lang === 'sv' ? 'sv-SE' : 'en-GB', { signDisplay: 'exceptZero' }).format(
      Math.round(both),
    )
    await effects
      .getByRole('row', { name: new RegExp(`^${said.sum}`) })
      .filter({ hasText: change })
      .waitFor()
    const otherwise = page.getByRole('table', { name: said.otherwise })
    await otherwise.getByRole('row').filter({ hasText: said.effects }).waitFor()
    await otherwise.getByRole('row', { name: new RegExp(`^${said.numbers}`) }).waitFor()
    await page
      .getByRole('table', { name: said.ventures })
      .getByRole('row', { name: /^LKAB / })
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('first')).toBe(run?.id)
    await page.getByRole('button', { name: said.stop }).click()
    await page.getByRole('link', { name: said.pick + said.run, exact: true }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(languages)(
    'a run with jobs of its own is compared with the current assumptions, its jobs too (%s)',
    async (lang) => {
      const said = words[lang]
      const run = runs.get(lang)
      const { page, complaints } = await open(browser, `${served.address}/spillover/runs?lang=${lang}`)
      await page.getByRole('link', { name: said.current + said.run, exact: true }).click()
      const whole = new Intl.NumberFormat(lang === 'sv' ? 'sv-SE' : 'en-GB').format(Math.round(run?.spillover ?? 0))
      await page
        .getByRole('table', { name: said.effectTable })
        .getByRole('row', { name: new RegExp(`^${said.sum}`) })
        .filter({ hasText: whole })
        .waitFor()
      await page
        .getByRole('table', { name: said.otherwise })
        .getByRole('row', { name: new RegExp(`^${said.numbers}`) })
        .waitFor()
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})
