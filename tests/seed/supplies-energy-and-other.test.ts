import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { tableRows } from '../../src/import/readers/table-rows.js'
import { placesOfTheName } from '../person-name.js'
import { byId, property, relationships } from './the-seed.js'

const folder = fileURLToPath(new URL('../../seed', import.meta.url))
const documents = fileURLToPath(new URL('../../docs/data.md', import.meta.url))

/** How much of what was read stands in the seed, and why the rest does not. A supply is of one category in one phase. */
const loaded = { rows: 161, supplies: 187 }
const leftOut = {
  "the name may be a person's": 4,
  'the page is a weak source': 5,
  'the same supply stands in another table': 1,
  'it was planned or intended, and nothing tells that it came about': 5,
  'neither trade nor goods are told': 3,
  'the buyer is not named': 3,
}

const supplies = relationships.filter(({ type }) => type === 'SUPPLIES')

/** The supplies of this table, by its columns. */
async function rows(): Promise<Map<string, string>[]> {
  const found: (readonly string[])[] = []
  for await (const { cells } of tableRows(join(folder, 'supply/energy-and-other.csv'))) found.push(cells)
  const [header = [], ...rest] = found
  return rest.map((cells) => new Map(header.map((column, place) => [column, cells[place] ?? ''])))
}

describe('supplies of energy, batteries, ports, railways, the data centre and the forest', () => {
  it('stand in the seed, and what was left out is told with its reason', async () => {
    expect((await rows()).length).toBe(loaded.supplies)
    const text = await readFile(documents, 'utf8')
    const told = Object.entries(leftOut).map(([reason, count]) => `| ${reason} | ${count} |`)
    for (const line of told) expect(text).toContain(line)
    const all = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
    expect(all + loaded.rows).toBe(182)
    expect(text).toContain(`${loaded.rows} of 182 rows`)
    expect(text).toContain(`${loaded.supplies} supplies`)
  })

  it('each have a page with an address', async () => {
    for (const row of await rows()) {
      const page = byId.get(row.get('source') ?? '')
      expect(page?.properties.address, row.get('source')).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s,…]*)?$/)
      expect(['OWN_PAGE', 'PAGE_OF_OTHERS', 'NEWS']).toContain(page?.properties.kind)
    }
  })

  it('lead from no firm to itself, nor to a venture that it runs', () => {
    const runs = new Set(
      relationships.filter(({ type }) => type === 'OPERATED_BY').map(({ from, to }) => `${to} ${from}`),
    )
    for (const { from, to } of supplies) {
      expect(from).not.toBe(to)
      expect(runs.has(`${from} ${to}`), `${from} ${to}`).toBe(false)
    }
  })

  it('to Northvolt had ended with its bankruptcy in March 2025', () => {
    const found = supplies.filter(({ to }) => to === 'establishment:northvolt')
    expect(found.length).toBeGreaterThan(20)
    for (const { from, properties } of found) expect(String(properties.validTo) <= '2025-03-31', from).toBe(true)
  })

  it('are over only where they can have ended by the day of the pages', () => {
    for (const { from, to, properties } of supplies) {
      if (!['OVER', 'ENDED', 'CLAIMED_UNPAID'].includes(String(properties.supplyStatus))) continue
      expect(String(properties.validTo) <= '2026-11-24', `${from} ${to} ${properties.validTo}`).toBe(true)
    }
  })

  it('are bought by public bodies that have their legal form', () => {
    for (const body of [
      'trafikverket',
      'svenska-kraftnat',
      'sjofartsverket',
      'region-vasterbotten',
      'skelleftea-kommun',
      'lulea-kommun',
      'umea-kommun',
      'vannas-kommun',
    ]) {
      expect(property(`firm:${body}`, 'legalForm'), body).toBe('PUBLIC_BODY')
      expect(
        supplies.some(({ to }) => to === `firm:${body}`),
        body,
      ).toBe(true)
    }
    expect(property('firm:lulea-hamn', 'legalForm')).toBeUndefined()
    expect(property('firm:skebo', 'legalForm')).toBeUndefined()
  })
})

/** Firm by firm, or a venture, which a firm runs that may itself supply. */
const chains = [
  ['firm:wallenius-sol', 'firm:scanlog', 'establishment:northvolt', 'firm:scania'],
  ['firm:elektroskandia', 'firm:install', 'firm:sunpine', 'firm:preem'],
  ['firm:holmen', 'firm:lindbacks', 'firm:skebo'],
  ['firm:ssab', 'firm:plannja', 'firm:facebook'],
  ['firm:peab', 'establishment:skelleftea-kraft', 'establishment:northvolt'],
  ['firm:lapplands-elnat', 'firm:ncc', 'firm:markbygden-ett'],
  ['firm:elektroskandia', 'firm:vattenfall-services-nordic', 'firm:vattenfall'],
  ['firm:fiskeflyg', 'firm:vattenfall-services-nordic', 'firm:vattenfall'],
  ['firm:stdg', 'firm:skanska', 'firm:skelleftea-kommun'],
  ['firm:contractor-mark', 'firm:byggdialog', 'firm:region-vasterbotten'],
  ['firm:arkitema', 'firm:byggdialog', 'firm:region-vasterbotten'],
]

const operatorOf = (id: string): string =>
  relationships.find(({ type, from }) => type === 'OPERATED_BY' && from === id)?.to ?? id

describe('chains inside one project', () => {
  it.each(chains)('%s → %s → %s', (...chain) => {
    /** Spans in which all links so far can have held at once. */
    let spans = [{ from: '0000', to: '9999' }]
    for (const [place, buyer] of chain.slice(1).entries()) {
      const supplier = operatorOf(chain[place] ?? '')
      const links = supplies.filter(({ from, to }) => from === supplier && to === buyer)
      expect(links.length, `${supplier} ${buyer}`).toBeGreaterThan(0)
      spans = links.flatMap(({ properties: { validFrom, validTo } }) =>
        spans.map(({ from, to }) => ({
          from: [from, String(validFrom ?? '0000')].sort().at(-1) ?? from,
          to: [to, String(validTo ?? '9999')].sort().at(0) ?? to,
        })),
      )
      spans = spans.filter(({ from, to }) => from <= to)
    }
    expect(spans.length).toBeGreaterThan(0)
  })
})

describe('a name that may be a person’s, or that only a weak source gives', () => {
  it('stands in no file of the seed', async () => {
    const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(yaml|csv|json|md)$/.test(name))
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8')
      for (const hash of hashesOfNames) expect(placesOfTheName(text, hash), name).toEqual([])
    }
  })
})

/** SHA-256 of two neighbouring words of each name, folded as in `placesOfTheName`. The names themselves stand nowhere. */
const hashesOfNames = [
  'd1c6a821bf5822359876aa84aa529b29d1548479bc2c4d139132937a09565263',
  '2da89ff86cf107887a06cb4b1ca25e94d8fac5007c18744f410aeb8dd9e42915',
  '382dfe309e526709ddc0b53448482bb680474fa09eb43ca6b69bdb71cb9207f5',
  '261073129e9ee20376dbe649b84414b35df63c1a106dcf859f68c3bc13af27c1',
  '4fac375656d849b7f43432719ac9f9fb8734696e2c2a6a693a25115e16a114aa',
  '8021745f4439e6a7ab347d9c2a7a0b828d8ecb4057455a94207bd8f98a3fda9b',
  'a59b7e89001b556291f0f28e839da13877d2a832b40b3e828a9d86ba6510e9e5',
  '06839b62eb4eaf0b3bd839155a3c00de67c79ed2cca5998610622285342c7ca0',
]
