import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { readOwnEmployment, type SaidOfEmployment } from '../../src/import/employment/own-employment.js'
import { openSeededGraph } from '../seed/seeded-graph.js'

let folder = ''
let graph: Graph
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-employment-'))
  graph = await openSeededGraph()
})
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true })
})

const said: SaidOfEmployment = {
  ...{ id: null, title: 'Employed in Examplia', publisher: 'Statistics of Examplia', edition: '2024', year: 2024 },
  ...{ table: null, industries: null },
}

async function read(text: string, asked: Partial<SaidOfEmployment> = {}, key?: string) {
  const [file, keyFile] = [join(folder, 'employed.csv'), join(folder, 'key.csv')]
  await writeFile(file, text)
  if (key !== undefined) await writeFile(keyFile, key)
  return readOwnEmployment(graph, file, { ...said, ...asked, industries: key === undefined ? null : keyFile })
}

const refusal = (text: string, asked: Partial<SaidOfEmployment> = {}, key?: string): Promise<string> =>
  read(text, asked, key).then(
    () => 'read',
    (error) => String(error.message).replaceAll(`${folder}/`, ''),
  )

const industries = [
  'A01+A03 A02 B C10-12 C13-15+C18+C31-32 C16 C17 C19-21 C22 C23 C24 C25 C26 C27 C28 C29-30 C33 D35 E F G H49 H50-51 H52-53 I',
  'J58-60 J61 J62-63 K L68B L68A M69-72 M73 M74-75 N77 N78 N79 N80-82 O P Q86 Q87-88 R S-T',
].flatMap((line) => line.split(' '))
const table = 'table:scb-2016-44'

describe('employment as a file', () => {
  it('is read by sections, of a region as a whole', async () => {
    expect(await read('group,region,nation\nA,10,200\nB+C,20.5,300\nR-U,3,90\n')).toEqual({
      ...{ id: 'employment:employed-in-examplia', title: 'Employed in Examplia', publisher: 'Statistics of Examplia' },
      ...{ edition: '2024', year: 2024, key: null, counties: [] },
      ...{ groups: ['A', 'B+C', 'R+S+T+U'], nation: [200, 300, 90], region: [10, 20.5, 3] },
    })
  })

  it('is read by counties, columns and rows in any order, with an id of its own', async () => {
    const text = 'nation,county,group,region\n300,25,C,5\n200,24,A,10\n300,24,C,20\n200,25,A,4\n'
    expect(await read(text, { id: 'employment:ours' })).toMatchObject({
      ...{ id: 'employment:ours', groups: ['C', 'A'], nation: [300, 200], region: null },
      counties: [
        { county: 'county:25', employed: [5, 4], minedToSupplied: null, made: null },
        { county: 'county:24', employed: [20, 10], minedToSupplied: null, made: null },
      ],
    })
  })

  it('is read by the words of a key', async () => {
    const key = `group,industry\n${industries.map((code) => `${/^[A-F]/.test(code) ? 'goods' : 'services'},${code}`).join('\n')}\n`
    const found = await read('group,region,nation\nservices,7,70\ngoods,3,40\n', { table }, key)
    expect(found).toMatchObject({ groups: ['services', 'goods'], nation: [70, 40], key: { table } })
    expect(found.key?.industries).toEqual(industries)
    expect(found.key?.groups.filter((group) => group === 'goods')).toHaveLength(20)
  })

  it('may have a section that is as large as two others by chance', async () => {
    expect(await read('group,region,nation\nA,30,200\nB,20,200\nC,50,400\n')).toMatchObject({ groups: ['A', 'B', 'C'] })
  })

  it('is read by the codes of industries, and by sections where none is', async () => {
    const rows = [
      'A',
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
      'H',
      'I',
      'J',
      'K',
      'L',
      'M+N',
      'O',
      'P',
      'Q86',
      'Q87-88',
      'R',
      'S-T',
    ]
    const found = await read(`group,region,nation\n${rows.map((group) => `${group},1,2`).join('\n')}\n`, { table })
    expect(found.groups).toEqual([...rows])
    expect(found.key?.industries).toEqual(industries)
    expect(found.key?.groups.slice(-4)).toEqual(['Q86', 'Q87-88', 'R', 'S-T'])
    const bySections = rows.map((group) => (group.startsWith('Q') ? null : group)).filter((group) => group !== null)
    const sections = `group,region,nation\n${[...bySections, 'Q'].map((group) => `${group},1,2`).join('\n')}\n`
    expect((await read(sections)).key).toBeNull()
  })
})

