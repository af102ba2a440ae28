import type { RegionalEmployment } from '../../src/spillover/model/regional-employment.js'

/** Employed in Västerbotten, in Norrbotten and in Sweden by place of work, Statistics Sweden, RAMS 2018. */
const rows: readonly (readonly [string, number, number, number])[] = [
  ['A', 4348, 4117, 92678],
  ['B+C', 15336, 15612, 559267],
  ['D+E', 1807, 1748, 51274],
  ['F', 10679, 11087, 363517],
  ['G', 12549, 11005, 591639],
  ['H', 5855, 6456, 233920],
  ['I', 3774, 4208, 168913],
  ['J', 3781, 2690, 209651],
  ['K', 1480, 1545, 96138],
  ['L', 2044, 1915, 81529],
  ['M+N', 11659, 12387, 605090],
  ['O', 6983, 10271, 305145],
  ['P', 17426, 12740, 540718],
  ['Q', 28432, 22895, 806629],
  ['R+S+T+U', 5240, 4708, 214640],
]

export const reportEmployment: RegionalEmployment = {
  id: 'employment:example',
  digest: 'example',
  title: 'Employed by county of work',
  publisher: 'Statistics Sweden',
  edition: 'RAMS 2018',
  year: 2018,
  groups: rows.map(([group]) => group),
  nation: rows.map(([, , , nation]) => nation),
  counties: new Map([
    ['county:24', rows.map(([, employed]) => employed)],
    ['county:25', rows.map(([, , employed]) => employed)],
  ]),
  region: null,
  regionCounties: ['county:24', 'county:25'],
  industries: null,
  // Eurostat, 2017: sections B to E, and C.
  mining: new Map([
    ['county:24', { minedToSupplied: 17_000, made: 14_000 }],
    ['county:25', { minedToSupplied: 17_000, made: 10_000 }],
  ]),
}

/** A region of one place, whose groups are the industries of a table. */
export const employmentOf = (
  groups: readonly string[],
  region: readonly number[],
  nation: readonly number[],
): RegionalEmployment => ({
  ...reportEmployment,
  groups,
  nation,
  region,
  counties: new Map(),
  regionCounties: [],
  mining: null,
})
