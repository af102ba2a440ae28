import { describe, expect, it } from 'vitest'
import type { SupportActor } from '../../src/support/facts/actors.js'
import type { Sme } from '../../src/support/facts/sme.js'
import { matchSupport, type SupportQuestion } from '../../src/support/matching/match-rule.js'
import {
  actor,
  area,
  asked,
  boden,
  can,
  core,
  finance,
  growth,
  initiative,
  lapsed,
  limits,
  luleå,
  named,
  naming,
  norrbotten,
  place,
  skills,
  smeInBoden,
  sweden,
  terms,
  training,
  transition,
  västerbotten,
  within,
} from './facts.js'

const manufacturing = named('sector:C')
const metal = named('sector:C25')
const small = named('size-class:small')
const umeå = place('municipality:Umeå')

/** Asks for finance, for a firm in Boden, by weights that weigh nothing. */
function ask(actors: readonly SupportActor[], given: Partial<SupportQuestion> = {}) {
  return matchSupport(actors, { ...asked, evidence: 'COMPETENCE', sme: smeInBoden(), needs: [finance], ...given })
}

const reachOf = (only: SupportActor, sme: Sme = smeInBoden()) => ask([only], { sme }).matches.map(({ reach }) => reach)
const helpsWith = [can(finance)]

describe('an actor reaches an SME', () => {
  it.each([
    ['its municipality', [boden], boden],
    ['its county', [norrbotten], norrbotten],
    ['the country', [sweden], sweden],
    ['the nearest of several', [sweden, norrbotten, boden], boden],
  ])('through %s', (_, places, reach) => {
    expect(reachOf(actor('actor:a', { helpsWith, limits: limits({ places: naming(...places) }) }))).toEqual([reach.id])
  })

  it('through the whole country where it names no place', () => {
    expect(reachOf(actor('actor:a', { helpsWith }))).toEqual([sweden.id])
  })

  it.each([
    ['another municipality', naming(luleå)],
    ['another county', naming(västerbotten)],
    ['a place, and that has lapsed', lapsed<typeof boden>()],
  ])('not where it names %s', (_, places) => {
    expect(reachOf(actor('actor:a', { helpsWith, limits: limits({ places }) }))).toEqual([])
  })

  it('in the sector that it names, or one below it, and in no other', () => {
    const forManufacturing = actor('actor:a', { helpsWith, limits: limits({ sectors: naming(manufacturing) }) })
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(metal, manufacturing) }))).toHaveLength(1)
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(manufacturing) }))).toHaveLength(1)
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(named('sector:F')) }))).toHaveLength(0)
  })

  it('of the size class that it names, and of no other', () => {
    const forSmall = actor('actor:a', { helpsWith, limits: limits({ sizes: naming(small) }) })
    expect(reachOf(forSmall, smeInBoden({ sizes: within(small) }))).toHaveLength(1)
    expect(reachOf(forSmall, smeInBoden({ sizes: within(named('size-class:medium')) }))).toHaveLength(0)
  })

  it('whose sector and size are not known, with an "if"', () => {
    const limited = limits({ sectors: naming(manufacturing), sizes: naming(small, named('size-class:medium')) })
    const [match] = ask([actor('actor:A', { helpsWith, limits: limited })]).matches
    expect(match?.reasons).toMatchObject([
      {
        textEn:
          'A helps firms in the whole country with “finance”, if you are a small or medium-sized firm and work in “C”.',
        textSv:
          'A hjälper företag i hela landet med ”finance”, om ni är ett litet eller medelstort företag och verkar inom ”C”.',
      },
    ])
  })

  it('whose municipality is not known, with an "if", and not outside the county that is', () => {
    const somewhere = smeInBoden({
      places: { within: within(norrbotten, sweden).within, perhapsWithin: new Set([boden.id]) },
    })
    const local = (named: typeof boden) => actor('actor:A', { helpsWith, limits: limits({ places: naming(named) }) })
    expect(ask([local(boden)], { sme: somewhere }).matches[0]?.reasons[0]?.textEn).toMatch(/, if you are in Boden\.$/)
    expect(reachOf(local(luleå), somewhere)).toEqual([])
  })
})

