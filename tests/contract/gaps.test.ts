import { expect, it } from 'vitest'
import { z } from 'zod'
import { query } from '../../src/graph/query.js'
import { supportCoverage } from '../../src/support/coverage/coverage-question.js'
import { supportCoverageBySector } from '../../src/support/coverage/sector-coverage-question.js'
import { supportWhatIf } from '../../src/support/coverage/what-if-question.js'
import { describeOnSeededGraph } from './engines.js'

const asOf = '2026-11-24'

const counted = query<Record<never, never>>()(
  'all nodes and relationships',
  z.object({ nodes: z.number(), relationships: z.number() }),
  `MATCH (node:Entity)
   WITH count(node) AS nodes
   MATCH (:Entity)-[relationship]->(:Entity)
   RETURN nodes, count(relationship) AS relationships`,
)

const changeOfVenture = query<{ jobs: readonly number[] }>()(
  'change a venture',
  z.object({ id: z.string() }),
  `MATCH (venture:Establishment {id: 'establishment:ssab'})
   SET venture.expectedJobs = $jobs RETURN venture.id AS id`,
)

const jobsOfVenture = query<Record<never, never>>()(
  'jobs of a venture',
  z.object({ jobs: z.array(z.number()) }),
  `MATCH (venture:Establishment {id: 'establishment:ssab'}) RETURN venture.expectedJobs AS jobs`,
)

