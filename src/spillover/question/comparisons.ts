import type { ComparedFigure, SpilloverPart } from '../../edition/spillover-part.js'
import { type EffectsRow, effectsBy, type TotalEffects } from '../model/cube.js'
import type { SpilloverEffects } from '../model/effects.js'

/** A claim with what the calculation gives for it. */
export interface Comparison {
  /** Id of the claim. */
  readonly claim: string
  readonly computed: number
}

const fieldOf = {
  DIRECT: 'direct',
  INDIRECT: 'indirect',
  INDUCED: 'induced',
  SPILLOVER: 'spillover',
} as const satisfies Record<ComparedFigure['effect'], keyof TotalEffects>

/** What is calculated for each claim that the region compares: the sum of some figures less others. */
export function comparisonsOf(effects: SpilloverEffects, compared: SpilloverPart['comparisons']): Comparison[] {
  const cuts = new Map<string, readonly EffectsRow[]>()
  const figure = ({ effect, group, county }: ComparedFigure): number => {
    const by = [...(group ? (['SECTOR_GROUP'] as const) : []), ...(county ? (['COUNTY'] as const) : [])]
    const rows = cuts.get(by.join()) ?? effectsBy(effects, by)
    cuts.set(by.join(), rows)
    return rows
      .filter((row) => (group === undefined || row.group === group) && (county === undefined || row.county === county))
      .reduce((sum, row) => sum + row[fieldOf[effect]], 0)
  }
  return compared.map(({ claim, sum, less }) => ({
    claim,
    computed: less.reduce(
      (rest, each) => rest - figure(each),
      sum.reduce((all, each) => all + figure(each), 0),
    ),
  }))
}
