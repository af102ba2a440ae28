import { expect, it } from 'vitest'
import { idsIn, toldFields } from '../../src/explorer/parts/told-fields.js'

const changed = (name: string, before: unknown, after: unknown) => ({
  ...{ name, before: before === null ? null : JSON.stringify(before) },
  after: after === null ? null : JSON.stringify(after),
})
const order = ['nameSv', 'from', 'to', 'minAmount', 'expectedJobs', 'otherNames']

it('fields come in their order, without what follows from others', () => {
  const { fields } = toldFields(
    [
      changed('minAmount', 200_000, 300_000),
      changed('from', null, '2026-09-01'),
      changed('fromPrecision', null, 'MONTH'),
      changed('fromText', null, '2026-09'),
      changed('startsOn', null, '2026-09-01'),
      changed('nameSv', 'Provlån', 'Provlånet'),
      changed('otherNames', null, ['Provlån']),
      changed('otherNamesSince', null, ['']),
    ],
    order,
  )
  expect(fields).toEqual([
    { name: 'nameSv', before: 'Provlån', after: 'Provlånet' },
    { name: 'from', before: null, after: '2026-09' },
    { name: 'minAmount', before: 200_000, after: 300_000 },
    { name: 'otherNames', before: null, after: ['Provlån'] },
  ])
})

it("a source's own words for a date are told beside it", () => {
  const { fields } = toldFields([changed('from', null, '2026-09-01'), changed('fromText', null, 'i höst')], order)
  expect(fields.map(({ name }) => name)).toEqual(['from', 'fromText'])
})

it('jobs are told with their years', () => {
  const { fields } = toldFields(
    [changed('expectedJobs', null, [50, 200]), changed('expectedYears', null, [2022, 2023])],
    order,
  )
  expect(fields).toEqual([{ name: 'expectedJobs', before: null, after: ['2022: 50', '2023: 200'] }])
})

it('relationships are new, end, are gone, or say something else, and are told from the right end', () => {
  const { ties } = toldFields(
    [
      changed('OFFERS actor:one', null, {}),
      changed('MEETS need:finance', { strength: 'CORE' }, { strength: 'CORE', validTo: '2026-11-29' }),
      changed('COVERS county:one', {}, null),
      changed('PROCURES category:welding OPERATION', { phase: 'OPERATION' }, { phase: 'RAMP_UP' }),
    ],
    order,
  )
  expect(ties.map(({ type, end, direction, became, until }) => [type, end, direction, became, until])).toEqual([
    ['OFFERS', 'actor:one', 'IN', 'ADDED', null],
    ['MEETS', 'need:finance', 'OUT', 'ENDED', '2026-11-29'],
    ['COVERS', 'county:one', 'OUT', 'GONE', null],
    ['PROCURES', 'category:welding', 'OUT', 'OTHER', null],
  ])
  expect(ties[1]?.properties).toEqual([])
  expect(ties[3]?.properties).toEqual([{ name: 'phase', before: 'OPERATION', after: 'RAMP_UP' }])
})

it('what is named by id is found once, in fields and relationships', () => {
  const told = toldFields(
    [changed('excludedPlaces', null, ['municipality:1', 'municipality:2']), changed('COVERS municipality:1', null, {})],
    order,
  )
  expect([...idsIn([told])].toSorted()).toEqual(['municipality:1', 'municipality:2'])
})
