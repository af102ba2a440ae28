import { Kind, type OperationDefinitionNode, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { chargeOf } from '../../src/cost/charge.js'
import { graphSizeOf } from '../../src/cost/graph-size.js'
import { catalog } from '../../src/server/catalog.js'
import { onlyOperation } from '../../src/server/charges.js'
import { costsIn } from '../../src/server/costs.js'
import { refusalOf } from '../../src/server/limits.js'
import { sameNetwork } from '../../src/server/network-work.js'
import { createSchema } from '../../src/server/schema.js'
import { rowsWorth } from '../../src/server/table-route.js'
import { edition } from '../edition.js'

const costs = costsIn(edition)

const schema = createSchema()

/** A region of so many firms, a fourth of which lie in its largest municipality. */
const region = (firms: number) =>
  graphSizeOf(
    [
      { kind: 'FIRM', count: firms },
      { kind: 'MUNICIPALITY', count: 290 },
      { kind: 'COUNTY', count: 21 },
      { kind: 'NEED', count: 13 },
      { kind: 'SUPPORT_ACTOR', count: 60 },
    ],
    {
      OUT: [
        { kind: 'FIRM', type: 'LOCATED_IN', total: firms, most: 1 },
        { kind: 'FIRM', type: 'SUPPLIES', total: 3 * firms, most: 35 },
        { kind: 'MUNICIPALITY', type: 'IN_COUNTY', total: 290, most: 1 },
      ],
      IN: [
        { kind: 'MUNICIPALITY', type: 'LOCATED_IN', total: firms, most: firms / 4 },
        { kind: 'FIRM', type: 'SUPPLIES', total: 3 * firms, most: firms / 10 },
        { kind: 'COUNTY', type: 'IN_COUNTY', total: 290, most: 49 },
      ],
    },
  )

function charge(query: string, firms = 20_000, variables: Record<string, unknown> = {}) {
  const document = parse(query)
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  if (!operation) throw new Error('no operation')
  return chargeOf({ schema, catalog, costs }, { document, operation, variables }, region(firms))
}

const refusal = (query: string, firms?: number) => refusalOf(charge(query, firms))
const times = (count: number, field: (number: number) => string) =>
  `{ ${Array.from({ length: count }, (_, number) => `a${number}: ${field(number)}`).join(' ')} }`

const nested =
  '{ firms(first: 200) { nodes { municipality { firms(first: 200) { nodes { municipality { firms(first: 48) { nodes { id name } } } } } } } } }'

describe('is refused, with what costs most', () => {
  it.each([
    ['lists within lists within lists', nested, 'firms.nodes.municipality.firms.nodes.municipality.firms', 'first'],
    [
      'whom nobody serves, under 100 aliases',
      times(100, () => 'firms(filter: {unserved: true}, first: 1) { totalCount }'),
      'a0',
      'filter',
    ],
    [
      '20 networks',
      times(20, (number) => `neighbourhood(of: ["x:y"], depth: 4, limit: ${2_000 - number}) { truncated }`),
      'a0',
      'limit',
    ],
    [
      '39 changes',
      times(39, () => 'supportWhatIf(change: {removeActors: ["actor:x"]}, by: MUNICIPALITY) { changed { from } }'),
      'a0',
      'county',
    ],
    ['99 searches', times(99, () => 'search(text: "a") { totalCount }'), 'a0', 'text'],
  ])('%s', (_, query, field, argument) => {
    expect(refusal(query)?.details).toMatchObject({ field, argument, bound: 2_000, unit: 'MILLISECONDS' })
    expect(refusal(query)?.message).toContain(field)
  })

  it('17 levels, and 101 aliases wherever they stand', () => {
    expect(refusal(times(101, () => '__typename'))?.details.unit).toBe('ALIASES')
    expect(refusal(`{ firms { ${times(101, () => '__typename').slice(1)} }`)?.details.unit).toBe('ALIASES')
    const deep = `{ firms { nodes { ${'provenance { source { '.repeat(8)} id ${'} } '.repeat(8)} } } }`
    expect(refusal(deep)?.details).toMatchObject({ unit: 'LEVELS', bound: 16 })
  })
})

describe('costs', () => {
  it('no municipalities of the whole country for the few that an offer leaves out', () => {
    const matches = `supportFor(profile: { municipality: "municipality:2582" }) {
      nodes { score initiatives { meets { strength } initiative { terms { excludedPlaces { ... on Entity { id name } } } } } } }`
    expect(refusal(`{ one: ${matches} two: ${matches} three: ${matches} }`)).toBeNull()
  })

  it('more the more firms there are', () => {
    const query = '{ firms(filter: {unserved: true}) { totalCount } }'
    expect(charge(query, 100_000).work).toBeGreaterThan(4 * charge(query, 20_000).work)
    expect(refusal(query, 100_000)).toBeNull()
  })

  it('of a list no more rows than there can be', () => {
    const page = (first: number) =>
      charge(`{ supportActors(first: ${first}) { nodes { serves(first: ${first}) { nodes { id: __typename } } } } }`)
    expect(page(200).memory).toBe(page(100).memory)
  })

  it('nothing for what is skipped, and once for what is asked twice', () => {
    const plain = charge('{ firms { nodes { id } } }').work
    expect(charge('{ firms { nodes { id } } firms @skip(if: true) { totalCount } }').work).toBe(plain)
    expect(charge('{ firms { nodes { id } } ...F } fragment F on Query { firms { nodes { id } } }').work).toBe(plain)
  })

  it('what fragments multiply', () => {
    const doubled = Array.from(
      { length: 14 },
      (_, number) =>
        `fragment F${number} on Municipality { a: county { municipalities { nodes { ...F${number + 1} } } } b: county { municipalities { nodes { ...F${number + 1} } } } }`,
    )
    const query = `{ node(id: "x") { ...F0 } } ${doubled.join(' ')} fragment F14 on Municipality { id }`
    expect(refusal(query)).not.toBeNull()
  })

  it('a page that is no number as much as the largest', () => {
    expect(charge('{ firms(first: -5) { nodes { id } } }').work).toBeGreaterThan(0)
    expect(charge('{ firms(first: 2000000000) { nodes { id } } }').work).toBe(
      charge('{ firms(first: 200) { nodes { id } } }').work,
    )
  })
})

it('long texts are charged as often as they are asked with', () => {
  const filtered = (count: number, text: string) =>
    refusalOf(
      charge(`query ($text: String) ${times(count, () => 'firms(filter: {text: $text}) { totalCount }')}`, 20_000, {
        text,
      }),
    )
  const long = 'a'.repeat(900_000)
  expect([filtered(1, long), filtered(40, 'a')]).toEqual([null, null])
  expect(filtered(40, long)?.details).toMatchObject({ argument: 'filter' })
})

describe('files', () => {
  const large = { of: ['establishment:lkab'], depth: 4, limit: 2_000 }

  it('of networks cost what the API takes for the same', () => {
    expect(refusalOf(charge(sameNetwork, 20_000, large))).toBeNull()
    expect(refusalOf(charge(sameNetwork, 2_000_000, large))?.details).toMatchObject({ argument: 'limit' })
  })

  it('of pages that take long have fewer rows', () => {
    expect([60, 260, 660].map(rowsWorth)).toEqual([Number.POSITIVE_INFINITY, 2_200, 800])
  })
})

describe('calculations cost', () => {
  const withTables = (tables: readonly { table: string; industries: number }[]) => {
    const most = Math.max(...tables.map(({ industries }) => industries))
    const has = { kind: 'INPUT_OUTPUT_TABLE', type: 'HAS_INDUSTRY', total: most, most }
    const counts = tables.map(({ table, industries }) => ({ kind: null, table, count: industries }))
    return graphSizeOf([{ kind: 'ESTABLISHMENT', count: 7 }, ...counts], { OUT: [has], IN: [] })
  }
  const own = { table: 'table:scb-2016-44', industries: 44 }
  const large = { table: 'table:large', industries: 1_000 }
  const workOf = (query: string, tables = [own, large]) => {
    const document = parse(query)
    return chargeOf(
      { schema, catalog, costs },
      { document, operation: onlyOperation(document), variables: {} },
      withTables(tables),
    )
  }
  const draws = (input: string, count: number) =>
    workOf(`{ spillover(input: {${input}}) { uncertainty(draws: ${count}, seed: 1) { total { median } } } }`).work

  it('by their own table, however large another is', () => {
    const fields = '{ total { direct } regional { spillover } alternatives { spillover } }'
    for (const question of [
      `{ spillover(input: {}) ${fields} }`,
      `{ spilloverRun(id: "run:report") { regional { spillover } } }`,
      `{ inputOutputTable(id: "${own.table}") { multipliers(closure: TYPE_I) { output } } }`,
    ]) {
      expect(workOf(question)).toEqual(workOf(question, [own]))
    }
    expect(workOf(`{ spillover(input: {table: "table:large"}) ${fields} }`).work).toBeGreaterThan(2_000)
  })

  it('draws by what is solved for them', () => {
    expect(draws('', 100_000)).toBeLessThan(2_000)
    expect(draws('', 1_000)).toBeLessThan(50)
    expect(draws('table: "table:large"', 25)).toBeGreaterThan(1_800)
    const each = 'table: "table:large", regionalisation: {method: FLQ, area: EACH}'
    expect(draws(each, 12)).toBeGreaterThan(1_700)
  })

  it('what is taken out in each economy that there is', () => {
    const ids = Array.from({ length: 5 }, (_, number) => `"sector:${number}"`).join()
    const extraction = (input: string) =>
      workOf(`{ spillover(input: {table: "table:large"${input}}) { extraction(of: [${ids}]) { jobs } } }`).work
    expect(extraction('')).toBeLessThan(2_000)
    expect(extraction(', regionalisation: {method: FLQ, area: EACH}')).toBeGreaterThan(1.5 * extraction(''))
  })

  it('economies as many as are apart', () => {
    const counties = Array.from({ length: 21 }, (_, number) => `county:${number}`)
    const shocks = counties.map((county) => `{sector: "x", county: "${county}", year: 2020, jobs: 1}`).join(' ')
    const question = (area: string) =>
      `{ spillover(input: {table: "table:large", regionalisation: {method: FLQ, area: ${area}}, shocks: [${shocks}]}) { total { direct } } }`
    const [together, each] = [workOf(question('TOGETHER')), workOf(question('EACH'))]
    expect(each.work).toBeGreaterThan(10 * together.work)
    expect(each.memory - together.memory).toBeGreaterThan(21 * 8 * 1_000 ** 2)
    const job = (table: string, area: string) =>
      workOf(
        `mutation { startRun(input: {name: "a", spillover: {table: "${table}", regionalisation: {method: FLQ, area: ${area}}, shocks: [${shocks}]}}) { job { id } } }`,
      ).memory
    expect(job(large.table, 'EACH') - job(large.table, 'TOGETHER')).toBeGreaterThan(21 * 8 * 1_000 ** 2)
    expect(job(own.table, 'EACH') - job(own.table, 'TOGETHER')).toBeLessThan(1_000_000)
  })
})

describe('of suppliers, changes and runs', () => {
  const supplied = graphSizeOf(
    [
      { kind: 'FIRM', count: 10_000 },
      { kind: 'SUPPLY_CATEGORY', count: 19 },
      { kind: 'REQUIREMENT', count: 9 },
      { kind: 'MUNICIPALITY', count: 29 },
      { kind: 'NEED', count: 13 },
      { kind: 'SPILLOVER_RUN', count: 60 },
    ],
    {
      OUT: [
        { kind: 'FIRM', type: 'CAN_SUPPLY', total: 3_080, most: 3 },
        { kind: 'INPUT_OUTPUT_TABLE', type: 'HAS_INDUSTRY', total: 44, most: 44 },
      ],
      IN: [{ kind: 'COUNTY', type: 'IN_COUNTY', total: 29, most: 15 }],
    },
  )
  const venture = 'establishment: "establishment:h2-green-steel"'
  const charged = (query: string) => {
    const document = parse(query)
    const request = { document, operation: onlyOperation(document), variables: {} }
    return chargeOf({ schema, catalog, costs }, request, supplied).work
  }

  // Milliseconds of one core for 10 000 made-up firms: of what is kept, and where the database goes through all of them.
  it.each([
    ['a page of firms', `{ supplierFirms(${venture}) { nodes { firm { id } score } } }`, 45, 72],
    ['all counts', `{ supplierFirms(${venture}, first: 1) { totalCount facets { all } } }`, 55, 130],
    ['a page of matches', `{ supplierMatches(${venture}, first: 200) { nodes { firm { id } score } } }`, 74, 140],
    ['matches counted', `{ supplierMatches(${venture}, first: 200) { totalCount nodes { firm { id } } } }`, 60, 190],
    ['a list of runs', '{ spilloverRuns(first: 25) { nodes { id stale } } }', 17, 40],
  ])('%s lies within a factor of about three of what it takes', (_, query, kept, read) => {
    expect(charged(query)).toBeGreaterThan(read / 3)
    expect(charged(query)).toBeLessThan(3.5 * kept)
  })

  it('a change of fifty offices adds less than the coverage itself costs', () => {
    const offices = Array.from(
      { length: 50 },
      (_, nth) => `{ name: "${nth}", serves: ["municipality:2580"], meets: [] }`,
    )
    const coverage = (change: string) => charged(`{ supportCoverage(by: MUNICIPALITY${change}) { cells { level } } }`)
    expect(coverage(`, change: { addActors: [${offices.join()}] }`)).toBeLessThan(1.5 * coverage(''))
  })
})
