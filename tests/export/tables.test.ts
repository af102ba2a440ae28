import { parse } from 'csv-parse/sync'
import { pino } from 'pino'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode, GraphRelationship } from '../../src/graph/elements.js'
import { GraphError } from '../../src/graph/failure.js'
import type { Graph } from '../../src/graph/graph.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from '../server/seeded-app.js'

const provenance = { source: 'source:ramboll-2022', locator: 'made up', recordedAt: '2026-01-01T00:00:00Z' }

/** Names that a spreadsheet would run, or that break a line or a cell. */
const hostile = [
  '=HYPERLINK("http://x.example";"Klicka")',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\tTabb',
  'Först\nsedan',
  'Åke "Ö" & Söner; Luleå, AB',
  '•••',
  '＝1+1',
]
const MANY = 430
const names = [...hostile, ...Array.from({ length: MANY - hostile.length }, (_, index) => `Firma ${index}`)]

const nodes: GraphNode[] = names.map((nameSv, index) => ({
  label: 'Firm',
  id: `firm:made-${index}`,
  provenance,
  properties: {
    ...{ nameSv, sizeClass: index % 3 === 0 ? 'MEDIUM' : 'SMALL', turnover: 0.1 + 0.2 + index, employees: index },
    ...(index === 0 ? { organisationNumber: '5560001234' } : {}),
  },
}))
const placeOf = (index: number) => `municipality:${index === 0 ? 2506 : index % 2 === 0 ? 2580 : 2582}`
const relationships: GraphRelationship[] = nodes.map(({ id }, index) => ({
  ...{ type: 'LOCATED_IN', from: id, to: placeOf(index), key: '' },
  ...{ provenance, properties: {} },
}))

let seeded: SeededApp

beforeAll(async () => {
  seeded = await openSeededApp({ nodes, relationships })
}, 120_000)
afterAll(() => seeded.close())

const get = (path: string) => seeded.get(`/export/${path}`)

async function file(path: string) {
  const reply = await get(path)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}

const records = z.array(z.record(z.string(), z.string()))
const rowsOf = async (path: string) => records.parse(parse((await file(path)).body, { columns: true }))

async function data(query: string): Promise<unknown> {
  const reply = await seeded.app.inject({
    ...{ method: 'POST', url: '/graphql', headers: { host: 'localhost' }, payload: { query } },
  })
  return z.object({ data: z.unknown() }).parse(JSON.parse(reply.body)).data
}

const luleå = 'firms.csv?municipality=municipality:2580&lang=EN'

