import { describe, expect, it } from 'vitest'
import type { CreateFirmInput, UpdateFirmInput } from '../../src/generated/resolvers.js'
import { createdFirm, endedFirm, updatedFirm } from '../../src/writing/drafts/firm-draft.js'
import { edition } from '../edition.js'
import { refusal, refusedArgument } from './refusals.js'

const numbered: CreateFirmInput = { organisationNumber: '5599000014', name: 'Prov Svets AB' }
const unnumbered: CreateFirmInput = { name: 'Provsvets', legalForm: 'LIMITED_COMPANY' }
const created = (input: CreateFirmInput) => createdFirm(input, edition)
const updated = (more: Partial<UpdateFirmInput>) =>
  updatedFirm({ id: 'firm:5599000014', revision: 1, ...more }, edition, '2026-11-30')

describe('a new firm', () => {
  it('has the id that its number makes, and its codes with the sectors that they lie in', () => {
    const draft = created({
      ...{ ...numbered, organisationNumber: '559900-0014', municipality: 'municipality:2582' },
      ...{ sni: ['25.110', 'C25', '25110'], employees: 12, turnover: 30.5, asOf: '2026-06-30' },
    })
    expect([draft.id, draft.asOf, draft.values]).toEqual([
      'firm:5599000014',
      '2026-06-30',
      {
        ...{ organisationNumber: '5599000014', name: 'Prov Svets AB', employees: 12, turnover: 30.5 },
        ...{ municipality: 'municipality:2582', sni: ['25110', '25'], sectors: ['sector:sni2007-C25'] },
      },
    ])
  })

  it('has no id of its own without a number, and its legal form', () => {
    const { id, values } = created(unnumbered)
    expect([id, values]).toEqual([null, { name: 'Provsvets', legalForm: 'LIMITED_COMPANY' }])
  })

  it('supplies, can supply, needs and fulfils', () => {
    const { ties } = created({
      ...{ ...numbered, canSupply: ['category:welding'], needs: ['need:finance'] },
      requirements: [{ requirement: 'requirement:a', status: 'LACKING' }],
      suppliesTo: [
        {
          buyer: 'establishment:a',
          category: 'category:welding',
          phase: 'CONSTRUCTION',
          since: '2026-01-01',
          value: 3,
        },
        { buyer: 'establishment:a', category: 'category:welding', phase: 'OPERATION', until: '2026-12-31' },
        { buyer: 'firm:5599000022' },
      ],
    })
    expect(
      ties.map(({ type, end, key, isKeyedBySource, values }) => [type, end, key, isKeyedBySource, values]),
    ).toEqual([
      ['CAN_SUPPLY', 'category:welding', '', false, {}],
      ['HAS_NEED', 'need:finance', '', false, {}],
      ['FULFILS', 'requirement:a', '', false, { status: 'LACKING' }],
      [
        ...['SUPPLIES', 'establishment:a', 'category:welding CONSTRUCTION 2026-01-01', true],
        { category: 'category:welding', phase: 'CONSTRUCTION', since: '2026-01-01', value: 3 },
      ],
      [
        ...['SUPPLIES', 'establishment:a', 'category:welding OPERATION ', true],
        { category: 'category:welding', phase: 'OPERATION', until: '2026-12-31' },
      ],
      ['SUPPLIES', 'firm:5599000022', '  ', true, {}],
    ])
  })

  it.each<[string, Partial<CreateFirmInput>]>([
    ['input.organisationNumber', { organisationNumber: '5599000015' }],
    ['input.organisationNumber', { organisationNumber: '55990' }],
    ['input.legalForm', { organisationNumber: null }],
    ['input.organisationNumber', { organisationNumber: '' }],
    ['input.legalForm', { legalForm: 'SOLE_TRADER' }],
    ['input.name', { name: '' }],
    ['input.name', { name: 'Svets i Boden enskild firma' }],
    ['input.name', { name: 'Enskild näringsidkare Svets' }],
    ['input.municipality', { municipality: 'county:25' }],
    ['input.sni[1]', { sni: ['25.110', '25.450'] }],
    ['input.sni[0]', { sni: ['welding'] }],
    ['input.sni[0]', { sni: ['25.110, 25.620'] }],
    ['input.sni[0]', { sni: [''] }],
    ['input.employees', { employees: -1 }],
    ['input.turnover', { turnover: -0.1 }],
    ['input.canSupply[0]', { canSupply: ['need:finance'] }],
    ['input.needs[1]', { needs: ['need:finance', 'need:finance'] }],
    ['input.requirements[0].requirement', { requirements: [{ requirement: 'need:a', status: 'FULFILLED' }] }],
    ['input.suppliesTo[0].buyer', { suppliesTo: [{ buyer: 'actor:a' }] }],
    ['input.suppliesTo[0].category', { suppliesTo: [{ buyer: 'firm:5599000022', category: 'welding' }] }],
    ['input.suppliesTo[0].currency', { suppliesTo: [{ buyer: 'firm:5599000022', currency: 'kronor' }] }],
    ['input.suppliesTo[0].value', { suppliesTo: [{ buyer: 'firm:5599000022', value: -1 }] }],
    [
      'input.suppliesTo[0].until',
      { suppliesTo: [{ buyer: 'firm:5599000022', since: '2026-02-01', until: '2026-01-01' }] },
    ],
    [
      'input.suppliesTo[1].buyer',
      { suppliesTo: [{ buyer: 'firm:5599000022' }, { buyer: 'firm:5599000022', value: 1 }] },
    ],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => created({ ...numbered, ...more }))).toBe(argument)
  })

  it('is told in words that a sole trader is a person', () => {
    expect(refusal(() => created({ ...unnumbered, legalForm: 'SOLE_TRADER' }))?.message).toMatch(/a person/)
  })

  it("is not told which number it gave where that can be a person's", () => {
    const { argument, message } = refusal(() => created({ ...numbered, organisationNumber: '811218-9876' })) ?? {}
    expect([argument, message?.includes('9876')]).toEqual(['input.organisationNumber', false])
  })
})

