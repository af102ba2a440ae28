import { describe, expect, it } from 'vitest'
import { type SupportCell, supportCells } from '../../src/support/coverage/cell-rule.js'
import type { CoveredPlace } from '../../src/support/coverage/means-rule.js'
import type { SupportActor } from '../../src/support/facts/actors.js'
import {
  actor,
  boden,
  can,
  core,
  everyWay,
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
  sweden,
  terms,
  training,
  västerbotten,
} from './facts.js'

const inBoden: CoveredPlace = {
  id: boden.id,
  within: new Set([boden.id, norrbotten.id, sweden.id]),
  municipalities: new Set(),
}
const inNorrbotten: CoveredPlace = {
  id: norrbotten.id,
  within: new Set([norrbotten.id, sweden.id]),
  municipalities: new Set([boden.id, luleå.id]),
}

function cell(actors: readonly SupportActor[], place = inBoden): SupportCell | undefined {
  return supportCells(actors, [place], [finance], everyWay)[0]
}

const provides = [growth]
const serving = (...places: (typeof boden)[]) => limits({ places: naming(...places) })
const loan = initiative('initiative:loan', { addresses: [growth] })
const uncovered = { level: 'NONE', actors: 0, initiatives: 0, restricted: 0, localActors: 0, covered: false }

describe('a municipality', () => {
  it.each([
    ['LOCAL', [boden, sweden]],
    ['COUNTY', [norrbotten]],
    ['NATIONAL', [sweden]],
  ])('is covered at the level %s from the nearest place that an actor names', (level, places) => {
    expect(cell([actor('actor:a', { provides, limits: serving(...places) })])).toMatchObject({
      ...{ level, actors: 1, initiatives: 0, restricted: 0, covered: true },
    })
  })

  it('is covered nationally by an actor that names no place', () => {
    expect(cell([actor('actor:a', { provides })])).toMatchObject({ level: 'NATIONAL', actors: 1 })
  })

  it('is not covered by one that names other places, or that named one which has lapsed', () => {
    const others = [serving(luleå), serving(västerbotten), limits({ places: lapsed() })]
    expect(cell(others.map((each, index) => actor(`actor:${index}`, { provides, limits: each })))).toMatchObject(
      uncovered,
    )
  })

  it('is not lifted by actors that also name a sector or size, even one that has lapsed', () => {
    const restricted = [
      limits({ sectors: naming(named('sector:C')) }),
      limits({ sizes: naming(named('size-class:small')) }),
      limits({ sizes: lapsed() }),
    ]
    const actors = restricted.map((each, index) => actor(`actor:${index}`, { provides, limits: each }))
    expect(cell(actors)).toMatchObject({ ...uncovered, restricted: 3 })
  })

  it('takes its level from an initiative too, which is counted apart', () => {
    const actors = [
      actor('actor:national', { provides }),
      actor('actor:local', { offers: [loan], limits: serving(boden) }),
    ]
    expect(cell(actors)).toMatchObject({ level: 'LOCAL', actors: 1, initiatives: 1 })
  })

  it('counts an initiative once, from the nearest of those who offer it that lets anyone use it', () => {
    const forSmall = { ...serving(boden), sizes: naming(named('size-class:small')) }
    const actors = [
      actor('actor:a', { offers: [loan], limits: forSmall }),
      actor('actor:b', { offers: [loan], limits: serving(norrbotten) }),
      actor('actor:c', { offers: [loan], limits: serving(sweden) }),
    ]
    expect(cell(actors)).toMatchObject({ level: 'COUNTY', initiatives: 1, restricted: 0 })
    expect(cell(actors.slice(0, 1))).toMatchObject({ level: 'NONE', initiatives: 0, restricted: 1 })
  })

  it('is reached by the place that an initiative names itself, whatever its actor serves', () => {
    const covering = { ...loan, limits: serving(norrbotten) }
    expect(cell([actor('actor:a', { offers: [covering], limits: serving(luleå) })])).toMatchObject({ level: 'COUNTY' })
    const elsewhere = { ...loan, limits: serving(luleå) }
    expect(cell([actor('actor:a', { offers: [elsewhere], limits: serving(boden) })])).toMatchObject(uncovered)
  })

  it('is not lifted by an initiative with a term, and not reached by one that excludes it', () => {
    const withTerm = { ...loan, terms: terms({ lengthMonths: 12 }) }
    expect(cell([actor('actor:a', { offers: [withTerm] })])).toMatchObject({ ...uncovered, restricted: 1 })
    const excluding = { ...loan, terms: terms({ excluded: { wholly: [boden], partly: [], words: null } }) }
    expect(cell([actor('actor:a', { offers: [excluding] })])).toMatchObject(uncovered)
  })

  it('is not covered by what is proposed', () => {
    const proposed = { ...loan, status: 'PROPOSED', evidence: null } as const
    expect(cell([actor('actor:a', { offers: [proposed] })])).toMatchObject(uncovered)
  })
})

