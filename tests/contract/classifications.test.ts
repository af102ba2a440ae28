import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { importFirms } from '../../src/import/firms/import-files.js'
import { silent } from '../../src/kernel/progress.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { examplia } from '../second-region/examplia.js'
import { type Api, localSettings, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const named = z.object({ id: z.string() })

describeOnEachEngine('two editions of a classification, side by side', (open) => {
  let graph: Graph
  let api: Api
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-classifications-'))
  beforeAll(async () => {
    graph = await open()
    await bringUpToDate(graph, examplia)
    api = await openApi(graph, localSettings, examplia)
  }, 180_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await api.close()
    await graph.close()
  })

  const sector = async (id: string) => {
    const query = `query ($id: ID!) {
      node(id: $id) { ... on Sector { code classification { code name } partOf { id } correspondsTo { id } } }
    }`
    return z.object({ node: z.unknown() }).parse(await api.data(query, { id })).node
  }

  it('a sector says of which it is, and a later one what it corresponds to in the first', async () => {
    expect(await sector('sector:exc2030-C26')).toEqual({
      code: 'C26',
      classification: { code: 'exc2030', name: 'EXC 2030' },
      partOf: { id: 'sector:exc2030-C' },
      correspondsTo: [{ id: 'sector:exc2020-F41' }, { id: 'sector:exc2020-C25' }],
    })
    expect(await sector('sector:exc2020-C25')).toMatchObject({
      classification: { code: 'exc2020', name: 'EXC 2020' },
      correspondsTo: [],
    })
  })

  it('a code is looked up in the first that has it', async () => {
    const found = async (text: string) => {
      const query = 'query ($text: String!) { search(text: $text, kinds: [SECTOR]) { nodes { id } } }'
      const { search } = z
        .object({ search: z.object({ nodes: z.array(named) }) })
        .parse(await api.data(query, { text }))
      return search.nodes.map(({ id }) => id)
    }
    expect(await found('C10')).toEqual(['sector:exc2020-C10'])
    expect(await found('25.11')).toEqual(['sector:exc2020-C25'])
    expect(await found('C26')).toEqual(['sector:exc2030-C26'])
  })

  it('a file of firms says which edition its codes are of, or its codes do', async () => {
    /** Of firms of their own: a firm of two lists has the sectors of both. */
    const sectorsOf = async (header: string, codes: readonly string[], from: number) => {
      const path = join(folder, 'firms.csv')
      const numbers = codes.map((_, index) => `556000${String(from + index).padStart(3, '0')}`).map(withCheckDigit)
      writeFileSync(
        path,
        [`orgnr;namn;${header}`, ...codes.map((code, i) => `${numbers[i]};Firm ${i};${code}`)].join('\n'),
      )
      const said = { title: header, publisher: null, edition: null }
      const confirm = async () => true
      await importFirms(
        { graph, edition: examplia },
        path,
        said,
        { counties: null, sni: null },
        {
          ...{ dryRun: false, update: false, confirmLoss: confirm, confirmUnusual: confirm, progress: silent },
          recordedAt: '2026-01-20T00:00:00Z',
        },
      )
      const query = 'query ($id: ID!) { firm: node(id: $id) { ... on Firm { sectors { id } } } }'
      const firm = z.object({ firm: z.object({ sectors: z.array(named) }) })
      const answers = await Promise.all(numbers.map((number) => api.data(query, { id: `firm:${number}` })))
      return answers.map((answer) =>
        firm
          .parse(answer)
          .firm.sectors.map(({ id }) => id)
          .join(),
      )
    }
    expect(await sectorsOf('SNI 2030', ['25.11', '26.10'], 0)).toEqual(['sector:exc2030-C25', 'sector:exc2030-C26'])
    expect(await sectorsOf('SNI 2020', ['25.11', '25.12'], 10)).toEqual(['sector:exc2020-C25', 'sector:exc2020-C25'])
  })
})

/** An organisation number of nine digits with its last (Luhn). */
function withCheckDigit(nine: string): string {
  const sum = [...nine].reduce((all, digit, index) => {
    const twice = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return all + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}