describe('what is said anew of a firm', () => {
  it('leaves what is left out, and empties what is null', () => {
    const { values, emptied } = updated({ employees: 40, sni: null, municipality: null })
    expect([values, emptied]).toEqual([{ employees: 40 }, ['municipality', 'sni', 'sectors']])
  })

  it('ends a supply by what tells it from others', () => {
    const { ties } = updated({
      asOf: '2026-10-01',
      requirements: { end: ['requirement:a'] },
      suppliesTo: { end: [{ buyer: 'establishment:a', category: 'category:welding', since: '2026-01-01' }] },
    })
    expect(ties.map(({ does, type, key, values }) => [does, type, key, values])).toEqual([
      ['END', 'FULFILS', '', { validTo: '2026-09-30' }],
      ['END', 'SUPPLIES', 'category:welding  2026-01-01', { until: '2026-09-30' }],
    ])
  })

  it('gives a number to one that had none, and none to another', () => {
    const number = '5599000014'
    const of = (id: string, organisationNumber: string | null) => () =>
      updated({ id, organisationNumber, employees: 1 })
    expect(of('firm:provsvets', number)().values.organisationNumber).toBe(number)
    expect(of('firm:5599000014', number)().values.organisationNumber).toBe(number)
    expect(refusedArgument(of('firm:5599000014', '5599000022'))).toBe('input.organisationNumber')
    expect(refusedArgument(of('firm:5599000014', null))).toBe('input.organisationNumber')
  })

  it.each<[string, Partial<UpdateFirmInput>]>([
    ['input', {}],
    ['input.name', { name: null }],
    ['input.id', { id: 'actor:a', employees: 1 }],
    ['input.legalForm', { legalForm: 'SOLE_TRADER' }],
    ['input.needs.end[0]', { needs: { end: ['category:welding'] } }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => updated(more))).toBe(argument)
  })
})

it('a firm ends as such', () => {
  expect(endedFirm({ id: 'firm:5599000014', on: '2027-01-01' }).endsOn).toBe('2027-01-01')
  expect(refusedArgument(() => endedFirm({ id: 'actor:a', on: '2027-01-01' }))).toBe('input.id')
})
