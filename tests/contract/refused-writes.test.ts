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

describeOnSeededGraph('relationships that cannot be', (given) => {
  it('lead in a circle from what was replaced to what took its place', async () => {
    const made = async (nameSv: string) =>
      (await write(given.api, 'create', 'SupportActor', { nameSv, kind: 'AGENCY' })).entity.id
    const [first, second, third] = [await made('Först'), await made('Sedan'), await made('Sist')]
    const replaced = (id: string, revision: number, by: string) => ({ id, revision, replacedBy: { add: [by] } })
    await write(given.api, 'update', 'SupportActor', replaced(first, 1, second))
    await write(given.api, 'update', 'SupportActor', replaced(second, 1, third))
    for (const [id, revision] of [
      [second, 2],
      [third, 1],
    ] as const) {
      expect(await refused(given.api, 'update', 'SupportActor', replaced(id, revision, first))).toBe(
        'BAD_USER_INPUT input.replacedBy.add[0]',
      )
    }
    const ended = { id: second, revision: 2, replacedBy: { end: [third] } }
    await write(given.api, 'update', 'SupportActor', ended)
    await write(given.api, 'update', 'SupportActor', replaced(third, 1, first))
  })

  it('end before they begin, also by two sources', async () => {
    const serves = [{ id: 'county:25', validFrom: '2026-06-01' }]
    const { entity } = await write(given.api, 'create', 'SupportActor', { nameSv: 'Tjänst', kind: 'AGENCY', serves })
    const of = { id: entity.id, revision: 1 }
    const update = (more: object) => refused(given.api, 'update', 'SupportActor', { ...of, ...more })
    expect(await update({ serves: { end: ['county:25'] }, asOf: '2026-01-01' })).toBe(
      'BAD_USER_INPUT input.serves.end[0]',
    )
    const until = { serves: { add: [{ id: 'county:25', validTo: '2025-01-01' }] } }
    expect(await update({ ...until, source: { title: 'En annan sida', url: 'https://example.org/annan' } })).toBe(
      'BAD_USER_INPUT input.serves.add[0].id',
    )
    await write(given.api, 'update', 'SupportActor', { ...of, serves: { end: ['county:25'] }, asOf: '2026-07-01' })
  })
})
