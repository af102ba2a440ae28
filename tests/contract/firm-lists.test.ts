import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFirms } from '../../src/import/firms/import-files.js'
import { importScb } from '../../src/import/firms/registers.js'
import { storedFirm } from '../../src/writing/statements/fold.js'
import { readStates } from '../../src/writing/statements/states.js'
import { describeOnSeededGraph } from './engines.js'
import { firmLists, type ListedFirm, registerLists } from './firm-lists.js'

const all = { counties: null, sni: null }
const nothingSaid = { sniEdition: null, turnoverUnit: null }

/** Each list is imported as a source of its own, and what is stored of its firms is compared with what a reader of the list would say. */
describeOnSeededGraph('lists of firms as people have them', (given) => {
  let folder: string
  let clock = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const options = () => {
    clock += 1
    const recordedAt = new Date(Date.UTC(2026, 10, 1, 0, 0, clock)).toISOString()
    return { dryRun: false, confirmLoss: async () => false, confirmUnusual: async () => false, recordedAt }
  }
  const said = (title: string) => ({ title, publisher: null, edition: null })

  async function stored(source: string, numbers: readonly string[]): Promise<Record<string, ListedFirm>> {
    const states = await readStates(
      given.graph,
      numbers.map((number) => `firm:${number}`),
    )
    return Object.fromEntries(
      [...states.values()].flatMap(({ id, statements }) => {
        const statement = statements.find((each) => each.source === source)
        if (!statement) return []
        const { name, municipality, sni, employees, employeesFrom, employeesTo, turnover, sizeClass, asOf } =
          storedFirm(statement)
        const place = municipality?.replace('municipality:', '')
        const told = { name, place, sni, employees, employeesFrom, employeesTo, turnover, sizeClass, asOf }
        const firm = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
        return [[id.replace('firm:', ''), firm]]
      }),
    )
  }

  const listed = (path: string) => {
    const [, ...lines] = readFileSync(`${path}.refused.csv`, 'utf8').trim().split('\n')
    // Parted as the list is; a semicolon within a cell has a blank behind it.
    return lines.map((line) => line.replace(/;(?! )/g, ','))
  }

  it.each(firmLists)(
    '$name',
    async ({ name, file, content, firms = {}, refused = [], fails, cells, remark }) => {
      const path = join(folder, file ?? 'list.csv')
      writeFileSync(path, content)
      const asked = importFirms(given, path, { ...said(name), cells: { ...nothingSaid, ...cells } }, all, options())
      if (fails !== undefined) {
        await expect(asked).rejects.toThrow(fails)
        return
      }
      const { source, remarks } = await asked
      expect(await stored(source.id, Object.keys(firms))).toEqual(firms)
      expect(refused.length === 0 ? [] : listed(path)).toEqual(refused.map((line) => expect.stringMatching(line)))
      if (remark !== undefined) expect(remarks).toContainEqual(expect.stringMatching(remark))
    },
    60_000,
  )

  it.each(registerLists)(
    '$name',
    async ({ name, file, content, firms = {}, refused = [] }) => {
      const path = join(folder, file ?? 'scb.txt')
      writeFileSync(path, content)
      const { source } = await importScb(given, path, said(name), all, options())
      expect(await stored(source.id, Object.keys(firms))).toEqual(firms)
      expect(refused.length === 0 ? [] : listed(path)).toEqual(refused.map((line) => expect.stringMatching(line)))
    },
    60_000,
  )
})
