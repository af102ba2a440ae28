import {
  type Catalog,
  connection,
  edgeKey,
  inLanguage,
  leaf,
  list,
  nodeKey,
  one,
  property,
} from '../graph/compose/fields.js'
import { heldAsAsked } from '../graph/compose/held-as-asked.js'
import { firstDayOf, holdsOn, lastDayOf } from '../graph/relationship-days.js'
import { endingFields, entityFields, relationshipFields, sourcedEdgeFields } from '../provenance/fields.js'
import { identityFields } from '../provenance/other-names.js'
import { currencyOf } from './supplies.js'

/** What is known of a supply relationship; `category` is an id. */
const supplyFields = {
  ...relationshipFields,
  category: one(({ parent, node }) => ({ match: `MATCH (${node}:SupplyCategory {id: ${parent}.category})` })),
  phase: property('phase'),
  since: leaf(firstDayOf),
  until: leaf(lastDayOf),
  supplyStatus: property('supplyStatus'),
  what: inLanguage('what'),
  value: property('value'),
  currency: leaf(currencyOf),
  valueText: property('valueText'),
  datesText: property('datesText'),
} satisfies Catalog[string]

export const firmFields: Catalog = {
  Sector: {
    ...entityFields,
    code: property('code'),
    partOf: one(({ parent, node }) => ({ match: `MATCH (${parent}:Sector)-[:PART_OF]->(${node}:Sector)` })),
    parts: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Sector)<-[${edge}:PART_OF]-(${node}:Sector)`,
    })),
    group: property('group'),
    classification: leaf(
      (sector) =>
        `CASE WHEN ${sector}.classification IS NULL THEN null ELSE {code: ${sector}.classification, name: ${sector}.classificationName} END`,
    ),
    correspondsTo: list(({ parent, node }) => ({
      match: `MATCH (${parent}:Sector)-[:CORRESPONDS_TO]->(${node}:Sector)`,
    })),
  },
  SectorPartEdge: sourcedEdgeFields,
  SizeClassEntity: { ...entityFields, sizeClass: property('code') },
  Firm: {
    ...entityFields,
    ...endingFields,
    ...identityFields,
    sizeClass: leaf((firm) => `coalesce(${firm}.sizeClass, 'UNKNOWN')`),
    legalForm: property('legalForm'),
    employees: property('employees'),
    sectors: list(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:IN_SECTOR]->(${node}:Sector)`,
      orderBy: [edgeKey('rank'), nodeKey('id')],
    })),
    turnover: property('turnover'),
    sni: leaf((firm) => `coalesce(${firm}.sni, [])`),
    synthetic: leaf((firm) => `coalesce(${firm}.synthetic, false)`),
    statements: connection(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:STATED_IN]->(${node}:Source)`,
    })),
    municipality: one(({ parent, node, edge }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:LOCATED_IN]->(${node}:Municipality)`,
      orderBy: [edgeKey((located) => `coalesce(${located}.rank, 1)`), nodeKey('id')],
    })),
    needs: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:HAS_NEED]->(${node}:Need)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    canSupply: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:CAN_SUPPLY]->(${node}:SupplyCategory)`,
      where: [holdsOn(edge, bind(asOf))],
    })),
    requirements: connection(({ parent, node, edge }, { asOf, bind }) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:FULFILS]->(${node}:Requirement)`,
      where: [`${edge}.status IS NOT NULL`, holdsOn(edge, bind(asOf))],
    })),
    suppliesTo: connection(({ parent, node, edge }, context) => ({
      match: `MATCH (${parent}:Firm)-[${edge}:SUPPLIES]->(${node})`,
      where: heldAsAsked(edge, context),
    })),
    suppliers: connection(({ parent, node, edge }, context) => ({
      match: `MATCH (${parent}:Firm)<-[${edge}:SUPPLIES]-(${node}:Firm)`,
      where: heldAsAsked(edge, context),
    })),
  },
  FirmEdge: {},
  FirmCapabilityEdge: relationshipFields,
  FirmRequirementEdge: { ...relationshipFields, status: property('status') },
  FirmNeedEdge: relationshipFields,
  FirmStatementEdge: {
    ...sourcedEdgeFields,
    name: property('name'),
    municipality: one(({ parent, node }) => ({ match: `MATCH (${node}:Municipality {id: ${parent}.municipality})` })),
    sni: leaf((stated) => `coalesce(${stated}.sni, [])`),
    employees: property('employees'),
    turnover: property('turnover'),
    // What a person says has none of its own: it follows from what is counted.
    sizeClass: leaf((stated) => `properties(${stated})`),
    asOf: property('asOf'),
  },
  BuyerEdge: supplyFields,
  SupplierEdge: supplyFields,
  StructureCell: {
    ...entityFields,
    county: one(({ parent, node }) => ({ match: `MATCH (${parent}:StructureCell)-[:ABOUT]->(${node}:County)` })),
    sectorGroup: property('sectorGroup'),
    sizeClass: property('sizeClass'),
    firms: property('firms'),
    employees: property('employees'),
  },
}
