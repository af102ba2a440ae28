const hub = 'municipality:2480'
const wide = 'id name sizeClass employees organisationNumber turnover sni synthetic'
const copies = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, number) => `a${number}: ${field}`).join(' ')} }`

/**
 * Requests that show what one field, filter, count or row takes: the constants in the rooms' `costs.ts` and in
 * `src/cost/units.ts` are held against these.
 */
export const costlyRequests: readonly string[] = [
  '{ __typename }',
  '{ firms(first: 1) { nodes { id } } }',
  '{ firms(first: 1) { totalCount } }',
  `{ firms(first: 200) { nodes { ${wide} } } }`,
  copies(60, `firms(first: 200) { nodes { ${wide} } }`),
  '{ firms(first: 200) { nodes { municipality { firms(first: 1) { totalCount } } } } }',
  '{ firms(first: 200) { nodes { municipality { firms(first: 1) { nodes { id } } } } } }',
  '{ firms(first: 200) { nodes { municipality { firms(first: 200) { nodes { id name } } } } } }',
  '{ firms(first: 200) { nodes { id suppliers(first: 5) { totalCount nodes { id name } } } } }',
  `{ firms(filter: {municipality: "${hub}"}, first: 1) { totalCount nodes { id } } }`,
  '{ firms(filter: {sectors: ["sector:sni2007-C"]}, first: 1) { totalCount } }',
  '{ firms(filter: {needs: ["need:finance"]}, first: 1) { totalCount } }',
  '{ firms(filter: {text: "demo"}, first: 1) { totalCount } }',
  '{ firms(filter: {unserved: true}, first: 1) { totalCount } }',
  '{ firms(filter: {unserved: false}, first: 1) { totalCount } }',
  '{ entities(kind: SOURCE, first: 200) { nodes { ... on Source { entities(first: 1) { nodes { id } } } } } }',
  '{ search(text: "demo", first: 200) { totalCount nodes { id name } } }',
  '{ businessStructure(by: [COUNTY, SECTOR_GROUP, SIZE_CLASS], origin: GRAPH) { cells { firms } } }',
  `{ relationCounts(of: "${hub}") { count } }`,
  copies(60, 'claims(first: 200) { nodes { id name statement about { nodes { id } } } }'),
  '{ neighbourhood(of: ["establishment:lkab"], depth: 2, limit: 2000) { truncated } }',
  '{ neighbourhood(of: ["establishment:lkab"], depth: 4, limit: 100) { truncated } }',
  `{ neighbourhood(of: ["${hub}"], depth: 4, limit: 2000) { nodes { id } edges { id source target kind } } }`,
  `{ networkMetrics(of: ["${hub}"], depth: 4, limit: 500) { nodeCount } }`,
  '{ supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 6, limit: 2000) { truncated } }',
  '{ paths(from: "firm:demo-000002", to: "establishment:lkab", maxLength: 6, limit: 2000) { length } }',
  '{ chainExposure(of: "establishment:lkab", depth: 6) { firms } }',
  '{ supplierMatches(establishment: "establishment:h2-green-steel", first: 200) { nodes { score } } }',
  '{ supplyGaps(establishment: "establishment:h2-green-steel", fewerThan: 100000) { nodes { firms } } }',
  '{ supportFor(profile: {municipality: "municipality:2580"}, first: 200) { totalCount nodes { score } } }',
  '{ supportCoverage(by: MUNICIPALITY) { cells { firms level } } }',
  '{ supportCoverageBySector { cells { firms level } } }',
  '{ supportGaps(nearerThan: LOCAL, first: 200) { nodes { nearestActor { actor { id } } } } }',
  '{ sharedGaps(nearerThan: LOCAL, first: 200) { nodes { places { id } } } }',
  '{ supportWhatIf(change: {removeActors: ["actor:norrlandsfonden"]}, by: MUNICIPALITY) { changed { from } } }',
  '{ timeline(establishment: "establishment:lkab") { warnings { code } } }',
  '{ spillover(input: {}) { total { direct } alternatives { spillover } } }',
  '{ spillover(input: {}) { cube(by: [YEAR, COUNTY, SECTOR, ESTABLISHMENT]) { jobs } } }',
]
