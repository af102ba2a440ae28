import { statement, type Yardstick } from './yardstick.js'

/** The input-output tables with how many industries each has. */
export const tables: Yardstick = statement(
  `CALL () {
  MATCH (table:InputOutputTable)
  RETURN count(table) AS totalCount
}
CALL () {
  MATCH (table:InputOutputTable)
  WITH table ORDER BY table.sortName, table.id LIMIT 25
  CALL (table) {
    MATCH (table)-[:HAS_INDUSTRY]->(industry:Sector)
    RETURN count(industry) AS industries
  }
  CALL (table) {
    MATCH (source:Source {id: table.source})
    RETURN collect({id: source.id, publisher: source.publisher}) AS sources
  }
  RETURN collect({
    id: table.id, title: table.title, year: table.year, geography: table.geography,
    currencyUnit: table.currencyUnit, employmentUnit: table.employmentUnit,
    industries: industries, source: sources[0], locator: table.locator}) AS tables
}
RETURN totalCount, tables`,
  {},
)
