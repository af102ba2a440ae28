import type { EntityKind } from '../../graph/vocabulary.js'
import type { Given } from './parameters.js'

/** Names of tables that are not their field's. */
export const tableNames: Readonly<Record<string, string>> = {
  supportGaps: 'gaps',
  'supportCoverage.cells': 'coverage',
  'supportCoverageBySector.cells': 'coverage-by-sector',
  'supportWhatIf.changed': 'what-if',
  'spillover.cube': 'spillover',
  'spillover.capacity.rows': 'spillover-capacity',
  'spillover.displacement.byCountyAndGroup': 'spillover-displacement',
  'supplyGaps.nodes': 'supply-gaps',
  'businessStructure.cells': 'business-structure',
  'timeline.phases': 'timeline',
}

/** Lists within what one field of an answer tells, by the fields that lead to them. */
export const tablesWithin: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  spillover: [
    ['capacity', 'rows'],
    ['displacement', 'byCountyAndGroup'],
  ],
}

/** Tables of all entities of a kind; null where the kind has a field of its own in the API. */
export const entityTables: Readonly<Record<EntityKind, string | null>> = {
  FIRM: null,
  SECTOR: 'sectors',
  MUNICIPALITY: 'municipalities',
  COUNTY: 'counties',
  COUNTRY: 'countries',
  ESTABLISHMENT: null,
  PHASE: 'phases',
  SUPPORT_ACTOR: null,
  INITIATIVE: 'initiatives',
  NEED: 'needs',
  SUPPORT_AREA: 'support-areas',
  SIZE_CLASS: 'size-classes',
  SUPPLY_CATEGORY: 'supply-categories',
  REQUIREMENT: 'requirements',
  CHALLENGE: 'challenges',
  RECOMMENDATION: 'recommendations',
  CASE: 'cases',
  STRENGTH: 'strengths',
  METHOD: 'methods',
  STRUCTURE_CELL: 'structure-cells',
  CLAIM: null,
  SOURCE: null,
  INPUT_OUTPUT_TABLE: null,
  EMPLOYMENT_TABLE: null,
  SCENARIO: null,
  SPILLOVER_RUN: null,
}

/** Networks are written as networks. */
export const withFilesOfTheirOwn: ReadonlySet<string> = new Set(['Network', 'Path'])

/** What is asked where a table's needed arguments are left out. */
export const askedUnlessSaid: Readonly<Record<string, Given>> = {
  coverage: { by: ['MUNICIPALITY'] },
  'what-if': { by: ['MUNICIPALITY'] },
  spillover: { by: ['YEAR', 'COUNTY', 'SECTOR', 'EFFECT'] },
  'spillover-capacity': { by: ['COUNTY', 'GROUP'] },
  'business-structure': { by: ['SIZE_CLASS'] },
}

/** Fields that are null where a cube is not asked by their dimension. */
export const dimensionFields: Readonly<Record<string, readonly string[]>> = {
  COUNTY: ['county'],
  EFFECT: ['effect'],
  ESTABLISHMENT: ['establishment'],
  GROUP: ['group'],
  SECTOR: ['sector'],
  SECTOR_GROUP: ['group', 'sectorGroup'],
  SIZE_CLASS: ['sizeClass'],
  YEAR: ['year'],
}

/** Types at the root that are no files: who may do what, and what is under way, is nobody's table. */
export const noFiles: ReadonlySet<string> = new Set([
  ...['Viewer', 'SignIn', 'AccountConnection', 'ImportJob', 'ImportJobConnection', 'UnfinishedImport'],
  ...['CalculationJob', 'CalculationJobConnection'],
])
