import { describe, expect, it } from 'vitest'
import { foundFor } from '../../src/support/coverage/found-for-rule.js'
import type { SupportActor } from '../../src/support/facts/actors.js'
import type { NamedPlace } from '../../src/support/facts/limits.js'
import type { SupportSystem } from '../../src/support/facts/system.js'
import {
  actor,
  boden,
  can,
  core,
  finance,
  growth,
  initiative,
  limits,
  luleå,
  named,
  naming,
  norrbotten,
  skills,
  sweden,
  terms,
} from './facts.js'

const placeIn = (place: NamedPlace, ...holders: NamedPlace[]) => ({
  ...{ ...place, population: 1, inland: false, position: null },
  within: new Set([place, ...holders].map(({ id }) => id)),
})
const places = [placeIn(boden, norrbotten, sweden), placeIn(luleå, norrbotten, sweden), placeIn(norrbotten, sweden)]
const municipalities = [boden.id, luleå.id]

const systemOf = (only: SupportActor): SupportSystem => ({
  ...{ country: sweden.id, sizeRule: [], region: [norrbotten], actors: [only] },
  places: new Map(places.map((place) => [place.id, place])),
  needs: new Map([finance, skills].map((need) => [need.id, need])),
  areas: new Map([[growth.id, growth]]),
  initiatives: new Map(),
})
const found = (given: Partial<SupportActor>) => {
  const only = actor('actor:Almi', given)
  return foundFor(only, systemOf(only), municipalities)
}

describe('for which needs firms find an actor', () => {
  it('is by each of its offers and by itself, the best known first, in as many municipalities as it reaches', () => {
    const { needs, unfound, ofMunicipalities } = found({
      helpsWith: [can(finance)],
      offers: [
        initiative('initiative:loan', { meets: [core(finance)], limits: limits({ places: naming(boden) }) }),
        initiative('initiative:old', { meets: [core(skills)], evidence: 'LAST_SEEN', status: 'UNCONFIRMED' }),
      ],
    })
    const own = { need: finance.id, initiative: null, evidence: 'COMPETENCE', municipalities: 2, isRestricted: false }
    expect(needs).toEqual([
      { ...own, initiative: 'initiative:loan', evidence: 'IN_FORCE', municipalities: 1 },
      own,
      { ...own, need: skills.id, initiative: 'initiative:old', evidence: 'LAST_SEEN' },
    ])
    expect([unfound, ofMunicipalities]).toEqual([[], 2])
  })

  it('says of an offer with terms that it is for some firms', () => {
    const { needs } = found({
      offers: [initiative('initiative:loan', { meets: [core(finance)], terms: terms({ minEmployees: 5 }) })],
    })
    expect(needs.map(({ isRestricted }) => isRestricted)).toEqual([true])
  })

  it('says why an offer is not found', () => {
    const { unfound } = found({
      offers: [
        initiative('initiative:a-ended', { meets: [core(finance)], status: 'ENDED', evidence: null }),
        initiative('initiative:b-of-no-need'),
        initiative('initiative:c-by-area', { addresses: [growth] }),
        initiative('initiative:d-elsewhere', {
          ...{ meets: [core(finance)], limits: limits({ places: naming({ ...named('county:10'), level: 'COUNTY' }) }) },
        }),
      ],
    })
    expect(unfound.map(({ why }) => why)).toEqual(['NOT_IN_FORCE', 'NO_NEED', 'AREA_ALONE', 'NO_PLACE'])
  })

  it('says of an actor to which nothing leads that it is not found itself', () => {
    expect(found({}).unfound).toEqual([{ initiative: null, why: 'NO_NEED' }])
    expect(found({ helpsWith: [can(finance)] }).unfound).toEqual([])
  })
})
