import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRegion } from '../../src/commands/check-seed.js'
import { exampliaFolder } from './examplia.js'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'norrgraph-check-'))
  await cp(exampliaFolder, join(root, 'seed'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(root, 'seed', file)
  const before = await readFile(path, 'utf8')
  const after = before.replace(from, to)
  expect(after, `${file} holds ${from}`).not.toBe(before)
  await writeFile(path, after)
}

/** What the check says of a folder that no graph can be made of, without the line that counts the faults. */
async function faults(): Promise<readonly string[]> {
  const { complaints, held } = await checkRegion(join(root, 'seed'))
  expect(held).toBeNull()
  return complaints.slice(0, -1)
}

const lineIn = async (file: string, text: string): Promise<number> =>
  (await readFile(join(root, 'seed', file), 'utf8')).split('\n').findIndex((line) => line.includes(text)) + 1

describe("the check of a region's folder", () => {
  it('finds nothing wrong with a sound one, and tells what it holds', async () => {
    const { complaints, held } = await checkRegion(join(root, 'seed'))
    expect(complaints).toEqual([])
    expect(held?.join('\n')).toContain('counties 2, municipalities 5')
    expect(held?.join('\n')).toContain('actors 6, offers 5')
    expect(held?.join('\n')).toContain('620 jobs')
  })

  it.each<[string, string | RegExp, string, string]>([
    ['region.yaml', 'county:51, county:52]', 'county:51, county:59]', 'counties.1: county:59 does not exist'],
    [
      'region.yaml',
      'table: table:exc-2023-6',
      'table: table:other',
      'spillover.table: none of the tables is table:other',
    ],
    [
      'region.yaml',
      'scenario: scenario:plan-2025',
      'scenario: scenario:none',
      'spillover.run.scenario: scenario:none does not exist',
    ],
    [
      'region.yaml',
      'claim: claim:plan-jobs-set-off',
      'claim: claim:none',
      'spillover.comparisons.2.claim: claim:none does not exist',
    ],
    ['region.yaml', '[need:money]', '[need:none]', 'support.inlandNeeds.0: need:none does not exist'],
    [
      'places/outlines.geojson',
      'municipality:5202',
      'municipality:5299',
      'features.4.id: municipality:5299 does not exist',
    ],
  ])('%s that names what is not there: %s', async (file, from, to, reason) => {
    await change(file, from, to)
    const said = await faults()
    expect(said).toEqual([`seed/${file}:${await lineIn(file, to)}: ${reason}`])
  })

  it('a country that is not there, also where counties lie in it', async () => {
    await change('region.yaml', 'country: country:XA', 'country: country:XZ')
    expect(await faults()).toEqual([
      'seed/places/counties.csv:2: IN_COUNTRY names country:XZ, which does not exist',
      'seed/places/counties.csv:3: IN_COUNTRY names country:XZ, which does not exist',
      'seed/region.yaml:3: country: country:XZ does not exist',
    ])
  })

  it('a folder of a table that is not there', async () => {
    await change('region.yaml', 'folder: exc-2023-6', 'folder: none')
    expect(await faults()).toEqual(
      ['table.json', 'industries.csv', 'flows.csv'].map((each) => `seed/tables/none/${each}:1: there is no such file`),
    )
  })

  it('tells all that is wrong in all files at once, each with its line', async () => {
    await change('region.yaml', 'county:51, county:52]', 'county:51, county:59]')
    await change('actors.yaml', 'kind: FUND', 'kind: PURSE')
    await change('offers.yaml', 'OFFERS: [actor:southmark-bank]', 'OFFERS: [actor:none]')
    await change('tables/exc-2023-6/flows.csv', '400', '4oo')
    await change('tables/exc-2023-6/industries.csv', 'INDUSTRY', 'INDUSTRIES')
    const said = await faults()
    expect(said.length).toBe(5)
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^seed\/actors\.yaml:3: kind: /),
        `seed/offers.yaml:${await lineIn('offers.yaml', 'actor:none')}: OFFERS names actor:none, which does not exist`,
        `seed/region.yaml:${await lineIn('region.yaml', 'county:59')}: counties.1: county:59 does not exist`,
        'seed/tables/exc-2023-6/flows.csv:3: the flow to MAN is "4oo", which is no number',
        'seed/tables/exc-2023-6/industries.csv:2: group is "INDUSTRIES"; it is one of INDUSTRY, SERVICES, PUBLIC',
      ]),
    )
  })

  it('ventures that no calculation could place', async () => {
    await change('tables/exc-2023-6/industries.csv', 'C10 C25', 'C10')
    await change('ventures.yaml', '    COUNTED_IN: [county:52]\n', '')
    expect(await faults()).toEqual([
      `seed/ventures.yaml:${await lineIn('ventures.yaml', 'exc2020-C25')}: sector:exc2020-C25 of establishment:wind-works: no industry of table:exc-2023-6 covers it`,
      `seed/ventures.yaml:${await lineIn('ventures.yaml', 'id: establishment:dunmere-power')}: establishment:dunmere-power has no county: COUNTED_IN says where its jobs count`,
    ])
  })

  it('a division that an industry is made of and no sector is', async () => {
    await change('sectors/exc2020.csv', /^C10,.*\n/m, '')
    expect(await faults()).toEqual([
      'seed/sectors/exc2030.csv:3: CORRESPONDS_TO names sector:exc2020-C10, which does not exist',
      'seed/tables/exc-2023-6/industries.csv:3: MAN is made of sector:exc2020-C10, which does not exist',
    ])
  })

  it('a claim that is compared and has no value, and a county without municipalities', async () => {
    await change('claims.yaml', '  value: 300\n  unit: jobs\n', '')
    await change('places/counties.csv', /$/, '53,Westmark,10\n')
    await change('region.yaml', 'county:51, county:52]', 'county:51, county:53]')
    expect(await faults()).toEqual([
      `seed/region.yaml:${await lineIn('region.yaml', 'county:53')}: counties.1: county:53 has no municipalities`,
      `seed/region.yaml:${await lineIn('region.yaml', 'plan-jobs-set-off')}: spillover.comparisons.2.claim: claim:plan-jobs-set-off has no value`,
    ])
  })

  it('a table whose figures do not go together', async () => {
    await change('tables/exc-2023-6/flows.csv', 'MAN,60,400', 'MAN,60,4000')
    expect(await faults()).toEqual([
      expect.stringMatching(
        /^seed\/tables\/exc-2023-6\/industries\.csv:3: MAN: inputs from industries of the table are 4\d+, output \d+: /,
      ),
      expect.stringMatching(/^seed\/tables\/exc-2023-6\/flows\.csv:3: MAN: sales to industries and households are /),
    ])
  })

  it('warns of what answers will lack, and starts all the same', async () => {
    await change('places/municipalities.csv', '50.40,-10.20,9800', ',,')
    await change('region.yaml', 'languages: [EN]', 'languages: [EN, SV]')
    const { complaints, held } = await checkRegion(join(root, 'seed'))
    expect(held).not.toBeNull()
    expect(complaints).toEqual(
      expect.arrayContaining([
        'seed/places/municipalities.csv:3: municipality:5102 has no population: nothing is weighed by its inhabitants (a warning)',
        'seed/places/municipalities.csv:3: municipality:5102 has no coordinates: no distance to it is known (a warning)',
        'seed/actors.yaml:1: no Swedish name of actor:growth-fund, actor:southmark-bank, actor:chamber and 3 more (a warning)',
      ]),
    )
  })
})
