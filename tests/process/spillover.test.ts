import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, readyAddress, run, start } from './program.js'

let folder: string
let environment: Record<string, string>
let server: Program
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  environment = { NORRGRAPH_DATA: join(folder, 'data'), PORT: '0' }
  server = start('main.js', [], environment)
  url = await readyAddress(server)
}, 60_000)
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

const spillover = (...args: string[]) =>
  run('cli.js', ['spillover', ...args], { ...environment, NORRGRAPH_DATA: ':memory:' })

/** A file was written; what takes over a second says on what. */
const written = { code: 0, errors: expect.stringMatching(/^(Opening the graph and calculating …\n)?$/) }

it('prints the report’s own setting as a table', async () => {
  const { code, output } = await spillover('--url', url)
  expect(code).toBe(0)
  expect(output).toMatch(/^Total +17,270\.0 +16,344\.9 +6,929\.7 +23,274\.6$/m)
  expect(output).toMatch(/^spillover-text +23,300\.0 +23,274\.6 +-25\.4$/m)
  expect(output).toMatch(/^shock: OUTPUT +18,249\.4$/m)
})

it('says beside the report’s setting what the region’s own industries can be expected to supply', async () => {
  const { output } = await spillover('--url', url)
  expect(output).toMatch(
    /^Total .*\nCounting only what the region's own industries .* about 9,100 further jobs .*23,300\.$/m,
  )
  expect(output).toMatch(/^regionalisation: FLQ 0\.25 APART +6,615\.6$/m)
})

it('takes location quotients, and says whose employment they rest on', async () => {
  const asked = ['--regionalisation', 'AFLQ', '--delta', '0.25', '--mining', 'APART', '--employment', 'scb-rams-2018']
  const { code, output } = await spillover(...asked, '--url', url)
  expect(code).toBe(0)
  expect(output).toMatch(/^Total +17,270\.0 .* 7,546\.7$/m)
  expect(output).toMatch(/AFLQ, δ 0\.25, of households 0\.125 · area TOGETHER · mining APART/)
  expect(output).toMatch(/^Employment by place of work: employment:scb-rams-2018 \(.*Statistics Sweden.*of 2018\)$/m)
  expect(output).toMatch(/^Mining apart by: \S/m)
  expect(output).not.toContain('of national industries stays')
  expect(output).not.toContain('Counting only')
  const each = await spillover('--regionalisation', 'FLQ', '--area', 'EACH', '--household-delta', '0.125', '--url', url)
  expect(each.output).toMatch(/^Total +17,270\.0 .* 7,428\.4$/m)
})

it('writes what is assumed, other assumptions and the region’s figure into files', async () => {
  const file = join(folder, 'regional')
  const hires = ['--from-regional-smes', '0.3', '--refilled', '0.5']
  expect(await spillover(...hires, '--url', url, '--out', `${file}.csv`)).toMatchObject(written)
  const rows = readFileSync(`${file}.csv`, 'utf8').split('\n')
  expect(rows).toContainEqual(expect.stringMatching(/^assumption,regionalisation\.method,RETENTION,,,,,/))
  expect(rows).toContainEqual(expect.stringMatching(/^assumption,displacement\.refilled,0\.5,,,,,/))
  expect(rows).toContainEqual(
    expect.stringMatching(/^displacement,total,Total,17270,,,23274\..*,6095\.\d+,3047\.\d+,14222\.35\d*,37496\.9/),
  )
  expect(rows).toContainEqual(expect.stringMatching(/^displacement-county-group,county:25 F,Norrbotten County F,/))
  expect(rows).toContainEqual(
    expect.stringMatching(/^capacity,county:25 F,.*,county:25,F,,8887\.\d+,11087,0\.80\d+,,,,$/),
  )
  const byYear = rows.filter((row) => row.startsWith('capacity-year,county:25 F,'))
  expect(byYear.length).toBeGreaterThan(1)
  expect(byYear.at(-1)).toMatch(/,11087,0\.80\d+,,,,$/)
  expect(rows).toContainEqual(expect.stringMatching(/^alternative,regionalisation,FLQ 0\.25,,,,9107\.39/))
  expect(rows).toContainEqual(expect.stringMatching(/^regional,low,.*,6615\.6/))
  expect(await spillover('--regionalisation', 'SLQ', '--url', url, '--out', `${file}.json`)).toMatchObject({ code: 0 })
  const { assumptions, regional } = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
  expect(assumptions.regionalisation).toMatchObject({ method: 'SLQ', delta: 0, employment: { year: 2018 } })
  expect(regional).toBeNull()
})

it('tells of building work alone by its job-years, without rows of zeros', async () => {
  const work = 'sector=F,county=25,year=2026,jobs=400,durationYears=2'
  const { code, output } = await spillover('--only-shocks', '--shock', work, '--url', url)
  expect(code).toBe(0)
  expect(output).toMatch(/^Job-years +1,412\.2$/m)
  expect(output).toMatch(/^NO_NEW_JOBS: .* job-years that the work gives/m)
  expect(output).not.toMatch(/^(Total|By county|Spillover under another assumption)/m)
  expect(output).not.toContain('further jobs')
})

