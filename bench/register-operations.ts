import { type MeasuredOperation, today } from './measured-operation.js'
import { allEstablishments } from './yardsticks/establishments.js'
import { allFirms, firmsOfCounty, firmsOfMunicipality, firmsPage, firmWithRelations } from './yardsticks/firms.js'
import { suppliersAndBuyers, twoTiersOfSuppliers } from './yardsticks/networks.js'
import { entity } from './yardsticks/node.js'
import { allSupportActors } from './yardsticks/support-actors.js'
import { coverage } from './yardsticks/support-coverage.js'
import { supportMatches } from './yardsticks/support-for.js'

/** An operation on firms, and how its time may grow with them. */
export interface RegisterOperation extends MeasuredOperation {
  /** `BOUNDED`: it looks at no more where there are more firms. `AGGREGATE`: it counts or orders all that it is asked about. */
  readonly grows: 'BOUNDED' | 'AGGREGATE'
}

/** A small firm with some suppliers and some buyers at every size of the demo. */
const firm = 'firm:demo-000002'
/** One firm in ten lies here, so that it has very many neighbours. */
const hub = 'municipality:2480'
const profile = { firm } as const
const tradeKinds = { kinds: ['FIRM', 'ESTABLISHMENT'], edgeKinds: ['SUPPLIES'] }

