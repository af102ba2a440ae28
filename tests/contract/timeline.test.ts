import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const ids = z.array(z.object({ id: z.string() })).transform((all) => all.map(({ id }) => id))
const answer = z.object({
  timeline: z.object({
    phases: z.array(
      z.object({
        kind: z.string(),
        begun: z.boolean().nullable(),
        phase: z.object({ id: z.string(), from: z.string().nullable() }).nullable(),
        categories: ids,
        requirements: ids,
        before: z.array(
          z.object({ area: z.object({ id: z.string() }), text: z.string(), initiatives: ids, actors: ids }),
        ),
      }),
    ),
    unphased: ids,
    warnings: z.array(z.object({ code: z.string() })),
  }),
})
const asOf = '2022-06-30'

describeOnSeededGraph('the timeline of a venture', (given) => {
  const timelineOf = async (establishment: string, day = asOf) =>
    answer.parse(await given.api.data(operation('timeline'), { establishment, asOf: day })).timeline

  it('stands in order of time, with what construction and operation take kept apart (section 3.5)', async () => {
    const { phases, unphased, warnings } = await timelineOf('establishment:h2-green-steel')
    expect(phases.map(({ kind, begun, phase }) => [kind, begun, phase?.id ?? null])).toEqual([
      ['PLANNING', true, 'phase:h2-green-steel-planning'],
      ['CONSTRUCTION', false, 'phase:h2-green-steel-construction'],
      ['OPERATION', false, 'phase:h2-green-steel-operation'],
      ['RAMP_UP', null, null],
      ['MAINTENANCE_STOP', null, null],
    ])
    const [planning, construction, running, rampUp, stop] = phases
    expect(planning?.categories).toEqual([])
    expect(construction?.categories).toEqual([
      'category:building-contractors',
      'category:electricians',
      'category:process-equipment',
      'category:painting',
    ])
    expect(running?.categories).toContain('category:plumbing')
    expect(running?.categories).not.toContain('category:building-contractors')
    expect(rampUp?.categories).toEqual(['category:energy'])
    expect(stop?.categories).toEqual(['category:welding'])
    expect(unphased).toContain('category:consultants')
    expect(warnings).toEqual([])
  })

  it('asks for nothing before what has begun, and for time, contacts, training, capacity and skills before the rest', async () => {
    const { phases } = await timelineOf('establishment:h2-green-steel')
    expect(phases.map(({ before }) => before.length > 0)).toEqual([false, true, true, true, true])
    expect(phases[1]?.before.map(({ area }) => area.id)).toEqual([
      'area:timing-and-relations',
      'area:matchmaking',
      'area:training',
      'area:growth-and-finance',
      'area:skills-supply',
    ])
    const later = await timelineOf('establishment:h2-green-steel', '2026-11-24')
    expect(later.phases.map(({ begun }) => begun)).toEqual([true, true, null, null, null])
  })

  it('names the actors that serve the venture’s municipality and help with a need of the area, as the lists of actors have it', async () => {
    const { phases } = await timelineOf('establishment:h2-green-steel')
    const { supportActors, entities } = z
      .object({
        supportActors: z.object({ nodes: z.array(z.object({ id: z.string(), helpsWith: z.object({ nodes: ids }) })) }),
        entities: z.object({ nodes: z.array(z.object({ id: z.string(), meets: z.object({ nodes: ids }) })) }),
      })
      .parse(
        await given.api.data(
          `query ($asOf: Date) { supportActors(filter: { serves: "municipality:2582" }, asOf: $asOf, first: 200) {
              nodes { id helpsWith(first: 50) { nodes { id } } } }
            entities(kind: SUPPORT_AREA) { nodes { id ... on SupportArea { meets(first: 50) { nodes { id } } } } } }`,
          { asOf },
        ),
      )
    for (const { area, actors } of phases[1]?.before ?? []) {
      const needs = entities.nodes.find(({ id }) => id === area.id)?.meets.nodes ?? []
      const helping = supportActors.nodes.filter(({ helpsWith }) =>
        helpsWith.nodes.some((need) => needs.includes(need)),
      )
      expect(actors).toEqual(helping.map(({ id }) => id))
    }
    expect(phases[1]?.before.flatMap(({ actors }) => actors)).not.toEqual([])
  })

  it('names initiatives that meet a need of the area or teach what the buyer asks, and none that is over', async () => {
    const { phases } = await timelineOf('establishment:lkab')
    const ahead = phases.find(({ before }) => before.length > 0)
    const training = ahead?.before.find(({ area }) => area.id === 'area:training')
    expect(training?.initiatives).toContain('initiative:sustainability-training')
    const all = ahead?.before.flatMap(({ initiatives }) => initiatives) ?? []
    const stated = z
      .object({ entities: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string() })) }) })
      .parse(
        await given.api.data(
          `query ($asOf: Date) { entities(kind: INITIATIVE, first: 200) { nodes { id ... on Initiative { status(asOf: $asOf) } } } }`,
          { asOf },
        ),
      ).entities.nodes
    expect(new Set(all.map((id) => stated.find((each) => each.id === id)?.status))).toEqual(
      new Set(['ACTIVE', 'UNCONFIRMED']),
    )
  })

  it('names proposed initiatives where they are asked for, as what could come before (chapter 5)', async () => {
    const named = async (includeProposed: boolean) => {
      const variables = { establishment: 'establishment:h2-green-steel', includeProposed, asOf }
      const { phases } = answer.parse(await given.api.data(operation('timeline'), variables)).timeline
      return phases.flatMap(({ before }) => before).flatMap(({ initiatives }) => initiatives)
    }
    const [inForce, all] = [await named(false), await named(true)]
    expect(all).toEqual(expect.arrayContaining(inForce))
    expect(inForce).not.toContain('initiative:skills-coaching')
    expect(all).toContain('initiative:skills-coaching')
  })

  it('says where no source tells of phases, and shows what is bought all the same', async () => {
    const { phases, warnings } = await timelineOf('establishment:lkab-construction')
    expect(warnings.map(({ code }) => code)).toEqual(['PHASES_UNKNOWN'])
    expect(phases.map(({ kind, phase }) => [kind, phase])).toEqual([['CONSTRUCTION', null]])
  })
})
