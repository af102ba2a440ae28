import { describe, expect, it } from 'vitest'
import { type SupportCell, supportCells } from '../../src/support/coverage/cell-rule.js'
import type { CoveredPlace } from '../../src/support/coverage/means-rule.js'
import type { SupportActor } from '../../src/support/facts/actors.js'
import {
  actor,
  boden,
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
    expect(cell([actor('actor:a', { offers: [{ ...loan, status: 'PROPOSED' }] })])).toMatchObject(uncovered)
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