describe('what cannot be is refused with file, line and reason', () => {
  const header = 'group,region,nation\n'
  const ofCounties = 'group,county,region,nation\n'
  it.each<[string, string]>([
    ['', 'employed.csv: is empty'],
    [header, 'employed.csv: has no rows'],
    [
      'group;region;nation\nA;1;2\n',
      'employed.csv, line 1: its columns are parted by semicolons or tabs; commas between columns and a decimal point are asked for',
    ],
    ['group,region\nA,1\n', 'employed.csv, line 1: column "nation" is missing'],
    ['group,region,nation,nation\nA,1,2,3\n', 'employed.csv, line 1: column "nation" is repeated'],
    [
      'group,region,nation,year\nA,1,2,3\n',
      'employed.csv, line 1: column "year" is none of group, region, nation, county',
    ],
    [
      `${header}A,1,5,20\n`,
      'employed.csv, line 2: has 4 cells; the header has 3; a decimal comma parts a number in two: use a decimal point',
    ],
    [`${header}A,1\n`, 'employed.csv, line 2: has 2 cells; the header has 3'],
    [
      `${header}A,"1,5",20\n`,
      'employed.csv, line 2: region is "1,5", which is no number: a decimal point is asked for, not a comma',
    ],
    [`${header}A,some,20\n`, 'employed.csv, line 2: region is "some", which is no number'],
    [`${header}A,,20\n`, 'employed.csv, line 2: region is empty'],
    [`${header}A,1,NaN\n`, 'employed.csv, line 2: nation is "NaN", which is no number'],
    [
      `${header}A,1,1 200\n`,
      'employed.csv, line 2: nation is "1 200", which is no number: write it with nothing between thousands',
    ],
    [`${header}A,1,1e308\n`, 'employed.csv, line 2: nation is 1e+308, more than there are people'],
    [`${header}A,-1,20\n`, 'employed.csv, line 2: region is -1; it cannot be negative'],
    [`${header}A,21,20\n`, "employed.csv, line 2: region is 21, more than the nation's 20 in group A"],
    [`${header},1,20\n`, 'employed.csv, line 2: group is empty'],
    [`${header}A,1,20\nB,1,2\nA,1,20\n`, 'employed.csv, line 4: group A is repeated; line 2 has it too'],
    [`${header}B+C,1,20\nC,1,2\n`, 'employed.csv, line 3: section C is in group C and, on line 2, in group B+C'],
    [`${header}B+B,1,20\n`, 'employed.csv, line 2: group B+B names section B twice'],
    [
      `${header}Mining,1,20\n`,
      'employed.csv, line 2: group Mining is neither sections, such as B+C or R-U, nor an industry of a table that is named',
    ],
    [
      `${header}A,1,20\nB,2,30\nA-B,3,50\n`,
      'employed.csv, line 4: group A-B is the sum of all others: leave the total out',
    ],
    [`${header}A,0,0\n`, 'employed.csv: nobody is employed in the region'],
    [
      `${ofCounties}A,24,1,20\nA,24,1,20\n`,
      'employed.csv, line 3: group A in county 24 is repeated; line 2 has it too',
    ],
    [`${ofCounties}A,24,1,20\nA,25,1,21\n`, 'employed.csv, line 3: nation is 21 of group A; on line 2 it is 20'],
    [
      `${ofCounties}A,24,1,20\nA,,1,20\n`,
      'employed.csv, line 3: names no county, and line 2 a county: rows are of counties, or of the region',
    ],
    [
      `${ofCounties}A,24,1,20\nB,24,1,20\nA,25,1,20\n`,
      'employed.csv, line 4: county 25 has no row of B, which others have',
    ],
    [
      `${ofCounties}A,24,15,20\nA,25,15,20\n`,
      "employed.csv, line 3: counties have 30 in group A, more than the nation's 20",
    ],
    [`${ofCounties}A,99,1,20\n`, 'employed.csv, line 2: county 99 is not in the graph'],
  ])('%j', async (text, reason) => {
    expect(await refusal(text)).toBe(reason)
  })

  it.each<[string, string, string]>([
    [
      'goods',
      'industry,group\nB,goods\nB,services\n',
      'key.csv, line 3: industry B is in group services and, on line 2, in goods',
    ],
    ['goods', 'industry,group\nB99,goods\n', 'key.csv, line 2: B99 is no industry of table:scb-2016-44'],
    ['goods', 'industry,group\nB,other\n', 'key.csv, line 2: group other has no row in the file of those employed'],
    ['goods', 'industry,group\nB,goods\n', 'key.csv: industry A01+A03 of table:scb-2016-44 is in no group'],
    [
      'goods',
      'industry;group\nB;goods\n',
      'key.csv, line 1: its columns are parted by semicolons or tabs; commas between columns and a decimal point are asked for',
    ],
    ['goods', 'industry\nB\n', 'key.csv, line 1: column "group" is missing'],
  ])('a key: %s %j', async (group, key, reason) => {
    expect(await refusal(`${header}${group},1,20\nservices,1,20\n`, { table }, key)).toBe(reason)
  })

  it('an industry of a table that is in no group, and words that are nothing', async () => {
    expect(await refusal(`${header}A,1,20\n`, { table })).toBe(
      'employed.csv: industry B of table:scb-2016-44 is in no group',
    )
    expect(await refusal(`${header}A,1,20\n`, { id: 'not an id' })).toBe(
      'employed.csv: its id is "not an id"; it holds letters, digits and hyphens between them',
    )
    expect(await refusal(`${header}A,1,20\n`, { title: ' ' })).toBe(
      'employed.csv: needs a title, a publisher and an edition that say something',
    )
    expect(await refusal(`${header}A,1,20\n`, { table: 'table:none' })).toBe('There is no table:none')
  })
})
