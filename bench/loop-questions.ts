/** What a server is asked while its event loop is watched: a body for `/graphql`, or an address of a file. */
export interface LoopQuestion {
  readonly title: string
  /** As it is asked the n-th time: otherwise than before, so that nothing kept answers it. */
  readonly asked: (turn: number) => { readonly query: string } | { readonly path: string }
  /** Whether it only starts what is then waited for: a job that it gives as `started`. */
  readonly startsJob?: boolean
}

const day = (turn: number) => `2026-0${1 + (turn % 9)}-1${turn % 9}`
const hub = 'municipality:2480'
const firm = 'firm:demo-000002'
const effects = 'direct indirect induced spillover'

const question = (title: string, query: (turn: number) => string): LoopQuestion => ({
  title,
  asked: (turn) => ({ query: query(turn) }),
})
const file = (title: string, path: (turn: number) => string): LoopQuestion => ({
  title,
  asked: (turn) => ({ path: path(turn) }),
})

/** A shock to an industry of a large table; another industry each time. */
const shock = (turn: number, size: number) =>
  `table: "table:large-${size}", establishments: [], shocks: [{ sector: "sector:large-${size}-I${String(100 + turn).padStart(4, '0')}", county: "county:25", year: 2030, jobs: 100 }]`

const support = [
  question(
    'coverage by sector, both counties',
    (turn) =>
      `{ supportCoverageBySector(asOf: "${day(turn)}") { warnings { code } cells { level actors initiatives restricted firms firmsWithNeed jobsAtStake covered place { id } sector { id } need { id } } } }`,
  ),
  question(
    'coverage by municipality, both counties',
    (turn) =>
      `{ supportCoverage(by: MUNICIPALITY, asOf: "${day(turn)}") { warnings { code } cells { level actors initiatives restricted firms firmsWithNeed jobsAtStake covered place { id name } need { id name } } } }`,
  ),
  question(
    'gaps nearer than local',
    (turn) =>
      `{ supportGaps(nearerThan: LOCAL, asOf: "${day(turn)}", first: 200) { totalCount nodes { level jobsAtStake place { id name } need { id } nearestActor { distanceKm actor { id name } } } } }`,
  ),
  question(
    'shared gaps',
    (turn) =>
      `{ sharedGaps(nearerThan: LOCAL, asOf: "${day(turn)}", first: 200) { totalCount nodes { jobsAtStake places { id } needs { id } actors { id name } } } }`,
  ),
  question(
    'what if an actor went',
    (turn) =>
      `{ supportWhatIf(change: { removeActors: ["actor:norrlandsfonden"] }, by: MUNICIPALITY, asOf: "${day(turn)}") { changed { from to place { id } need { id } } before { cells { level } } after { cells { level } } } }`,
  ),
  question(
    'support for a profile, all reasons',
    (turn) =>
      `{ supportFor(profile: { municipality: "municipality:2580" }, asOf: "${day(turn)}", first: 200) { totalCount nodes { score actor { id name } reasons { text } initiatives { initiative { id name } } meets { id } through { id } } } }`,
  ),
  question(
    'firms that nobody serves',
    (turn) =>
      `{ firms(filter: { unserved: true }, asOf: "${day(turn)}", first: 200) { totalCount nodes { id name } } }`,
  ),
  question(
    'timeline of a venture',
    (turn) =>
      `{ timeline(establishment: "establishment:lkab", asOf: "${day(turn)}") { phases { phase { id } } warnings { code } unphased { id } } }`,
  ),
]

const supply = [
  question(
    'supplier matches, 200',
    (turn) =>
      `{ supplierMatches(establishment: "establishment:h2-green-steel", asOf: "${day(turn)}", first: 200) { totalCount nodes { score distanceKm firm { id name } category { id } missing { requirement { id } } unknown { id } } } }`,
  ),
  question(
    'consortia',
    (turn) =>
      `{ consortia(establishment: "establishment:h2-green-steel", asOf: "${day(turn)}", categories: ["category:electricians", "category:welding", "category:haulage"], minEmployees: 100, maxFirms: 5, first: 50) { totalCount nodes { score firms { id name } covers { id } missing { id } } } }`,
  ),
  question(
    'supply gaps',
    (turn) =>
      `{ supplyGaps(establishment: "establishment:h2-green-steel", asOf: "${day(turn)}", fewerThan: 1000) { nodes { firms category { id name } } } }`,
  ),
  question(
    'chain exposure, six tiers',
    (turn) => `{ chainExposure(of: "establishment:lkab", asOf: "${day(turn)}", depth: 6) { firms } }`,
  ),
]

const networks = [
  question(
    'neighbourhood of 2 000',
    (turn) =>
      `{ neighbourhood(of: ["${hub}"], depth: 3, limit: 2000, asOf: "${day(turn)}") { truncated nodes { id label kind degree } edges { id source target kind } hidden { kind count } } }`,
  ),
  question(
    'metrics of 500',
    (turn) =>
      `{ networkMetrics(of: ["${hub}"], depth: 3, limit: 500, asOf: "${day(turn)}") { nodeCount modularity nodes { betweenness } } }`,
  ),
  question(
    'paths of six steps',
    (turn) =>
      `{ paths(from: "${firm}", to: "establishment:lkab", maxLength: 6, limit: 500, asOf: "${day(turn)}") { length nodes { id label } edges { id kind } } }`,
  ),
  question(
    'supply chain, six tiers',
    (turn) =>
      `{ supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 6, limit: 2000, asOf: "${day(turn)}") { truncated nodes { id label } edges { id } } }`,
  ),
  ...(['graphml', 'gexf', 'json', 'csv', 'jsonld'] as const).map((format) =>
    file(
      `network of 2 000 as ${format}`,
      (turn) => `/export/neighbourhood.${format}?of=${hub}&depth=3&limit=2000&asOf=${day(turn)}`,
    ),
  ),
]