describe('csv', () => {
  it('has every row of more than one page, once', async () => {
    const rows = await rowsOf(luleå)
    expect(rows.filter(({ id }) => id?.startsWith('firm:made-'))).toHaveLength(MANY / 2 - 1)
    const all = await rowsOf('firms.csv?lang=EN')
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const counted = z
      .object({ firms: z.object({ totalCount: z.number() }) })
      .parse(await data('{ firms { totalCount } }'))
    expect(all).toHaveLength(counted.firms.totalCount)
    expect(all.length).toBeGreaterThan(400)
  })

  it('begins with what was asked and ends with source and day, in every row', async () => {
    const reply = await file(`${luleå}&sizeClasses=SMALL,MEDIUM&asOf=2022-06-30`)
    const [header, ...rows] = z.array(z.array(z.string())).parse(parse(reply.body))
    expect(header?.slice(0, 5)).toEqual(['asked.municipality', 'asked.sizeClasses', 'asked.asOf', 'id', 'name'])
    expect(header?.slice(-6)).toEqual(['source', 'source.id', 'locator', 'recordedAt', 'retrieved', 'truncated'])
    for (const row of rows) {
      expect(row.slice(0, 3)).toEqual(['municipality:2580', 'SMALL; MEDIUM', '2022-06-30'])
      expect(row.at(-2)).toBe(new Date().toISOString().slice(0, 10))
      expect(row.at(-1)).toBe('false')
    }
    expect(reply.headers['norrgraph-truncated']).toBe('false')
    expect(reply.headers['content-disposition']).toBe('attachment; filename="firms.csv"')
  })

  it('keeps hostile names as texts, and what is no formula as it is', async () => {
    const rows = await rowsOf('firms.csv?lang=EN')
    const name = (index: number) => rows.find(({ id }) => id === `firm:made-${index}`)?.name
    expect(hostile.map((_, index) => name(index))).toEqual([
      ...hostile.slice(0, 5).map((text) => `'${text}`),
      ...hostile.slice(5, 8),
      `'${hostile[8]}`,
    ])
    expect(rows.find(({ id }) => id === 'firm:made-0')?.organisationNumber).toBe('5560001234')
  })

  it('writes numbers as exact as they are', async () => {
    const rows = await rowsOf('firms.csv?lang=EN')
    expect(rows.find(({ id }) => id === 'firm:made-0')?.['turnover (MSEK)']).toBe('0.3')
    expect(rows.find(({ id }) => id === 'firm:made-2')?.['turnover (MSEK)']).toBe('2.3')
  })

  it('is read by RFC 4180: commas, a point, lines that end in CR LF, no mark', async () => {
    const { body } = await file('firms.csv?municipality=municipality:2582&rows=1&lang=EN')
    expect(body.startsWith('asked.municipality,asked.asOf,id,')).toBe(true)
    expect(body.split('\r\n')).toHaveLength(3)
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('is what Excel in Swedish opens, byte for byte', async () => {
    const reply = await file('municipality-firms.csv?of=municipality:2506&rows=1&for=excel-sv')
    const today = new Date().toISOString().slice(0, 10)
    const expected = [
      'fråga av;id;namn;organisationsnummer;andra namn;andra namn från;andra namn till;storleksklass;juridisk form;anställda;omsättning (Mkr);näringsgrenar;näringsgrenar id;näringsgrenar kod;SNI;kommun;kommun id;påhittad;till;revision;källa;källa id;ställe;registrerad;hämtad;avkortad',
      `municipality:2506;firm:made-0;"'=HYPERLINK(""http://x.example"";""Klicka"")";5560001234;;;;MEDIUM;;0;0,3;;;;;Arjeplog;municipality:2506;false;;1;Små och medelstora företag och de stora industrisatsningarna i Norrbotten och Västerbotten;source:ramboll-2022;made up;2026-01-01T00:00:00Z;${today};false`,
      '',
    ].join('\r\n')
    expect(reply.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(reply.rawPayload.subarray(3).toString('utf8')).toBe(expected)
  })

  it.each([
    [',', ','],
    [';', ';'],
    ['tab', '\t'],
  ])('separates by sep=%s', async (sep, separator) => {
    const { body } = await file(`${luleå}&sep=${encodeURIComponent(sep)}`)
    expect(body.startsWith(`asked.municipality${separator}asked.asOf${separator}id`)).toBe(true)
    expect(parse(body, { delimiter: separator, columns: true }).length).toBeGreaterThan(200)
  })

  it('says within it, and in a header, that a limit cut it', async () => {
    const reply = await file('firms.csv?rows=205&lang=EN')
    const rows = records.parse(parse(reply.body, { columns: true }))
    expect(rows).toHaveLength(205)
    expect(new Set(rows.map(({ truncated }) => truncated))).toEqual(new Set(['true']))
    expect(reply.headers['norrgraph-truncated']).toBe('true')
  })
})

describe('the spillover cube', () => {
  it('is what the API answers, with its assumptions', async () => {
    const rows = await rowsOf('spillover.csv?by=COUNTY,YEAR&closure=TYPE_I&retention.share=0.4&years=2024,2026&lang=EN')
    const answer = z.object({
      spillover: z.object({
        cube: z.array(z.object({ county: z.object({ id: z.string() }), year: z.number(), jobs: z.number() })),
      }),
    })
    const { spillover } = answer.parse(
      await data(`{ spillover(input: { closure: TYPE_I, retention: { share: 0.4 }, years: [2024, 2026] }) {
        cube(by: [COUNTY, YEAR]) { county { id } year jobs } } }`),
    )
    expect(rows.map((row) => [row['county.id'], row.year, row.jobs])).toEqual(
      spillover.cube.map(({ county, year, jobs }) => [county.id, String(year), String(Number(jobs.toFixed(1)))]),
    )
    expect(rows.length).toBe(4)
    for (const row of rows) {
      expect(row).toMatchObject({
        'asked.by': 'COUNTY; YEAR',
        'asked.retention.share': '0.4',
        'assumptions.closure': 'TYPE_I',
        'assumptions.retention.share': '0.4',
        'table.id': 'table:scb-2016-44',
      })
      expect(row).not.toHaveProperty('sector')
      expect(row.source).toMatch(/^Norrgraph \d/)
    }
  })

  it('takes adjustments as JSON', async () => {
    const adjust = encodeURIComponent('[{"establishment":"establishment:lkab","jobs":[{"year":2024,"jobs":10}]}]')
    const rows = await rowsOf(`spillover.csv?by=YEAR&establishments=establishment:lkab&adjust=${adjust}&lang=EN`)
    expect(rows.some(({ year, jobs }) => year === '2024' && Number(jobs) > 0)).toBe(true)
  })
})

describe('what people there are, and what is left', () => {
  it('has the jobs that are needed by county and group, or by one of them', async () => {
    const rows = await rowsOf('spillover-capacity.csv?lang=EN')
    const building = rows.find((row) => row['county.id'] === 'county:25' && row.group === 'F')
    expect(building).toMatchObject({ needed: '8887.7', employed: '11087', isBeyondBound: 'true' })
    expect(building?.['byYear.year']?.split('; ').length).toBeGreaterThan(1)
    const [county] = await rowsOf('spillover-capacity.csv?lang=EN&by=COUNTY')
    expect(county).toHaveProperty(['county.id'])
    expect(county).not.toHaveProperty('group')
  })

  it('has what ventures leave by county and group, and no rows where they hire from nobody', async () => {
    const asked = 'displacement.fromRegionalSmes=0.3&displacement.refilled=0.5'
    const rows = await rowsOf(`spillover-displacement.csv?lang=EN&${asked}`)
    const lost = rows.reduce((sum, row) => sum + Number(row.lost), 0)
    expect(lost).toBeCloseTo(3047.6, -1)
    expect(rows[0]).toHaveProperty(['county.id'])
    expect(rows[0]).toHaveProperty('group')
    expect(await rowsOf('spillover-displacement.csv?lang=EN')).toEqual([])
  })
})

describe('multipliers', () => {
  it('are the country’s where nothing is said of location quotients, and the region’s with them', async () => {
    const of = async (asked: string) => {
      const rows = await rowsOf(
        `input-output-table-multipliers.csv?of=table:scb-2016-44&closure=TYPE_I&lang=EN${asked}`,
      )
      return Object.fromEntries(rows.map((row) => [row['sector.id'], Number(row.output)]))
    }
    const [country, region] = [await of(''), await of('&method=FLQ&delta=0.25')]
    expect(Object.keys(country)).toHaveLength(44)
    for (const [sector, output] of Object.entries(region)) {
      expect(output, sector).toBeLessThanOrEqual(country[sector] ?? 0)
      expect(output, sector).toBeGreaterThanOrEqual(1)
    }
    expect(region).not.toEqual(country)
    expect(
      (await get('input-output-table-multipliers.csv?of=table:scb-2016-44&closure=TYPE_I&delta=0.25')).json(),
    ).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'regionalisation' } }],
    })
  })
})