it('answers the same from a graph that it opens itself', async () => {
  const [own, asked] = [
    await spillover('--establishment', 'lkab'),
    await spillover('--establishment', 'lkab', '--url', url),
  ]
  expect(own.output).toBe(asked.output)
  expect(own.output).toMatch(/^Total +2,200\.0 /m)
})

it('takes a scenario, shocks and the reading of the ventures’ jobs, and writes files', async () => {
  const file = join(folder, 'answer')
  const work = 'sector=F,county=25,year=2026,jobs=400,durationYears=2'
  const options = ['--scenario', 'report-2022', '--shock', 'OUTPUT', '--shock', work, '--url', url]
  expect(await spillover(...options, '--out', `${file}.json`)).toMatchObject(written)
  const answer = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
  expect(answer.total.spillover).toBeCloseTo(18_249.4, 1)
  expect(answer.assumptions).toMatchObject({ shock: 'OUTPUT', scenario: { id: 'scenario:report-2022' } })
  expect(answer.temporaryJobYears).toBeGreaterThan(800)
  expect(await spillover(...options, '--out', `${file}.csv`)).toMatchObject(written)
  const [header, total] = readFileSync(`${file}.csv`, 'utf8').split('\n')
  expect(header).toMatch(
    /^cut,key,name,direct,indirect,induced,spillover,county,group,year,needed,employed,share,taken/,
  )
  expect(total).toMatch(/^total,total,Total,17270,12179\.7/)
})

it('writes what the draws gave, and the sizes of firms, beside the cuts', async () => {
  const file = join(folder, 'draws.csv')
  const address = url.replace('http://', '')
  const written = await spillover('--draws', '50', '--url', address, '--out', file)
  // On a machine that has much to do it says after a second what it is at.
  expect(written).toMatchObject({
    code: 0,
    errors: expect.stringMatching(/^(Opening the graph and calculating …\n)?$/),
  })
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(rows).toContainEqual(expect.stringMatching(/^draws-p95,total at a correlation of 1,.*,,,,\d+\.\d+,/))
  expect(rows).toContainEqual(expect.stringMatching(/^size,SMALL,SMALL,,,,804\.\d+,/))
  const drawn = ['p5', 'median', 'p95'].map((percentile) =>
    Number(
      rows
        .find((row) => row.startsWith(`draws-${percentile},total,`))
        ?.split(',')
        .at(6),
    ),
  )
  expect(drawn).toEqual(drawn.toSorted((left, right) => left - right))
  expect(drawn[0]).toBeGreaterThan(10_000)
})

it.each([
  ['an unknown venture', ['--establishment', 'none'], 'There is no establishment:none\n'],
  [
    'a section that is several industries',
    ['--shock', 'sector=C,county=25,year=2027,jobs=1'],
    /^shocks\[0\]\.sector: .*C24/,
  ],
  ['a tax that is no share', ['--income-tax', '2'], /incomeTax is 2/],
  ['a seed of no draws', ['--seed', '3'], '--seed goes with --draws\n'],
  ['a correlation of no draws', ['--correlation', '0.5'], '--correlation goes with --draws\n'],
  ['a correlation that is none', ['--draws', '5', '--correlation', '2'], /^correlation is 2; it lies between 0 and 1/],
  ['two readings of jobs', ['--shock', 'OUTPUT', '--shock', 'FINAL_DEMAND'], /^--shock names two readings .*\n$/],
  ['δ without a method', ['--delta', '0.2'], '--delta goes with --regionalisation FLQ or AFLQ\n'],
  [
    'δ of a method that takes none',
    ['--regionalisation', 'SLQ', '--delta', '0.2'],
    /^--delta goes with .* FLQ or AFLQ/,
  ],
  [
    'two rules of what stays',
    ['--regionalisation', 'FLQ', '--retention-share', '0.3'],
    '--retention-share and --regionalisation FLQ both say what stays in the region: leave one out\n',
  ],
  ['a δ of one', ['--regionalisation', 'FLQ', '--delta', '1'], /^--delta is 1/],
  ['households’ δ of one', ['--regionalisation', 'FLQ', '--household-delta', '1'], /^--household-delta is 1/],
  ['employment that nobody has', ['--regionalisation', 'FLQ', '--employment', 'none'], /employment:none\n$/],
  [
    'hires that never end',
    ['--from-regional-smes', '1', '--refilled', '1'],
    /^--from-regional-smes and --refilled cannot both be 1/,
  ],
  ['a shock without a year', ['--shock', 'sector=C24,county=25,jobs=1'], /needs sector, county, year/],
])('refuses %s in words, with a code of its own', async (_, args, message) => {
  const { code, errors } = await spillover(...args, '--url', url)
  expect(code).toBe(1)
  if (typeof message === 'string') expect(errors).toBe(message)
  else expect(errors).toMatch(message)
  expect(errors).not.toContain('    at ')
})

it('says so in one line where no server answers', async () => {
  const { code, errors } = await spillover('--url', 'http://127.0.0.1:9')
  expect(code).toBe(1)
  expect(errors).toMatch(/^No Norrgraph server answers at http:\/\/127\.0\.0\.1:9\/graphql.*\n$/)
})