describeOnSeededGraph('coverage turned round, in the seed', (given) => {
  it('has the same cells for a place, asked alone or among all', async () => {
    const together = (await supportCoverage(given, { by: 'MUNICIPALITY', asOf })).cells
    const parts = await Promise.all(
      ['county:24', 'county:25'].map((county) => supportCoverage(given, { by: 'MUNICIPALITY', county, asOf })),
    )
    expect(together).toHaveLength(29 * 13)
    const key = ({ place, need }: { place: string; need: string }) => `${place} ${need}`
    const alone = parts.flatMap(({ cells }) => cells).toSorted((left, right) => (key(left) < key(right) ? -1 : 1))
    expect(alone).toEqual(together.toSorted((left, right) => (key(left) < key(right) ? -1 : 1)))
    const finance = await supportCoverage(given, { by: 'MUNICIPALITY', needs: ['need:finance'], asOf })
    expect(finance.cells).toEqual(together.filter(({ need }) => need === 'need:finance'))
  })

  it('has jobs at stake by industry that add up to those of the place, and more support than for any firm', async () => {
    for (const place of ['county:25', 'municipality:2506']) {
      const by = place.startsWith('county') ? 'COUNTY' : 'MUNICIPALITY'
      const whole = (await supportCoverage(given, { by, county: 'county:25', asOf })).cells
      const { cells } = await supportCoverageBySector(given, { place, asOf })
      expect(new Set(cells.map((cell) => cell.place))).toEqual(new Set([place]))
      for (const { need, jobsAtStake, actors, initiatives, level } of whole.filter((cell) => cell.place === place)) {
        const ofNeed = cells.filter((cell) => cell.need === need)
        expect(ofNeed.reduce((sum, cell) => sum + cell.jobsAtStake, 0)).toBeCloseTo(jobsAtStake, 6)
        const levels = ['LOCAL', 'COUNTY', 'NATIONAL', 'NONE']
        for (const cell of ofNeed) {
          expect(cell.actors).toBeGreaterThanOrEqual(actors)
          expect(cell.initiatives).toBeGreaterThanOrEqual(initiatives)
          expect(levels.indexOf(cell.level)).toBeLessThanOrEqual(levels.indexOf(level))
        }
      }
    }
  })

  it('counts what is for manufacturing for each industry in it, and for no other', async () => {
    const withFund = async (sector: string, remove: readonly string[]) => {
      const question = { by: 'COUNTY', county: 'county:25', needs: ['need:finance'], asOf } as const
      const { cells } = await supportCoverageBySector(given, {
        ...question,
        place: 'county:25',
        sectors: [sector],
      })
      const { after } = await supportWhatIf(given, { ...question, change: { removeActors: remove } })
      return { inSector: cells[0], forAny: after.cells[0] }
    }
    // Norrlandsfonden names manufacturing and services, so it and its four offers stand under `restricted` for any firm.
    const { inSector: metal, forAny } = await withFund('sector:scb44-C25', [])
    const { inSector: forestry } = await withFund('sector:scb44-A02', [])
    const { forAny: without } = await withFund('sector:scb44-C25', ['actor:norrlandsfonden'])
    expect(metal?.actors).toBeGreaterThan(forAny?.actors ?? Number.NaN)
    expect(forestry?.actors).toBe(forAny?.actors)
    expect(without?.restricted).toBe((forAny?.restricted ?? Number.NaN) - 5)
  })

  it('pages through gaps in one order, whatever the size of the page', async () => {
    const page = z.object({
      supportGaps: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            place: z.object({ id: z.string(), name: z.string() }),
            need: z.object({ id: z.string() }),
            jobsAtStake: z.number(),
          }),
        ),
      }),
    })
    const ask = async (first: number, after: string | null) =>
      page.parse(
        await given.api.data(
          `query ($first: Int, $after: String, $asOf: Date) {
            supportGaps(nearerThan: LOCAL, first: $first, after: $after, asOf: $asOf) {
              totalCount pageInfo { hasNextPage endCursor } nodes { place { id name } need { id } jobsAtStake } } }`,
          { first, after, asOf },
        ),
      ).supportGaps
    const walk = async (first: number) => {
      const nodes: Awaited<ReturnType<typeof ask>>['nodes'] = []
      let answer = await ask(first, null)
      nodes.push(...answer.nodes)
      while (answer.pageInfo.hasNextPage) {
        answer = await ask(first, answer.pageInfo.endCursor)
        nodes.push(...answer.nodes)
      }
      expect(nodes).toHaveLength(answer.totalCount)
      return nodes
    }
    const byLarge = await walk(200)
    expect(await walk(67)).toEqual(byLarge)
    const { cells } = await supportCoverage(given, { by: 'MUNICIPALITY', asOf })
    expect(byLarge).toHaveLength(cells.filter(({ level }) => level !== 'LOCAL').length)
    for (const [index, gap] of byLarge.slice(1).entries()) {
      expect(gap.jobsAtStake).toBeLessThanOrEqual((byLarge[index]?.jobsAtStake ?? 0) * (1 + 1e-9))
    }
  })

  it('writes nothing where it is asked what would be', async () => {
    const before = await given.graph.read(counted, {})
    await supportWhatIf(given, {
      ...{ by: 'MUNICIPALITY', asOf },
      change: {
        addActors: [{ name: 'Inlandslån', serves: ['municipality:2463'], provides: ['area:growth-and-finance'] }],
        addInitiatives: ['initiative:bank-coaching'],
        removeActors: ['actor:almi-nord'],
        removeInitiatives: ['initiative:teknikcollege'],
      },
    })
    expect(await given.graph.read(counted, {})).toEqual(before)
  })

  it('takes what has ended as in force where asked, and says what nobody offers any longer', async () => {
    const question = { by: 'MUNICIPALITY', county: 'county:25', needs: ['need:visibility'], asOf } as const
    const lifted = async (change: Parameters<typeof supportWhatIf>[1]['change']) => {
      const { after, changed } = await supportWhatIf(given, { ...question, change })
      return { codes: after.warnings.map(({ code }) => code), changed }
    }
    const { changed, codes } = await lifted({
      addActors: [{ name: 'Synliga arbetsgivare', serves: ['county:25'], provides: ['area:visibility'] }],
    })
    expect(changed.length).toBeGreaterThan(5)
    expect(new Set(changed.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(['NONE COUNTY']))
    expect(codes).not.toContain('NOBODY_OFFERS')
    const training = { addInitiatives: ['initiative:sustainability-training'] }
    const nobody = await lifted({ ...training, removeActors: ['actor:gallivare-naringsliv', 'actor:csr-sweden'] })
    expect(nobody.codes).toContain('NOBODY_OFFERS')
    const { before, after } = await supportWhatIf(given, {
      ...{ by: 'COUNTY', county: 'county:25', needs: ['need:transition'], asOf },
      change: training,
    })
    // For small and medium-sized firms only: it reaches the county and lifts nothing.
    expect(after.cells[0]?.restricted).toBe((before.cells[0]?.restricted ?? Number.NaN) + 1)
  })

  it('lets a new actor meet needs in several places, sectors and sizes, and says what that comes to', async () => {
    const question = { by: 'MUNICIPALITY', needs: ['need:succession', 'need:visibility'], asOf } as const
    const meets = [{ need: 'need:succession', strength: 'SIDE', help: 'ADVICE' }, { need: 'need:visibility' }] as const
    const asked = async (serves: readonly string[]) =>
      supportWhatIf(given, { ...question, change: { addActors: [{ name: 'Ny', serves, meets }] } })
    const { before, after, changed, summary } = await asked(['municipality:2506', 'municipality:2422'])
    expect(changed.map(({ place, need, from, to }) => `${place} ${need} ${from} ${to}`).toSorted()).toEqual(
      ['municipality:2422', 'municipality:2506'].flatMap((place) =>
        question.needs.map((need) => `${place} ${need} NONE LOCAL`),
      ),
    )
    const jobs = (place: string) =>
      Math.max(...before.cells.filter((cell) => cell.place === place).map((cell) => cell.jobsAtStake))
    expect(summary).toMatchObject({ gapsFilled: 4, gapsOpened: 0, jobsLost: 0 })
    expect(summary.jobsReached).toBeCloseTo(jobs('municipality:2506') + jobs('municipality:2422'), 6)
    expect(after.cells.filter(({ covered }) => covered).map(({ bestEvidence }) => bestEvidence)).toEqual(
      Array(4).fill('IN_FORCE'),
    )
    // For some sectors and sizes only it reaches the places and lifts nothing.
    const limited = await asked(['municipality:2506', 'sector:sni2007-C', 'sector:sni2007-F', 'size-class:small'])
    expect(limited.changed).toEqual([])
    const restricted = ({ cells }: typeof before) => cells.map((cell) => cell.restricted)
    expect(restricted(limited.after).reduce((sum, each) => sum + each, 0)).toBe(
      restricted(limited.before).reduce((sum, each) => sum + each, 0) + 2,
    )
  })

  it('says what of a cell would be there by a change alone, with whom and with what', async () => {
    const helper = z.object({
      ...{ name: z.string(), initiative: z.object({ id: z.string() }).nullable(), help: z.array(z.string()) },
      ...{ level: z.string().nullable(), evidence: z.string() },
    })
    const cell = z.object({
      ...{ place: z.object({ id: z.string() }), need: z.object({ id: z.string() }), level: z.string() },
      ...{ bestEvidence: z.string().nullable(), restricted: z.number(), planned: z.array(helper) },
      ...{ levelIsPlanned: z.boolean(), evidenceIsPlanned: z.boolean() },
    })
    const answer = z.object({ supportCoverage: z.object({ cells: z.array(cell) }) })
    const asked = async (change: object | null) => {
      const { supportCoverage } = answer.parse(
        await given.api.data(
          `query ($change: SupportChange, $asOf: Date) {
            supportCoverage(by: MUNICIPALITY, county: "county:25", change: $change, asOf: $asOf) { cells {
              place { id } need { id } level levelIsPlanned bestEvidence evidenceIsPlanned restricted
              planned { name(lang: EN) initiative { id } help level evidence } } } }`,
          { change, asOf },
        ),
      )
      return (place: string, need: string) =>
        supportCoverage.cells.find((each) => each.place.id === place && each.need.id === need)
    }
    const today = await asked(null)
    const none = { levelIsPlanned: false, evidenceIsPlanned: false, planned: [] }
    expect(today('municipality:2506', 'need:finance')).toMatchObject({ bestEvidence: 'COMPETENCE', ...none })

    const meets = [{ need: 'need:visibility' }, { need: 'need:finance', help: 'LOAN' }]
    const after = await asked({
      addActors: [
        { name: 'Some', serves: ['county:25', 'size-class:small'], provides: ['area:visibility'] },
        { name: 'Office', serves: ['municipality:2506'], meets },
      ],
    })
    const office = { name: 'Office', initiative: null, level: 'LOCAL', evidence: 'IN_FORCE' }
    const some = { name: 'Some', initiative: null, help: [], level: null, evidence: 'COMPETENCE' }
    const planned = { levelIsPlanned: true, evidenceIsPlanned: true }
    expect(after('municipality:2506', 'need:visibility')).toMatchObject({
      ...{ level: 'LOCAL', bestEvidence: 'IN_FORCE', ...planned },
      planned: [{ ...office, help: [] }, some],
    })
    expect(after('municipality:2506', 'need:finance')).toMatchObject({
      ...{ level: 'LOCAL', bestEvidence: 'IN_FORCE', evidenceIsPlanned: true },
      planned: [{ ...office, help: ['LOAN'] }],
    })
    // For small firms alone: it reaches the place and lifts nothing.
    expect(after('municipality:2505', 'need:visibility')).toMatchObject({
      ...{ level: 'NONE', bestEvidence: null, levelIsPlanned: false, evidenceIsPlanned: false, planned: [some] },
    })
    expect(after('municipality:2505', 'need:finance')).toEqual(today('municipality:2505', 'need:finance'))

    // Who takes the place of another at the same level moves no cell, and is planned all the same.
    const instead = await asked({
      addActors: [{ name: 'Office', serves: ['municipality:2513'], meets: [{ need: 'need:bank-dialogue' }] }],
      removeActors: ['actor:business-office-2513'],
    })
    expect(today('municipality:2513', 'need:bank-dialogue')).toMatchObject({ level: 'LOCAL', ...none })
    expect(instead('municipality:2513', 'need:bank-dialogue')).toMatchObject({
      ...{ level: 'LOCAL', ...planned, planned: [{ ...office, help: [] }] },
    })

    // A proposed initiative is planned, one that is in force is there.
    const taken = await asked({ addInitiatives: ['initiative:bank-coaching', 'initiative:overkalix-supporter'] })
    const coaching = { initiative: { id: 'initiative:bank-coaching' }, help: ['COACHING'], evidence: 'IN_FORCE' }
    expect(taken('municipality:2506', 'need:bank-dialogue')?.planned).toMatchObject([coaching])
    expect(taken('municipality:2513', 'need:bank-dialogue')?.planned).toMatchObject([coaching])
    expect(taken('municipality:2513', 'need:finance')).toEqual(today('municipality:2513', 'need:finance'))
  })

  it('opens gaps where the only one who helps is taken away, and counts what is lost', async () => {
    const question = { by: 'MUNICIPALITY', needs: ['need:bank-dialogue'], asOf } as const
    const { before, summary } = await supportWhatIf(given, {
      ...question,
      change: { removeActors: ['actor:business-office-2513'] },
    })
    const lost = before.cells.filter(({ level }) => level === 'LOCAL')
    expect(lost.map(({ place }) => place)).toEqual(['municipality:2513'])
    expect(summary).toEqual({ gapsFilled: 0, gapsOpened: 1, jobsReached: 0, jobsLost: lost[0]?.jobsAtStake })
  })

  it('asks what would be of coverage, gaps and shared gaps alike, and turns nobody to whom there is not', async () => {
    const change = {
      addActors: [
        { name: 'Ny', serves: ['municipality:2506', 'municipality:2505'], meets: [{ need: 'need:visibility' }] },
        { name: 'Annan', serves: ['county:24'], meets: [{ need: 'need:succession' }] },
      ],
    }
    const node = z.object({ id: z.string() })
    const answer = z.object({
      supportWhatIf: z.object({ after: z.object({ cells: z.array(z.unknown()) }) }),
      supportCoverage: z.object({ cells: z.array(z.unknown()) }),
      supportGaps: z.object({ totalCount: z.number() }),
      gapsAfter: z.object({
        totalCount: z.number(),
        nodes: z.array(z.object({ place: node, need: node, nearestActor: z.object({ actor: node }).nullable() })),
      }),
      sharedAfter: z.object({
        nodes: z.array(z.object({ places: z.array(node), needs: z.array(node), actors: z.array(node) })),
      }),
    })
    const cells = 'cells { place { id } need { id } level jobsAtStake restricted bestEvidence }'
    const data = answer.parse(
      await given.api.data(
        `query ($change: SupportChange!, $asOf: Date) {
          supportWhatIf(by: MUNICIPALITY, change: $change, asOf: $asOf) { after { ${cells} } }
          supportCoverage(by: MUNICIPALITY, change: $change, asOf: $asOf) { ${cells} }
          supportGaps(first: 1, asOf: $asOf) { totalCount }
          gapsAfter: supportGaps(change: $change, first: 200, asOf: $asOf) {
            totalCount nodes { place { id } need { id } nearestActor { actor { id } } } }
          sharedAfter: sharedGaps(change: $change, first: 200, asOf: $asOf) {
            nodes { places { id } needs { id } actors { id } } } }`,
        { change, asOf },
      ),
    )
    expect(data.supportCoverage).toEqual(data.supportWhatIf.after)
    // Two of visibility, and succession in each of the 15 municipalities of the county.
    expect(data.gapsAfter.totalCount).toBe(data.supportGaps.totalCount - 2 - 15)
    const served = ['municipality:2506', 'municipality:2505']
    for (const { places, needs } of data.sharedAfter.nodes) {
      const [inPlaces, ofNeeds] = [places.map(({ id }) => id), needs.map(({ id }) => id)]
      if (ofNeeds.includes('need:visibility')) expect(inPlaces.filter((id) => served.includes(id))).toEqual([])
      if (ofNeeds.includes('need:succession'))
        expect(inPlaces.every((id) => id.startsWith('municipality:25'))).toBe(true)
    }
    const shown = [
      ...data.gapsAfter.nodes.flatMap(({ nearestActor }) => nearestActor?.actor ?? []),
      ...data.sharedAfter.nodes.flatMap(({ actors }) => actors),
    ]
    expect(shown.every(({ id }) => id.startsWith('actor:'))).toBe(true)
  })

  it('asks every question by the evidence that is asked for', async () => {
    const counted = z.object({ supportGaps: z.object({ totalCount: z.number() }) })
    const gapsWith = async (evidence: string) =>
      counted.parse(await given.api.data(`{ supportGaps(asOf: "${asOf}", evidence: ${evidence}) { totalCount } }`))
        .supportGaps.totalCount
    const inOrder = [
      await gapsWith('IN_FORCE'),
      await gapsWith('LAST_SEEN'),
      await gapsWith('COMPETENCE'),
      await gapsWith('AREA'),
    ]
    expect(inOrder).toEqual(inOrder.toSorted((left, right) => right - left))
    expect(new Set(inOrder).size).toBe(4)
    const { cells } = await supportCoverage(given, { by: 'MUNICIPALITY', asOf })
    const [all, none] = [await supportCoverage(given, { by: 'MUNICIPALITY', asOf, evidence: 'AREA' }), cells]
    for (const [index, cell] of none.entries()) {
      expect(cell.coveredWithLess).toBe(!cell.covered && all.cells[index]?.covered)
    }
    expect(none.some(({ coveredWithLess }) => coveredWithLess)).toBe(true)
    // Who meets a need elsewhere does so by the same evidence: of visibility no more than areas are known.
    const nearest = z.object({
      supportGaps: z.object({
        nodes: z.array(z.object({ nearestActor: z.object({ distanceKm: z.number() }).nullable() })),
      }),
      sharedGaps: z.object({ nodes: z.array(z.object({ actors: z.array(z.unknown()) })) }),
    })
    const elsewhere = async (evidence: string) => {
      const asked = `asOf: "${asOf}", evidence: ${evidence}, needs: ["need:visibility"], county: "county:24"`
      const { supportGaps, sharedGaps } = nearest.parse(
        await given.api.data(`{ supportGaps(${asked}) { nodes { nearestActor { distanceKm } } }
          sharedGaps(${asked}) { nodes { actors { id } } } }`),
      )
      return [
        supportGaps.nodes.filter(({ nearestActor }) => nearestActor !== null).length,
        sharedGaps.nodes.filter(({ actors }) => actors.length > 0).length,
      ]
    }
    expect(await elsewhere('COMPETENCE')).toEqual([0, 0])
    expect(await elsewhere('AREA')).toEqual([14, 1])
  })

  it.each([
    ['addActors: [{ name: "Ny", serves: [], meets: [{ need: "need:nothing" }] }]', 'NOT_FOUND', 'need:nothing'],
    [
      'addActors: [{ name: "Ny", serves: ["municipality:9999"], meets: [{ need: "need:finance" }] }]',
      'NOT_FOUND',
      'municipality:9999',
    ],
    ['addActors: [{ name: "Ny", serves: [], provides: ["area:nothing"] }]', 'NOT_FOUND', 'area:nothing'],
    ['addActors: [{ name: "Ny", serves: [] }]', 'BAD_USER_INPUT', 'change.addActors[0]'],
    ['addActors: [{ name: "Ny", serves: [], provides: [], meets: [] }]', 'BAD_USER_INPUT', 'change.addActors[0]'],
    [
      'addActors: [{ name: " ", serves: [], meets: [{ need: "need:finance" }] }]',
      'BAD_USER_INPUT',
      'change.addActors[0].name',
    ],
    [
      'addActors: [{ name: "Ny", serves: [], meets: [{ need: "area:training" }] }]',
      'BAD_USER_INPUT',
      'change.addActors[0].meets',
    ],
    [
      'addActors: [{ name: "Ny", serves: ["need:finance"], meets: [{ need: "need:finance" }] }]',
      'BAD_USER_INPUT',
      'change.addActors[0].serves',
    ],
  ])('refuses the change { %s }', async (change, code, of) => {
    const { errors } = await given.api.ask(`{ supportWhatIf(by: COUNTY, change: { ${change} }) { changed { to } } }`)
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument ?? extensions.id])).toEqual([
      [code, of],
    ])
  })

  it('says beside the answer that its run is stale, and what has changed', async () => {
    const warnings = z.array(z.object({ code: z.string(), message: z.string() }))
    const answer = z.object({
      supportGaps: z.object({ warnings }),
      sharedGaps: z.object({ warnings }),
      supportCoverage: z.object({ warnings }),
      supportCoverageBySector: z.object({ warnings }),
      supportWhatIf: z.object({ after: z.object({ warnings }) }).transform(({ after }) => after),
    })
    const stale = async () => {
      const data = answer.parse(
        await given.api.data(`{ supportGaps { warnings { code message(lang: EN) } } sharedGaps { warnings { code message(lang: EN) } }
          supportCoverage(by: COUNTY) { warnings { code message(lang: EN) } }
          supportCoverageBySector(place: "county:25") { warnings { code message(lang: EN) } }
          supportWhatIf(by: COUNTY, change: {}) { after { warnings { code message(lang: EN) } } } }`),
      )
      return Object.values(data).map((each) => each.warnings.find(({ code }) => code === 'RUN_STALE')?.message)
    }
    expect(await stale()).toEqual(Array(5).fill(undefined))
    const [jobs] = await given.graph.read(jobsOfVenture, {})
    await given.graph.transaction((transaction) => transaction.write(changeOfVenture, { jobs: [1, 2, 3, 4, 5] }))
    expect(await stale()).toEqual(
      Array(5).fill('The jobs are those of a stored run, and this has changed since it was calculated: the ventures.'),
    )
    await given.graph.transaction((transaction) => transaction.write(changeOfVenture, { jobs: jobs?.jobs ?? [] }))
  })
})