const lists = [
  question(
    '200 firms with 40 others of each municipality',
    (turn) =>
      `{ firms(first: 200, asOf: "${day(turn)}") { nodes { municipality { firms(first: 40) { nodes { id name } } } } } }`,
  ),
  question(
    '60 pages of 200 firms',
    (turn) =>
      `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: firms(first: 200, asOf: "${day(turn)}") { nodes { id name sizeClass employees organisationNumber turnover synthetic } }`).join(' ')} }`,
  ),
  question(
    'search',
    (turn) => `{ search(text: "demoföretag 0042${turn}", first: 200) { totalCount nodes { id name } } }`,
  ),
  question(
    'business structure',
    (turn) =>
      `{ businessStructure(by: [${turn % 2 === 0 ? 'COUNTY, SECTOR_GROUP' : 'SECTOR_GROUP, COUNTY'}, SIZE_CLASS], origin: GRAPH) { cells { firms } } }`,
  ),
  question(
    '200 claims with what they are about',
    (turn) => `{ claims(first: ${200 - turn}) { nodes { id name statement about { nodes { id name } } } } }`,
  ),
  file('firms as CSV, 10 000 rows', (turn) => `/export/firms.csv?rows=${10_000 - turn}`),
  file('firms as a workbook, 10 000 rows', (turn) => `/export/firms.xlsx?rows=${10_000 - turn}`),
]

const calculations = [
  question(
    'spillover, everything',
    (turn) =>
      `{ spillover(input: { retention: { share: 0.${30 + turn} } }) { total { ${effects} } comparisons { computed } measures { name } bySector { spillover } cube(by: [YEAR, COUNTY, SECTOR]) { jobs } structuralPaths(first: 50) { share } } }`,
  ),
  question('draws', (turn) => `{ spillover(input: {}) { uncertainty(draws: 2000, seed: ${turn}) { draws } } }`),
  question(
    'storing a run of all ventures, 44 industries',
    (turn) =>
      `mutation { storeSpillover(input: { retention: { share: 0.${60 + turn} } }, name: "Bench ${turn}") { run { id } } }`,
  ),
  question(
    'two runs compared',
    () =>
      `{ spilloverRuns(first: 5) { nodes { id total { ${effects} } bySector { spillover } byYear { spillover } byCounty { spillover } byEstablishment { spillover } changes } } }`,
  ),
]

/** What is asked of a graph with a table of so many industries. */
const ofLargeTable = (size: number) => [
  question(
    `${size} industries, one shock`,
    (turn) => `{ spillover(input: { ${shock(turn, size)} }) { total { ${effects} } bySector { spillover } } }`,
  ),
  question(
    `${size} industries, other assumptions`,
    (turn) =>
      `{ spillover(input: { ${shock(turn, size)}, retention: { share: 0.${40 + turn}, apply: IN_COEFFICIENTS } }) { total { ${effects} } } }`,
  ),
  question(
    `${size} industries, all ventures`,
    (turn) =>
      `{ spillover(input: { table: "table:large-${size}", incomeTax: 0.${20 + turn} }) { total { ${effects} } } }`,
  ),
  question(
    `${size} industries, structural paths`,
    (turn) => `{ spillover(input: { ${shock(20 + turn, size)} }) { structuralPaths(first: 10) { share } } }`,
  ),
  question(
    `${size} industries, multipliers`,
    (turn) =>
      `{ inputOutputTable(id: "table:large-${size}") { multipliers(closure: ${turn % 2 === 0 ? 'TYPE_I' : 'TYPE_II'}) { output } } }`,
  ),
  question(
    `storing a run of all ventures, ${size} industries`,
    (turn) =>
      `mutation { storeSpillover(input: { table: "table:large-${size}", closure: TYPE_I, retention: { share: 0.${60 + turn} } }, name: "Large ${turn}") { run { id } } }`,
  ),
]

/** Readings under which a run of all ventures is stored. */
const readings = [
  ['households', 'closure: TYPE_II'],
  ['the rule before the inverse', 'closure: TYPE_II, retention: { apply: IN_COEFFICIENTS, share: 0.4 }'],
  ['outputs solved for together', 'shock: OUTPUT'],
] as const

/**
 * What stores a run on a table of so many industries, or on the seed's; the first finds the table unread. A request takes no
 * run of a large one.
 */
export function storedRunQuestions(size: number | null): readonly LoopQuestion[] {
  const table = size === null ? '' : `table: "table:large-${size}", `
  const industries = `${size ?? 44} industries`
  return [
    ...readings.map(
      ([title, input]): LoopQuestion => ({
        ...question(
          `${industries}, a job: ${title}`,
          (turn) =>
            `mutation { started: startRun(input: { spillover: { ${table}${input}, incomeTax: 0.${20 + turn} }, name: "Bench" }) { job { id } } }`,
        ),
        startsJob: true,
      }),
    ),
    ...(size === null ? readings : []).map(([title, input]) =>
      question(
        `${industries}, within a request: ${title}`,
        (turn) =>
          `mutation { storeSpillover(input: { ${table}${input}, incomeTax: 0.${30 + turn} }, name: "Bench") { run { id } } }`,
      ),
    ),
  ]
}

/** Every question known to take the server long: of a graph with no table but the seed's, or of one with a large table. */
export const loopQuestions = (size: number | null): readonly LoopQuestion[] =>
  size === null ? [...support, ...supply, ...networks, ...lists, ...calculations] : ofLargeTable(size)