const lists: readonly RegisterOperation[] = [
  {
    operation: 'firms',
    asked: 'the first page of all',
    variables: { first: 25 },
    yardstick: allFirms(25),
    grows: 'BOUNDED',
  },
  {
    operation: 'firms',
    asked: 'small ones of a county',
    variables: { filter: { county: 'county:25', sizeClasses: ['SMALL'] }, first: 25 },
    yardstick: firmsOfCounty('county:25', 'SMALL', 25),
    grows: 'AGGREGATE',
  },
  {
    operation: 'firms-page',
    asked: 'of a municipality, not counted',
    variables: { filter: { municipality: hub }, first: 25 },
    yardstick: firmsPage(hub, 25),
    grows: 'AGGREGATE',
  },
  {
    operation: 'firms',
    asked: 'unserved',
    variables: { filter: { unserved: true }, first: 25 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'firms-of-municipality',
    asked: 'the first 50, counted',
    variables: { id: hub, first: 50 },
    yardstick: firmsOfMunicipality(hub, 50),
    grows: 'AGGREGATE',
  },
  { operation: 'node', asked: 'a firm', variables: { id: firm }, yardstick: entity(firm), grows: 'BOUNDED' },
  {
    operation: 'firm',
    asked: 'with all relations',
    variables: { id: firm },
    yardstick: firmWithRelations(firm),
    grows: 'BOUNDED',
  },
  { operation: 'establishments', asked: 'all', variables: {}, yardstick: allEstablishments, grows: 'BOUNDED' },
  {
    operation: 'support-actors',
    asked: 'the first page',
    variables: {},
    yardstick: allSupportActors(today),
    grows: 'BOUNDED',
  },
  {
    operation: 'business-structure',
    asked: 'counted in the graph',
    variables: { by: ['COUNTY', 'SIZE_CLASS'], origin: 'GRAPH' },
    grows: 'AGGREGATE',
  },
  {
    operation: 'search',
    asked: 'a name, misspelt',
    variables: { text: 'norlandsfonden', first: 3 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'search',
    asked: 'a place by its beginning',
    variables: { text: 'pite', kinds: ['MUNICIPALITY'], first: 3 },
    grows: 'BOUNDED',
  },
  { operation: 'search', asked: 'a firm', variables: { text: 'demoföretag 004242', first: 3 }, grows: 'AGGREGATE' },
]

const support: readonly RegisterOperation[] = [
  {
    operation: 'support-for',
    asked: 'a firm by id',
    variables: { profile, first: 10 },
    yardstick: supportMatches({ profile, includeProposed: false, asOf: today }, 10),
    grows: 'BOUNDED',
  },
  {
    operation: 'support-coverage',
    asked: 'all needs in a county’s municipalities',
    variables: { county: 'county:25', by: 'MUNICIPALITY' },
    yardstick: coverage({ county: 'county:25', by: 'MUNICIPALITY', asOf: today }),
    grows: 'AGGREGATE',
  },
  {
    operation: 'support-coverage-by-sector',
    asked: 'a municipality',
    variables: { place: hub, needs: ['need:skills-supply'] },
    grows: 'AGGREGATE',
  },
  {
    operation: 'support-gaps',
    asked: 'nearer than county',
    variables: { nearerThan: 'COUNTY', first: 10 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'support-what-if',
    asked: 'an initiative more',
    variables: { change: { addInitiatives: ['initiative:advisory-hubs'] }, county: 'county:24', by: 'MUNICIPALITY' },
    grows: 'AGGREGATE',
  },
  {
    operation: 'shared-gaps',
    asked: 'of a county',
    variables: { county: 'county:25', nearerThan: 'COUNTY', minPlaces: 2, first: 5 },
    grows: 'AGGREGATE',
  },
]

const supply: readonly RegisterOperation[] = [
  {
    operation: 'supplier-matches',
    asked: 'of a phase, within 200 km',
    variables: { establishment: 'establishment:lkab', phase: 'MAINTENANCE_STOP', withinKm: 200, first: 10 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'supplier-matches',
    asked: 'all that it buys',
    variables: { establishment: 'establishment:h2-green-steel', first: 10 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'supply-gaps',
    asked: 'of a phase',
    variables: { establishment: 'establishment:lkab', phase: 'MAINTENANCE_STOP', fewerThan: 3 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'consortia',
    asked: 'two categories within 150 km',
    variables: {
      establishment: 'establishment:h2-green-steel',
      categories: ['category:electricians', 'category:welding'],
      ...{ minEmployees: 50, maxFirms: 4, withinKm: 150, first: 5 },
    },
    grows: 'AGGREGATE',
  },
  {
    operation: 'supply-chain',
    asked: 'two tiers of a firm',
    variables: { of: firm, direction: 'UPSTREAM', depth: 2, limit: 2_000 },
    yardstick: twoTiersOfSuppliers(firm),
    grows: 'BOUNDED',
  },
  {
    operation: 'supply-chain',
    asked: 'three tiers of a venture, cut',
    variables: { of: 'establishment:lkab', direction: 'UPSTREAM', depth: 3, limit: 100 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'chain-exposure',
    asked: 'three tiers of a venture',
    variables: { of: 'establishment:lkab', depth: 3, first: 10 },
    grows: 'AGGREGATE',
  },
]

const networks: readonly RegisterOperation[] = [
  {
    operation: 'neighbourhood',
    asked: 'who a firm trades with',
    variables: { of: [firm], depth: 1, ...tradeKinds, limit: 2_000 },
    yardstick: suppliersAndBuyers(firm),
    grows: 'BOUNDED',
  },
  {
    operation: 'neighbourhood',
    asked: 'a firm, depth 1',
    variables: { of: [firm], depth: 1, limit: 100 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'neighbourhood',
    asked: 'two actors, depth 2, cut',
    variables: { of: ['actor:norrlandsfonden', 'actor:iuc-norr'], depth: 2, limit: 100 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'neighbourhood',
    asked: 'a hub, cut',
    variables: { of: [hub], depth: 1, limit: 100 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'network-metrics',
    asked: 'a firm, depth 1',
    variables: { of: [firm], depth: 1, limit: 100 },
    grows: 'AGGREGATE',
  },
  {
    operation: 'paths',
    asked: 'an actor and a venture',
    variables: { from: 'actor:norrlandsfonden', to: 'establishment:lkab', maxLength: 5, limit: 5 },
    grows: 'BOUNDED',
  },
  {
    operation: 'paths',
    asked: 'a firm and a venture',
    variables: { from: firm, to: 'establishment:lkab', maxLength: 4, limit: 5 },
    grows: 'BOUNDED',
  },
]

/** What is asked of a graph that holds a register's firms. */
export const registerOperations: readonly RegisterOperation[] = [...lists, ...support, ...supply, ...networks]
