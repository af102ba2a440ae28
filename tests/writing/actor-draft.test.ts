import { describe, expect, it } from 'vitest'
import type { CreateSupportActorInput, UpdateSupportActorInput } from '../../src/generated/resolvers.js'
import { createdActor, endedActor, updatedActor } from '../../src/writing/drafts/actor-draft.js'
import { refusal, refusedArgument } from './refusals.js'

const office: CreateSupportActorInput = { nameSv: 'Provkontoret', kind: 'BUSINESS_OFFICE' }
const updated = (more: Partial<UpdateSupportActorInput>) =>
  updatedActor({ id: 'actor:a', revision: 1, ...more }, '2026-11-30')

describe('a new support actor', () => {
  it('is said in the form in which it is stored', () => {
    const draft = createdActor({
      ...office,
      organisationNumber: '559900-0014',
      otherNames: [{ name: 'Gamla kontoret', until: '2019' }],
      buysFor: ['establishment:a'],
      locatedIn: ['municipality:2582', 'county:25'],
      serves: [{ id: 'municipality:2582', validFrom: '2026-01-01' }, { id: 'size-class:small' }],
      helpsWith: [{ need: 'need:finance', strength: 'CORE', ifExporting: true }],
      provides: ['area:growth-and-finance'],
      locator: 'page 3',
    })
    expect(draft.values).toEqual({
      ...{ nameSv: 'Provkontoret', kind: 'BUSINESS_OFFICE', organisationNumber: '5599000014' },
      otherNames: ['Gamla kontoret'],
      otherNamesSince: [''],
      otherNamesUntil: ['2019-12-31'],
      otherNamesSources: ['source:'],
      otherNamesLocators: ['page 3'],
      buysFor: ['establishment:a'],
    })
    expect(draft.ties.map(({ type, end, values }) => [type, end, values])).toEqual([
      ['LOCATED_IN', 'municipality:2582', { rank: 1 }],
      ['LOCATED_IN', 'county:25', { rank: 2 }],
      ['SERVES', 'municipality:2582', { validFrom: '2026-01-01' }],
      ['SERVES', 'size-class:small', {}],
      ['HELPS_WITH', 'need:finance', { strength: 'CORE', ifExporting: true }],
      ['PROVIDES', 'area:growth-and-finance', {}],
    ])
  })

  it.each<[string, Partial<CreateSupportActorInput>]>([
    ['input.organisationNumber', { organisationNumber: '5599000015' }],
    ['input.organisationNumber', { organisationNumber: '' }],
    ['input.otherNames[0].name', { otherNames: [{ name: '' }] }],
    ['input.otherNames[0].since', { otherNames: [{ name: 'A', since: 'long ago' }] }],
    ['input.otherNames[0].until', { otherNames: [{ name: 'A', since: '2020', until: '2019' }] }],
    ['input.buysFor[0]', { buysFor: ['firm:5599000014'] }],
    ['input.locatedIn[0]', { locatedIn: ['country:SE'] }],
    ['input.serves[0].id', { serves: [{ id: 'need:finance' }] }],
    ['input.serves[1].id', { serves: [{ id: 'county:25' }, { id: 'county:25', validFrom: '2026-01-01' }] }],
    ['input.serves[0].validTo', { serves: [{ id: 'county:25', validFrom: '2026-02-01', validTo: '2026-01-31' }] }],
    ['input.helpsWith[0].need', { helpsWith: [{ need: 'area:a', strength: 'SIDE' }] }],
    ['input.provides[0]', { provides: ['need:finance'] }],
    ['input.mailbox', { mailbox: 'info@example.org' }],
    ['input.nameSv', { nameSv: '' }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => createdActor({ ...office, ...more }))).toBe(argument)
  })

  it("is not told which number it gave where that can be a person's", () => {
    const given = '811218-9876'
    const { argument, message } = refusal(() => createdActor({ ...office, organisationNumber: given })) ?? {}
    expect([argument, message?.includes('9876')]).toEqual(['input.organisationNumber', false])
  })
})

describe('what is said anew of a support actor', () => {
  it('empties other names and contacts as a whole', () => {
    const { values, emptied } = updated({ otherNames: null, mailbox: null, telephone: null, url: null })
    expect(values).toEqual({})
    expect(emptied).toEqual(
      expect.arrayContaining(['otherNames', 'otherNamesLocators', 'address', 'addressSource', 'contactSource']),
    )
  })

  it('takes whom it is for away by id', () => {
    const { ties } = updated({
      serves: { end: ['county:25'] },
      helpsWith: { end: ['need:finance'] },
      asOf: '2026-01-01',
    })
    expect(ties.map(({ does, type, end, values }) => [does, type, end, values])).toEqual([
      ['END', 'SERVES', 'county:25', { validTo: '2025-12-31' }],
      ['END', 'HELPS_WITH', 'need:finance', { validTo: '2025-12-31' }],
    ])
  })

  it.each<[string, Partial<UpdateSupportActorInput>]>([
    ['input', {}],
    ['input.kind', { kind: null }],
    ['input.id', { id: 'initiative:a', nameSv: 'A' }],
    ['input.serves.end[0]', { serves: { end: ['need:finance'] } }],
    ['input.provides.add[1]', { provides: { add: ['area:a', 'area:a'] } }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => updated(more))).toBe(argument)
  })
})

it('an actor ends as such', () => {
  expect(endedActor({ id: 'actor:a', on: '2027-01-01' }).endsOn).toBe('2027-01-01')
  expect(refusedArgument(() => endedActor({ id: 'firm:a', on: '2027-01-01' }))).toBe('input.id')
})
