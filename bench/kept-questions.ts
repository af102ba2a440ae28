/** A question that is asked again and again, each time otherwise: as the n-th, of thousands that differ. */
export interface KeptQuestion {
  readonly title: string
  readonly body: (nth: number) => string
}

const body = (query: string, variables: object) => JSON.stringify({ query, variables })
const pick = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % items.length]

const municipalities = [
  ...['2401', '2403', '2404', '2409', '2417', '2418', '2421', '2422', '2425', '2460', '2462', '2463', '2480', '2481'],
  ...[
    '2482',
    '2505',
    '2506',
    '2510',
    '2513',
    '2514',
    '2518',
    '2521',
    '2523',
    '2560',
    '2580',
    '2581',
    '2582',
    '2583',
    '2584',
  ],
].map((code) => `municipality:${code}`)
const sectors = ['C25', 'C28', 'F43', 'H49', 'J62', 'C33', 'M71', 'A02', 'G46', 'N81'].map(
  (code) => `sector:sni2007-${code}`,
)
const ventures = ['boliden', 'ssab', 'lkab', 'northvolt', 'h2-green-steel'].map((slug) => `establishment:${slug}`)
const needs = [
  ...['skills-supply', 'succession', 'retirement', 'transition', 'time-and-capacity', 'will-to-grow', 'finance'],
  ...['bank-dialogue', 'buyer-access', 'buyer-size-demand', 'price-competition', 'timing', 'visibility'],
].map((slug) => `need:${slug}`)
/** Another set of needs for each of 8 191 numbers. */
const someNeeds = (nth: number) => needs.filter((_, bit) => ((1 + (nth % (2 ** needs.length - 1))) >> bit) % 2 === 1)

const supportFor = `query ($profile: SmeProfile!) { supportFor(profile: $profile, first: 10) {
  totalCount unmet { id } nodes { score actor { id name } reasons { text } meets { id } } } }`
const coverage = `query ($county: ID!, $needs: [ID!]) { supportCoverage(county: $county, by: MUNICIPALITY, needs: $needs) {
  cells { place { id name } need { id } level actors initiatives firms firmsWithNeed jobsAtStake } } }`
const gaps = `query ($needs: [ID!], $nearerThan: SupportLevel!) { supportGaps(needs: $needs, nearerThan: $nearerThan, first: 10) {
  totalCount nodes { jobsAtStake place { id name } need { id } nearestActor { distanceKm actor { id name } } } } }`
const matches = `query ($establishment: ID!, $withinKm: Float!) { supplierMatches(establishment: $establishment, withinKm: $withinKm, first: 10) {
  totalCount nodes { score firm { id name } category { id } distanceKm } } }`
const firms = `query ($filter: FirmFilter!, $first: Int!) { firms(filter: $filter, first: $first) {
  nodes { id name sizeClass employees municipality { id name } sectors { id } } pageInfo { endCursor } } }`
const firm = `query ($id: ID!) { node(id: $id) { id ... on Firm { name sizeClass municipality { id name } needs { totalCount } } } }`

/** What is asked in equal shares. */
export const mix = (count: number): readonly KeptQuestion[] => [
  {
    title: 'support for a description',
    body: (nth) => {
      const profile = {
        municipality: pick(municipalities, nth),
        sector: pick(sectors, nth >> 2),
        needs: someNeeds(nth),
      }
      return body(supportFor, { profile })
    },
  },
  {
    title: 'coverage of a county',
    body: (nth) => body(coverage, { county: pick(['county:24', 'county:25'], nth), needs: someNeeds(nth) }),
  },
  {
    title: 'gaps',
    body: (nth) => body(gaps, { nearerThan: pick(['COUNTY', 'LOCAL'], nth), needs: someNeeds(nth) }),
  },
  {
    title: 'supplier matches',
    body: (nth) => body(matches, { establishment: pick(ventures, nth), withinKm: 50.5 + (nth % 2_000) / 10 }),
  },
  {
    title: 'a page of firms',
    body: (nth) => body(firms, { filter: { municipality: pick(municipalities, nth) }, first: 1 + (nth % 150) }),
  },
  {
    title: 'a firm',
    body: (nth) => body(firm, { id: `firm:demo-${String(1 + (nth % count)).padStart(6, '0')}` }),
  },
]

/** A question that is held against the commit before, with what is asked of the ratio. */
export type HeldQuestion = KeptQuestion & { readonly most: number }

/** What asks the ways by which firms are helped: an order by many rules may cost half as much again as one by few. */
export const ofSupport = (count: number): readonly HeldQuestion[] => {
  const [support, covered, gaps] = mix(count)
  return [support, covered, gaps].flatMap((question) => (question ? { ...question, most: 1.5 } : []))
}

/** Held against the commit before, question by question. */
export const single = (count: number): readonly HeldQuestion[] => {
  const [support, covered] = mix(count)
  if (!support || !covered) throw new Error('the mix begins with support and coverage')
  return [
    { ...covered, most: 0.25 },
    { ...support, most: 0.4 },
    {
      title: 'business structure, counted',
      body: () =>
        body('{ businessStructure(by: [COUNTY, SIZE_CLASS], origin: GRAPH) { cells { firms employees } } }', {}),
      most: 0.1,
    },
    {
      title: 'firms that nobody serves',
      body: () => body('{ firms(filter: { unserved: true }, first: 25) { totalCount nodes { id name } } }', {}),
      most: 0.1,
    },
  ]
}
