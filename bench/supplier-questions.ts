/** A question that is held against one that asks less, with what is asked of the ratio of the two. */
export interface HeldAgainst {
  readonly title: string
  readonly query: string
  /** What it is held against, and its query. */
  readonly against: string
  readonly lesser: string
  readonly most: number
}

const venture = 'establishment: "establishment:h2-green-steel"'
const chosen = `withinKm: 300, orderBy: EMPLOYEES_DESC, filter: { sizeClasses: [SMALL, MEDIUM], minEmployees: 5, text: "e",
  mayFulfil: ["requirement:code-of-conduct"] }`
const facets = `totalCount facets { all categories { category { id } firms } requirements { requirement { id } fulfilling lacking }
  sizeClasses { sizeClass firms } bases { basis firms } municipalities { municipality { id } firms } loosened { without firms } }`
const row = `firm { id name } categories { category { id name } basis } employees municipality { id name } distanceKm
  fulfils { id name } missing { requirement { id name } initiatives { id name } } unknown { id name } score scoreParts { text }`

const office = `serves: ["municipality:2580", "municipality:2582", "municipality:2505"], meets: [{ need: "need:finance" }]`
const offices = (count: number) =>
  `change: { addActors: [${Array.from({ length: count }, (_, nth) => `{ name: "Office ${nth}", ${office} }`).join(' ')}] }`

const firms = (asked: string, selected: string) => `{ supplierFirms(${venture}, ${asked}) { ${selected} } }`
const thin = 'nodes { firm { id } score }'
const coverage = (change: string) => `{ supportCoverage(by: MUNICIPALITY${change}) { cells { level jobsAtStake } } }`
const gaps = (change: string) =>
  `{ supportGaps(nearerThan: LOCAL, first: 50${change}) { totalCount nodes { jobsAtStake nearestActor { distanceKm } } } }`
const shared = (change: string) =>
  `{ sharedGaps(nearerThan: LOCAL, first: 50${change}) { totalCount nodes { jobsAtStake } } }`

/** Lists of suppliers, and coverage as a change would leave it, each beside what asks less of the same. */
export const supplierQuestions: readonly HeldAgainst[] = [
  {
    title: '25 firms with all counts',
    query: firms('first: 25', `${facets} ${thin}`),
    against: '25 firms',
    lesser: firms('first: 25', thin),
    most: 3,
  },
  {
    title: '25 firms, filtered and by employees',
    query: firms(`${chosen}, first: 25`, thin),
    against: '25 firms',
    lesser: firms('first: 25', thin),
    most: 2,
  },
  {
    title: '200 firms with all that is told of each',
    query: firms('first: 200', `nodes { ${row} } pageInfo { endCursor }`),
    against: '200 firms',
    lesser: firms('first: 200', thin),
    most: 6,
  },
  {
    title: '200 firms, each once',
    query: firms('first: 200', thin),
    against: '200 matches, a row for each category',
    lesser: `{ supplierMatches(${venture}, first: 200) { ${thin} } }`,
    most: 2,
  },
  ...[1, 50].flatMap((count): HeldAgainst[] =>
    (
      [
        ['coverage', coverage],
        ['gaps', gaps],
        ['shared gaps', shared],
      ] as const
    ).map(([title, of]) => ({
      title: `${title} with ${count} more ${count === 1 ? 'office' : 'offices'}`,
      query: of(`, ${offices(count)}`),
      against: title,
      lesser: of(''),
      most: count === 1 ? 2 : 4,
    })),
  ),
]