describe('by what it is known', () => {
  const direct = initiative('initiative:direct', { meets: [core(finance)] })
  const lastSeen = { ...direct, id: 'initiative:seen', status: 'UNCONFIRMED', evidence: 'LAST_SEEN' } as const
  const long = { ...direct, id: 'initiative:long-ago', status: 'UNCONFIRMED', evidence: 'COMPETENCE' } as const
  const known = [
    actor('actor:in-force', { offers: [direct] }),
    actor('actor:last-seen', { offers: [lastSeen] }),
    actor('actor:long-ago', { offers: [long], helpsWith: [can(finance)] }),
    actor('actor:area', { provides }),
  ]

  it.each([
    ['IN_FORCE', 0, 1],
    ['LAST_SEEN', 0, 2],
    ['COMPETENCE', 1, 3],
    ['AREA', 2, 3],
  ] as const)('counts what is known at least as %s', (evidence, actors, initiatives) => {
    const [found] = supportCells(known, [inBoden], [finance], { region: [], evidence })
    expect(found).toMatchObject({ actors, initiatives, bestEvidence: 'IN_FORCE', coveredWithLess: false })
  })

  it.each([
    ['IN_FORCE', 'NONE', null, true],
    ['COMPETENCE', 'NONE', null, true],
    ['AREA', 'NATIONAL', 'AREA', false],
  ] as const)('says what less would cover, with the least %s', (evidence, level, bestEvidence, coveredWithLess) => {
    const [found] = supportCells(known.slice(3), [inBoden], [finance], { region: [], evidence })
    expect(found).toMatchObject({ level, bestEvidence, coveredWithLess, covered: level !== 'NONE' })
  })

  it('says nothing of less where that would be restricted too, or is for nobody', () => {
    const small = limits({ sizes: naming(named('size-class:small')) })
    for (const actors of [[], [actor('actor:area', { provides, limits: small })]]) {
      const [found] = supportCells(actors, [inBoden], [finance], { region: [], evidence: 'COMPETENCE' })
      expect(found).toMatchObject({ covered: false, coveredWithLess: false, restricted: 0 })
    }
  })

  it('takes the level from what counts alone', () => {
    const near = actor('actor:near', { provides, limits: serving(boden) })
    const [found] = supportCells([near, ...known], [inBoden], [finance], { region: [], evidence: 'COMPETENCE' })
    expect(found).toMatchObject({ level: 'NATIONAL', actors: 1 })
  })
})

describe('what leads by a buyer', () => {
  const park = actor('actor:park', { helpsWith: [can(finance, { viaBuyer: true })], limits: serving(luleå) })
  const wanted = { region: [norrbotten, västerbotten], evidence: 'COMPETENCE' } as const

  it('lifts its own place, is restricted in others of the region, and both local and restricted in its county', () => {
    const inLuleå = { ...inBoden, id: luleå.id, within: new Set([luleå.id, norrbotten.id, sweden.id]) }
    const cells = supportCells([park], [inLuleå, inBoden, inNorrbotten], [finance], wanted)
    expect(cells.map(({ level, actors, restricted, localActors }) => [level, actors, restricted, localActors])).toEqual(
      [
        ['LOCAL', 1, 0, 0],
        ['NONE', 0, 1, 0],
        ['NONE', 0, 1, 1],
      ],
    )
  })

  it('is for nobody outside the region', () => {
    const elsewhere = { ...inBoden, within: new Set(['municipality:Umeå', 'county:Västerbotten', sweden.id]) }
    expect(supportCells([park], [elsewhere], [finance], { ...wanted, region: [norrbotten] })[0]).toMatchObject(
      uncovered,
    )
  })

  it('is restricted where it is only for those who export', () => {
    const exporting = actor('actor:export', { helpsWith: [can(finance, { ifExporting: true })] })
    expect(supportCells([exporting], [inBoden], [finance], wanted)[0]).toMatchObject({ ...uncovered, restricted: 1 })
  })
})

describe('a county', () => {
  it('is covered by those that serve it or the country; those of its municipalities are counted apart', () => {
    const actors = [
      actor('actor:county', { provides, limits: serving(norrbotten, boden) }),
      actor('actor:country', { provides }),
      actor('actor:local', { provides, limits: serving(boden, luleå) }),
      actor('actor:elsewhere', { provides, limits: serving(västerbotten) }),
    ]
    expect(cell(actors, inNorrbotten)).toMatchObject({ level: 'COUNTY', actors: 2, localActors: 1 })
  })

  it('is not covered by local actors alone, and does not count those for some SMEs only', () => {
    const local = actor('actor:local', { provides, limits: serving(boden) })
    expect(cell([local], inNorrbotten)).toMatchObject({ ...uncovered, localActors: 1 })
    const forSmall = { ...serving(boden), sizes: naming(named('size-class:small')) }
    expect(cell([{ ...local, limits: forSmall }], inNorrbotten)).toMatchObject(uncovered)
  })
})

it('has a cell for each place and need, in the order given', () => {
  const cells = supportCells(
    [actor('actor:a', { provides: [training] })],
    [inBoden, inNorrbotten],
    [skills, finance],
    everyWay,
  )
  expect(cells.map(({ place, need, covered }) => [place, need, covered])).toEqual([
    [boden.id, skills.id, true],
    [boden.id, finance.id, false],
    [norrbotten.id, skills.id, true],
    [norrbotten.id, finance.id, false],
  ])
})