describe('coverage', () => {
  it('has the cells of the API, jobs with one decimal', async () => {
    const rows = await rowsOf('coverage.csv?county=county:25&asOf=2022-06-30&lang=EN&needs=need:skills-supply')
    const arjeplog = rows.find((row) => row['place.id'] === 'municipality:2506')
    expect(arjeplog).toMatchObject({ jobsAtStake: '129.9', 'asked.run': 'run:report', 'asked.by': 'MUNICIPALITY' })
    expect(rows).toHaveLength(14)
  })
})

describe('xlsx', () => {
  const sheets = async (path: string) => {
    const [table, about] = await readExcelFile((await file(path)).rawPayload)
    return { table: table?.data ?? [], about: about?.data ?? [], names: [table?.sheet, about?.sheet] }
  }

  it('has the rows, texts as texts and numbers as numbers, and no formula', async () => {
    const { table, names } = await sheets('firms.xlsx?lang=EN')
    const [header = [], ...rows] = table
    const at = (name: string) => header.indexOf(name)
    const first = rows.find((row) => row[at('id')] === 'firm:made-0')
    expect(names).toEqual(['Table', 'About'])
    expect(rows.length).toBeGreaterThanOrEqual(MANY / 2 - 1)
    expect(first?.[at('name')]).toBe(hostile[0])
    expect(first?.[at('organisationNumber')]).toBe('5560001234')
    expect(first?.[at('turnover (MSEK)')]).toBe(0.3)
    expect(first?.[at('truncated')]).toBe(false)
    const byId = new Map(rows.map((row) => [row[at('id')], row[at('name')]]))
    expect([0, 2, 6, 8].map((index) => byId.get(`firm:made-${index}`))).toEqual(
      [0, 2, 6, 8].map((index) => hostile[index]),
    )
  })

  it('has what was asked, what is assumed and what a reader has to know on a sheet of its own', async () => {
    const { about } = await sheets('coverage.xlsx?county=county:25&asOf=2022-06-30')
    const facts = new Map(about.map(([name, value]) => [name, value]))
    expect(facts.get('fråga län')).toBe('county:25')
    expect(String(facts.get('så räknas jobben'))).not.toBe('')
    expect(String(facts.get('varningar meddelande')).length).toBeGreaterThan(20)
    expect(String(facts.get('källa'))).toMatch(/^Norrgraph/)
  })

  it('is cut at its own limit', async () => {
    const reply = await file('firms.xlsx?rows=3')
    expect(reply.headers['norrgraph-truncated']).toBe('true')
    const [table] = await readExcelFile(reply.rawPayload)
    expect(table?.data).toHaveLength(4)
  })
})

