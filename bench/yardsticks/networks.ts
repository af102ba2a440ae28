import { statement, type Yardstick } from './yardstick.js'

/** Who supplies and who buys of a firm, drawn: all of them, with how many neighbours each has. */
export const suppliersAndBuyers = (of: string): Yardstick =>
  statement(
    `MATCH (start:Firm {id: $of})
MATCH (start)-[:SUPPLIES]-(neighbour)
WITH start, collect(DISTINCT neighbour) AS neighbours
WITH neighbours + [start] AS nodes
CALL (nodes) {
  UNWIND nodes AS node
  CALL (node) {
    MATCH (node)-[:SUPPLIES]-(other)
    RETURN count(DISTINCT other) AS degree
  }
  RETURN collect({
    id: node.id, label: coalesce(node.nameSv, node.nameEn), kind: node.entityKind, degree: degree}) AS drawn
}
CALL (nodes) {
  UNWIND nodes AS buyer
  MATCH (buyer)<-[edge:SUPPLIES]-(supplier)
  WHERE supplier IN nodes
  RETURN collect({
    id: 'SUPPLIES|' + supplier.id + '|' + buyer.id + CASE edge.key WHEN '' THEN '' ELSE '|' + edge.key END,
    source: supplier.id, target: buyer.id, kind: 'SUPPLIES'}) AS edges
}
RETURN drawn, edges`,
    { of },
  )

/** The first two tiers of a firm's suppliers, all of them. */
export const twoTiersOfSuppliers = (of: string): Yardstick =>
  statement(
    `MATCH (start:Firm {id: $of})
CALL (start) {
  MATCH (start)<-[:SUPPLIES]-(supplier:Firm)
  WHERE supplier.id <> $of
  RETURN collect(DISTINCT supplier) AS first
}
CALL (first) {
  UNWIND first AS buyer
  MATCH (buyer)<-[:SUPPLIES]-(supplier:Firm)
  WHERE supplier.id <> $of AND NOT supplier IN first
  RETURN collect(DISTINCT supplier) AS second
}
WITH [start] + first + second AS nodes,
  [{id: start.id, label: coalesce(start.nameSv, start.nameEn), kind: start.entityKind, tier: 0}]
  + [node IN first | {id: node.id, label: coalesce(node.nameSv, node.nameEn), kind: node.entityKind, tier: 1}]
  + [node IN second | {id: node.id, label: coalesce(node.nameSv, node.nameEn), kind: node.entityKind, tier: 2}] AS drawn
CALL (nodes) {
  UNWIND nodes AS buyer
  MATCH (buyer)<-[edge:SUPPLIES]-(supplier)
  WHERE supplier IN nodes
  RETURN collect({
    id: 'SUPPLIES|' + supplier.id + '|' + buyer.id + CASE edge.key WHEN '' THEN '' ELSE '|' + edge.key END,
    source: supplier.id, target: buyer.id, kind: 'SUPPLIES', category: edge.category}) AS edges
}
RETURN drawn, edges`,
    { of },
  )
