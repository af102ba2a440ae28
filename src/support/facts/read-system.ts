import type { Knowledge } from '../../edition/knowledge.js'
import type { Named, Sentence } from '../../language/wording.js'
import { Kept } from '../../reference/kept.js'
import type { Initiative, Meeting, SupportActor, SupportArea } from './actors.js'
import { byName } from './by-name.js'
import type { Place } from './geography.js'
import { confirmedSince, evidenceOn } from './initiative-status.js'
import type { Level, Limit, Limits } from './limits.js'
import {
  actorsOnDay,
  initiativesOnDay,
  type LimitRow,
  type MeetingRow,
  needsWithAreas,
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
  const needsById = byId(needs.map(({ need }) => need))
  const offerLasts = Math.max(...edition.matching.evidence.lastSeen.map(({ years }) => years))
  const initiatives = byId(
    initiativeRows.map(
      ({ initiative, status, lastSeenYear, undatedPage, limits, meets, addresses, terms, ...own }): Initiative => {
        const lastSeen = { year: lastSeenYear, undatedPage }
        return {
          ...{ ...initiative, ...own, status, lastSeen, evidence: evidenceOn(asOf, status, lastSeen, offerLasts) },
          limits: limitsOf(limits, places),
          meets: meetingsOf(meets, needsById),
          addresses: found(addresses, areas),
          terms: termsIn(terms, places),
        }
      },
    ),
  )
  const actors = actorRows.map(
    ({
      actor,
      kind,
      buysFor,
      address,
      mailbox,
      telephone,
      limits,
      helpsWith,
      provides,
      offers,
      seats,
    }): SupportActor => ({
      ...{ ...actor, buysFor, kind: kind ?? '' },
      contact: { url: address === null ? null : `https://${address}`, mailbox, telephone },
      limits: limitsOf(limits, places),
      helpsWith: meetingsOf(helpsWith, needsById).map((meeting) => ({ ...meeting, evidence: 'COMPETENCE' })),
      provides: found(provides, areas),
      offers: found(offers, initiatives),
      seats: found(seats, places),
    }),
  )
  const { country, counties, sizeRule } = edition
  const region = found(counties, places)
  return { country, region, sizeRule, actors, places, needs: needsById, areas, initiatives }
}

function meetingsOf(rows: readonly MeetingRow[], needs: ReadonlyMap<string, Named>): Meeting[] {
  return rows.flatMap(({ need: id, ...meeting }) => {
    const need = needs.get(id)
    return need ? [{ need, ...meeting }] : []
  })
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

function termsIn(row: TermsRow, places: ReadonlyMap<string, Place>): Terms {
  const { excludedPlaces, partlyExcludedPlaces, excludedTextSv, excludedTextEn } = row
  return {
    ...row,
    amountOf: row.amountOf ?? 'SUPPORT',
    forExporters: row.forExporters ?? false,
    replacesSecurity: row.replacesSecurity ?? false,
    largeScale: row.largeScale ?? false,
    excluded: {
      wholly: found(excludedPlaces ?? [], places).toSorted(byName),
      partly: found(partlyExcludedPlaces ?? [], places).toSorted(byName),
      words: inBothLanguages(excludedTextSv, excludedTextEn),
    },
    others: sentencesOf(row.otherTermsSv, row.otherTermsEn),
    presupposes: sentencesOf(row.presupposesSv, row.presupposesEn),
  }
}

function sentencesOf(sv: readonly string[] | null, en: readonly string[] | null): Sentence[] {
  return (sv ?? en ?? []).map((_, index) => inBothLanguages(sv?.[index], en?.[index])).filter((words) => words !== null)
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
