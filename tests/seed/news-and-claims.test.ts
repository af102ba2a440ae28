import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { type Api, openApi } from '../contract/api.js'
import { openSeededGraph } from './seeded-graph.js'
import { begins, byId, ends, of, property, relationships, words } from './the-seed.js'

/** A row of a table that was gathered from public pages: the claims that say what it says; none where it was left out. */
const tables: Record<
  string,
  { readonly rows: readonly string[]; readonly rowsLeftOut: number; readonly partsLeftOut: number }
> = {
  'later news of the ventures': {
    rows: [
      'liquid-wind-permit',
      '',
      'stegra-contractors-unpaid stegra-workers-falling',
      'stegra-harbour-paused stegra-aid-refused stegra-aid-granted',
      'stegra-industriklivet-2025',
      'stegra-new-round stegra-mostly-built stegra-three-months-later',
      'stegra-hires-2025 stegra-jobs-at-start',
      'northvolt-lyten-completed lyten-hires-600 lyten-cells-2026 lyten-data-centre',
      'northvolt-estate-40',
      'lyten-few-hundred lyten-over-thousand northvolt-5000-too-many',
      '',
      'northvolt-bankruptcy-day',
      'northvolt-cuts-skelleftea northvolt-cuts-sweden northvolt-expansion-stopped',
      'power2earth-not-continued power2earth-jobs power2earth-building power2earth-start-2026 power2earth-start-2028',
      'ssab-building-2500',
      'ssab-1100-retrained',
      'talga-strategic-project talga-grant talga-undecided talga-jobs talga-start-2025',
      'ronnskar-notice ronnskar-employees ronnskar-investment',
      'lkab-konsuln',
      'hybrit-grant hybrit-jobs hybrit-person-years hybrit-start-2026',
      'lkab-group-employees lkab-critical-minerals',
      'north-jobs-almega north-jobs-services north-jobs-tillvaxtverket north-investments',
      // Two figures on the money of municipalities, from pages that are not relied on.
      '',
      '',
    ],
    rowsLeftOut: 4,
    // A bankruptcy told by one aggregator, and the staff at Northvolt's bankruptcy.
    partsLeftOut: 2,
  },
  'observed figures': {
    rows: [
      'observed-vasterbotten-industry-2016 observed-vasterbotten-industry-2022 observed-vasterbotten-industry-women-2016 observed-vasterbotten-industry-women-2022',
      'observed-norrbotten-industry-2019 observed-norrbotten-industry-women-2019',
      'observed-vasterbotten-farming-2016 observed-vasterbotten-farming-2022 observed-norrbotten-farming-2019',
      'observed-skelleftea-women-2018 observed-skelleftea-women-2022',
      'observed-gallivare-employed-1993 observed-gallivare-employed-2000',
      'observed-skelleftea-workplaces-industry-2017 observed-skelleftea-workplaces-services-2017 observed-umea-workplaces-industry-2017 observed-umea-workplaces-services-2017 observed-vasterbotten-workplaces-industry-2017 observed-vasterbotten-workplaces-services-2017',
      'observed-skelleftea-unemployed-2024 observed-skelleftea-unemployed-2025',
      'observed-vasterbotten-unemployed-2024 observed-vasterbotten-unemployed-2025 observed-kiruna-unemployed-2025',
      'observed-norrbotten-export-jobs observed-norrbotten-exporting-firms',
      'observed-norrbotten-investment-aid-2014',
      'observed-boden-grade-2024 observed-kiruna-grade-2024 observed-pajala-grade-2024',
    ],
    rowsLeftOut: 0,
    partsLeftOut: 0,
  },
  'purchases, mining and steel': {
    rows: [
      'kaunis-iron-buys-pajala-2022 kaunis-iron-buys-region-2022 kaunis-iron-buys-pajala-2019 kaunis-iron-buys-region-2019',
      'kaunis-iron-contractors',
      'northland-claim-lost kaunis-iron-contract-ended',
      'lulea-firms-invoiced',
      'stegra-turnkey-contracts',
      'h2-green-steel-wants-local stegra-meetings-in-order',
      'stegra-suppliers-before-financing',
      'stegra-unpaid-since-autumn',
      'stegra-safety-faults stegra-work-permits',
      'stegra-lkab-ore',
      'lkab-town-move-projects lkab-town-move-value',
      'lkab-stop-2018',
      'lkab-few-tenders',
      'lkab-contract-claim',
      'bdx-co-suppliers bdx-co-suppliers-employees',
      'boliden-fewer-suppliers',
      'boliden-suppliers boliden-main-suppliers',
      'ssab-suppliers',
      'metso-gallivare',
    ],
    rowsLeftOut: 0,
    partsLeftOut: 0,
  },
  'purchases, energy and other': {
    rows: [
      'northvolt-firms-on-site northvolt-local-firms-on-site',
      'northvolt-expansion-claims',
      '',
      'northvolt-chapter-11-claims',
      'northvolt-payment-orders-90 northvolt-payment-orders-132 northvolt-payment-orders-576 northvolt-payment-orders-650',
      '',
      'northvolt-small-consultants',
      'northvolt-suppliers-notice',
      'northvolt-fewer-hit-2025',
      '',
      'northvolt-builder-bought-locally',
      'northvolt-suppliers-expected',
      'blakliden-firms blakliden-person-years',
      'wind-farm-firms',
      'komatsu-suppliers',
      'botniabanan-contracts botniabanan-person-years',
    ],
    rowsLeftOut: 3,
    partsLeftOut: 0,
  },
  'what buyers require': {
    rows: [
      'lkab-basic-requirements lkab-supplier-code',
      'lkab-supplier-handbook lkab-anti-corruption',
      'lkab-safety-before-stop',
      'lkab-quality-full-time',
      'boliden-partner-code',
      'ssab-supplier-code',
    ],
    rowsLeftOut: 0,
    partsLeftOut: 0,
  },
}
const claimsOf = (table: string): string[] => (tables[table]?.rows ?? []).flatMap(words).map((slug) => `claim:${slug}`)
const all = Object.keys(tables).flatMap(claimsOf)

