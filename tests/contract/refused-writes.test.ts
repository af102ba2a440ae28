import { expect, it } from 'vitest'
import { describeOnSeededGraph } from './engines.js'
import { refused, write } from './writing.js'

const actor = { nameSv: 'Provbolaget', kind: 'AGENCY' }

describeOnSeededGraph('what is stated without a page', (given) => {
  it('shows what sort of source that is, wherever sources are shown', async () => {
    const { entity, change } = await write(given.api, 'create', 'SupportActor', actor)
    const asked = `query ($source: ID!, $of: ID!) {
      source: node(id: $source) { ... on Source { kind } }
      actor: node(id: $of) { ... on SupportActor { provenance { source { kind } } } }
    }`
    expect(await given.api.data(asked, { source: change.source?.id, of: entity.id })).toEqual({
      source: { kind: 'STATEMENT' },
      actor: { provenance: { source: { kind: 'STATEMENT' } } },
    })
  })
})

describeOnSeededGraph('what may not be written', (given) => {
  const long = (letters: number) => 'ab '.repeat(letters / 3)

  it.each([
    [{ nameSv: long(303) }, 'input.nameSv'],
    [{ descriptionSv: long(5_100) }, 'input.descriptionSv'],
    [{ reason: long(5_100) }, 'input.reason'],
    [{ source: { title: long(303) } }, 'input.source.title'],
    [{ otherNames: [{ name: 'Kort' }, { name: long(303) }] }, 'input.otherNames[1].name'],
    [{ otherNames: Array.from({ length: 401 }, (_, index) => ({ name: `Namn ${index}` })) }, 'input.otherNames'],
  ])('is too long: refused by its argument (%#)', async (more, argument) => {
    expect(await refused(given.api, 'create', 'SupportActor', { ...actor, ...more })).toBe(`BAD_USER_INPUT ${argument}`)
  })

  it('is a day that texts do not put in order, or an amount that no sum holds', async () => {
    const loan = { nameSv: 'Lån', kind: 'LOAN' }
    expect(await refused(given.api, 'create', 'Initiative', { ...loan, from: '0000' })).toBe(
      'BAD_USER_INPUT input.from',
    )
    expect(await refused(given.api, 'create', 'Initiative', { ...loan, to: '9999/00' })).toBe('BAD_USER_INPUT input.to')
    expect(await refused(given.api, 'end', 'Initiative', { id: 'initiative:top-loans', on: '0000-01-01' })).toBe(
      'BAD_USER_INPUT input.on',
    )
    expect(await refused(given.api, 'create', 'Initiative', { ...loan, terms: { maxAmount: 1e308 } })).toBe(
      'BAD_USER_INPUT input.terms.maxAmount',
    )
  })
})
