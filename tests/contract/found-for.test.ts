import fc from 'fast-check'
import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { createSchema } from '../../src/server/schema.js'
import { evidences } from '../../src/support/facts/evidence.js'
import { edition } from '../edition.js'
import { requestContext } from '../server/request-context.js'
import { modelFound, placeAmongFound } from '../support/model-found.js'
import { groundElements } from '../support/world-elements.js'
import { ofRegion, type World, worldDay, worlds } from '../support/worlds.js'
import { writeWorld } from '../support/write-world.js'
import { describeOnEachEngine } from './engines.js'

/** `npm run test:long` tries more. */
const numRuns = { embedded: Number(process.env.WORLDS ?? 100), neo4j: Number(process.env.WORLDS ?? 25) }

const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const answer = z.object({
  ofMunicipalities: z.number(),
  needs: z.array(
    z.object({
      ...{ need: id, initiative: id.nullable(), evidence: z.enum(evidences) },
      ...{ municipalities: z.number(), isRestricted: z.boolean() },
    }),
  ),
  unfound: z.array(z.object({ initiative: id.nullable(), why: z.string() })),
})

const source = `query ($actor: ID!, $day: Date!) {
  foundFor(actor: $actor, asOf: $day) {
    ofMunicipalities
    needs { need { id } initiative { id } evidence municipalities isRestricted }
    unfound { initiative { id } why }
  }
}`

describeOnEachEngine('for which needs firms find an actor', (open, engine) => {
  const schema = createSchema()
  let graph: Graph

  beforeAll(async () => {
    graph = await open()
    await graph.transaction((transaction) => writeElements(transaction, groundElements()))
  })
  afterAll(() => graph.close())

  const inOrder = <Each extends object>(each: readonly Each[]) =>
    each.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))

  async function expectFound(world: World): Promise<void> {
    await writeWorld(graph, world)
    for (const actor of world.actors) {
      const contextValue = requestContext(graph, worldDay, edition)
      const variableValues = { actor: actor.id, day: worldDay }
      const { data, errors } = await graphql({ schema, source, contextValue, variableValues })
      expect(errors).toBeUndefined()
      const { foundFor } = z.object({ foundFor: answer }).parse(data)
      const expected = modelFound(world, actor, ofRegion)
      expect(foundFor.ofMunicipalities).toBe(ofRegion.length)
      expect(inOrder(foundFor.needs)).toEqual(inOrder(expected.needs))
      expect(inOrder(foundFor.unfound)).toEqual(inOrder(expected.unfound))
      const places = foundFor.needs.map(placeAmongFound)
      expect(places).toEqual(places.toSorted((left, right) => left - right))
    }
  }

  it(
    `is what loops over every firm of each municipality give, for ${numRuns[engine]} worlds`,
    () => fc.assert(fc.asyncProperty(worlds, expectFound), { numRuns: numRuns[engine] }),
    Math.max(120_000, numRuns[engine] * 5_000),
  )
})