it('is called as the field of the API too', async () => {
  expect((await file('supportActors.csv?lang=EN')).body).toBe((await file('support-actors.csv?lang=EN')).body)
})

it('breaks off where the graph fails on the way, so that nobody takes a part for the whole', async () => {
  let pages = 0
  const failing: Graph = {
    ...seeded.graph,
    read: (query, parameters, patience) => {
      if (query.name === 'firms') pages += 1
      if (pages > 1) throw new GraphError('FAILED', 'made up')
      return seeded.graph.read(query, parameters, patience)
    },
  }
  const breaking = await createApp({ graph: failing, edition }, localSettings, pino({ level: 'silent' }))
  try {
    const url = '/export/firms.csv'
    await expect(breaking.inject({ method: 'GET', url, headers: { host: 'localhost' } })).rejects.toThrow()
  } finally {
    await breaking.close()
  }
})

const refusal = z.object({ errors: z.array(z.object({ message: z.string(), extensions: z.unknown() })) })

it.each([
  ['firms.csv?municipalty=municipality:2580', 400, { code: 'BAD_USER_INPUT', argument: 'municipalty' }],
  ['firms.csv?sizeClasses=TINY', 400, { code: 'BAD_USER_INPUT', argument: 'sizeClasses' }],
  ['firms.csv?sizeClasses=', 400, { code: 'BAD_USER_INPUT' }],
  ['firms.csv?municipality=municipality:2580&municipality=municipality:2582', 400, { code: 'BAD_USER_INPUT' }],
  ['firms.csv?unserved=perhaps', 400, { code: 'BAD_USER_INPUT', argument: 'unserved' }],
  ['firms.csv?asOf=2022', 400, { code: 'BAD_USER_INPUT', argument: 'asOf' }],
  ['firms.csv?sep=|', 400, { code: 'BAD_USER_INPUT', argument: 'sep' }],
  ['firms.csv?rows=0', 400, { code: 'BAD_USER_INPUT', argument: 'rows' }],
  ['firms.csv?rows=100001', 400, { code: 'BAD_USER_INPUT', argument: 'rows' }],
  ['firms.xlsx?for=excel-sv', 400, { code: 'BAD_USER_INPUT', argument: 'for' }],
  ['firms.csv?municipality=municipality:9999', 404, { code: 'NOT_FOUND', id: 'municipality:9999' }],
  ['firms.csv?county=99', 404, { code: 'NOT_FOUND', id: 'county:99' }],
  [
    'consortia.csv?establishment=establishment:lkab&categories=category:welding&minEmployees=40',
    400,
    { code: 'BAD_USER_INPUT', argument: 'maxFirms' },
  ],
  ['supplier-matches.csv', 400, { code: 'BAD_USER_INPUT', argument: 'establishment' }],
  ['spillover.csv?by=MOON', 400, { code: 'BAD_USER_INPUT', argument: 'by' }],
  ['spillover.csv?incomeTax=2', 400, { code: 'BAD_USER_INPUT' }],
  ['spillover.csv?adjust=x', 400, { code: 'BAD_USER_INPUT', argument: 'adjust' }],
  ['firm-suppliers.csv?of=firm:nobody', 404, { code: 'NOT_FOUND', id: 'firm:nobody' }],
  ['firm-suppliers.csv?of=county:25', 400, { code: 'BAD_USER_INPUT', argument: 'of' }],
])('%s is refused', async (path, status, extensions) => {
  const reply = await get(path)
  expect(reply.statusCode, reply.body).toBe(status)
  expect(refusal.parse(JSON.parse(reply.body)).errors).toMatchObject([{ extensions }])
})

it('codes of places stand for their ids', async () => {
  for (const [code, id] of [
    ['municipality=2580', 'municipality=municipality:2580'],
    ['county=25', 'county=county:25'],
  ]) {
    const reply = await get(`firms.csv?${code}`)
    expect(reply.statusCode, reply.body).toBe(200)
    expect(reply.body).toBe((await get(`firms.csv?${id}`)).body)
  }
})

it('a parameter that is none is told with those that there are', async () => {
  const [error] = refusal.parse(JSON.parse((await get('firms.csv?kommun=2580')).body)).errors
  expect(error?.message).toMatch(/kommun.*county, municipality, sizeClasses/)
})

it('lists the tables with their parameters', async () => {
  const { tables } = z
    .object({ tables: z.array(z.object({ name: z.string(), parameters: z.array(z.object({ name: z.string() })) })) })
    .parse(JSON.parse((await seeded.get('/export')).body))
  expect(tables.find(({ name }) => name === 'firms')?.parameters.map(({ name }) => name)).toContain('municipality')
})
