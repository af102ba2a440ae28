import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { byId, nodes, relationships } from './the-seed.js'

/** Lines of the table without its header; none of its cells has a line break. */
const rows = readFileSync('seed/supply/mining-and-steel.csv', 'utf8').trimEnd().split('\n').slice(1)
const supplies = relationships.filter(({ type }) => type === 'SUPPLIES')
/** The supplies of that table: no other begins with these suppliers and buyers from these pages. */
const written = supplies.filter(({ from, to, provenance }) =>
  rows.some((row) => row.startsWith(`${from},${to},`) && row.includes(`,${provenance.source},`)),
)

describe('supplies in mining and steel', () => {
  it('are those that were found, less those that were left out for a stated reason', () => {
    const found = 140
    const leftOut = { mayBeAPerson: 4, weakPage: 1, onlyAnIntent: 3 }
    // Rows that name more than one supplier or buyer, by how many supplies more they are.
    const severalEnds = [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1]
    // Rows that tell of two contracts, one after the other; and two rows of one page and one date, which are one supply.
    const twoContracts = 4
    const merged = 1
    const loaded = found - leftOut.mayBeAPerson - leftOut.weakPage - leftOut.onlyAnIntent
    expect(rows.length).toBe(loaded + severalEnds.reduce((sum, each) => sum + each, 0) + twoContracts - merged)
    expect(written.length).toBe(rows.length)
    const page = readFileSync('docs/data.md', 'utf8')
    expect(page).toContain(`| \`seed/supply/mining-and-steel.csv\` | ${found} | 4 | 1 | 3 | ${rows.length} |`)
  })

  it.each([
    ['establishment:lkab', 44],
    ['establishment:boliden', 23],
    ['establishment:ssab', 8],
    ['establishment:h2-green-steel', 18],
    ['firm:kaunis-iron', 9],
    ['firm:northland', 4],
  ])('to %s', (buyer, count) => {
    expect(written.filter(({ to }) => to === buyer).length).toBe(count)
  })

  it('have each a page with its address, and a category and words in both languages', () => {
    for (const { from, to, properties, provenance } of written) {
      const page = byId.get(provenance.source)?.properties
      expect(['OWN_PAGE', 'PAGE_OF_OTHERS', 'NEWS'], `${from} ${to}`).toContain(page?.kind)
      expect(page?.address, provenance.source).toMatch(/^[\w-]+(\.[\w-]+)+(\/[^…]*)?$/)
      expect(byId.get(String(properties.category))?.label).toBe('SupplyCategory')
      expect(properties.whatSv, `${from} ${to}`).toMatch(/\S/)
      expect(properties.whatEn, `${from} ${to}`).toMatch(/\S/)
    }
  })

  it('lead from no firm to itself', () => {
    expect(supplies.filter(({ from, to }) => from === to)).toEqual([])
  })

  it('that are over or ended have an end in the past, and those that run have none there', () => {
    const read = '2026-11-23'
    for (const { from, to, properties } of written) {
      const { supplyStatus, validTo } = properties
      if (supplyStatus === 'OVER' || supplyStatus === 'ENDED') expect(validTo, `${from} ${to}`).toBeDefined()
      if (supplyStatus === 'OVER' || supplyStatus === 'ENDED')
        expect(String(validTo) <= read, `${from} ${to}`).toBe(true)
      if (supplyStatus === 'RUNNING')
        expect(validTo === undefined || String(validTo) > read, `${from} ${to}`).toBe(true)
    }
  })
})

describe('firms that supply or buy', () => {
  const firms = nodes.filter(
    ({ label, id }) => label === 'Firm' && written.some((each) => each.from === id || each.to === id),
  )

  it('come each from a page', () => {
    expect(firms.length).toBe(104)
    for (const { id, provenance } of firms)
      expect(byId.get(provenance.source)?.properties.kind, id).not.toBe('ASSESSMENT')
  })

  it('are small or medium-sized only where a headcount says so', () => {
    const sized = firms.filter(({ properties }) => ['MICRO', 'SMALL', 'MEDIUM'].includes(String(properties.sizeClass)))
    expect(sized.filter(({ properties }) => properties.employees === undefined)).toEqual([])
  })

  it('are public bodies where they are municipalities', () => {
    expect(byId.get('firm:boden-kommun')?.properties.legalForm).toBe('PUBLIC_BODY')
  })
})

describe('chains that pages tell of', () => {
  it.each([
    'turovaaras-akeri bdx lkab-berg-betong establishment:lkab',
    'kauppi-entreprenad bdx lkab-berg-betong establishment:lkab',
    'lkab ssab',
    'lars-almgrunds-akeri euromining veidekke establishment:lkab',
    'tommys-last-vitafors euromining veidekke establishment:lkab',
    'gmk kiruna-wagon establishment:lkab',
    'kgs kiruna-wagon boliden',
    'elkoll kiruna-wagon lkab',
    'eurocon kiruna-wagon lkab',
    'jernbro lkab-mekaniska establishment:lkab',
    'layher brinkab establishment:lkab',
    'hercules-grundlaggning ncc establishment:boliden',
    'slp wist-last-buss kaunis-iron',
    'scania swerock northland',
    'tutco-sureheat midrex establishment:h2-green-steel',
    'tengbom strawberry establishment:ssab',
    'peab polar-structure boden-kommun',
  ])('%s', (chain) => {
    const ids = chain.split(' ').map((each) => (each.includes(':') ? each : `firm:${each}`))
    const missing = ids.slice(1).flatMap((buyer, index) => {
      const supplier = ids[index]
      return written.some(({ from, to }) => from === supplier && to === buyer) ? [] : [`${supplier} → ${buyer}`]
    })
    expect(missing).toEqual([])
  })

  it('hold together at one time from Turovaaras Åkeri to LKAB', () => {
    const on = '2019-06-01'
    const runs = (from: string, to: string) =>
      written.some(
        ({ from: supplier, to: buyer, properties: { validFrom = '', validTo = '9999' } }) =>
          supplier === from && buyer === to && String(validFrom) <= on && on <= String(validTo),
      )
    expect(runs('firm:turovaaras-akeri', 'firm:bdx')).toBe(true)
    expect(runs('firm:bdx', 'firm:lkab-berg-betong')).toBe(true)
    expect(runs('firm:lkab-berg-betong', 'establishment:lkab')).toBe(true)
  })
})
