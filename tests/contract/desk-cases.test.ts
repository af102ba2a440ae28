import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { query } from '../../src/graph/query.js'
import { type SupportForAnswer, supportFor } from '../../src/support/matching/support-question.js'
import { deskCases, deskDay, misplaced } from '../support/cases.js'
import { describeOnSeededGraph } from './engines.js'

const entityIds = query<Record<never, never>>()(
  'ids of actors and initiatives',
  z.object({ id: z.string() }),
  'MATCH (node:Entity) WHERE node:SupportActor OR node:Initiative RETURN node.id AS id',
)

describeOnSeededGraph('an adviser’s answers', (given) => {
  let known: ReadonlySet<string>

  beforeAll(async () => {
    known = new Set((await given.graph.read(entityIds, {})).map(({ id }) => id))
  })

  it.each(deskCases)('$name', async (desk) => {
    const { profile, order, notFirst, not, offered, notOffered, nobody } = desk
    const inOrder = order.map(({ actor }) => actor)
    expect([...inOrder, ...notFirst, ...not, ...offered, ...notOffered].filter((id) => !known.has(id))).toEqual([])
    const { matches, nobodyFor } = await supportFor(given, { profile, includeProposed: false, asOf: deskDay })
    expect(misplaced(desk, matches)).toEqual([])
    expect(matches.map(({ actor }) => actor).filter((actor) => inOrder.includes(actor))).toEqual(inOrder)
    for (const { actor, score } of order) {
      // A score that lies between two hundredths may be given as either.
      if (score !== null) expect(Math.abs(scoreOf(matches, actor) - score), actor).toBeLessThan(0.005_1)
    }
    const named = new Set(matches.flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative)))
    expect(offered.filter((initiative) => !named.has(initiative))).toEqual([])
    expect(notOffered.filter((initiative) => named.has(initiative))).toEqual([])
    expect(
      nobodyFor.map(({ need, nearestActor, notInForce }) => ({
        need,
        nearest: nearestActor?.actor ?? null,
        notInForce,
      })),
    ).toEqual(nobody)
  })
})

function scoreOf(matches: SupportForAnswer['matches'], actor: string): number {
  return matches.find((match) => match.actor === actor)?.score ?? Number.NaN
}
