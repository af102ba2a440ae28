import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'
import { refused, write } from './writing.js'

const profile = {
  municipality: 'municipality:2582',
  sector: 'sector:sni2007-C25',
  sizeClass: 'SMALL',
  needs: ['need:finance'],
}
const page = { title: 'Own page', publisher: 'Norrlandsfonden', url: 'https://example.org/provlan', year: 2026 }
const loan = {
  ...{ nameSv: 'Provlån', nameEn: 'Trial loan', kind: 'LOAN', help: ['LOAN'], from: '2026-09-01' },
  ...{ offeredBy: ['actor:norrlandsfonden'], covers: ['county:25'], addresses: ['area:growth-and-finance'] },
  meets: [{ need: 'need:finance', strength: 'CORE' }],
  terms: { minAmount: 200_000, maxShare: 0.5 },
  ...{ source: page, reason: 'New this autumn' },
}

describeOnSeededGraph('initiatives that are written', (given) => {
  const offersOn = async (asOf: string): Promise<string[]> => {
    const rows = z.object({
      supportFor: z.object({
        nodes: z.array(
          z.object({
            actor: z.object({ id: z.string() }),
            initiatives: z.array(z.object({ initiative: z.object({ id: z.string() }) })),
          }),
        ),
      }),
    })
    const asked = `query ($p: SmeProfile!, $d: Date) {
      supportFor(profile: $p, asOf: $d, first: 200) { nodes { actor { id } initiatives { initiative { id } } } } }`
    const { supportFor } = rows.parse(await given.api.data(asked, { p: profile, d: asOf }))
    return supportFor.nodes.flatMap(({ actor, initiatives }) =>
      initiatives.map(({ initiative }) => `${actor.id} ${initiative.id}`),
    )
  }
  const termsOf = (id: string) =>
    given.api.data(
      `query ($id: ID!) { node(id: $id) { ... on Initiative { name terms { minAmount maxAmount maxShare amountOf } } } }`,
      { id },
    )

  it('are found by who looks for them at once, with their source', async () => {
    const { entity, change } = await write(given.api, 'create', 'Initiative', loan)
    expect(entity).toMatchObject({ id: 'initiative:provlan', name: 'Provlån', status: 'ACTIVE', revision: 1 })
    expect(change).toMatchObject({
      operation: 'CREATE',
      revision: 1,
      reason: 'New this autumn',
      source: { title: 'Own page' },
    })
    expect(await offersOn('2026-11-24')).toContain('actor:norrlandsfonden initiative:provlan')
    const listed = `{ found: search(text: "Provlån", kinds: [INITIATIVE]) { nodes { id } }
      actor: node(id: "actor:norrlandsfonden") { ... on SupportActor {
        initiatives(first: 200, asOf: "2026-11-24") { nodes { id provenance { source { title } } } } } } }`
    const text = JSON.stringify(await given.api.data(listed))
    expect(text.match(/initiative:provlan"/g)).toHaveLength(2)
    expect(text).toContain('"initiative:provlan","provenance":{"source":{"title":"Own page"}}')
  })

  it('keep what is left out, lose what is null, and merge terms', async () => {
    const { entity } = await write(given.api, 'create', 'Initiative', { ...loan, nameSv: 'Ändrat lån' })
    const { change } = await write(given.api, 'update', 'Initiative', {
      ...{ id: entity.id, revision: 1, nameEn: null },
      terms: { minAmount: 300_000, maxAmount: 900_000, maxShare: null },
    })
    expect(await termsOf(entity.id)).toEqual({
      node: {
        name: 'Ändrat lån',
        terms: { minAmount: 300_000, maxAmount: 900_000, maxShare: null, amountOf: 'SUPPORT' },
      },
    })
    expect(change.fields).toEqual(
      expect.arrayContaining([
        { name: 'maxShare', before: '0.5', after: null },
        { name: 'minAmount', before: '200000', after: '300000' },
        { name: 'nameEn', before: '"Trial loan"', after: null },
      ]),
    )
    expect(await refused(given.api, 'update', 'Initiative', { id: entity.id, revision: 1, nameSv: 'Annat' })).toBe(
      'CONFLICT',
    )
  })

  it('meet needs until they no longer do', async () => {
    const { entity } = await write(given.api, 'create', 'Initiative', { ...loan, nameSv: 'Lån för en tid' })
    const way = `actor:norrlandsfonden ${entity.id}`
    await write(given.api, 'update', 'Initiative', {
      ...{ id: entity.id, revision: 1, asOf: '2026-11-01' },
      ...{ meets: { end: ['need:finance'] }, addresses: { end: ['area:growth-and-finance'] } },
    })
    expect([await offersOn('2026-10-31'), await offersOn('2026-11-01')].map((ways) => ways.includes(way))).toEqual([
      ...[true, false],
    ])
    const { entity: again } = await write(given.api, 'update', 'Initiative', {
      ...{ id: entity.id, revision: 2, meets: { add: [{ need: 'need:finance', strength: 'SIDE' }] } },
    })
    expect(again.revision).toBe(3)
    expect(await offersOn('2026-11-24')).toContain(way)
  })

  it('end, and stay', async () => {
    const { entity } = await write(given.api, 'create', 'Initiative', { ...loan, nameSv: 'Kort lån' })
    const { entity: ended, change } = await write(given.api, 'end', 'Initiative', {
      ...{ id: entity.id, on: '2026-11-01', reason: 'Closed' },
    })
    expect(ended).toMatchObject({ status: 'ENDED', revision: 2, to: '2026-10-31' })
    expect(change.operation).toBe('END')
    expect(await offersOn('2026-11-24')).not.toContain(`actor:norrlandsfonden ${entity.id}`)
    expect(await offersOn('2026-10-31')).toContain(`actor:norrlandsfonden ${entity.id}`)
    expect(await refused(given.api, 'end', 'Initiative', { id: entity.id, on: '2026-09-01' })).toBe(
      'BAD_USER_INPUT input.on',
    )
  })

  it.each<[string, Record<string, unknown>]>([
    ['NOT_FOUND need:nothing', { meets: [{ need: 'need:nothing', strength: 'CORE' }] }],
    ['NOT_FOUND actor:nobody', { offeredBy: ['actor:nobody'] }],
    ['NOT_FOUND municipality:9999', { terms: { excludedPlaces: ['municipality:9999'] } }],
    ['BAD_USER_INPUT input.covers[0]', { covers: ['need:finance'] }],
    ['BAD_USER_INPUT input.nameSv', { nameSv: null, nameEn: null }],
    ['BAD_USER_INPUT input.to', { to: '2026-08' }],
    ['BAD_USER_INPUT input.nameSv', { nameSv: 'Lån till 811218-9876' }],
    ['BAD_USER_INPUT input.terms.otherTermsSv[0]', { terms: { otherTermsSv: ['Ring 8112189876'] } }],
    ['BAD_USER_INPUT input.reason', { reason: '811218 9876 asked' }],
    ['BAD_USER_INPUT input.source.title', { source: { title: '811218-9876' } }],
    ['REQUEST_TOO_LARGE input', { covers: Array.from({ length: 998 }, (_, index) => `municipality:${index}`) }],
  ])('are refused as a whole: %s', async (code, more) => {
    const count = () => given.api.data('{ entities(kind: INITIATIVE) { totalCount } changes { totalCount } }')
    const before = await count()
    expect(await refused(given.api, 'create', 'Initiative', { ...loan, ...more })).toBe(code)
    expect(await count()).toEqual(before)
  })

  it('are refused where there is none', async () => {
    expect(await refused(given.api, 'end', 'Initiative', { id: 'initiative:not-there', on: '2026-11-24' })).toBe(
      'NOT_FOUND initiative:not-there',
    )
    expect(
      await refused(given.api, 'update', 'Initiative', { id: 'initiative:not-there', revision: 1, nameSv: 'A' }),
    ).toBe('NOT_FOUND initiative:not-there')
    expect(await refused(given.api, 'update', 'Initiative', { id: 'actor:norrlandsfonden', revision: 1 })).toContain(
      'BAD_USER_INPUT',
    )
  })
})