describe('an initiative', () => {
  const loan = initiative('initiative:loan', { help: ['LOAN'], meets: [core(finance)] })

  it('takes the limits of who offers it where it names none of a kind', () => {
    const offering = (places: (typeof boden)[]) =>
      actor('actor:a', { offers: [loan], limits: limits({ places: naming(...places) }) })
    expect(reachOf(offering([norrbotten]))).toEqual([norrbotten.id])
    expect(reachOf(offering([västerbotten]))).toEqual([])
  })

  it('reaches by the place that it names itself, which then stands in the text and not on the path', () => {
    const covering = { ...loan, limits: limits({ places: naming(norrbotten) }) }
    const [match] = ask([actor('actor:A', { offers: [covering], limits: limits({ places: naming(luleå) }) })]).matches
    expect(match).toMatchObject({
      reach: norrbotten.id,
      reasons: [
        {
          path: ['actor:A', 'initiative:loan', finance.id],
          textEn: 'A offers “loan” in Norrbotten: a loan for “finance”.',
          textSv: 'A erbjuder ”loan” i Norrbotten: ett lån för ”finance”.',
        },
      ],
    })
  })

  it('that covers another place does not reach, though its actor does', () => {
    const covering = { ...loan, limits: limits({ places: naming(västerbotten) }) }
    expect(reachOf(actor('actor:a', { offers: [covering], limits: limits({ places: naming(boden) }) }))).toEqual([])
  })

  it('gives a match to each actor that offers it', () => {
    const offering = ['actor:a', 'actor:b'].map((id) => actor(id, { offers: [loan] }))
    expect(ask(offering).matches.map((match) => match.actor)).toEqual(['actor:a', 'actor:b'])
  })

  it('that is proposed counts only where asked for, and says so', () => {
    const offering = actor('actor:A', { offers: [{ ...loan, status: 'PROPOSED', evidence: null }] })
    expect(ask([offering])).toMatchObject({ matches: [], unmet: [finance.id], moreWithLess: 0 })
    const [match] = ask([offering], { includeProposed: true }).matches
    expect(match?.reasons[0]).toMatchObject({
      textEn: 'A is proposed to offer “loan” in the whole country: a loan for “finance”.',
      textSv: 'A föreslås erbjuda ”loan” i hela landet: ett lån för ”finance”.',
    })
  })

  it('with a failed term is not offered; one not known is a condition, and an "if" where it is about the SME', () => {
    const check = { ...loan, terms: terms({ minEmployees: 2, maxEmployees: 49, maxShare: 0.5 }) }
    const offering = actor('actor:A', { offers: [check] })
    expect(ask([offering], { sme: smeInBoden({ employees: 50 }) }).matches).toEqual([])
    const [match] = ask([offering]).matches
    expect(match?.initiatives).toMatchObject([
      {
        initiative: loan.id,
        meets: [{ need: finance.id, strength: 'CORE', evidence: 'IN_FORCE' }],
        conditions: [
          { term: 'EMPLOYEES', verdict: 'UNKNOWN', textEn: 'Only if you have 2–49 employees.' },
          { term: 'SHARE', verdict: 'UNKNOWN' },
        ],
      },
    ])
    expect(match?.reasons[0]?.textEn).toMatch(/for “finance”, if you have 2–49 employees\.$/)
    const [known] = ask([offering], { sme: smeInBoden({ employees: 49 }) }).matches
    expect(known?.initiatives[0]?.conditions[0]).toMatchObject({ verdict: 'MET', textEn: 'You have 2–49 employees.' })
    expect(known?.reasons[0]?.textEn).not.toContain(' if ')
  })

  it('that was last seen long ago is told as what was, one of a few years ago as what may still be', () => {
    const seen = (year: number, evidence: 'LAST_SEEN' | 'COMPETENCE') => {
      const lastSeen = { year, undatedPage: null }
      const old = { ...loan, status: 'UNCONFIRMED' as const, evidence, lastSeen }
      return ask([actor('actor:A', { offers: [old] })]).matches[0]
    }
    expect(seen(2019, 'LAST_SEEN')).toMatchObject({
      evidence: 'LAST_SEEN',
      initiatives: [{ meets: [{ lastSeen: 2019 }] }],
      reasons: [{ textEn: 'A offers “loan” in the whole country: a loan for “finance” (last seen in 2019).' }],
    })
    expect(seen(2009, 'COMPETENCE')).toMatchObject({
      evidence: 'COMPETENCE',
      reasons: [
        {
          textEn: 'A offered “loan” in the whole country: a loan for “finance” (last seen in 2009).',
          textSv: 'A erbjöd ”loan” i hela landet: ett lån för ”finance” (senast sett 2009).',
        },
      ],
    })
  })
})

