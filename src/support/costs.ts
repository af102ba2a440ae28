import { type Asked, all, byFirms, type Costs, lengthOf, upTo } from '../cost/field-cost.js'
import type { Edition } from '../edition/edition.js'

/** Needs that are asked about; all where none are named. */
const needsOf = ({ size, rootArgs }: Asked): number => lengthOf(rootArgs.needs, size.nodes('Need'))

/** Municipalities of a county at most. */
const inCounty = ({ size }: Pick<Asked, 'size'>): number => size.degrees('County', ['IN_COUNTY'], 'IN').most

const industriesOf = ({ size, rootArgs }: Asked): number =>
  lengthOf(rootArgs.sectors, size.degrees('InputOutputTable', ['HAS_INDUSTRY'], 'OUT').most)

/** What a change adds is held against every cell; the ids that it names are charged as all arguments are. */
const changing =
  (work: (asked: Asked) => number) =>
  (asked: Asked): number => {
    const { change } = asked.args
    const actors = typeof change === 'object' && change !== null && 'addActors' in change ? change.addActors : null
    return work(asked) + 0.4 * lengthOf(actors, 0)
  }

/** What a change adds, all of which may help in a cell. */
const addedBy = ({ rootArgs: { change } }: Asked): number => {
  if (typeof change !== 'object' || change === null) return 0
  const length = (name: string) => lengthOf(name in change ? Reflect.get(change, name) : null, 0)
  return length('addActors') + length('addInitiatives')
}

const coverage = byFirms(45, 4.5)
const warnings = upTo(20)

/** @param meant how many counties a question means that names none. */
export function supportCosts({ counties: { length: meant } }: Pick<Edition, 'counties'>): Costs {
  const placesOf = (asked: Asked): number => {
    const { by, county } = asked.rootArgs
    const counties = county ? 1 : meant
    return by === 'COUNTY' ? counties : counties * inCounty(asked)
  }
  const cells = { rows: (asked: Asked) => placesOf(asked) * needsOf(asked) }
  return {
    Query: {
      supportActors: {
        scanned: ({ size }) => size.nodes('SupportActor'),
        work: ({ args }) => (args.filter ? 20 : 0),
      },
      supportFor: { work: () => 40, ...all('SupportActor') },
      supportCoverage: { work: changing(coverage), argument: 'county' },
      supportCoverageBySector: { work: byFirms(70, 9), argument: 'place' },
      supportGaps: { work: changing(byFirms(60, 4.5)), argument: 'county' },
      sharedGaps: { work: changing(byFirms(40, 4.5)), argument: 'county' },
      foundFor: { work: () => 20 },
      stale: { work: byFirms(40, 1) },
      supportWhatIf: { work: changing(coverage), argument: 'county' },
    },
    SupportActor: { otherNames: upTo(10) },
    Coverage: { cells, warnings: { ...warnings, work: () => 5 } },
    CoverageCell: { planned: { rows: addedBy } },
    WhatIf: { changed: cells },
    SectorCoverage: {
      cells: { rows: (asked) => (asked.rootArgs.place ? 1 : meant) * industriesOf(asked) * needsOf(asked) },
      warnings: { ...warnings, work: () => 5 },
    },
    SupportGapConnection: { warnings: { ...warnings, work: () => 5 } },
    SharedGap: {
      places: { rows: (asked) => meant * inCounty(asked) },
      needs: all('Need'),
      actors: all('SupportActor'),
    },
    SharedGapConnection: { warnings: { ...warnings, work: () => 5 } },
    FoundFor: { needs: upTo(60), unfound: upTo(20) },
    Reason: { path: upTo(6) },
    SupportMatch: {
      meets: all('Need'),
      through: all('SupportArea'),
      initiatives: upTo(20),
      reasons: upTo(100),
      weighed: upTo(13),
    },
    OfferedInitiative: { conditions: upTo(12), meets: upTo(10) },
    SupportMatchConnection: {
      warnings: upTo(3),
      unmet: all('Need'),
      nobodyFor: all('Need'),
      doors: all('SupportActor'),
      assumed: upTo(6),
    },
    NobodyFor: { notInForce: upTo(20) },
    InitiativeTerms: { excludedPlaces: upTo(20) },
  }
}
