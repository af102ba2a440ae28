import { describe, expect, it } from 'vitest'
import type { CreateInitiativeInput, UpdateInitiativeInput } from '../../src/generated/resolvers.js'
import { createdInitiative, endedInitiative, updatedInitiative } from '../../src/writing/drafts/initiative-draft.js'
import { refusal, refusedArgument } from './refusals.js'

const loan: CreateInitiativeInput = {
  nameSv: 'Provlån',
  nameEn: 'Trial loan',
  kind: 'LOAN',
  help: ['LOAN'],
  from: '2026-09-01',
  offeredBy: ['actor:norrlandsfonden'],
  covers: ['county:25'],
  meets: [{ need: 'need:finance', strength: 'CORE' }],
  addresses: ['area:growth-and-finance'],
  terms: { minAmount: 200_000, maxShare: 0.5 },
  source: { title: 'Own page', publisher: 'Norrlandsfonden', url: 'https://example.org/provlan', year: 2026 },
  reason: 'New this autumn',
}
const update = (more: Partial<UpdateInitiativeInput>): UpdateInitiativeInput => ({
  ...{ id: 'initiative:a', revision: 3 },
  ...more,
})
const updated = (more: Partial<UpdateInitiativeInput>) => updatedInitiative(update(more), '2026-11-30')

describe('a new initiative', () => {
  it('is said in the form in which it is stored', () => {
    expect(createdInitiative(loan)).toEqual({
      operation: 'CREATE',
      label: 'Initiative',
      id: null,
      revision: null,
      values: {
        nameSv: 'Provlån',
        nameEn: 'Trial loan',
        kind: 'LOAN',
        help: ['LOAN'],
        from: '2026-09-01',
        fromPrecision: 'DAY',
        fromText: '2026-09-01',
        startsOn: '2026-09-01',
        minAmount: 200_000,
        maxShare: 0.5,
        amountOf: 'SUPPORT',
      },
      emptied: [],
      ties: [
        tie('OFFERS', 'IN', 'actor:norrlandsfonden', 'input.offeredBy[0]'),
        tie('COVERS', 'OUT', 'county:25', 'input.covers[0]'),
        tie('ADDRESSES', 'OUT', 'area:growth-and-finance', 'input.addresses[0]'),
        tie('MEETS', 'OUT', 'need:finance', 'input.meets[0].need', { strength: 'CORE' }),
      ],
      endsOn: null,
      source: { title: 'Own page', publisher: 'Norrlandsfonden', url: 'https://example.org/provlan', year: 2026 },
      locator: null,
      asOf: null,
      reason: 'New this autumn',
    })
  })

  it('says nothing of what is null, false or an empty list', () => {
    const bare = createdInitiative({
      ...{ nameEn: 'A', kind: 'ADVICE', descriptionSv: null, help: [], proposed: false, from: null, url: null },
      ...{ terms: { forExporters: false, minAmount: null, otherTermsSv: [] }, offeredBy: null, meets: [] },
    })
    expect([bare.values, bare.emptied, bare.ties]).toEqual([{ nameEn: 'A', kind: 'ADVICE' }, [], []])
  })

  it('keeps flags of a need that hold, and the days that it holds for', () => {
    const [meets] = createdInitiative({
      ...{ nameSv: 'A', kind: 'GRANT' },
      meets: [
        {
          ...{ need: 'need:finance', strength: 'SIDE', viaBuyer: true, ifExporting: false, largeScale: null },
          ...{ reservations: ['EMPLOYEE_APPLIES'], validFrom: '2026-01-01', validTo: '2026-12-31' },
        },
      ],
    }).ties
    expect(meets?.values).toEqual({
      ...{ strength: 'SIDE', viaBuyer: true, reservations: ['EMPLOYEE_APPLIES'] },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    })
  })

  it('has an address and a mailbox from the page that is its source', () => {
    const { values } = createdInitiative({
      ...loan,
      ...{ url: 'https://example.org/', mailbox: 'info@example.org', telephone: '0920-123 45' },
    })
    expect(values).toMatchObject({
      ...{ address: 'example.org', addressSource: 'source:', mailbox: 'info@example.org' },
      ...{ telephone: '0920-123 45', contactSource: 'source:' },
    })
  })

  it.each<[string, Partial<CreateInitiativeInput>]>([
    ['input.nameSv', { nameSv: '' }],
    ['input.descriptionEn', { descriptionEn: ' ' }],
    ['input.from', { from: 'next year' }],
    ['input.from', { from: '2026-02-30' }],
    ['input.to', { to: '2026-08-31' }],
    ['input.toText', { toText: 'until further notice' }],
    ['input.terms.maxShare', { terms: { maxShare: 1.5 } }],
    ['input.terms.minAmount', { terms: { minAmount: 2, maxAmount: 1 } }],
    ['input.terms.minEmployees', { terms: { minEmployees: -1 } }],
    ['input.terms.otherTermsSv', { terms: { otherTermsSv: ['a', 'b'], otherTermsEn: ['a'] } }],
    ['input.terms.otherTermsSv[1]', { terms: { otherTermsSv: ['a', ''] } }],
    ['input.terms.excludedPlaces[0]', { terms: { excludedPlaces: ['need:finance'] } }],
    ['input.meets[0].need', { meets: [{ need: 'area:growth-and-finance', strength: 'CORE' }] }],
    [
      'input.meets[1].need',
      {
        meets: [
          { need: 'need:finance', strength: 'CORE' },
          { need: 'need:finance', strength: 'SIDE' },
        ],
      },
    ],
    [
      'input.meets[0].validTo',
      { meets: [{ need: 'need:a', strength: 'CORE', validFrom: '2026-02-01', validTo: '2026-01-01' }] },
    ],
    ['input.offeredBy[0]', { offeredBy: ['firm:5599000014'] }],
    ['input.offeredBy[1]', { offeredBy: ['actor:a', 'actor:a'] }],
    ['input.fundedBy[0]', { fundedBy: ['municipality:2580'] }],
    ['input.covers[0]', { covers: ['norrbotten'] }],
    ['input.targets[0]', { targets: ['need:finance'] }],
    ['input.addresses[0]', { addresses: ['need:finance'] }],
    ['input.replacedBy[0]', { replacedBy: ['firm:5599000014'] }],
    ['input.url', { url: 'example' }],
    ['input.url', { url: 'ftp://example.org' }],
    ['input.url', { url: 'https://anna:secret@example.org' }],
    ['input.mailbox', { mailbox: 'info' }],
    ['input.mailbox', { mailbox: 'anna.andersson@example.org' }],
    ['input.mailbox', { mailbox: 'info@example.org', source: null }],
    ['input.telephone', { telephone: 'ring' }],
    ['input.telephone', { telephone: '0920-123 45', source: { title: 'A letter' } }],
    ['input.source.title', { source: { title: '' } }],
    ['input.source.url', { source: { title: 'A', url: 'nowhere' } }],
    ['input.source.year', { source: { title: 'A', year: 26 } }],
  ])('is refused at %s', (argument, more) => {
    expect(refusedArgument(() => createdInitiative({ ...loan, ...more }))).toBe(argument)
  })

  it('says which ids a relationship takes', () => {
    const meets = [{ need: 'area:growth-and-finance', strength: 'CORE' }] as const
    expect(refusal(() => createdInitiative({ ...loan, meets }))?.message).toMatch(
      /^input\.meets\[0\]\.need takes an id that begins with need:/,
    )
  })

  it('takes a mailbox that reads like a name where it is confirmed', () => {
    const mailbox = 'anna.andersson@example.org'
    expect(refusal(() => createdInitiative({ ...loan, mailbox }))?.message).toMatch(/confirmMailbox: true/)
    expect(createdInitiative({ ...loan, mailbox, confirmMailbox: true }).values.mailbox).toBe(mailbox)
  })

  it('has at most a thousand relationships', () => {
    const covers = Array.from({ length: 1_000 }, (_, index) => `municipality:${index}`)
    const { offeredBy: _, addresses: __, meets: ___, ...bare } = loan
    expect(createdInitiative({ ...bare, covers }).ties).toHaveLength(1_000)
    expect(refusedArgument(() => createdInitiative({ ...bare, covers, offeredBy: ['actor:a'] }))).toBe('over 1000')
  })
})

