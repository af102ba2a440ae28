import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const root = join(import.meta.dirname, '../..')
/** A page without its line breaks, and without the marks of what is quoted. */
const page = (name: string) => plain(readFileSync(join(root, name), 'utf8').replaceAll(/^> /gm, ''))
/** With one kind of blank: figures have narrow ones. */
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ')

const answer = z.object({
  spillover: z.object({
    total: z.object({ spillover: z.number() }),
    regional: z.object({ text: z.string() }),
    alternatives: z.array(z.object({ assumption: z.string(), value: z.string(), spillover: z.number() })),
  }),
})
const regionalOf = z.object({
  spilloverRun: z.object({ regional: z.object({ spillover: z.number(), text: z.string() }).nullable() }),
})

const pressed = z.object({
  spillover: z.object({
    capacity: z.object({
      rows: z.array(
        z.object({
          county: z.object({ id: z.string() }),
          group: z.string().nullable(),
          needed: z.number(),
          share: z.number().nullable(),
        }),
      ),
    }),
  }),
})
const displaced = z.object({
  spillover: z.object({ displacement: z.object({ taken: z.number(), lost: z.number(), netDirect: z.number() }) }),
})
const extracted = z.object({ spillover: z.object({ extraction: z.array(z.object({ others: z.number() })) }) })

describeOnSeededGraph('what location quotients give', (given) => {
  const said = async (lang: 'SV' | 'EN') => {
    const query = `query ($lang: Lang) { spillover(input: {}) {
      total { spillover } regional { text(lang: $lang) } alternatives { assumption value spillover }
    } }`
    return answer.parse(await given.api.data(query, { lang })).spillover
  }

  it.each([
    ['README.md', 'EN'],
    ['docs/questions.md', 'EN'],
    ['docs/sv.md', 'SV'],
  ] as const)('stands in %s as the API says it', async (name, lang) => {
    expect(page(name)).toContain(plain((await said(lang)).regional.text))
  })

  it('stands in docs/questions.md method by method', async () => {
    const { total, alternatives } = await said('EN')
    const methods = alternatives.filter(({ assumption }) => assumption === 'regionalisation')
    const rows = [...page('docs/questions.md').matchAll(/\| `((?:RETENTION|A?FLQ|SLQ|CILQ)[^`]*)` \| ([\d .]+) \|/g)]
    expect(rows.map(([, value, jobs]) => [value, Number(jobs?.replaceAll(' ', '')).toFixed(1)]).toSorted()).toEqual(
      [['RETENTION', total.spillover], ...methods.map(({ value, spillover }) => [value, spillover])]
        .map(([value, jobs]) => [value, Number(jobs).toFixed(1)])
        .toSorted(),
    )
  })

  it('is answered by the operation that the pages show', async () => {
    const asked = [...page('docs/questions.md').matchAll(/ask\.mjs spillover-regional '([^']*)'/g)]
    expect(asked).toHaveLength(2)
    for (const [, json] of asked) {
      const variables = z.record(z.string(), z.unknown()).parse(JSON.parse(String(json)))
      await given.api.data(operation('spillover-regional'), variables)
    }
  })

  it('stands beside a stored run that takes the nation for the region, and beside no other', async () => {
    const query = 'query ($id: ID!) { spilloverRun(id: $id) { regional { spillover text(lang: EN) } } }'
    const ofRun = async (id: string) => regionalOf.parse(await given.api.data(query, { id })).spilloverRun.regional
    expect(await ofRun('run:report')).toMatchObject({ text: (await said('EN')).regional.text })
    const store = `mutation ($input: SpilloverInput!, $name: String!) {
      storeSpillover(input: $input, name: $name) { run { id } }
    }`
    const stored = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
    const runOf = async (input: Record<string, unknown>, name: string) =>
      stored.parse(await given.api.data(store, { input, name })).storeSpillover.run.id
    expect(await ofRun(await runOf({ regionalisation: { method: 'SLQ' } }, 'SLQ'))).toBeNull()
    const typeOne = await ofRun(await runOf({ closure: 'TYPE_I' }, 'Type I'))
    expect(typeOne?.spillover).toBeCloseTo(6376, 0)
    expect(typeOne?.text).not.toContain("the report's about")
  })

  it('stands in docs/questions.md with where it presses, what is left and what is lost', async () => {
    const asked = (name: string) => {
      const [, json] = page('docs/questions.md').match(new RegExp(`ask\\.mjs ${name} '([^']*)'`)) ?? []
      return given.api.data(operation(name), z.record(z.string(), z.unknown()).parse(JSON.parse(String(json))))
    }
    const { capacity } = pressed.parse(await asked('spillover-capacity')).spillover
    const building = capacity.rows.find(({ county, group }) => county.id === 'county:25' && group === 'F')
    const { displacement } = displaced.parse(await asked('spillover-displacement')).spillover
    const [gone] = extracted.parse(await asked('spillover-extraction')).spillover.extraction
    const figures = [
      ...[building?.needed, displacement.taken, displacement.lost, displacement.netDirect, gone?.others].map(inWords),
      `${((building?.share ?? 0) * 100).toFixed(1)} %`,
    ]
    expect(figures.filter((figure) => !page('docs/questions.md').includes(figure))).toEqual([])
  })
})

/** A figure as the pages write it: `6 095.3`. */
const inWords = (value: number | undefined): string => (value ?? 0).toFixed(1).replace(/(\d)(?=(\d{3})+\.)/g, '$1 ')
