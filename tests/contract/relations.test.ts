import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'

const counts = z.object({
  relationCounts: z.array(z.object({ kind: z.string(), direction: z.enum(['IN', 'OUT']), count: z.number() })),
})
const page = z.object({
  relations: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ node: z.object({ id: z.string() }), provenance: z.object({ locator: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

describeOnSeededGraph('relations of an entity', (given) => {
  it('are counted by kind and direction, and paged through one by one', async () => {
    const { relationCounts } = counts.parse(
      await given.api.data('{ relationCounts(of: "actor:norrlandsfonden") { kind direction count } }'),
    )
    expect(relationCounts.map(({ kind, direction }) => `${kind} ${direction}`)).toContain('SERVES OUT')
    for (const { kind, direction, count } of relationCounts) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const { relations } = page.parse(
          await given.api.data(
            `query ($kind: EdgeKind!, $direction: RelationDirection!, $after: String) {
              relations(of: "actor:norrlandsfonden", kind: $kind, direction: $direction, first: 1, after: $after) {
                totalCount edges { node { id } provenance { locator } } pageInfo { hasNextPage endCursor }
              }
            }`,
            { kind, direction, after },
          ),
        )
        expect(relations.totalCount).toBe(count)
        seen.push(...relations.edges.map(({ node }) => node.id))
        after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null
      } while (after !== null)
      expect(seen).toHaveLength(count)
    }
  })

  it('of a size class are found as of any entity, and fragments on its type by the name it had before', async () => {
    const asked =
      '{ node(id: "size-class:small") { __typename ... on FirmSizeClass { sizeClass } ... on Entity { name(lang: EN) } } }'
    expect(await given.api.data(asked)).toEqual({
      node: { __typename: 'SizeClassEntity', sizeClass: 'SMALL', name: 'Small' },
    })
    const { entities } = z
      .object({ entities: z.object({ nodes: z.array(z.object({ sizeClass: z.string() })) }) })
      .parse(await given.api.data('{ entities(kind: SIZE_CLASS) { nodes { ... on SizeClassEntity { sizeClass } } } }'))
    expect(entities.nodes.map(({ sizeClass }) => sizeClass).toSorted()).toEqual(['LARGE', 'MEDIUM', 'SMALL', 'UNKNOWN'])
  })

  it('of what is not there are not found', async () => {
    const { errors } = await given.api.ask('{ relationCounts(of: "actor:no-such") { count } }')
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.id])).toEqual([['NOT_FOUND', 'actor:no-such']])
  })
})
