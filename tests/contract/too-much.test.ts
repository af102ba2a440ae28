import { expect, it } from 'vitest'
import { supplierOrders } from '../../src/supply/supplier-order.js'
import { describeOnSeededGraph } from './engines.js'

const long = 'a'.repeat(10_000)
const venture = 'establishment: "establishment:h2-green-steel"'
const facets = `totalCount facets { all categories { category { id } firms } requirements { requirement { id } fulfilling }
  sizeClasses { sizeClass firms } bases { basis firms } municipalities { municipality { id } firms } loosened { without firms } }`
const row = `firm { id name } categories { category { id name } basis } municipality { id name } distanceKm fulfils { id name }
  missing { requirement { id name } initiatives { id name } } unknown { id name } score scoreParts { text }`
const firms = `supplierFirms(${venture}, filter: $filter, orderBy: $orderBy, first: 200) { ${facets} nodes { ${row} } }`
const matches = `supplierMatches(${venture}, filter: $filter, orderBy: $orderBy, first: 200) { totalCount nodes { firm { id } score } }`
const filtered = (fields: string) => `query ($filter: SupplierFilter, $orderBy: SupplierOrder) { ${fields} }`
const times = (count: number, field: string) =>
  Array.from({ length: count }, (_, number) => `a${number}: ${field}`).join(' ')
const ids = <Id>(count: number, of: (number: number) => Id): Id[] =>
  Array.from({ length: count }, (_, number) => of(number))

const actor = (number: number) => ({
  name: `Office ${number}`,
  serves: ids(500, () => 'municipality:2580'),
  meets: ids(20, () => ({ need: 'need:finance' })),
})
const changed = (fields: string) => `query ($change: SupportChange!) { ${fields} }`
const coverage = 'supportCoverage(by: MUNICIPALITY, change: $change) { cells { level } }'
const shared = 'sharedGaps(nearerThan: LOCAL, change: $change, first: 200) { totalCount nodes { places { id } } }'

describeOnSeededGraph('a request that asks for too much', (given) => {
  const outcome = async (query: string, variables: Record<string, unknown> = {}) => {
    const { errors } = await given.api.ask(query, variables)
    const { code, argument, unit } = errors?.[0]?.extensions ?? { code: 'ANSWERED' }
    return [code, argument ?? unit].filter((part) => typeof part === 'string').join(' ')
  }

  it.each(supplierOrders)(
    'is answered where it is bounded: all of a filter, all counts, 200 firms, %s',
    async (orderBy) => {
      const filter = {
        categories: ids(1_000, (number) => (number % 2 === 0 ? 'category:electricians' : 'category:welding')),
        mayFulfil: ids(1_000, () => 'requirement:code-of-conduct'),
        municipalities: ids(1_000, () => 'municipality:2580'),
        sizeClasses: ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'],
        text: 'a'.repeat(200),
      }
      expect(await outcome(filtered(firms), { filter, orderBy })).toBe('ANSWERED')
      expect(await outcome(filtered(matches), { filter, orderBy })).toBe('ANSWERED')
    },
  )

  const unknown = { ids: ids(1_000, (number) => `firm:x${number}`) }
  const fifty = `query ($filter: SupplierFilter) { ${times(50, `supplierFirms(${venture}, filter: $filter, first: 200) { ...F }`)} }
    fragment F on SupplierFirmConnection { ${facets} nodes { ${row} } }`

  it.each([
    ['a long text for firms', filtered(firms), { filter: { text: long } }, 'BAD_USER_INPUT filter.text'],
    ['a long text for matches', filtered(matches), { filter: { text: long } }, 'BAD_USER_INPUT filter.text'],
    [
      'a long text for runs',
      `{ spilloverRuns(filter: { text: "${long}" }) { totalCount } }`,
      {},
      'BAD_USER_INPUT filter.text',
    ],
    [
      'ids of nothing',
      filtered(firms),
      { filter: { municipalities: ids(1_000, (n) => `municipality:x${n}`) } },
      'NOT_FOUND',
    ],
    ['fifty lists of firms', fifty, {}, 'REQUEST_TOO_LARGE MILLISECONDS'],
    ['51 offices', changed(coverage), { change: { addActors: ids(51, actor) } }, 'BAD_USER_INPUT change.addActors'],
    [
      'fifty changes',
      changed(times(50, shared)),
      { change: { removeActors: ['actor:iuc-norr'] } },
      'REQUEST_TOO_LARGE',
    ],
    ['101 forms', `{ ${times(101, 'editable(id: "actor:iuc-norr") { id }')} }`, {}, 'REQUEST_TOO_LARGE ALIASES'],
    [
      'fifty histories',
      `{ ${times(50, 'changes(about: "actor:iuc-norr", first: 200) { nodes { fields { name } } }')} }`,
      {},
      'REQUEST_TOO_LARGE',
    ],
    [
      'a network without 1 000',
      `query ($ids: [ID!]!) { neighbourhood(of: ["municipality:2580"], depth: 1, without: $ids) { truncated } }`,
      unknown,
      'BAD_USER_INPUT without',
    ],
    [
      'paths without 1 000',
      `query ($ids: [ID!]!) { paths(from: "municipality:2580", to: "municipality:2582", without: $ids) { length } }`,
      unknown,
      'BAD_USER_INPUT without',
    ],
  ])('is refused by name: %s', async (_, query, variables, refusal) => {
    expect(await outcome(query, variables)).toContain(refusal)
  })

  it('is answered with the most offices that a change may add', async () => {
    const change = {
      addActors: ids(50, actor),
    }
    expect(await outcome(changed(`${coverage} ${shared}`), { change })).toBe('ANSWERED')
  })
})
