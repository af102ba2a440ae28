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

/** Needs that are met in one municipality alone, and by whom. */
const onlyAtHome = [
  ['need:bank-dialogue', 'actor:business-office-2513', 'municipality:2513'],
  ['need:buyer-size-demand', 'actor:gallivare-naringsliv', 'municipality:2523'],
] as const

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
      // Who meets such a need at all sits in one municipality, so a group without that one has somebody to turn to.
      for (const [need, helper, home] of onlyAtHome) {
        if (needs.includes(need) && !places.includes(home)) expect(actors).toContain(helper)
      }
    }
    expect(nodes.some(({ actors }) => actors.length > 0)).toBe(true)
    // What nobody meets is nowhere left out: each gap that two municipalities share stands in a group.
    const places = (need: string) => supportGaps.nodes.filter((gap) => gap.need === need).map(({ place }) => place)
    for (const { place, need } of supportGaps.nodes.filter((gap) => places(gap.need).length > 1)) {
      expect(nodes.some((group) => group.places.includes(place) && group.needs.includes(need))).toBe(true)
    }
  })

  const cells = async (need: string, evidence = 'COMPETENCE') =>
    z
      .object({
        supportCoverage: z.object({
          cells: z.array(
            level.extend({
              place: id,
              initiatives: z.number(),
              restricted: z.number(),
              bestEvidence: z.string().nullable(),
            }),
          ),
        }),
      })
      .parse(
        await given.api.data(
          `query ($needs: [ID!], $asOf: Date, $evidence: SupportEvidence) {
            supportCoverage(by: MUNICIPALITY, needs: $needs, asOf: $asOf, evidence: $evidence) {
              cells { place { id } level covered jobsAtStake initiatives restricted bestEvidence } } }`,
          { needs: [need], asOf, evidence },
        ),
      ).supportCoverage.cells

  // Section 3.2, on generational change: many leaders near the age of pension, and uncertainty in the firm where it is not
  // settled who takes over. The report names nobody who helps with that.
  it('who helps a firm that is to be handed over: nobody for any firm, anywhere; loans for some who buy', async () => {
    const found = await cells('need:succession')
    expect(found).toHaveLength(29)
    expect(found.every(({ covered, bestEvidence }) => !covered && bestEvidence === null)).toBe(true)
    expect(found.every(({ restricted }) => restricted > 0)).toBe(true)
    // Of retirement alike, and of visibility as an employer (chapter 5 asks that it be shown how one lives there).
    for (const need of ['need:retirement', 'need:visibility']) {
      expect((await cells(need)).filter(({ covered }) => covered)).toEqual([])
    }
  })

  // Section 3.2: a firm may not be prepared for the bank's questions, and may need more advice from those who promote
  // business; section 3.5 repeats that the dialogue with the bank is to be solved in the countryside.
  it('who prepares a firm for the bank: one municipality’s office, and nobody elsewhere', async () => {
    const met = (await cells('need:bank-dialogue')).filter(({ covered }) => covered)
    expect(met.map(({ place, bestEvidence }) => [place, bestEvidence])).toEqual([['municipality:2513', 'COMPETENCE']])
  })

  // Section 3.2: away from the coast and the ventures banks lend with great restraint, and other forms of finance are needed.
  it('what finances any firm inland: no offer, only what lenders can do in general', async () => {
    const inland = (await cells('need:finance')).filter(({ jobsAtStake }) => jobsAtStake > 0)
    expect(inland).toHaveLength(17)
    for (const { initiatives, bestEvidence, restricted } of inland) {
      expect([initiatives, bestEvidence]).toEqual([0, 'COMPETENCE'])
      expect(restricted).toBeGreaterThan(0)
    }
    expect((await cells('need:finance', 'LAST_SEEN')).filter(({ covered }) => covered)).toEqual([])
  })

  // Section 3.5: municipalities have the closest contact with the ventures, and ought to share what they are told of time.
  it('which municipalities tell firms when: a few of 29, those of the ventures among them', async () => {
    const local = (await cells('need:timing')).filter((cell) => cell.level === 'LOCAL').map(({ place }) => place)
    expect(local.length).toBeLessThanOrEqual(6)
    expect(local).toEqual(expect.arrayContaining(['municipality:2482', 'municipality:2580', 'municipality:2582']))
  })

  // Section 3.3: large firms want few and larger suppliers; section 3.5 says that small ones can meet that together.
  it('who helps small firms to be large enough: Gällivare’s joint bids alone', async () => {
    const met = (await cells('need:buyer-size-demand')).filter(({ covered }) => covered)
    expect(met.map(({ place }) => place)).toEqual(['municipality:2523'])
  })
})
