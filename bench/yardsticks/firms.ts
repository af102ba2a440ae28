import { statement, type Yardstick } from './yardstick.js'

const sectorsBelow = `
  CALL (firm) {
    MATCH (firm)-[within:IN_SECTOR]->(sector:Sector)
    WITH sector ORDER BY within.rank, sector.id
    RETURN collect({id: sector.id, code: sector.code, name: coalesce(sector.nameEn, sector.nameSv)}) AS sectors
  }`

const municipalityBelow = (county: string) => `
  CALL (firm) {
    MATCH (firm)-[located:LOCATED_IN]->(place:Municipality)
    WITH place ORDER BY coalesce(located.rank, 1), place.id LIMIT 1
    MATCH (place)-[:IN_COUNTY]->(county:County)
    RETURN collect({id: place.id, name: coalesce(place.nameSv, place.nameEn), county: ${county}}) AS places
  }`

/** A page of firms' sectors, places, needs, and the first of whom they supply and who supplies them. */
const firmsBelow = `${sectorsBelow}${municipalityBelow('county.id')}
  CALL (firm) {
    MATCH (firm)-[:HAS_NEED]->(need:Need)
    WITH need ORDER BY need.sortName, need.id LIMIT 25
    RETURN collect(need.id) AS needs
  }
  CALL (firm) {
    MATCH (firm)-[supplies:SUPPLIES]->()
    RETURN count(supplies) AS buyerCount
  }
  CALL (firm) {
    MATCH (firm)-[supplies:SUPPLIES]->(buyer)
    WITH supplies, buyer ORDER BY buyer.sortName, buyer.id, supplies.key LIMIT 5
    RETURN collect({
      category: supplies.category, phase: supplies.phase, since: supplies.since,
      id: buyer.id, name: coalesce(buyer.nameSv, buyer.nameEn)}) AS buyers
  }
  CALL (firm) {
    MATCH (firm)<-[supplies:SUPPLIES]-(:Firm)
    RETURN count(supplies) AS supplierCount
  }
  CALL (firm) {
    MATCH (firm)<-[supplies:SUPPLIES]-(supplier:Firm)
    WITH supplies, supplier ORDER BY supplier.sortName, supplier.id, supplies.key LIMIT 5
    RETURN collect({id: supplier.id, name: coalesce(supplier.nameSv, supplier.nameEn)}) AS suppliers
  }
  RETURN collect({
    id: firm.id, name: coalesce(firm.nameSv, firm.nameEn), organisationNumber: firm.organisationNumber,
    sizeClass: coalesce(firm.sizeClass, 'UNKNOWN'), employees: firm.employees, sectors: sectors, place: places[0],
    needs: needs, buyerCount: buyerCount, buyers: buyers, supplierCount: supplierCount, suppliers: suppliers}) AS firms`

const page = (found: string, first: number): string => `
CALL () {
  ${found}
  RETURN count(firm) AS totalCount
}
CALL () {
  ${found}
  WITH firm ORDER BY firm.sortName, firm.id LIMIT ${first}${firmsBelow}
}
RETURN totalCount, firms`

/** The first page of all firms with what is around each. */
export const allFirms = (first: number): Yardstick =>
  statement(page('MATCH (firm:Firm)\n  WHERE firm.sortName IS NOT NULL AND firm.id IS NOT NULL', first), {})

/** The first page of a county's firms of one size class. */
export const firmsOfCounty = (county: string, sizeClass: string, first: number): Yardstick =>
  statement(
    page(
      `MATCH (:County {id: $county})<-[:IN_COUNTY]-(place:Municipality)
  MATCH (place)<-[:LOCATED_IN]-(firm:Firm)
  WHERE firm.sizeClass = $sizeClass`,
      first,
    ),
    { county, sizeClass },
  )

/** The first page of a municipality's firms, in short and not counted. */
export const firmsPage = (municipality: string, first: number): Yardstick =>
  statement(
    `MATCH (place:Municipality {id: $municipality})<-[:LOCATED_IN]-(firm:Firm)
WITH place, firm ORDER BY firm.sortName, firm.id LIMIT ${first}
RETURN firm.id AS id, coalesce(firm.nameSv, firm.nameEn) AS name, coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass,
  firm.employees AS employees, {id: place.id, name: coalesce(place.nameSv, place.nameEn)} AS municipality`,
    { municipality },
  )

/** A municipality with the first of its firms, and how many there are. */
export const firmsOfMunicipality = (id: string, first: number): Yardstick =>
  statement(
    `MATCH (place:Municipality {id: $id})
MATCH (place)-[:IN_COUNTY]->(county:County)
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(firm:Firm)
  RETURN count(firm) AS totalCount
}
CALL (place) {
  MATCH (place)<-[:LOCATED_IN]-(firm:Firm)
  WITH firm ORDER BY firm.sortName, firm.id LIMIT ${first}
  RETURN collect({id: firm.id, name: coalesce(firm.nameSv, firm.nameEn), employees: firm.employees}) AS firms
}
RETURN place.id AS id, coalesce(place.nameSv, place.nameEn) AS name,
  {id: county.id, name: coalesce(county.nameSv, county.nameEn)} AS county, totalCount, firms`,
    { id },
  )

const named = (type: string, label: string, list: string) => `
  CALL (firm) {
    MATCH (firm)-[edge:${type}]->(node:${label})
    WITH node, edge ORDER BY node.sortName, node.id, edge.key LIMIT 25
    RETURN collect({id: node.id, name: coalesce(node.nameEn, node.nameSv), status: edge.status}) AS ${list}
  }`

const traded = (pattern: string, list: string) => `
  CALL (firm) {
    MATCH ${pattern}
    RETURN count(edge) AS ${list}Count
  }
  CALL (firm) {
    MATCH ${pattern}
    WITH edge, node ORDER BY node.sortName, node.id, edge.key LIMIT 25
    RETURN collect({
      phase: edge.phase, since: edge.since, id: node.id, name: coalesce(node.nameSv, node.nameEn)}) AS ${list}
  }`

/** A firm with all its relations. */
export const firmWithRelations = (id: string): Yardstick =>
  statement(
    `MATCH (firm:Firm {id: $id})${sectorsBelow}${municipalityBelow('{id: county.id, name: coalesce(county.nameSv, county.nameEn)}')}
  ${named('HAS_NEED', 'Need', 'needs')}
  ${named('CAN_SUPPLY', 'SupplyCategory', 'categories')}
  ${named('FULFILS', 'Requirement', 'requirements')}
  ${traded('(firm)-[edge:SUPPLIES]->(node)', 'buyers')}
  ${traded('(firm)<-[edge:SUPPLIES]-(node:Firm)', 'suppliers')}
RETURN firm.id AS id, coalesce(firm.nameSv, firm.nameEn) AS name, coalesce(firm.sizeClass, 'UNKNOWN') AS sizeClass,
  firm.employees AS employees, firm.turnover AS turnover, sectors, places[0] AS place, needs, categories, requirements,
  buyersCount, buyers, suppliersCount, suppliers`,
    { id },
  )
