import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { migrate } from '../../src/graph/migrations.js'
import type { NodeLabel } from '../../src/graph/vocabulary.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { Random } from '../differential/random.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:a', locator: 'p. 1', recordedAt: '2026-01-01T00:00:00.000Z' }
const node = (label: NodeLabel, id: string, properties: GraphElements['nodes'][number]['properties']) => ({
  ...{ label, id, provenance, properties },
})
const tie = (type: 'LOCATED_IN' | 'OFFERS', from: string, to: string) => ({
  ...{ type, from, to, key: '', provenance, properties: {} },
})

interface Made {
  readonly id: string
  readonly name: string
  readonly where: string
  readonly number: string | null
}

/** Firms of few names, which legal forms and spelling tell apart, in few municipalities. */
function firms(): Made[] {
  const random = new Random(7)
  return Array.from({ length: 300 }, (_, index) => {
    const number = random.chance(0.5) ? String(5_560_000_000 + index) : null
    const word = random.pick(['Norr', 'Söder', 'Väst', 'Öster', 'Malm'])
    const other = random.pick(['Bygg', 'Svets', 'Transport', 'El', 'Rör', 'Gruv', 'Skog', 'Data'])
    const name = random.pick([`${word} ${other} AB`, `AB ${word} ${other}`, `${word.toUpperCase()} ${other}`])
    const where = `municipality:${random.pick(['a', 'b', 'c'])}`
    return { id: number === null ? `firm:f${String(index).padStart(3, '0')}` : `firm:${number}`, name, where, number }
  })
}

/** The name without its form, in small letters without dots, as a person would compare it. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^ab | ab$/g, '')
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')

const page = z.object({
  likelyDoubles: z.object({
    nodes: z.array(
      z.object({ one: z.object({ id: z.string() }), other: z.object({ id: z.string() }), why: z.string() }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

describeOnEachEngine('those that are likely the same', (open) => {
  let graph: Graph
  let api: Api
  const made = firms()
  beforeAll(async () => {
    graph = await open()
    await migrate(graph)
    await graph.transaction((transaction) =>
      writeElements(transaction, {
        nodes: [
          node('Source', 'source:a', { title: 'A' }),
          ...['a', 'b', 'c'].map((id) => node('Municipality', `municipality:${id}`, { nameSv: id })),
          ...made.map(({ id, name, number }) =>
            node('Firm', id, { nameSv: name, ...(number === null ? {} : { organisationNumber: number }) }),
          ),
          node('Firm', 'firm:5590000001', { nameSv: 'Helt för sig', organisationNumber: '5590000001' }),
          node('Firm', 'firm:of-the-seed', { nameSv: 'Något annat', organisationNumber: '5590000001' }),
          ...[1, 2].map((demo) => node('Firm', `firm:demo-${demo}`, { nameSv: 'Påhittat', synthetic: true })),
          ...['one', 'two', 'three'].map((id) => node('SupportActor', `actor:${id}`, { nameSv: 'Fonden i Norr' })),
          node('SupportActor', 'actor:four', { nameSv: 'Fonden' }),
          ...['one', 'two', 'three'].map((id) => node('Initiative', `initiative:${id}`, { nameSv: 'Topplån' })),
        ],
        relationships: [
          ...made.map(({ id, where }) => tie('LOCATED_IN', id, where)),
          ...[1, 2].map((demo) => tie('LOCATED_IN', `firm:demo-${demo}`, 'municipality:a')),
          tie('OFFERS', 'actor:one', 'initiative:one'),
          tie('OFFERS', 'actor:two', 'initiative:two'),
          tie('OFFERS', 'actor:two', 'initiative:three'),
        ],
      }),
    )
    api = await openApi(graph)
  }, 60_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  async function allOf(kind: string, first: number): Promise<string[]> {
    const found: string[] = []
    let after: string | null = null
    for (let pages = 0; pages < 200; pages += 1) {
      const data: unknown = await api.data(
        `query($kind: EntityKind!, $first: Int, $after: String) {
          likelyDoubles(kind: $kind, first: $first, after: $after) {
            nodes { one { id } other { id } why } pageInfo { hasNextPage endCursor }
          }
        }`,
        { kind, first, after },
      )
      const { nodes, pageInfo } = page.parse(data).likelyDoubles
      found.push(...nodes.map(({ one, other, why }) => `${one.id} ${other.id} ${why}`))
      if (!pageInfo.hasNextPage) return found
      after = pageInfo.endCursor
    }
    throw new Error('the list has no end')
  }

  it('are firms of one name in one municipality, and of one number, whatever the page holds', async () => {
    const all = await allOf('FIRM', 200)
    expect(await allOf('FIRM', 3)).toEqual(all)
    expect(all[0]).toBe('firm:5590000001 firm:of-the-seed SAME_NUMBER')
    const byId = new Map(made.map((firm) => [firm.id, firm]))
    const named = all.slice(1).map((line) => line.split(' '))
    for (const [one = '', other = ''] of named) {
      const [left, right] = [byId.get(one), byId.get(other)]
      expect(
        left && right && plain(left.name) === plain(right.name) && left.where === right.where,
        `${one} ${other}`,
      ).toBe(true)
      expect(left?.number === null || right?.number === null).toBe(true)
    }
    const pairs = made.flatMap((one, index) =>
      made.slice(0, index).filter((other) => {
        const isNumbered = one.number !== null && other.number !== null
        return !isNumbered && one.where === other.where && plain(one.name) === plain(other.name)
      }),
    )
    expect(named).toHaveLength(pairs.length)
  })

  it('are actors of one name, and initiatives of one name and actor', async () => {
    expect(await allOf('SUPPORT_ACTOR', 1)).toEqual([
      'actor:one actor:three SAME_NAME',
      'actor:one actor:two SAME_NAME',
      'actor:three actor:two SAME_NAME',
    ])
    expect(await allOf('INITIATIVE', 1)).toEqual(['initiative:three initiative:two SAME_NAME'])
  })

  it('are none of kinds that are never merged', async () => {
    const { errors } = await api.ask('{ likelyDoubles(kind: NEED) { nodes { why } } }')
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'kind' })
  })
})
