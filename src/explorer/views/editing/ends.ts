import type { EntityKind } from '../../generated/graphql.js'

const places: readonly EntityKind[] = ['MUNICIPALITY', 'COUNTY', 'COUNTRY']
const backers: readonly EntityKind[] = ['SUPPORT_ACTOR', 'FIRM']
const successors: readonly EntityKind[] = ['SUPPORT_ACTOR', 'INITIATIVE']

/** Of which kinds are those that a field names by a search; a field that is not here may name anything. */
const kinds: Readonly<Record<string, readonly EntityKind[]>> = {
  offeredBy: ['SUPPORT_ACTOR'],
  fundedBy: backers,
  partners: backers,
  covers: places,
  excludedPlaces: places,
  partlyExcludedPlaces: places,
  targets: ['SECTOR', 'SIZE_CLASS', 'REQUIREMENT'],
  need: ['NEED'],
  needs: ['NEED'],
  addresses: ['SUPPORT_AREA'],
  provides: ['SUPPORT_AREA'],
  replacedBy: successors,
  locatedIn: ['MUNICIPALITY', 'COUNTY'],
  id: [...places, 'SECTOR', 'SIZE_CLASS'],
  buysFor: ['ESTABLISHMENT'],
  operator: ['FIRM'],
  operators: ['FIRM'],
  sector: ['SECTOR'],
  county: ['COUNTY'],
  municipality: ['MUNICIPALITY'],
  municipalities: ['MUNICIPALITY'],
  category: ['SUPPLY_CATEGORY'],
  canSupply: ['SUPPLY_CATEGORY'],
  requirement: ['REQUIREMENT'],
  buyer: ['FIRM', 'ESTABLISHMENT'],
  contradicts: ['CLAIM'],
}

/** Of which kinds are those that a field names; undefined for any. */
export const kindsOfEnds = (field: string): readonly EntityKind[] | undefined => kinds[field]
