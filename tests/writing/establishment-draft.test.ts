import { describe, expect, it } from 'vitest'
import type { CreateEstablishmentInput, UpdateEstablishmentInput } from '../../src/generated/resolvers.js'
import { createdClaim, updatedClaim } from '../../src/writing/drafts/claim-draft.js'
import { createdEstablishment, updatedEstablishment } from '../../src/writing/drafts/establishment-draft.js'
import { refusedArgument } from './refusals.js'

const mill: CreateEstablishmentInput = {
  ...{ nameSv: 'Provverket', nameEn: 'Trial mill', sector: 'sector:sni2007-C24', county: 'county:25' },
  jobs: [
    { year: 2028, jobs: 100 },
    { year: 2027, jobs: 20 },
  ],
}
const updated = (more: Partial<UpdateEstablishmentInput>) =>
  updatedEstablishment({ id: 'establishment:a', revision: 1, ...more }, '2026-11-30')

describe('a new venture', () => {
  it('has its jobs by year with their sum, its sites in their order, and phases of its own', () => {
    const draft = createdEstablishment({
      ...{ ...mill, operator: 'firm:5599000014', municipalities: ['municipality:2582', 'municipality:2580'] },
      procures: [{ category: 'category:welding', phase: 'CONSTRUCTION' }, { category: 'category:welding' }],
      requires: [{ requirement: 'requirement:a', saidBy: 'BUYERS' }],
      phases: [
        { kind: 'CONSTRUCTION', status: 'EXPECTED', from: '2027', to: '2028-06' },
        { kind: 'OPERATION', status: 'EXPECTED', nameSv: 'Full drift', from: '2028-07-01' },
      ],
      reason: 'Decided',
    })
    expect(draft.values).toEqual({
      ...{ nameSv: 'Provverket', nameEn: 'Trial mill' },
      ...{ expectedYears: [2027, 2028], expectedJobs: [20, 100], totalJobs: 120 },
    })
    expect(draft.ties.map(({ type, end, key, values }) => [type, end, key, values])).toEqual([
      ['OPERATED_BY', 'firm:5599000014', '', {}],
      ['IN_SECTOR', 'sector:sni2007-C24', '', {}],
      ['COUNTED_IN', 'county:25', '', {}],
      ['LOCATED_IN', 'municipality:2582', '', { rank: 1 }],
      ['LOCATED_IN', 'municipality:2580', '', { rank: 2 }],
      ['PROCURES', 'category:welding', 'CONSTRUCTION', { phase: 'CONSTRUCTION' }],
      ['PROCURES', 'category:welding', '', {}],
      ['REQUIRES', 'requirement:a', '', { saidBy: 'BUYERS' }],
    ])
    expect(draft.parts?.map(({ label, operation, values, reason }) => [label, operation, values, reason])).toEqual([
      [
        ...['Phase', 'CREATE'],
        {
          ...{ nameSv: 'Provverket: byggande', nameEn: 'Trial mill: construction' },
          ...{ kind: 'CONSTRUCTION', status: 'EXPECTED' },
          ...{ from: '2027-01-01', fromPrecision: 'YEAR', fromText: '2027', startsOn: '2027-01-01' },
          ...{ to: '2028-06-01', toPrecision: 'MONTH', toText: '2028-06', endsOn: '2028-06-30' },
        },
        'Decided',
      ],
      [
        ...['Phase', 'CREATE'],
        {
          ...{ nameSv: 'Full drift', kind: 'OPERATION', status: 'EXPECTED' },
          ...{ from: '2028-07-01', fromPrecision: 'DAY', fromText: '2028-07-01', startsOn: '2028-07-01' },
        },
        'Decided',
      ],
    ])
  })

  it.each<[string, Partial<CreateEstablishmentInput>]>([
    ['input.jobs', { jobs: [] }],
    [
      'input.jobs[1].year',
      {
        jobs: [
          { year: 2027, jobs: 1 },
          { year: 2027, jobs: 2 },
        ],
      },
    ],
    ['input.jobs[0].jobs', { jobs: [{ year: 2027, jobs: -1 }] }],
    ['input.jobs[0].year', { jobs: [{ year: 27, jobs: 1 }] }],
    ['input.sector', { sector: 'county:25' }],
    ['input.county', { county: 'municipality:2582' }],
    ['input.operator', { operator: 'actor:a' }],
    ['input.municipalities[0]', { municipalities: ['county:25'] }],
    ['input.procures[1].category', { procures: [{ category: 'category:a' }, { category: 'category:a' }] }],
    ['input.requires[0].requirement', { requires: [{ requirement: 'need:a' }] }],
    ['input.phases[0].from', { phases: [{ kind: 'OPERATION', status: 'EXPECTED', from: 'soon' }] }],
    ['input.phases[0].to', { phases: [{ kind: 'OPERATION', status: 'EXPECTED', from: '2028', to: '2027' }] }],
    ['input.nameEn', { nameEn: '' }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => createdEstablishment({ ...mill, ...more }))).toBe(argument)
  })
})