describe('tables of pages', () => {
  it.each(Object.entries(tables))(
    '%s: each row stands as claims, but those left out',
    (table, { rows, rowsLeftOut }) => {
      expect(rows.filter((row) => row === '').length).toBe(rowsLeftOut)
      expect(claimsOf(table).filter((id) => byId.get(id)?.label !== 'Claim')).toEqual([])
    },
  )

  it('are 76 rows, of which seven are left out, and two parts of others; they are 135 claims', () => {
    const sum = (count: (table: (typeof tables)[string]) => number): number =>
      Object.values(tables).reduce((total, table) => total + count(table), 0)
    expect(sum(({ rows }) => rows.length)).toBe(76)
    expect(sum(({ rowsLeftOut }) => rowsLeftOut)).toBe(7)
    expect(sum(({ partsLeftOut }) => partsLeftOut)).toBe(2)
    expect([all.length, new Set(all).size]).toEqual([135, 135])
  })

  it('rest on no page that is not relied on', () => {
    const weak =
      /friatider\.se|barnaje\.se|allmind\.ai|bulletin\.nu|proletaren\.se|earthpressnews\.com|ru24\.pro|samnytt\.se/
    expect(of('Source').filter(({ properties }) => weak.test(JSON.stringify(properties)))).toEqual([])
  })
})

describe('their sources', () => {
  const sources = [...new Set(all.flatMap((id) => ends('STATED_IN', id)))]

  it('are pages, news or statistics, each with an address', () => {
    for (const id of sources) {
      expect(['OWN_PAGE', 'PAGE_OF_OTHERS', 'NEWS', 'STATISTICS'], id).toContain(property(id, 'kind'))
      expect(property(id, 'address'), id).toBeTruthy()
    }
  })

  it('have a year but for those whose copies show none', () => {
    expect(
      sources
        .filter((id) => property(id, 'year') === undefined)
        .map((id) => id.slice('source:'.length))
        .sort(),
    ).toEqual(
      words(`akeritransport-botniabanan alvsbyn-business-breakfast boden-xt-h2gs boliden-business-partners
        hybrit-development-grant kaunis-iron-questions kaunis-iron-social-sustainability kuriren-lkab-contract
        lc-northvolt lkab-basic-requirements lkab-enhanced-requirements lkab-maintenance-stops
        lkab-supplier-handbook norrbottens-affarer-export offshore-energy-liquid-wind processnet-snells
        regionfakta-gallivare regionfakta-vasterbotten-it stegra-procurement svt-enforcement-2024
        talga-groundbreaking tillvaxtverket-green-transformation tillvaxtverket-report-0192`),
    )
  })
})