describe('what is said anew of an initiative', () => {
  it('leaves what is left out, and empties what is null', () => {
    const draft = updated({
      nameEn: null,
      to: null,
      terms: { minAmount: 300_000, maxShare: null, forExporters: false },
    })
    expect(draft.values).toEqual({ minAmount: 300_000 })
    expect(draft.emptied.toSorted()).toEqual(
      ['endsOn', 'forExporters', 'maxShare', 'nameEn', 'to', 'toPrecision', 'toText'].toSorted(),
    )
    expect([draft.id, draft.revision, draft.operation]).toEqual(['initiative:a', 3, 'UPDATE'])
  })

  it('empties all terms at once', () => {
    const { emptied } = updated({ terms: null })
    expect(emptied).toEqual(expect.arrayContaining(['minAmount', 'amountOf', 'excludedPlaces', 'presupposesEn']))
  })

  it('says no longer of relationships that they hold, from its day on or from today on', () => {
    const end = { meets: { end: ['need:finance'] }, covers: { add: ['county:24'], end: ['county:25'] } }
    expect(updated(end).ties.map(({ does, end: id, values }) => [does, id, values])).toEqual([
      ['ADD', 'county:24', {}],
      ['END', 'county:25', { validTo: '2026-11-29' }],
      ['END', 'need:finance', { validTo: '2026-11-29' }],
    ])
    expect(updated({ ...end, asOf: '2026-03-01' }).ties[1]?.values).toEqual({ validTo: '2026-02-28' })
  })

  it.each<[string, Partial<UpdateInitiativeInput>]>([
    ['input', {}],
    ['input', { reason: 'Only a reason', covers: { add: [] } }],
    ['input.id', { id: 'actor:norrlandsfonden', nameSv: 'A' }],
    ['input.kind', { kind: null }],
    ['input.nameSv', { nameSv: '' }],
    ['input.to', { from: '2026', to: '2025' }],
    ['input.fromText', { fromText: 'this autumn' }],
    ['input.covers.end[0]', { covers: { add: ['county:25'], end: ['county:25'] } }],
    ['input.meets.end[0]', { meets: { end: ['actor:a'] } }],
    ['input.meets.add[0].need', { meets: { add: [{ need: 'nothing', strength: 'CORE' }] } }],
  ])('is refused at %s: %j', (argument, more) => {
    expect(refusedArgument(() => updated(more))).toBe(argument)
  })
})

describe('the end of an initiative', () => {
  it('is a day', () => {
    const draft = endedInitiative({ id: 'initiative:a', on: '2026-11-01', reason: 'Closed' })
    expect(draft).toMatchObject({
      operation: 'END',
      id: 'initiative:a',
      endsOn: '2026-11-01',
      revision: null,
      values: {},
    })
  })

  it('is of an initiative', () => {
    expect(refusedArgument(() => endedInitiative({ id: 'actor:a', on: '2026-11-01' }))).toBe('input.id')
  })
})

/** A relationship that is said to hold. */
const tie = (type: string, direction: string, end: string, argument: string, values = {}) => ({
  ...{ does: 'ADD', type, direction, end, argument, values, key: '', isKeyedBySource: false },
})
