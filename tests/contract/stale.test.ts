import { expect, it } from 'vitest'
import { z } from 'zod'
import { summaryOf } from '../../src/server/summary.js'
import { describeOnSeededGraph } from './engines.js'

const asOf = '2026-11-24'
const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const row = z.object({
  entity: z.object({ id: z.string(), name: z.string() }),
  lastSeen: z.number().nullable(),
  lastSeenIn: z.object({ id: z.string(), year: z.number().nullable() }).nullable(),
  mattersIn: z.number(),
})
const list = z.object({
  stale: z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(row),
  }),
})

describeOnSeededGraph('what rests on old pages', (given) => {
  const staleOn = async (day: string, first = 200, after: string | null = null) =>
    list.parse(
      await given.api.data(
        `query ($day: Date, $first: Int, $after: String) { stale(asOf: $day, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { entity { id name } lastSeen lastSeenIn { id year } mattersIn } } }`,
        { day, first, after },
      ),
    ).stale

  it('is what no page of the last three years names, and what no year is known of', async () => {
    const { nodes, totalCount } = await staleOn(asOf)
    expect(nodes).toHaveLength(totalCount)
    for (const { lastSeen, lastSeenIn } of nodes) {
      expect(lastSeen ?? 0).toBeLessThan(2023)
      if (lastSeenIn) expect(lastSeenIn.year).toBe(lastSeen)
      else expect(lastSeen).toBeNull()
    }
    const offers = z
      .object({
        entities: z.object({
          nodes: z.array(z.object({ id: z.string(), lastSeen: z.number().nullable(), status: z.string() })),
        }),
      })
      .parse(
        await given.api.data(
          `query ($asOf: Date) { entities(kind: INITIATIVE, first: 200) {
            nodes { id ... on Initiative { lastSeen status(asOf: $asOf) } } } }`,
          { asOf },
        ),
      ).entities.nodes
    const old = offers.filter(
      ({ lastSeen, status }) => ['ACTIVE', 'UNCONFIRMED'].includes(status) && (lastSeen ?? 0) < 2023,
    )
    expect(
      nodes
        .filter(({ entity }) => entity.id.startsWith('initiative:'))
        .map(({ entity }) => entity.id)
        .toSorted(),
    ).toEqual(old.map((offer) => offer.id).toSorted())
    expect(old.length).toBeGreaterThan(0)
  })

  it('counts the municipalities and needs in which it helps some firm, as asking each municipality does', async () => {
    const matches = z.object({
      supportFor: z.object({
        nodes: z.array(
          z.object({
            actor: id,
            meets: z.array(id),
            initiatives: z.array(z.object({ initiative: id, meets: z.array(z.object({ need: id })) })),
          }),
        ),
      }),
    })
    const places = z
      .object({ supportCoverage: z.object({ cells: z.array(z.object({ place: id })) }) })
      .parse(
        await given.api.data(
          '{ supportCoverage(by: MUNICIPALITY, needs: ["need:timing"]) { cells { place { id } } } }',
        ),
      )
    const cells = new Map<string, Set<string>>()
    const count = (helper: string, place: string, need: string) => {
      cells.set(helper, (cells.get(helper) ?? new Set()).add(`${place} ${need}`))
    }
    for (const { place } of places.supportCoverage.cells) {
      const { nodes } = matches.parse(
        await given.api.data(
          `query ($profile: SmeProfile!, $asOf: Date) { supportFor(profile: $profile, first: 200, asOf: $asOf) {
            nodes { actor { id } meets { id } initiatives { initiative { id } meets { need { id } } } } } }`,
          { profile: { municipality: place }, asOf },
        ),
      ).supportFor
      for (const { actor, meets, initiatives } of nodes) {
        for (const need of meets) count(actor, place, need)
        for (const each of initiatives) for (const { need } of each.meets) count(each.initiative, place, need)
      }
    }
    const { nodes } = await staleOn(asOf)
    const helpers = nodes.filter(({ entity }) => !entity.id.startsWith('establishment:'))
    for (const { entity, mattersIn } of helpers) expect(mattersIn, entity.id).toBe(cells.get(entity.id)?.size ?? 0)
    expect(Math.max(...helpers.map(({ mattersIn }) => mattersIn))).toBeGreaterThan(29)
  })

  it('stands by how many answers rest on it, then oldest first, the same on whatever pages', async () => {
    const { nodes, totalCount } = await staleOn(asOf)
    for (const [index, { mattersIn, lastSeen }] of nodes.slice(1).entries()) {
      const before = nodes[index]
      expect(mattersIn).toBeLessThanOrEqual(before?.mattersIn ?? 0)
      if (mattersIn === before?.mattersIn) expect(lastSeen ?? 0).toBeGreaterThanOrEqual(before.lastSeen ?? 0)
    }
    const paged: typeof nodes = []
    let after: string | null = null
    do {
      const { nodes: more, pageInfo }: Awaited<ReturnType<typeof staleOn>> = await staleOn(asOf, 17, after)
      paged.push(...more)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(paged).toEqual(nodes)
    expect(paged).toHaveLength(totalCount)
  })

  it('is less the earlier the day, and a page without a year is now on no day', async () => {
    const [later, earlier] = [await staleOn(asOf), await staleOn('2022-06-30')]
    expect(earlier.totalCount).toBeLessThan(later.totalCount)
    expect(earlier.nodes.some(({ lastSeen }) => lastSeen === null)).toBe(true)
  })

  it('is counted in the lines for whoever starts the server', async () => {
    const lines = await summaryOf(given.graph)
    expect(lines.at(-1)).toMatch(
      /older than three years or without a year: [1-9]\d* offers, [1-9]\d* support actors, \d+ ventures/,
    )
  })
})