describe('evidence', () => {
  const inForce = actor('actor:a-in-force', { offers: [initiative('initiative:i', { meets: [core(finance)] })] })
  const old = initiative('initiative:old', { status: 'UNCONFIRMED', evidence: 'LAST_SEEN', meets: [core(finance)] })
  const lastSeen = actor('actor:b-last-seen', { offers: [old] })
  const competent = actor('actor:c-competent', { helpsWith })
  const inField = actor('actor:d-in-field', { provides: [growth] })
  const all = [inField, competent, lastSeen, inForce]

  it.each([
    ['IN_FORCE', 1],
    ['LAST_SEEN', 2],
    ['COMPETENCE', 3],
    ['AREA', 4],
  ] as const)('of at least %s counts, and what has less is counted beside', (evidence, count) => {
    const { matches, moreWithLess, unmet } = ask(all, { evidence })
    expect(matches.map(({ actor: id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .toReversed()
        .slice(0, count),
    )
    expect(moreWithLess).toBe(4 - count)
    expect(unmet).toEqual([])
  })

  it('of which only a field is known is no answer, and the need is not met', () => {
    expect(ask([inField])).toEqual({ matches: [], unmet: [finance.id], doors: [], moreWithLess: 1 })
  })

  it('of a field comes last whatever its score, and is said as no more', () => {
    const sme = smeInBoden()
    const local = { ...inField, limits: limits({ places: naming(boden) }) }
    const weights = { ...asked.weights, nearness: { LOCAL: 1, COUNTY: 0, NATIONAL: 0 } }
    const { matches } = ask([local, competent], { evidence: 'AREA', sme, weights })
    expect(matches.map(({ actor: id }) => id)).toEqual([competent.id, local.id])
    expect(matches[1]).toMatchObject({
      reasons: [
        {
          path: [boden.id, local.id, growth.id, finance.id],
          textEn: 'd-in-field works in Boden in “growth”, to which the need “finance” belongs.',
          textSv: 'd-in-field verkar i Boden inom ”growth”, där behovet ”finance” hör hemma.',
        },
      ],
    })
  })

  it('better than a field leaves the field unsaid, and an offer leaves unsaid what its actor can in general', () => {
    const both = actor('actor:a', { provides: [growth], helpsWith, offers: inForce.offers })
    const [match] = ask([both], { evidence: 'AREA' }).matches
    expect(match).toMatchObject({
      through: [],
      evidence: 'IN_FORCE',
      reasons: [{ path: ['actor:a', 'initiative:i', finance.id] }],
    })
    expect(match?.reasons).toHaveLength(1)
  })
})

describe('doors', () => {
  const here = limits({ places: naming(boden) })
  const office = actor('actor:office', { kind: 'BUSINESS_OFFICE', provides: [growth], limits: here })

  it('are offices of which no more than the field is known, and the office of the place whatever the need', () => {
    expect(ask([office], { evidence: 'AREA' })).toMatchObject({ matches: [], doors: [office.id], moreWithLess: 0 })
    expect(ask([office], { needs: [skills] })).toMatchObject({ doors: [office.id], unmet: [skills.id] })
    const elsewhere = { ...office, limits: limits({ places: naming(luleå) }) }
    expect(ask([elsewhere]).doors).toEqual([])
  })

  it('are no offices that are known to help', () => {
    expect(ask([{ ...office, helpsWith }])).toMatchObject({ matches: [{ actor: office.id }], doors: [] })
  })

  it('are groups of organisations, whatever is known of them', () => {
    const banks = actor('actor:banks', { kind: 'GROUP', helpsWith })
    expect(ask([banks])).toMatchObject({ matches: [], doors: [banks.id], unmet: [] })
    expect(ask([banks], { needs: [skills] }).doors).toEqual([])
  })
})

describe('what the asker adds', () => {
  const loan = initiative('initiative:loan', { help: ['LOAN'], meets: [core(finance)] })
  const grant = initiative('initiative:grant', { help: ['GRANT'], meets: [core(finance)] })

  it('wants some kinds of help: offers of others do not count, and what an actor can is of no kind', () => {
    const fund = actor('actor:fund', { offers: [grant, loan] })
    const offered = (wants: SupportQuestion['wants'], of = fund) =>
      ask([of], { wants }).matches.map(({ initiatives }) => initiatives.map(({ initiative: id }) => id))
    expect(offered(null)).toEqual([[grant.id, loan.id]])
    expect(offered(['LOAN', 'COACHING'])).toEqual([[loan.id]])
    expect(offered(['COACHING'])).toEqual([])
    expect(offered(['COACHING'], actor('actor:adviser', { helpsWith }))).toEqual([[]])
  })

  it.each([
    [true, ['initiative:abroad']],
    [null, ['initiative:abroad']],
    [false, []],
  ])('exports: %s', (exports, expected) => {
    const abroad = initiative('initiative:abroad', { meets: [core(finance, { ifExporting: true })] })
    const { matches } = ask([actor('actor:A', { offers: [abroad] })], { sme: smeInBoden({ exports }) })
    expect(matches.flatMap(({ initiatives }) => initiatives.map(({ initiative: id }) => id))).toEqual(expected)
    if (exports === null) {
      expect(matches[0]?.reasons[0]).toMatchObject({
        textEn: expect.stringMatching(/, if you export or supply firms that do\.$/),
        textSv: expect.stringMatching(/, om ni exporterar eller levererar till företag som gör det\.$/),
      })
    }
  })

  it('was founded: an offer for young firms takes the old ones out', () => {
    const young = initiative('initiative:young', { meets: [core(finance)], terms: terms({ maxAgeYears: 5 }) })
    const found = (ageYears: number | null) =>
      ask([actor('actor:a', { offers: [young] })], { sme: smeInBoden({ ageYears }) }).matches[0]?.initiatives[0]
    expect(found(5)?.conditions).toMatchObject([{ term: 'AGE', verdict: 'MET' }])
    expect(found(6)).toBeUndefined()
    expect(found(null)?.conditions).toMatchObject([{ term: 'AGE', verdict: 'UNKNOWN' }])
  })

  const inUmeå = smeInBoden({ places: within(umeå, västerbotten, sweden) })
  const region = [norrbotten, västerbotten]
  const meeting = initiative('initiative:meeting', { meets: [core(finance, { viaBuyer: true })] })
  const park = actor('actor:park', { offers: [meeting], limits: limits({ places: naming(boden) }) })

  it('a way by a buyer leads from its place to the firms of the whole region, and is said once', () => {
    expect(ask([park], { sme: inUmeå, region }).matches[0]).toMatchObject({
      reach: västerbotten.id,
      reasons: [
        {
          path: ['actor:park', meeting.id, finance.id],
          textEn: 'park offers “meeting” to firms of the whole region: help for “finance”.',
          textSv: 'park erbjuder ”meeting” åt företag i hela regionen: hjälp för ”finance”.',
        },
      ],
    })
    expect(ask([park], { sme: inUmeå, region: [norrbotten] }).matches).toEqual([])
    const [here] = ask([park], { region }).matches
    expect(here?.reasons.map(({ textEn }) => textEn)).toEqual(['park offers “meeting” in Boden: help for “finance”.'])
  })

  it('names a buyer: ways to a buyer lead there from where it is alone', () => {
    const buyerIn = (site: typeof boden) => ({ region, buyerSites: within(site, norrbotten, sweden).within })
    expect(ask([park], { sme: inUmeå, ...buyerIn(boden) }).matches).toHaveLength(1)
    expect(ask([park], { sme: inUmeå, ...buyerIn(luleå) }).matches).toEqual([])
    expect(ask([park], buyerIn(luleå)).matches).toEqual([])
  })
})

describe('the answer', () => {
  it('is ordered by score, then name, then id', () => {
    const weights = { ...asked.weights, nearness: { LOCAL: 0.03, COUNTY: 0.02, NATIONAL: 0.01 } }
    const actors = [
      actor('actor:b', { helpsWith }),
      { ...actor('actor:z', { helpsWith }), sortName: 'a' },
      { ...actor('actor:a', { helpsWith }), sortName: 'a' },
      actor('actor:near', { helpsWith, limits: limits({ places: naming(boden) }) }),
    ]
    const found = ask(actors, { weights }).matches.map((match) => match.actor)
    expect(found).toEqual(['actor:near', 'actor:a', 'actor:z', 'actor:b'])
    expect(ask(actors.toReversed(), { weights }).matches.map((match) => match.actor)).toEqual(found)
  })

  it('lists needs, areas and initiatives by name, and needs that nobody meets', () => {
    const both = area('area:both', skills, transition)
    const offers = ['initiative:y', 'initiative:x'].map((id) => initiative(id, { addresses: [both] }))
    const needs = [transition, skills, finance]
    const answer = ask([actor('actor:a', { provides: [training], offers })], { needs, evidence: 'AREA' })
    expect(answer.unmet).toEqual([finance.id])
    expect(answer.matches).toMatchObject([
      {
        meets: [skills.id, transition.id],
        through: ['area:both', 'area:training'],
        initiatives: [{ initiative: 'initiative:x' }, { initiative: 'initiative:y' }],
      },
    ])
  })

  it('gives a path for each way, what fits best first', () => {
    const loan = initiative('initiative:loan', { meets: [core(finance)] })
    const regional = limits({ places: naming(norrbotten) })
    const weights = { ...asked.weights, strength: { CORE: 0.5, SIDE: 0.5 } }
    const helping = [can(finance), can(skills)]
    const inField = { provides: [training], offers: [loan], helpsWith: helping, limits: regional }
    const question = { needs: [finance, skills, transition], weights, evidence: 'AREA' } as const
    expect(ask([actor('actor:a', inField)], question).matches[0]?.reasons.map(({ path }) => path)).toEqual([
      [norrbotten.id, 'actor:a', 'initiative:loan', finance.id],
      [norrbotten.id, 'actor:a', skills.id],
      [norrbotten.id, 'actor:a', training.id, transition.id],
    ])
  })

  it('leaves out an actor that meets none of the needs', () => {
    const others = actor('actor:a', { helpsWith: [can(skills)] })
    expect(ask([others])).toEqual({ matches: [], unmet: [finance.id], doors: [], moreWithLess: 0 })
  })
})
