import { describe, expect, it } from 'vitest'
import type { Properties } from '../../src/graph/elements.js'
import type { NodeLabel } from '../../src/graph/vocabulary.js'
import { ownSource, withOwnSource } from '../../src/writing/forms/own-source.js'
import { faultOfNewFirm, faultsOf } from '../../src/writing/forms/whole.js'
import { nodes } from '../seed/the-seed.js'

describe('what is wrong with an entity as a whole', () => {
  it('is nothing, of all that the seed holds', () => {
    const faulty = nodes.flatMap(({ id, label, properties }) =>
      faultsOf(label, properties).map(({ argument }) => `${id} ${argument}`),
    )
    expect(faulty).toEqual([])
  })

  const loan = { nameEn: 'Loan', kind: 'LOAN' }
  const site = { nameSv: 'Verk' }
  it.each<[NodeLabel, Properties, string[]]>([
    ['Initiative', loan, []],
    ['Initiative', { kind: 'LOAN' }, ['input.nameSv']],
    ['Initiative', { nameSv: 'Lån' }, ['input.kind']],
    ['Initiative', { ...loan, minAmount: 1 }, ['input.terms.amountOf']],
    ['Initiative', { ...loan, maxAmount: 1, amountOf: 'NEED' }, []],
    ['Initiative', { ...loan, minAmount: 2, maxAmount: 1, amountOf: 'NEED' }, ['input.terms.minAmount']],
    ['Initiative', { ...loan, minEmployees: 10, maxEmployees: 9 }, ['input.terms.minEmployees']],
    ['Initiative', { ...loan, otherTermsSv: ['a', 'b'], otherTermsEn: ['a'] }, ['input.terms.otherTermsSv']],
    ['Initiative', { ...loan, presupposesSv: ['a'] }, []],
    ['Initiative', { ...loan, startsOn: '2026-01-01', endsOn: '2025-12-31' }, ['input.to']],
    ['Initiative', { ...loan, startsOn: '2026-01-01', endsOn: '2026-01-01' }, []],
    ['SupportActor', { ...loan, address: 'example.org' }, ['input.source']],
    ['SupportActor', { ...loan, mailbox: 'info@example.org' }, ['input.source']],
    ['SupportActor', { ...loan, telephone: '0920-1', contactSource: 'source:a' }, []],
    ['Establishment', { ...site, expectedYears: [2026], expectedJobs: [3], totalJobs: 4 }, ['input.jobs']],
    ['Establishment', { ...site, expectedYears: [2026, 2027], expectedJobs: [3, 1], totalJobs: 4 }, []],
    ['Phase', { nameSv: 'Bygge', kind: 'CONSTRUCTION' }, ['input.status']],
    ['Claim', {}, ['input.statementSv']],
  ])('%s %j: %j', (label, shown, expected) => {
    expect(faultsOf(label, shown).map(({ argument }) => argument)).toEqual(expected)
  })

  it('is looked for where the source of a draft stands for itself, once its id is known', () => {
    const values = { address: 'example.org', addressSource: ownSource, otherNamesSources: [ownSource, 'source:b'] }
    expect(withOwnSource(values, 'source:a')).toEqual({
      address: 'example.org',
      addressSource: 'source:a',
      otherNamesSources: ['source:a', 'source:b'],
    })
  })

  it('of a new firm is that neither a number nor a legal form tells what it is', () => {
    expect(faultOfNewFirm({ nameSv: 'Svets' })?.argument).toBe('input.legalForm')
    expect(faultOfNewFirm({ nameSv: 'Svets', legalForm: 'FOUNDATION' })).toBeNull()
    expect(faultOfNewFirm({ nameSv: 'Svets', organisationNumber: '5599000014' })).toBeNull()
  })
})