describe('what is said anew of a venture', () => {
  it('adds, changes and ends phases', () => {
    const { parts, values } = updated({
      phases: {
        add: [{ kind: 'PLANNING', status: 'UNDER_WAY' }],
        change: [{ id: 'phase:a', status: 'POSTPONED', to: null }],
        end: ['phase:b'],
      },
    })
    expect(values).toEqual({})
    expect(
      parts?.map(({ operation, id, values: said, emptied, endsOn }) => [operation, id, said, emptied, endsOn]),
    ).toEqual([
      ['CREATE', null, { nameSv: 'planering', nameEn: 'planning', kind: 'PLANNING', status: 'UNDER_WAY' }, [], null],
      ['UPDATE', 'phase:a', { status: 'POSTPONED' }, ['to', 'toPrecision', 'toText', 'endsOn'], null],
      ['END', 'phase:b', {}, [], '2026-11-30'],
    ])
  })

  it.each<[string, Partial<UpdateEstablishmentInput>]>([
    ['input', { phases: {} }],
    ['input.jobs', { jobs: null }],
    ['input.phases.change[0].id', { phases: { change: [{ id: 'establishment:a', status: 'ENDED' }] } }],
    ['input.phases.change[0].kind', { phases: { change: [{ id: 'phase:a', kind: null }] } }],
    ['input.phases.end[0]', { phases: { end: ['need:a'] } }],
    ['input.phases', { phases: { change: [{ id: 'phase:a', status: 'ENDED' }], end: ['phase:a'] } }],
    ['input.operators.add[0]', { operators: { add: ['actor:a'] } }],
    ['input.procures.end[0].category', { procures: { end: [{ category: 'need:a' }] } }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => updated(more))).toBe(argument)
  })
})

describe('a claim', () => {
  it('is called by what it states', () => {
    const { values, ties } = createdClaim({
      ...{ statementSv: 'Tusen jobb', value: 1_000, unit: 'jobb', saidBy: 'BUYERS' },
      ...{ about: ['establishment:a', 'county:25'], contradicts: ['claim:a'] },
    })
    expect(values).toEqual({
      ...{ statementSv: 'Tusen jobb', nameSv: 'Tusen jobb', value: 1_000, unit: 'jobb', saidBy: 'BUYERS' },
    })
    expect(ties.map(({ type, end }) => `${type} ${end}`)).toEqual([
      ...['ABOUT establishment:a', 'ABOUT county:25', 'CONTRADICTS claim:a'],
    ])
  })

  it('loses what is null', () => {
    const { emptied } = updatedClaim({ id: 'claim:a', revision: 1, statementEn: null, value: null }, '2026-11-30')
    expect(emptied).toEqual(['statementEn', 'nameEn', 'value'])
  })

  it('is refused without anything that it is about, and about what is no id', () => {
    expect(refusedArgument(() => createdClaim({ statementSv: 'A', about: [] }))).toBe('input.about')
    expect(refusedArgument(() => createdClaim({ statementSv: 'A', about: ['everything'] }))).toBe('input.about[0]')
    expect(refusedArgument(() => createdClaim({ statementSv: 'A', about: ['need:a'], contradicts: ['need:a'] }))).toBe(
      'input.contradicts[0]',
    )
    expect(refusedArgument(() => createdClaim({ statementSv: '', about: ['need:a'] }))).toBe('input.statementSv')
  })
})
