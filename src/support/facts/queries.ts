import { z } from 'zod'
import { helpKinds } from '../../classification/help-kind.js'
import { legalForms } from '../../classification/legal-form.js'
import { needStrengths } from '../../classification/need-strength.js'
import { reservations } from '../../classification/reservation.js'
import { sizeClasses } from '../../classification/size-class.js'
import { query } from '../../graph/query.js'
import { holdsOn } from '../../graph/relationship-days.js'
import { initiativeStatuses, initiativeStatusOn } from './initiative-status.js'
import { amountKinds } from './terms.js'

const named = z.object({ id: z.string(), nameSv: z.string(), nameEn: z.string(), sortName: z.string() })

/** A node's id and its names in both languages, each standing in where the other is missing. */
const namesOf = (node: string): string => `{
    id: ${node}.id,
    nameSv: coalesce(${node}.nameSv, ${node}.nameEn, ${node}.id),
    nameEn: coalesce(${node}.nameEn, ${node}.nameSv, ${node}.id),
    sortName: ${node}.sortName}`

const placeRow = z.object({
  place: named,
  kind: z.enum(['MUNICIPALITY', 'COUNTY', 'COUNTRY']),
  within: z.array(z.string()),
  population: z.number().nullable(),
  inland: z.boolean(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})

/** Every place with itself and what holds it. */
export const placesWithHolders = query<Record<never, never>>()(
  'places with what holds them',
  placeRow,
  `MATCH (place:Place)
   MATCH (place)-[:IN_COUNTY|IN_COUNTRY*0..2]->(holder)
   RETURN ${namesOf('place')} AS place, place.entityKind AS kind, collect(DISTINCT holder.id) AS within,
     place.population AS population, coalesce(place.inland, false) AS inland,
     place.latitude AS latitude, place.longitude AS longitude`,
)

/** Every need with the support areas that meet it. */
export const needsWithAreas = query<Record<never, never>>()(
  'needs with the areas that meet them',
  z.object({ need: named, position: z.number(), areas: z.array(named) }),
  `MATCH (need:Need)
   CALL (need) {
     MATCH (need)<-[:MEETS]-(area:SupportArea)
     RETURN collect(DISTINCT ${namesOf('area')}) AS areas
   }
   RETURN ${namesOf('need')} AS need, need.order AS position, areas`,
)

const limitRow = z.object({ kind: z.string(), named, inForce: z.boolean() })

/** A place, sector or size class that an actor or initiative names, whether or not that still holds. */
export type LimitRow = z.infer<typeof limitRow>

const limitMap = `{
       kind: limitation.entityKind, named: ${namesOf('limitation')}, inForce: ${holdsOn('limit', '$asOf')}}`

const meetingRow = z.object({
  need: z.string(),
  strength: z.enum(needStrengths),
  viaBuyer: z.boolean(),
  ifExporting: z.boolean(),
  reservations: z.array(z.enum(reservations)),
  largeScale: z.boolean(),
})

/** That an actor itself, or an initiative, meets a need. */
export type MeetingRow = z.infer<typeof meetingRow>

const meetingMap = `{
       need: need.id, strength: meets.strength, viaBuyer: coalesce(meets.viaBuyer, false),
       ifExporting: coalesce(meets.ifExporting, false), reservations: coalesce(meets.reservations, []),
       largeScale: coalesce(meets.largeScale, false)}`

/**
 * Every actor with whom it serves, where it sits, and what it provides and offers on a day. The support system is read
 * whole: it has a few hundred nodes however many firms the graph holds, and one rule decides who reaches whom.
 */
export const actorsOnDay = query<{ asOf: string }>()(
  'actors with limits, areas and initiatives on a day',
  z.object({
    actor: named,
    kind: z.string().nullable(),
    buysFor: z.array(z.string()),
    address: z.string().nullable(),
    mailbox: z.string().nullable(),
    telephone: z.string().nullable(),
    limits: z.array(limitRow),
    helpsWith: z.array(meetingRow),
    provides: z.array(z.string()),
    offers: z.array(z.string()),
    seats: z.array(z.string()),
  }),
  `MATCH (actor:SupportActor)
   CALL (actor) {
     MATCH (actor)-[limit:SERVES]->(limitation)
     RETURN collect(${limitMap}) AS limits
   }
   CALL (actor) {
     MATCH (actor)-[meets:HELPS_WITH]->(need:Need)
     WHERE ${holdsOn('meets', '$asOf')}
     RETURN collect(${meetingMap}) AS helpsWith
   }
   CALL (actor) {
     MATCH (actor)-[provides:PROVIDES]->(area:SupportArea)
     WHERE ${holdsOn('provides', '$asOf')}
     RETURN collect(DISTINCT area.id) AS provides
   }
   CALL (actor) {
     MATCH (actor)-[offers:OFFERS]->(initiative:Initiative)
     WHERE ${holdsOn('offers', '$asOf')}
     RETURN collect(DISTINCT initiative.id) AS offers
   }
   CALL (actor) {
     MATCH (actor)-[located:LOCATED_IN]->(seat:Municipality)
     WHERE ${holdsOn('located', '$asOf')}
     RETURN collect(DISTINCT seat.id) AS seats
   }
   RETURN ${namesOf('actor')} AS actor, actor.kind AS kind, coalesce(actor.buysFor, []) AS buysFor, actor.address AS address, actor.mailbox AS mailbox,
     actor.telephone AS telephone, limits, helpsWith, provides, offers, seats`,
)

const termsRow = z.object({
  minEmployees: z.number().nullable(),
  maxEmployees: z.number().nullable(),
  minTurnover: z.number().nullable(),
  maxTurnover: z.number().nullable(),
  maxShare: z.number().nullable(),
  minAmount: z.number().nullable(),
  maxAmount: z.number().nullable(),
  amountOf: z.enum(amountKinds).nullable(),
  lengthMonths: z.number().nullable(),
  maxAgeYears: z.number().nullable(),
  forExporters: z.boolean().nullable(),
  replacesSecurity: z.boolean().nullable(),
  largeScale: z.boolean().nullable(),
  excludedPlaces: z.array(z.string()).nullable(),
  partlyExcludedPlaces: z.array(z.string()).nullable(),
  excludedTextSv: z.string().nullable(),
  excludedTextEn: z.string().nullable(),
  otherTermsSv: z.array(z.string()).nullable(),
  otherTermsEn: z.array(z.string()).nullable(),
  presupposesSv: z.array(z.string()).nullable(),
  presupposesEn: z.array(z.string()).nullable(),
})

/** The terms of an initiative as its node has them. */
export type TermsRow = z.infer<typeof termsRow>

const termsMap = `{${Object.keys(termsRow.shape)
  .map((property) => `.${property}`)
  .join(', ')}}`

/** Every initiative with where it stands on a day, whom it is for, what it addresses and its terms. */
export const initiativesOnDay = query<{ asOf: string; confirmedSince: number }>()(
  'initiatives on a day',
  z.object({
    initiative: named,
    status: z.enum(initiativeStatuses),
    lastSeenYear: z.number().nullable(),
    undatedPage: z.enum(['OWN', 'OTHERS']).nullable(),
    help: z.array(z.enum(helpKinds)),
    reservations: z.array(z.enum(reservations)),
    limits: z.array(limitRow),
    meets: z.array(meetingRow),
    addresses: z.array(z.string()),
    terms: termsRow,
  }),
  `MATCH (initiative:Initiative)
   WITH initiative, ${initiativeStatusOn('initiative', '$asOf', '$confirmedSince')} AS status
   CALL (initiative) {
     MATCH (initiative)-[limit:COVERS|TARGETS]->(limitation)
     RETURN collect(${limitMap}) AS limits
   }
   CALL (initiative) {
     MATCH (initiative)-[meets:MEETS]->(need:Need)
     WHERE ${holdsOn('meets', '$asOf')}
     RETURN collect(${meetingMap}) AS meets
   }
   CALL (initiative) {
     MATCH (initiative)-[addresses:ADDRESSES]->(area:SupportArea)
     WHERE ${holdsOn('addresses', '$asOf')}
     RETURN collect(DISTINCT area.id) AS addresses
   }
   RETURN ${namesOf('initiative')} AS initiative, status, initiative.lastSeenYear AS lastSeenYear,
     initiative.undatedPage AS undatedPage, coalesce(initiative.help, []) AS help,
     coalesce(initiative.reservations, []) AS reservations, limits, meets, addresses, initiative ${termsMap} AS terms`,
)

/** What the graph knows of firms on a day that decides who can support them; no row for a firm that is not there. */
export const firmsAsSmes = query<{ firms: readonly string[]; asOf: string }>()(
  'firms as those that look for support',
  z.object({
    firm: z.string(),
    legalForm: z.enum(legalForms).nullable(),
    sizeClass: z.enum(sizeClasses),
    employees: z.number().nullable(),
    turnover: z.number().nullable(),
    places: z.array(z.string()),
    sectors: z.array(z.string()),
    needs: z.array(z.string()),
  }),
  `UNWIND $firms AS id
   MATCH (firm:Firm {id: id})
   CALL (firm) {
     MATCH (firm)-[:LOCATED_IN]->(place:Place)
     RETURN collect(DISTINCT place.id) AS places
   }
   CALL (firm) {
     MATCH (firm)-[:IN_SECTOR]->(sector:Sector)
     MATCH (sector)-[:PART_OF*0..4]->(above)
     RETURN collect(DISTINCT above.id) AS sectors
   }
   CALL (firm) {
     MATCH (firm)-[states:HAS_NEED]->(need:Need) WHERE ${holdsOn('states', '$asOf')}
     RETURN collect(DISTINCT need.id) AS needs
   }
   RETURN firm.id AS firm, firm.legalForm AS legalForm, coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass,
     firm.employees AS employees, firm.turnover AS turnover, places, sectors, needs`,
)

/** The municipalities in which a venture has sites; no row for a venture that is not there. */
export const sitesOfVenture = query<{ venture: string }>()(
  'sites of a venture',
  z.object({ sites: z.array(z.string()) }),
  `MATCH (venture:Establishment {id: $venture})
   CALL (venture) {
     MATCH (venture)-[:LOCATED_IN]->(site:Municipality)
     RETURN collect(DISTINCT site.id) AS sites
   }
   RETURN sites`,
)
