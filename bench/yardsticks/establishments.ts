import { statement, type Yardstick } from './yardstick.js'

const ventures = (found: string, language: 'Sv' | 'En') => `
CALL () {
  ${found}
  RETURN count(venture) AS totalCount
}
CALL () {
  ${found}
  WITH venture ORDER BY venture.totalJobs DESC, venture.sortName, venture.id LIMIT 50
  CALL (venture) {
    MATCH (venture)-[:OPERATED_BY]->(firm:Firm)
    RETURN collect({id: firm.id, name: coalesce(firm.nameSv, firm.nameEn)}) AS operators
  }
  CALL (venture) {
    MATCH (venture)-[:IN_SECTOR]->(sector:Sector)
    RETURN collect({id: sector.id, code: sector.code, name: coalesce(sector.nameEn, sector.nameSv)}) AS sectors
  }
  CALL (venture) {
    MATCH (venture)-[:COUNTED_IN]->(county:County)
    RETURN collect({id: county.id, name: coalesce(county.nameSv, county.nameEn)}) AS counties
  }
  CALL (venture) {
    MATCH (venture)-[site:LOCATED_IN]->(municipality:Municipality)
    WITH municipality ORDER BY site.rank, municipality.id LIMIT 1
    RETURN collect({id: municipality.id, name: coalesce(municipality.nameSv, municipality.nameEn)}) AS municipalities
  }
  CALL (venture) {
    MATCH (venture)-[:HAS_PHASE]->(phase:Phase)
    WITH phase ORDER BY coalesce(phase.from, phase.to), phase.id
    RETURN collect({kind: phase.kind, from: phase.from, to: phase.to, status: phase.status}) AS phases
  }
  CALL (venture) {
    MATCH (venture)-[:PROCURES]->(category:SupplyCategory)
    WITH category ORDER BY category.sortName, category.id LIMIT 25
    RETURN collect({id: category.id, name: coalesce(category.nameEn, category.nameSv)}) AS procures
  }
  CALL (venture) {
    MATCH (venture)-[:REQUIRES]->(requirement:Requirement)
    WITH requirement ORDER BY requirement.sortName, requirement.id LIMIT 25
    RETURN collect({id: requirement.id, name: coalesce(requirement.nameEn, requirement.nameSv)}) AS requires
  }
  CALL (venture) {
    MATCH (source:Source {id: venture.source})
    RETURN collect({id: source.id, title: source.title, publisher: source.publisher, year: source.year}) AS sources
  }
  RETURN collect({
    id: venture.id, name: coalesce(venture.name${language}, venture.nameSv, venture.nameEn),
    operator: operators[0], sector: sectors[0], county: counties[0], municipality: municipalities[0],
    totalJobs: venture.totalJobs,
    expectedJobs: [i IN range(0, size(venture.expectedYears) - 1) |
      {year: venture.expectedYears[i], jobs: venture.expectedJobs[i]}],
    phases: phases, procures: procures, requires: requires,
    source: sources[0], locator: venture.locator, recordedAt: venture.recordedAt}) AS ventures
}
RETURN totalCount, ventures`

/** All ventures with what they stand in, largest first. */
export const allEstablishments: Yardstick = statement(ventures('MATCH (venture:Establishment)', 'Sv'), {})

/** The ventures that a county counts. */
export const establishmentsOfCounty = (county: string): Yardstick =>
  statement(ventures('MATCH (:County {id: $county})<-[:COUNTED_IN]-(venture:Establishment)', 'En'), { county })
