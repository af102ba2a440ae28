import { describe, expect, it } from 'vitest'
import type { Named } from '../../src/language/wording.js'
import type { SupportActor } from '../../src/support/facts/actors.js'
import type { Sme } from '../../src/support/facts/sme.js'
import { matchSupport } from '../../src/support/matching/match-rule.js'
import {
  actor,
  area,
  asked,
  boden,
  finance,
  growth,
  initiative,
  lapsed,
  limits,
  luleå,
  named,
  naming,
  norrbotten,
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

function ask(
  actors: readonly SupportActor[],
  {
    sme = smeInBoden(),
    needs = [finance],
    includeProposed = false,
  }: {
    sme?: Sme
    needs?: readonly Named[]
    includeProposed?: boolean
  } = {},
) {
  return matchSupport(actors, { ...asked, sme, needs, includeProposed })
}

const reachOf = (only: SupportActor, sme?: Sme) => ask([only], sme ? { sme } : {}).matches.map(({ reach }) => reach)

describe('an actor reaches an SME', () => {
  const provides = [growth]

  it.each([
    ['its municipality', [boden], boden],
    ['its county', [norrbotten], norrbotten],
    ['the country', [sweden], sweden],
    ['the nearest of several', [sweden, norrbotten, boden], boden],
  ])('through %s', (_, places, reach) => {
    expect(reachOf(actor('actor:a', { provides, limits: limits({ places: naming(...places) }) }))).toEqual([reach.id])
  })

  it('through the whole country where it names no place', () => {
    expect(reachOf(actor('actor:a', { provides }))).toEqual([sweden.id])
  })

  it.each([
    ['another municipality', naming(luleå)],
    ['another county', naming(västerbotten)],
    ['a place, and that has lapsed', lapsed<typeof boden>()],
  ])('not where it names %s', (_, places) => {
    expect(reachOf(actor('actor:a', { provides, limits: limits({ places }) }))).toEqual([])
  })

  it('in the sector that it names, or one below it, and in no other', () => {
    const forManufacturing = actor('actor:a', { provides, limits: limits({ sectors: naming(manufacturing) }) })
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(metal, manufacturing) }))).toHaveLength(1)
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(manufacturing) }))).toHaveLength(1)
    expect(reachOf(forManufacturing, smeInBoden({ sectors: within(named('sector:F')) }))).toHaveLength(0)
  })

  it('of the size class that it names, and of no other', () => {
    const forSmall = actor('actor:a', { provides, limits: limits({ sizes: naming(small) }) })
    expect(reachOf(forSmall, smeInBoden({ sizes: within(small) }))).toHaveLength(1)
    expect(reachOf(forSmall, smeInBoden({ sizes: within(named('size-class:medium')) }))).toHaveLength(0)
  })

  it('whose sector and size are not known, with an "if"', () => {
    const limited = limits({ sectors: naming(manufacturing), sizes: naming(small, named('size-class:medium')) })
    const [match] = ask([actor('actor:A', { provides, limits: limited })]).matches
    expect(match?.reasons.map(({ textEn }) => textEn)).toEqual([
      'A serves the whole country and gives support in “growth”, which meets the need “finance”, if you are a small or medium-sized firm and work in “C”.',
    ])
    expect(match?.reasons.map(({ textSv }) => textSv)).toEqual([
      'A verkar i hela landet och ger stöd inom ”growth”, som möter behovet ”finance”, om ni är ett litet eller medelstort företag och verkar inom ”C”.',
    ])
  })

  it('whose municipality is not known, with an "if", and not outside the county that is', () => {
    const somewhere = smeInBoden({
      places: { within: within(norrbotten, sweden).within, perhapsWithin: new Set([boden.id]) },
    })
    const local = (named: typeof boden) => actor('actor:A', { provides, limits: limits({ places: naming(named) }) })
    expect(ask([local(boden)], { sme: somewhere }).matches[0]?.reasons[0]?.textEn).toMatch(/, if you are in Boden\.$/)
    expect(reachOf(local(luleå), somewhere)).toEqual([])
  })
})

