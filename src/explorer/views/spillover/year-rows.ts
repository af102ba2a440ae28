import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import type { Format } from '../../language/language.js'
import type { Effects } from './effects.js'

export type Cell = ExplorerSpilloverQuery['spillover']['cube'][number]

/** Jobs of a county and a year, by effect. */
export interface YearRow extends Effects {
  readonly county: string
  readonly year: number
}

/** The cells of a cut by county, year and effect, a row for each county and year, in the order of the language. */
export function yearRows(cells: readonly Cell[], { inOrder }: Pick<Format, 'inOrder'>): YearRow[] {
  const rows = new Map<string, YearRow>()
  for (const { county, year, effect, jobs } of cells) {
    if (!county || year === null) continue
    const key = `${county.id} ${year}`
    const row = rows.get(key) ?? { county: county.name, year, indirect: 0, induced: 0 }
    if (effect === 'INDIRECT') rows.set(key, { ...row, indirect: jobs })
    if (effect === 'INDUCED') rows.set(key, { ...row, induced: jobs })
  }
  return [...rows.values()].toSorted((left, right) => inOrder(left.county, right.county) || left.year - right.year)
}
