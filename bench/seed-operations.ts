import { type MeasuredOperation, today } from './measured-operation.js'
import { allEstablishments, establishmentsOfCounty } from './yardsticks/establishments.js'
import { entity } from './yardsticks/node.js'
import { cube } from './yardsticks/spillover-cube.js'
import { storedSpillover } from './yardsticks/spillover-stored.js'
import { allSupportActors, supportActorsFor } from './yardsticks/support-actors.js'
import { coverage } from './yardsticks/support-coverage.js'
import { supportMatches } from './yardsticks/support-for.js'
import { tables } from './yardsticks/tables.js'

const profile = {
  municipality: 'municipality:2582',
  sector: 'sector:sni2007-C25',
  sizeClass: 'SMALL',
  needs: ['need:finance', 'need:transition'],
} as const

/** What is asked of a graph that holds the seed alone. */
export const seedOperations: readonly MeasuredOperation[] = [
  { operation: 'establishments', asked: 'all', variables: {}, yardstick: allEstablishments },
  {
    operation: 'establishments',
    asked: 'of a county',
    variables: { county: 'county:25', lang: 'EN' },
    yardstick: establishmentsOfCounty('county:25'),
  },
  { operation: 'support-actors', asked: 'the first page', variables: {}, yardstick: allSupportActors(today) },
  {
    operation: 'support-actors',
    asked: 'for a municipality and a need',
    variables: { servesMunicipality: 'municipality:2580', meets: ['need:finance'], first: 5 },
    yardstick: supportActorsFor('municipality:2580', ['need:finance'], today),
  },
  { operation: 'node', asked: 'one', variables: { id: 'actor:iuc-norr' }, yardstick: entity('actor:iuc-norr') },
  { operation: 'tables', asked: 'all', variables: {}, yardstick: tables },
  {
    operation: 'spillover-stored',
    asked: 'a page of a venture',
    variables: { establishment: 'establishment:lkab', run: 'run:report' },
    yardstick: storedSpillover('establishment:lkab', 'run:report'),
  },
  {
    operation: 'support-for',
    asked: 'an SME by description',
    variables: { profile, first: 10 },
    yardstick: supportMatches({ profile, includeProposed: false, asOf: today }, 10),
  },
  {
    operation: 'support-coverage',
    asked: 'all needs in a county’s municipalities',
    variables: { county: 'county:25', by: 'MUNICIPALITY', asOf: '2022-06-30' },
    yardstick: coverage({ county: 'county:25', by: 'MUNICIPALITY', asOf: '2022-06-30' }),
  },
  {
    operation: 'support-coverage',
    asked: 'one need in both counties',
    variables: { by: 'COUNTY', needs: ['need:skills-supply'] },
    yardstick: coverage({ by: 'COUNTY', needs: ['need:skills-supply'], asOf: today }),
  },
  {
    operation: 'spillover-cube',
    asked: 'four dimensions',
    variables: { input: {}, by: ['COUNTY', 'YEAR', 'SECTOR_GROUP', 'EFFECT'] },
    yardstick: cube(['COUNTY', 'YEAR', 'SECTOR_GROUP', 'EFFECT']),
  },
]
