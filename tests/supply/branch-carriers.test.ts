import fc from 'fast-check'
import { expect, it } from 'vitest'
import { branchCarriers, type SupplyLink } from '../../src/supply/branch-carriers.js'

const link = (supplier: string, buyer: string): SupplyLink => ({ supplier, buyer })

function reaching(end: string, links: readonly SupplyLink[], gone: string | null): Set<string> {
  const found = new Set([end])
  for (let changed = true; changed; ) {
    changed = false
    for (const { supplier, buyer } of links) {
      if (supplier === gone || !found.has(buyer) || found.has(supplier)) continue
      found.add(supplier)
      changed = true
    }
  }
  return found
}

it('counts those behind a firm, but not those that have another way', () => {
  const links = [link('a', 'end'), link('b', 'end'), link('c', 'a'), link('d', 'c'), link('e', 'a'), link('e', 'b')]
  expect(branchCarriers('end', links)).toEqual([
    { firm: 'a', firms: 2 },
    { firm: 'c', firms: 1 },
  ])
})

it('is not misled by firms that supply one another', () => {
  const links = [link('a', 'end'), link('b', 'a'), link('c', 'b'), link('b', 'c'), link('end', 'c'), link('x', 'y')]
  expect(branchCarriers('end', links)).toEqual([
    { firm: 'a', firms: 2 },
    { firm: 'b', firms: 1 },
  ])
})

it('agrees with taking each firm away in turn', () => {
  const firm = fc.integer({ min: 0, max: 24 }).map(String)
  fc.assert(
    fc.property(fc.array(fc.record({ supplier: firm, buyer: firm }), { maxLength: 60 }), (links) => {
      const all = reaching('0', links, null)
      const expected = [...all]
        .filter((each) => each !== '0')
        .map((each) => ({ firm: each, firms: all.size - reaching('0', links, each).size - 1 }))
        .filter(({ firms }) => firms > 0)
      const byFirm = (rows: readonly { firm: string }[]) =>
        rows.toSorted((left, right) => (left.firm < right.firm ? -1 : 1))
      expect(byFirm(branchCarriers('0', links))).toEqual(byFirm(expected))
    }),
    { numRuns: 2_000 },
  )
})

it('walks a chain of thousands', () => {
  const links = Array.from({ length: 5_000 }, (_, index) => link(String(index + 1), String(index)))
  expect(branchCarriers('0', links).at(0)).toEqual({ firm: '1', firms: 4_999 })
})
