import type { Knowledge } from '../../edition/knowledge.js'
import type { Named, Sentence } from '../../language/wording.js'
import { Kept } from '../../reference/kept.js'
import type { Initiative, Provision, SupportActor, SupportArea } from './actors.js'
import { byName } from './by-name.js'
import type { Place } from './geography.js'
import { confirmedSince } from './initiative-status.js'
import type { Level, Limit, Limits } from './limits.js'
import {
  actorsOnDay,
  initiativesOnDay,
  type LimitRow,
  needsWithAreas,
  type ProvisionRow,
  placesWithHolders,
  type TermsRow,
} from './queries.js'
import type { SupportSystem } from './system.js'
import type { Terms } from './terms.js'

/** The support system as it stood on a day, as long as the graph is the same. */
export const supportSystem = new Kept('support system', readSupportSystem)

/** Reads who supports SMEs, with what and where, as it stood on a day. */
export async function readSupportSystem({ graph, edition }: Knowledge, asOf: string): Promise<SupportSystem> {
  const [placeRows, needRows, actorRows, initiativeRows] = await Promise.all([
    graph.read(placesWithHolders, {}),
    graph.read(needsWithAreas, {}),
    graph.read(actorsOnDay, { asOf }),
    graph.read(initiativesOnDay, { asOf, confirmedSince: confirmedSince(asOf) }),
  ])
  const places = byId(
    placeRows.map(({ place, kind, within, population, inland, latitude, longitude }) => ({
      ...{ ...place, level: levelOfKind[kind], population, inland },
      within: new Set(within),
      position: latitude === null || longitude === null ? null : { latitude, longitude },
    })),
  )
  const needs = needRows.toSorted((left, right) => left.position - right.position || byName(left.need, right.need))
  const areas = areasOf(needs)
  const provisionsOf = (rows: readonly ProvisionRow[]) => provisions(rows, areas, edition.assessment)
  const initiatives = byId(
    initiativeRows.map(
      ({ initiative, status, limits, addresses, terms }): Initiative => ({
        ...initiative,
        status,
        limits: limitsOf(limits, places),
        addresses: provisionsOf(addresses),
        terms: termsOf(terms, places),
      }),
    ),
  )
  const actors = actorRows.map(
    ({ actor, limits, provides, offers, seats }): SupportActor => ({
      ...actor,
      limits: limitsOf(limits, places),
      provides: provisionsOf(provides),
      offers: found(offers, initiatives),
      seats: found(seats, places).flatMap(({ position }) => position ?? []),
    }),
  )
  const { country, sizeRule } = edition
  return { country, sizeRule, actors, places, needs: byId(needs.map(({ need }) => need)), areas, initiatives }
}

const levelOfKind: Readonly<Record<'MUNICIPALITY' | 'COUNTY' | 'COUNTRY', Level>> = {
  MUNICIPALITY: 'LOCAL',
  COUNTY: 'COUNTY',
  COUNTRY: 'NATIONAL',
}

/** The areas that meet any need, each with the needs that it meets. */
function areasOf(needs: readonly { readonly need: Named; readonly areas: readonly Named[] }[]) {
  const areas = byId(needs.flatMap((row) => row.areas))
  return byId(
    [...areas.values()].map((area): SupportArea => {
      const met = needs.filter((row) => row.areas.some(({ id }) => id === area.id))
      return { ...area, meets: met.map(({ need }) => need) }
    }),
  )
}

function limitsOf(rows: readonly LimitRow[], places: ReadonlyMap<string, Place>): Limits {
  const placeRows = rows.filter(({ named }) => places.has(named.id))
  return {
    places: { named: placeRows.length > 0, inForce: found(idsInForce(placeRows), places).toSorted(byName) },
    sectors: limitOf(rows.filter(({ kind }) => kind === 'SECTOR')),
    sizes: limitOf(rows.filter(({ kind }) => kind === 'SIZE_CLASS')),
  }
}

function limitOf(rows: readonly LimitRow[]): Limit {
  const entities = byId(rows.map(({ named }) => named))
  return { named: rows.length > 0, inForce: found(idsInForce(rows), entities).toSorted(byName) }
}

function idsInForce(rows: readonly LimitRow[]): string[] {
  return [...new Set(rows.filter(({ inForce }) => inForce).map(({ named }) => named.id))]
}

/** One provision an area, sourced where any of its relationships is. @param assessment the source of the region's own judgement. */
function provisions(
  rows: readonly ProvisionRow[],
  areas: ReadonlyMap<string, SupportArea>,
  assessment: string,
): Provision[] {
  return found([...new Set(rows.map(({ area }) => area))], areas).map((area) => ({
    area,
    sourced: rows.some((row) => row.area === area.id && row.source !== assessment),
  }))
}

function termsOf(row: TermsRow, places: ReadonlyMap<string, Place>): Terms {
  const { excludedPlaces, partlyExcludedPlaces, excludedTextSv, excludedTextEn, otherTermsSv, otherTermsEn } = row
  const others = otherTermsSv ?? otherTermsEn ?? []
  return {
    ...row,
    amountOf: row.amountOf ?? 'SUPPORT',
    excluded: {
      wholly: found(excludedPlaces ?? [], places).toSorted(byName),
      partly: found(partlyExcludedPlaces ?? [], places).toSorted(byName),
      words: inBothLanguages(excludedTextSv, excludedTextEn),
    },
    others: others
      .map((_, index) => inBothLanguages(otherTermsSv?.[index], otherTermsEn?.[index]))
      .filter((words) => words !== null),
  }
}

/** Words in both languages, each standing in where the other is missing. */
function inBothLanguages(sv: string | null | undefined, en: string | null | undefined): Sentence | null {
  const textSv = sv ?? en
  const textEn = en ?? sv
  return textSv && textEn ? { textSv, textEn } : null
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

function found<Item>(ids: readonly string[], items: ReadonlyMap<string, Item>): Item[] {
  return ids.map((id) => items.get(id)).filter((item) => item !== undefined)
}
