import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'

const id = z.object({ id: z.string() }).transform((entity) => entity.id)
const matches = z.object({
  supportFor: z.object({
    unmet: z.array(id),
    nodes: z.array(
      z.object({
        ...{ actor: id, reach: id, meets: z.array(id) },
        initiatives: z.array(z.object({ initiative: z.object({ id: z.string(), status: z.string() }) })),
        reasons: z.array(z.object({ text: z.string() })),
      }),
    ),
  }),
})
const level = z.object({ level: z.string(), covered: z.boolean(), jobsAtStake: z.number() })

/** The day on which the report's answers are asked for: its own summer. */
const asOf = '2022-06-30'

describeOnSeededGraph('what the report asks', (given) => {
  const supportFor = async (profile: object, includeProposed = false) =>
    matches.parse(
      await given.api.data(
        `query ($profile: SmeProfile!, $proposed: Boolean, $asOf: Date) {
          supportFor(profile: $profile, includeProposed: $proposed, first: 200, asOf: $asOf) {
            unmet { id }
            nodes { actor { id } reach { ... on Entity { id } } meets { id } reasons { text(lang: SV) }
              initiatives { initiative { id status(asOf: $asOf) } } } } }`,
        { profile, proposed: includeProposed, asOf },
      ),
    ).supportFor

  // Section 3.2: a support actor says that an investment some ten kilometres inland of Umeå is hard to finance, even for
  // a stable firm that has grown for generations.
  it('who meets a small welding firm’s need of capital inland: funds and banks of the county, from nearer one small lender', async () => {
    const welding = { sector: 'sector:sni2007-C25', sizeClass: 'SMALL', needs: ['need:finance'] }
    const { unmet, nodes } = await supportFor({ municipality: 'municipality:2463', ...welding })
    expect(unmet).toEqual([])
    const actors = nodes.map(({ actor }) => actor)
    expect(actors).toEqual(
      expect.arrayContaining(['actor:norrlandsfonden', 'actor:almi-nord', 'actor:sparbanken-nord']),
    )
    expect(nodes.filter(({ reach }) => reach === 'municipality:2463').map(({ actor }) => actor)).toEqual([
      'actor:garantia',
    ])
    // Beside it, in Umeå, some are near.
    const { nodes: inUmeå } = await supportFor({ municipality: 'municipality:2480', ...welding })
    expect(inUmeå.map(({ reach }) => reach)).toContain('municipality:2480')
    // The jobs that it holds back lie inland alone.
    const gaps = z.object({ supportCoverage: z.object({ cells: z.array(level.extend({ place: id })) }) }).parse(
      await given.api.data(
        `query ($asOf: Date) { supportCoverage(by: MUNICIPALITY, county: "county:24", needs: ["need:finance"], asOf: $asOf) {
          cells { place { id } level covered jobsAtStake } } }`,
        { asOf },
      ),
    ).supportCoverage.cells
    expect(gaps.find(({ place }) => place === 'municipality:2480')?.jobsAtStake).toBe(0)
    expect(gaps.find(({ place }) => place === 'municipality:2463')?.jobsAtStake).toBeGreaterThan(0)
  })

  // Chapter 5, on what regions could make possible: coaching before a bank visit is named as a measure that could work.
  it('who helps before a bank visit: no coaching yet; if it came, the business office', async () => {
    const firm = { municipality: 'municipality:2506', sizeClass: 'SMALL', needs: ['need:bank-dialogue'] }
    const offered = (nodes: Awaited<ReturnType<typeof supportFor>>['nodes']) =>
      nodes.filter(({ initiatives }) =>
        initiatives.some(({ initiative }) => initiative.id === 'initiative:bank-coaching'),
      )
    expect(offered((await supportFor(firm)).nodes)).toEqual([])
    const [office, ...others] = offered((await supportFor(firm, true)).nodes)
    expect(others).toEqual([])
    expect(office).toMatchObject({ actor: 'actor:business-office-2506', reach: 'municipality:2506' })
    expect(office?.reasons.map(({ text }) => text).join(' ')).toContain('föreslås erbjuda ”Coaching inför bankbesök”')
  })

  it('and then every municipality would have such help at home', async () => {
    const whatIf = z.object({
      supportWhatIf: z.object({
        before: z.object({ cells: z.array(level) }),
        after: z.object({ cells: z.array(level) }),
        changed: z.array(z.object({ from: z.string(), to: z.string() })),
      }),
    })
    const { before, after, changed } = whatIf.parse(
      await given.api.data(
        `query ($asOf: Date) { supportWhatIf(by: MUNICIPALITY, needs: ["need:bank-dialogue"], asOf: $asOf,
            change: { addInitiatives: ["initiative:bank-coaching"] }) {
          before { cells { level covered jobsAtStake } } after { cells { level covered jobsAtStake } } changed { from to } } }`,
        { asOf },
      ),
    ).supportWhatIf
    expect(after.cells.map((cell) => cell.level)).toEqual(Array(29).fill('LOCAL'))
    expect(changed).toHaveLength(before.cells.filter((cell) => cell.level !== 'LOCAL').length)
    expect(changed.length).toBeGreaterThan(0)
    expect(after.cells.map(({ jobsAtStake }) => jobsAtStake)).toEqual(
      before.cells.map(({ jobsAtStake }) => jobsAtStake),
    )
  })

  // Section 3.5: firms want training in sustainability and safety so as to meet the demands of large buyers; footnote 11
  // and the section name the one in Gällivare, in three sessions.
  it('who can teach sustainability demands, and where: Gällivare’s training in its years, and not after', async () => {
    const teaching = async (municipality: string, day: string) => {
      const served = z.object({
        supportFor: z.object({
          nodes: z.array(z.object({ actor: id, initiatives: z.array(z.object({ initiative: id })) })),
        }),
      })
      const { nodes } = served.parse(
        await given.api.data(
          `query ($profile: SmeProfile!, $day: Date) { supportFor(profile: $profile, first: 200, asOf: $day) {
            nodes { actor { id } initiatives { initiative { id } } } } }`,
          { profile: { municipality, sizeClass: 'SMALL', needs: ['need:transition'] }, day },
        ),
      ).supportFor
      return nodes
        .filter(({ initiatives }) =>
          initiatives.some((each) => each.initiative === 'initiative:sustainability-training'),
        )
        .map(({ actor }) => actor)
        .toSorted()
    }
    const both = ['actor:csr-sweden', 'actor:gallivare-naringsliv']
    expect(await teaching('municipality:2523', asOf)).toEqual(both)
    expect(await teaching('municipality:2580', asOf)).toEqual(both)
    expect(await teaching('municipality:2480', asOf)).toEqual([])
    expect(await teaching('municipality:2523', '2024-06-30')).toEqual([])
  })

  // Chapter 5, on how regions could make measures possible: business offices meet with the region, share what works and
  // find ways to act together across municipal borders.
  it('which municipalities should act together: those that lack the same, with who could serve them', async () => {
    const shared = z.object({
      sharedGaps: z.object({
        nodes: z.array(
          z.object({ places: z.array(id), needs: z.array(id), jobsAtStake: z.number(), actors: z.array(id) }),
        ),
      }),
    })
    const { nodes } = shared.parse(
      await given.api.data(
        `query ($asOf: Date) { sharedGaps(first: 200, asOf: $asOf) {
          nodes { places { id } needs { id } jobsAtStake actors { id } } } }`,
        { asOf },
      ),
    ).sharedGaps
    const gaps = z.object({
      supportGaps: z.object({
        totalCount: z.number(),
        nodes: z.array(z.object({ place: id, need: id, jobsAtStake: z.number() })),
      }),
    })
    const { supportGaps } = gaps.parse(
      await given.api.data(
        `query ($asOf: Date) { supportGaps(first: 200, asOf: $asOf) { totalCount nodes { place { id } need { id } jobsAtStake } } }`,
        { asOf },
      ),
    )
    expect(supportGaps.nodes).toHaveLength(supportGaps.totalCount)
    expect(nodes.length).toBeGreaterThan(0)
    for (const { places, needs, jobsAtStake, actors } of nodes) {
      const lacked = supportGaps.nodes.filter(({ place, need }) => places.includes(place) && needs.includes(need))
      expect(lacked).toHaveLength(places.length * needs.length)
      expect(jobsAtStake).toBeCloseTo(
        lacked.reduce((sum, each) => sum + each.jobsAtStake, 0),
        6,
      )
      expect(actors.length).toBeGreaterThan(0)
    }
    // What nobody meets is nowhere left out: each gap that two municipalities share stands in a group.
    const places = (need: string) => supportGaps.nodes.filter((gap) => gap.need === need).map(({ place }) => place)
    for (const { place, need } of supportGaps.nodes.filter((gap) => places(gap.need).length > 1)) {
      expect(nodes.some((group) => group.places.includes(place) && group.needs.includes(need))).toBe(true)
    }
  })
})
