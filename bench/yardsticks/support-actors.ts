import { statement, type Yardstick } from './yardstick.js'

const holds = (edge: string) =>
  `coalesce(${edge}.validFrom, $today) <= $today AND coalesce(${edge}.validTo, $today) >= $today`

const status = (initiative: string) => `CASE
      WHEN coalesce(${initiative}.endsOn, $today) < $today THEN 'ENDED'
      WHEN coalesce(${initiative}.proposed, false) THEN 'PROPOSED'
      WHEN coalesce(${initiative}.startsOn, $today) > $today THEN 'PLANNED'
      WHEN ${initiative}.endsOn IS NULL AND coalesce(${initiative}.lastSeenYear, 0) < $confirmedSince THEN 'UNCONFIRMED'
      ELSE 'ACTIVE' END`

/** A page of actors with whom they serve, and what they provide and offer on a day. */
const actorsBelow = `
  CALL (actor) {
    MATCH (actor)-[serves:SERVES]->(place:Place)
    WHERE ${holds('serves')}
    WITH place, serves ORDER BY place.sortName, place.id, serves.key LIMIT 25
    RETURN collect({id: place.id, name: coalesce(place.nameSv, place.nameEn)}) AS served
  }
  CALL (actor) {
    MATCH (actor)-[provides:PROVIDES]->(area:SupportArea)
    WHERE ${holds('provides')}
    WITH area, provides ORDER BY area.sortName, area.id, provides.key LIMIT 25
    CALL (area) {
      MATCH (area)-[:MEETS]->(need:Need)
      WITH need ORDER BY need.sortName, need.id LIMIT 25
      RETURN collect({id: need.id}) AS needs
    }
    RETURN collect({
      id: area.id, name: coalesce(area.nameEn, area.nameSv), meets: needs,
      source: provides.source, locator: provides.locator}) AS provided
  }
  CALL (actor) {
    MATCH (actor)-[role:OFFERS|FUNDS|PARTNERS_IN]->(initiative:Initiative)
    WHERE ${holds('role')}
    WITH initiative, role, ${status('initiative')} AS status
    WHERE status IN ['ACTIVE', 'UNCONFIRMED']
    WITH initiative, role, status ORDER BY initiative.sortName, initiative.id, type(role), role.key LIMIT 25
    RETURN collect({
      id: initiative.id, name: coalesce(initiative.nameSv, initiative.nameEn), kind: initiative.kind,
      status: status}) AS initiatives
  }
  RETURN collect({
    id: actor.id, name: coalesce(actor.nameSv, actor.nameEn), kind: actor.kind,
    serves: served, provides: provided, initiatives: initiatives}) AS actors`

/** The first page of all actors. */
export const allSupportActors = (today: string): Yardstick =>
  statement(
    `CALL () {
  MATCH (actor:SupportActor)
  RETURN count(actor) AS totalCount
}
CALL () {
  MATCH (actor:SupportActor)
  WITH actor ORDER BY actor.sortName, actor.id LIMIT 25${actorsBelow}
}
RETURN totalCount, actors`,
    onDay(today),
  )

/** The first five actors that serve a place and meet a need, by an area that they provide or an initiative they offer. */
export const supportActorsFor = (municipality: string, needs: readonly string[], today: string): Yardstick =>
  statement(
    `MATCH (:Municipality {id: $municipality})-[:IN_COUNTY|IN_COUNTRY*0..2]->(around)
WITH collect(around.id) AS places
MATCH (need:Need)
WHERE need.id IN $needs
MATCH (need)<-[:MEETS]-(area:SupportArea)
WITH DISTINCT places, area
CALL (area) {
  MATCH (area)<-[provides:PROVIDES]-(actor:SupportActor)
  WHERE ${holds('provides')}
  RETURN actor
  UNION
  MATCH (area)<-[addresses:ADDRESSES]-(initiative:Initiative)
  WHERE ${holds('addresses')} AND ${status('initiative')} = 'ACTIVE'
  MATCH (initiative)<-[offers:OFFERS]-(actor:SupportActor)
  WHERE ${holds('offers')}
  RETURN actor
}
WITH DISTINCT places, actor
CALL (actor) {
  MATCH (actor)-[serves:SERVES]->(place:Place)
  RETURN collect({place: place.id, inForce: ${holds('serves')}}) AS limits
}
WITH places, actor, limits
WHERE size(limits) = 0 OR size([limit IN limits WHERE limit.inForce AND limit.place IN places]) > 0
WITH actor ORDER BY actor.sortName, actor.id
WITH collect(actor) AS found
WITH size(found) AS totalCount, found[0..5] AS page
CALL (page) {
  UNWIND page AS actor${actorsBelow}
}
RETURN totalCount, actors`,
    { ...onDay(today), municipality, needs },
  )

const onDay = (today: string) => ({ today, confirmedSince: Number(today.slice(0, 4)) - 3 })
