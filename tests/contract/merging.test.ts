import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Reply } from './api.js'
import { describeOnSeededGraph, type Given } from './engines.js'

const made = z.object({
  entity: z.object({ id: z.string(), revision: z.number() }),
  change: z.object({ id: z.string() }),
})
const revisionOf = z.object({ node: z.object({ revision: z.number() }) })

describeOnSeededGraph('two that are the same', (given) => {
  it('become one: the old id answers as it, and it is found by the name of both', async () => {
    const [from, into] = [await firm(given, 'Älvsvets i Boden'), await firm(given, 'Norra Verkstan', '5599000014')]
    const { entity, change } = await merged(given, from, into)
    expect(entity).toBe(into)
    const data = await given.api.data(
      `query($old: ID!) {
        node(id: $old) { id ... on Firm { name organisationNumber otherNames { name } } }
        search(text: "alvsvets i boden", first: 3) { nodes { id } }
        history(of: $old, first: 1) { nodes { operation entity { id } } }
      }`,
      { old: from },
    )
    expect(data).toMatchObject({
      node: { id: into, organisationNumber: '5599000014' },
      search: { nodes: [{ id: into }] },
      history: { nodes: [{ operation: 'MERGE', entity: { id: into } }] },
    })
    expect(namesOf(data)).toEqual(['Norra Verkstan', 'Älvsvets i Boden'])
    await undone(given, change)
    expect(
      await given.api.data('query($a: ID!, $b: ID!) { nodes(ids: [$a, $b]) { id } }', { a: from, b: into }),
    ).toEqual({
      nodes: [{ id: from }, { id: into }],
    })
  })

  it('keep the organisation number that either of them has', async () => {
    const [from, into] = [await firm(given, 'Malmbergs Rör', '5599000022'), await firm(given, 'Malmberg Rörteknik')]
    await merged(given, from, into)
    expect(
      await given.api.data('query($id: ID!) { node(id: $id) { id ... on Firm { organisationNumber } } }', { id: from }),
    ).toEqual({ node: { id: into, organisationNumber: '5599000022' } })
  })

  it('of actors the one that stays keeps its name; relationships of both are its own, parallel ones once', async () => {
    const from = await actor(given, 'Bodens nyföretagare', { serves: ['municipality:2582', 'municipality:2580'] })
    const into = await actor(given, 'Nyföretagarna i Boden', { serves: ['municipality:2582'] })
    const preview = await given.api.data(
      `query($from: ID!, $into: ID!) {
        mergePreview(from: $from, into: $into) { from { id } into { id } both relationships { kind moved dropped } }
      }`,
      { from, into },
    )
    expect(preview).toMatchObject({
      mergePreview: {
        from: { id: from },
        into: { id: into },
        relationships: [{ kind: 'SERVES', moved: 2, dropped: 0 }],
      },
    })
    const { change } = await merged(given, from, into)
    const data = await given.api.data(
      `query($id: ID!) { node(id: $id) { ... on SupportActor { name otherNames { name }
        serves(first: 10) { totalCount } } } }`,
      { id: from },
    )
    expect(data).toMatchObject({
      node: { name: 'Nyföretagarna i Boden', otherNames: [{ name: 'Bodens nyföretagare' }], serves: { totalCount: 2 } },
    })
    await undone(given, change)
    expect(
      await given.api.data(
        `query($a: ID!, $b: ID!) { nodes(ids: [$a, $b]) { ... on SupportActor { name otherNames { name }
          serves(first: 10) { totalCount } } } }`,
        { a: from, b: into },
      ),
    ).toEqual({
      nodes: [
        { name: 'Bodens nyföretagare', otherNames: [], serves: { totalCount: 2 } },
        { name: 'Nyföretagarna i Boden', otherNames: [], serves: { totalCount: 1 } },
      ],
    })
  })

  it('are refused where they cannot be', async () => {
    const [one, other] = [await firm(given, 'Ett Bolag', '5599000030'), await firm(given, 'Ett Annat', '5599000048')]
    const initiative = 'initiative:top-loans'
    expect(await refused(given, one, one)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.from' })
    expect(await refused(given, one, other)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.from' })
    expect(await refused(given, one, initiative)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.from' })
    expect(await refused(given, 'need:finance', 'need:finance')).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await refused(given, 'need:finance', one)).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await refused(given, 'firm:never-was', one)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refused(given, one, 'firm:never-was')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are refused where one would be replaced by itself, by way of a third, or end before it begins', async () => {
    const input = { kind: 'ADVICE', help: ['ADVICE'] }
    const last = await initiative(given, { ...input, nameSv: 'Sista stödet' })
    const next = await initiative(given, { ...input, nameSv: 'Nästa stöd', replacedBy: [last] })
    const first = await initiative(given, { ...input, nameSv: 'Första stödet', replacedBy: [next] })
    for (const [from, into] of [
      [first, last],
      [last, first],
    ] as const) {
      expect(await refused(given, from, into)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.from' })
    }
    const begins = await initiative(given, { ...input, nameSv: 'Senare stöd', from: '2026-06-01' })
    const ends = await initiative(given, { ...input, nameSv: 'Tidigare stöd', to: '2025-12-31' })
    expect(await refused(given, begins, ends)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.from' })
    expect((await merged(given, next, last)).entity).toBe(last)
  })

  it('are refused where one has changed since, and nothing is stored', async () => {
    const [from, into] = [await firm(given, 'Bergets Bygg'), await firm(given, 'Berget Bygg i Kiruna')]
    const { change } = await updated(given, into, { employees: 7 })
    const reply = await merge(given, { from, fromRevision: 1, into, intoRevision: 1 })
    expect(extensionsOf(reply)).toMatchObject({ code: 'CONFLICT', revision: 2, changes: [change] })
    expect(await given.api.data('query($id: ID!) { node(id: $id) { id } }', { id: from })).toEqual({
      node: { id: from },
    })
  })

  it('leave what was looked at before to be told apart from what is there now, whatever the revisions were', async () => {
    const [from, into] = [await firm(given, 'Formuläret A'), await firm(given, 'Formuläret B')]
    await updated(given, from, { employees: 7 })
    await merged(given, from, into)
    const late = await given.api.ask(
      'mutation($input: UpdateFirmInput!) { updated: updateFirm(input: $input) { change { id } } }',
      { input: { id: from, revision: 2, employees: 9 } },
    )
    expect(extensionsOf(late)).toMatchObject({ code: 'CONFLICT', revision: 3 })
    expect(await revision(given, into)).toBe(3)
    await updated(given, from, { employees: 9 })
  })

  it('make a chain, which is taken apart from its end', async () => {
    const [a, b, c] = [await firm(given, 'Kedja A'), await firm(given, 'Kedja B'), await firm(given, 'Kedja C')]
    const first = await merged(given, a, b)
    const second = await merged(given, b, c)
    const answering = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const now = async () => await given.api.data(answering, { ids: [a, b, c] })
    expect(await now()).toEqual({ nodes: [{ id: c }, { id: c }, { id: c }] })
    expect(await refused(given, a, c)).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(extensionsOf(await undo(given, first.change))).toMatchObject({ code: 'CONFLICT', changes: [second.change] })
    await undone(given, second.change)
    expect(await now()).toEqual({ nodes: [{ id: b }, { id: b }, { id: c }] })
    await undone(given, first.change)
    expect(await now()).toEqual({ nodes: [{ id: a }, { id: b }, { id: c }] })
    expect(extensionsOf(await undo(given, first.change))).toMatchObject({ code: 'CONFLICT' })
  })

  it('follow what was merged away where one of them was', async () => {
    const [a, b, c] = [await firm(given, 'Följd A'), await firm(given, 'Följd B'), await firm(given, 'Följd C')]
    await merged(given, a, b)
    expect((await merged(given, c, a)).entity).toBe(b)
  })

  it('are taken apart while others stay what they were made since, unless it is the same', async () => {
    const [from, into] = [await firm(given, 'Sedan A', null, { employees: 12 }), await firm(given, 'Sedan B')]
    const { change } = await merged(given, from, into)
    const same = await updated(given, into, { employees: 40 })
    expect(extensionsOf(await undo(given, change))).toMatchObject({ code: 'CONFLICT', changes: [same.change] })
    await undone(given, same.change)
    await updated(given, into, { turnover: 3.5 })
    await undone(given, change)
    expect(
      await given.api.data(
        'query($a: ID!, $b: ID!) { nodes(ids: [$a, $b]) { id ... on Firm { name employees turnover } } }',
        { a: from, b: into },
      ),
    ).toEqual({
      nodes: [
        { id: from, name: 'Sedan A', employees: 12, turnover: null },
        { id: into, name: 'Sedan B', employees: null, turnover: 3.5 },
      ],
    })
  })
})

async function firm(given: Given, name: string, organisationNumber: string | null = null, more: object = {}) {
  const form = organisationNumber === null ? { legalForm: 'LIMITED_COMPANY' } : { organisationNumber }
  const data = await given.api.data(
    'mutation($input: CreateFirmInput!) { made: createFirm(input: $input) { entity: firm { id revision } change { id } } }',
    { input: { name, municipality: 'municipality:2582', ...form, ...more } },
  )
  return z.object({ made }).parse(data).made.entity.id
}

async function actor(given: Given, nameSv: string, { serves }: { serves: string[] }) {
  const data = await given.api.data(
    'mutation($input: CreateSupportActorInput!) { made: createSupportActor(input: $input) { entity: actor { id revision } change { id } } }',
    { input: { nameSv, kind: 'ADVISER', serves: serves.map((id) => ({ id })) } },
  )
  return z.object({ made }).parse(data).made.entity.id
}

async function initiative(given: Given, input: object) {
  const data = await given.api.data(
    'mutation($input: CreateInitiativeInput!) { made: createInitiative(input: $input) { entity: initiative { id revision } change { id } } }',
    { input },
  )
  return z.object({ made }).parse(data).made.entity.id
}

async function revision(given: Given, id: string): Promise<number> {
  const reply = revisionOf.safeParse(
    await given.api.data(
      'query($id: ID!) { node(id: $id) { ... on Firm { revision } ... on SupportActor { revision } ... on Initiative { revision } } }',
      { id },
    ),
  )
  return reply.data?.node.revision ?? 1
}

async function updated(given: Given, id: string, values: object): Promise<{ change: string }> {
  const data = await given.api.data(
    'mutation($input: UpdateFirmInput!) { updated: updateFirm(input: $input) { change { id } } }',
    { input: { id, revision: await revision(given, id), ...values } },
  )
  return {
    change: z.object({ updated: z.object({ change: z.object({ id: z.string() }) }) }).parse(data).updated.change.id,
  }
}

const merge = (given: Given, input: object): Promise<Reply> =>
  given.api.ask(
    'mutation($input: MergeEntitiesInput!) { merged: mergeEntities(input: $input) { entity { id } change { id operation } } }',
    { input },
  )

async function merged(given: Given, from: string, into: string): Promise<{ entity: string; change: string }> {
  const [fromRevision, intoRevision] = [await revision(given, from), await revision(given, into)]
  const { data, errors } = await merge(given, { from, fromRevision, into, intoRevision, reason: 'The same' })
  expect(errors).toBeUndefined()
  const { entity, change } = z
    .object({ merged: z.object({ entity: z.object({ id: z.string() }), change: z.object({ id: z.string() }) }) })
    .parse(data).merged
  return { entity: entity.id, change: change.id }
}

const undo = (given: Given, change: string): Promise<Reply> =>
  given.api.ask(
    'mutation($input: UndoChangeInput!) { undoChange(input: $input) { change { id operation } entity { id } } }',
    { input: { change } },
  )

async function undone(given: Given, change: string): Promise<void> {
  expect((await undo(given, change)).errors).toBeUndefined()
}

const extensionsOf = ({ errors }: Reply): unknown => errors?.[0]?.extensions

async function refused(given: Given, from: string, into: string): Promise<unknown> {
  const [fromRevision, intoRevision] = [await revision(given, from), await revision(given, into)]
  return extensionsOf(await merge(given, { from, fromRevision, into, intoRevision }))
}

function namesOf(data: unknown): string[] {
  const { name, otherNames } = z
    .object({ node: z.object({ name: z.string(), otherNames: z.array(z.object({ name: z.string() })) }) })
    .parse(data).node
  return [name, ...otherNames.map((each) => each.name)].toSorted()
}
