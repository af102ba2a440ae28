import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWithDemo, removeDemo } from '../../src/demo/demo.js'
import type { Graph } from '../../src/graph/graph.js'
import { importFirms, importTies, tieFiles } from '../../src/import/firms/import-files.js'
import type { PublishOptions } from '../../src/import/firms/publish.js'
import { removeFirms } from '../../src/import/firms/remove-firms.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { writtenFiles } from './written-files.js'

const { write } = writtenFiles()
const number = (index: number) => withCheckDigit(String(556_800_000 + index))
const said = (title: string) => ({ title, publisher: null, edition: null })
const options: PublishOptions = {
  ...{ dryRun: false, recordedAt: '2026-01-01T00:00:00.000Z' },
  confirmLoss: async () => true,
  confirmUnusual: async () => true,
}

describe('the first lists of a user', () => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeededGraph()
  }, 120_000)
  afterAll(() => graph.close())

  const bring = (lines: readonly string[], title: string, asked: Partial<PublishOptions> = {}) =>
    importFirms(
      { graph, edition },
      write(`${lines.join('\n')}\n`),
      said(title),
      { counties: null, sni: null },
      { ...options, ...asked },
    )

  it('are not taken in among the firms of a demo', async () => {
    await fillWithDemo({ graph, edition }, { firms: 3, seed: 1, force: false })
    const lines = ['organisationsnummer;namn', `${number(1)};Ett AB`]
    await expect(bring(lines, 'List')).rejects.toThrow(/synthetic firms of a demo.*demo --remove/)
    await removeDemo(graph)
    expect((await bring(lines, 'List')).outcome.added).toBe(1)
  })

  it('of which a firm is taken out say who names it all the same', async () => {
    const lines = ['organisationsnummer;namn;kommun', `${number(2)};Två AB;Luleå`, `${number(3)};Tre AB;Luleå`]
    await bring(lines, 'Named')
    await bring(lines.slice(0, 2), 'Others')
    const supplies = write(`leverantör;köpare\n${number(2)};${number(3)}\n`, 'supplies.csv')
    await importTies({ graph, edition }, 'supplies', tieFiles.supplies, supplies, said('Leveranser'), options)
    const taken = (index: number) =>
      removeFirms({ graph, edition }, 'firms', 'Named', [number(index)], options.recordedAt)
    expect((await taken(2)).stillNamedBy).toEqual(['Leveranser', 'Others'])
    expect((await taken(3)).stillNamedBy).toEqual(['Leveranser'])
    await bring(['organisationsnummer;namn', `${number(4)};Fyra AB`], 'Alone')
    const gone = await removeFirms({ graph, edition }, 'firms', 'Alone', [number(4)], options.recordedAt)
    expect(gone).toMatchObject({ removed: 1, stillNamedBy: [] })
  })

  it('are corrected without a word of columns that the correction does not have', async () => {
    const whole = ['organisationsnummer;namn;kommun;sni;anställda', `${number(5)};Fem AB;Luleå;25110;5`]
    await bring(whole, 'Corrected')
    const { outcome, remarks } = await bring(
      ['organisationsnummer;namn;anställda', `${number(5)};Fem AB;6`],
      'Corrected',
      { update: true },
    )
    expect(remarks).toEqual([])
    expect(outcome.columns.map(({ column, states }) => [column, states])).toEqual([
      ['employees', 1],
      ['sizeClass', 1],
    ])
  })

  it('may have a post town where a municipality is asked for, and are told so', async () => {
    const rows = [`${number(6)};Sex AB;Gammelstad`, `${number(7)};Sju AB;Ingenstans`]
    const { outcome } = await bring(['organisationsnummer;namn;Hemkommun', ...rows], 'Towns')
    expect(outcome.refused.unreadCells().map(({ reason }) => reason)).toEqual([
      "is a post town and no municipality: give --columns 'Hemkommun=postTown'",
      'no municipality has this code or name',
    ])
    expect(readFileSync(outcome.refusedFile ?? '', 'utf8')).toMatch(/^\uFEFFline;what;firm/)
  })
})