describe('an initiative', () => {
  const loan = initiative('initiative:loan', { addresses: [growth] })

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
          path: ['actor:A', 'initiative:loan', growth.id, finance.id],
          textEn: 'A offers “loan” in Norrbotten: support in “growth”, which meets the need “finance”.',
          textSv: 'A erbjuder ”loan” i Norrbotten: stöd inom ”growth”, som möter behovet ”finance”.',
        },
      ],
    })
  })

  it('of an actor that names no place leaves the reach the whole country', () => {
    const covering = { ...loan, limits: limits({ places: naming(norrbotten) }) }
    expect(reachOf(actor('actor:a', { offers: [covering] }))).toEqual([sweden.id])
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
    const offering = actor('actor:A', { offers: [{ ...loan, status: 'PROPOSED' }] })
    expect(ask([offering])).toEqual({ matches: [], unmet: [finance.id] })
    const [match] = ask([offering], { includeProposed: true }).matches
    expect(match?.reasons[0]?.textEn).toMatch(/^A serves the whole country and is proposed to offer “loan”: /)
    expect(match?.reasons[0]?.textSv).toMatch(/^A verkar i hela landet och föreslås erbjuda ”loan”: /)
  })

  it('with a failed term is not offered; one not known is a condition, and an "if" where it is about the SME', () => {
    const check = { ...loan, terms: terms({ minEmployees: 2, maxEmployees: 49, maxShare: 0.5 }) }
    const offering = actor('actor:A', { offers: [check] })
    expect(ask([offering], { sme: smeInBoden({ employees: 50 }) }).matches).toEqual([])
    const [match] = ask([offering]).matches
    expect(match?.initiatives).toMatchObject([
      {
        initiative: loan.id,
        conditions: [
          { term: 'EMPLOYEES', verdict: 'UNKNOWN', textEn: 'Only if you have 2–49 employees.' },
          { term: 'SHARE', verdict: 'UNKNOWN' },
        ],
      },
    ])
    expect(match?.reasons[0]?.textEn).toMatch(/the need “finance”, if you have 2–49 employees\.$/)
    const [known] = ask([offering], { sme: smeInBoden({ employees: 49 }) }).matches
    expect(known?.initiatives[0]?.conditions[0]).toMatchObject({ verdict: 'MET', textEn: 'You have 2–49 employees.' })
    expect(known?.reasons[0]?.textEn).not.toContain(' if ')
  })
})

describe('the answer', () => {
  const local = limits({ places: naming(boden) })
  const regional = limits({ places: naming(norrbotten) })

  it('scores needs met, nearness and a source other than the assessment', () => {
    const needs = [finance, transition, skills]
    const scoreOf = (only: SupportActor) => ask([only], { needs }).matches[0]?.score
    expect(scoreOf(actor('actor:a', { provides: [growth], limits: local }))).toBeCloseTo(0.7 / 3 + 0.2)
    expect(scoreOf(actor('actor:a', { provides: [growth], limits: regional }))).toBeCloseTo(0.7 / 3 + 0.4 / 3 + 0.1)
    expect(scoreOf(actor('actor:a', { provides: [growth, training] }))).toBeCloseTo(0.7 + 0.2 / 3 + 0.1)
  })

  it('gives nothing for a source of an area that meets none of the needs', () => {
    const other = [growth, training]
    expect(ask([actor('actor:a', { provides: other, limits: local })]).matches[0]?.score).toBeCloseTo(0.9)
  })

  it('is ordered by score, then name, then id', () => {
    const provides = [growth]
    const actors = [
      actor('actor:b', { provides }),
      { ...actor('actor:z', { provides }), sortName: 'a' },
      { ...actor('actor:a', { provides }), sortName: 'a' },
      actor('actor:near', { provides, limits: local }),
    ]
    expect(ask(actors).matches.map((match) => match.actor)).toEqual(['actor:near', 'actor:a', 'actor:z', 'actor:b'])
  })

  it('lists needs, areas and initiatives by name, and needs that nobody meets', () => {
    const both = area('area:both', skills, transition)
    const offers = [
      initiative('initiative:y', { addresses: [both] }),
      initiative('initiative:x', { addresses: [both] }),
    ]
    const answer = ask([actor('actor:a', { provides: [training], offers })], {
      needs: [transition, skills, finance],
    })
    expect(answer.unmet).toEqual([finance.id])
    expect(answer.matches).toMatchObject([
      {
        meets: [skills.id, transition.id],
        through: ['area:both', 'area:training'],
        initiatives: [{ initiative: 'initiative:x' }, { initiative: 'initiative:y' }],
      },
    ])
  })

  it('gives a path for each way: place, actor, initiative, area, need, where the actor names the place', () => {
    const loan = initiative('initiative:loan', { addresses: [growth] })
    const [match] = ask([actor('actor:a', { provides: [growth], offers: [loan], limits: regional })]).matches
    expect(match?.reasons.map(({ path }) => path)).toEqual([
      [norrbotten.id, 'actor:a', growth.id, finance.id],
      [norrbotten.id, 'actor:a', 'initiative:loan', growth.id, finance.id],
    ])
  })

  it('leaves out an actor that meets none of the needs', () => {
    expect(ask([actor('actor:a', { provides: [training] })])).toEqual({ matches: [], unmet: [finance.id] })
  })
})