describe('figures', () => {
  it.each<[string, number, string]>([
    ['stegra-aid-refused', 315, 'SEK million'],
    ['stegra-jobs-at-start', 1500, 'jobs'],
    ['lyten-hires-600', 600, 'jobs'],
    ['northvolt-estate-40', 40, 'jobs'],
    ['northvolt-cuts-skelleftea', 1000, 'jobs'],
    ['north-jobs-almega', 50_000, 'jobs'],
    ['north-jobs-tillvaxtverket', 20_000, 'jobs'],
    ['observed-vasterbotten-industry-2016', 15_090, 'employees'],
    ['observed-vasterbotten-industry-2022', 17_120, 'employees'],
    ['observed-skelleftea-unemployed-2025', 0.065, 'share'],
    ['northvolt-chapter-11-claims', 853, 'SEK million'],
    ['kaunis-iron-buys-region-2022', 1033, 'SEK million'],
  ])('%s is %d %s', (claim, value, unit) => {
    expect(property(`claim:${claim}`, 'value')).toBe(value)
    expect(property(`claim:${claim}`, 'unit')).toBe(unit)
  })

  it('that were observed are of a place, and say on which side of a break they stand', () => {
    for (const id of claimsOf('observed figures')) {
      expect(
        ends('ABOUT', id).every((place) => /^(municipality|county):/.test(place)),
        id,
      ).toBe(true)
      expect(property(id, 'value'), id).toBeTypeOf('number')
    }
    expect(byId.get('claim:observed-vasterbotten-industry-2016')?.provenance.locator).toContain('RAMS')
    expect(byId.get('claim:observed-vasterbotten-industry-2022')?.provenance.locator).toContain('BAS')
  })

  it('that a range gives are its lower end, and its locator or statement shows the range', () => {
    for (const id of ['stegra-hires-2025', 'hybrit-jobs', 'talga-jobs', 'wind-farm-firms', 'kaunis-iron-contractors']) {
      const low = String(property(`claim:${id}`, 'value'))
      expect(byId.get(`claim:${id}`)?.provenance.locator).toMatch(new RegExp(`\\b${low}–\\d+`))
    }
  })
})

describe('claims that disagree', () => {
  const against: [string, string][] = [
    ['northvolt-lyten-completed', 'northvolt-lyten'],
    ['lyten-hires-600', 'lyten-few-hundred'],
    ['lyten-hires-600', 'table-1-northvolt'],
    ['lyten-over-thousand', 'table-1-northvolt'],
    ['northvolt-estate-40', 'table-1-northvolt'],
    ['northvolt-cuts-skelleftea', 'table-1-northvolt'],
    ['northvolt-suppliers-expected', 'table-1-northvolt'],
    ['stegra-hires-2025', 'table-1-h2-green-steel'],
    ['stegra-jobs-at-start', 'table-1-h2-green-steel'],
    ['stegra-jobs-at-start', 'stegra-start-moved'],
    ['hybrit-start-2026', 'hybrit-demonstration-plant'],
    ['north-jobs-almega', 'north-jobs-tillvaxtverket'],
    ['power2earth-start-2026', 'power2earth-start-2028'],
    ['power2earth-start-2028', 'power2earth-not-continued'],
    ['power2earth-jobs', 'power2earth-not-continued'],
    ['power2earth-building', 'power2earth-not-continued'],
    ['talga-start-2025', 'talga-undecided'],
  ]
  const page = z.object({ node: z.object({ contradicts: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }) })
  let graph: Graph
  let api: Api
  beforeAll(async () => {
    graph = await openSeededGraph()
    api = await openApi(graph)
  })
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  it('are these', () => {
    const written = relationships.filter(({ type, from }) => type === 'CONTRADICTS' && all.includes(from))
    const pairs = written.map(({ from, to }) => `${from} ${to}`)
    expect(pairs.sort()).toEqual(against.map(([one, other]) => `claim:${one} claim:${other}`).sort())
  })

  it('are found from either', async () => {
    const disagreeing = async (claim: string): Promise<string[]> => {
      const source = `query ($id: ID!) { node(id: $id) { ... on Claim { contradicts { nodes { id } } } } }`
      return page.parse(await api.data(source, { id: `claim:${claim}` })).node.contradicts.nodes.map(({ id }) => id)
    }
    for (const [one, other] of against) {
      expect(await disagreeing(one)).toContain(`claim:${other}`)
      expect(await disagreeing(other)).toContain(`claim:${one}`)
    }
  })
})

describe('names and phases as of now', () => {
  it('H2 Green Steel is also Stegra, as a venture and as a firm, and Northvolt is Lyten since the purchase', () => {
    expect(property('establishment:h2-green-steel', 'otherNames')).toEqual(['Stegra'])
    expect(property('firm:h2-green-steel', 'otherNames')).toEqual(['Stegra'])
    expect(property('establishment:northvolt', 'otherNames')).toEqual(['Northvolt Ett', 'Lyten'])
    expect(property('establishment:northvolt', 'otherNamesSince')).toEqual(['', '2026-02-27'])
  })

  it('a restart is expected at Northvolt after its production ended', () => {
    expect(byId.get('phase:northvolt-operation')?.properties).toMatchObject({ status: 'ENDED' })
    expect(byId.get('phase:northvolt-restart')?.properties).toMatchObject({ status: 'EXPECTED', from: '2026-07-01' })
  })

  it('every requirement of a page is of one that the report names', () => {
    for (const id of claimsOf('what buyers require')) {
      const about = ends('ABOUT', id)
      const buyer = about.find((each) => each.startsWith('establishment:'))
      const requirements = about.filter((each) => each.startsWith('requirement:'))
      expect(requirements.length, id).toBeGreaterThan(0)
      for (const each of requirements) expect(begins('REQUIRES', each), id).toContain(buyer)
    }
  })
})
