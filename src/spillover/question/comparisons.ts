import type { SectorGroup } from '../../classification/sector-group.js'
import { effectsBy, totalEffects } from '../model/cube.js'
import type { SpilloverEffects } from '../model/effects.js'

/** A claim of the report with what the calculation gives for it. */
export interface Comparison {
  /** Id of the claim. */
  readonly claim: string
  readonly computed: number
}

/**
 * The report's claims that have a computed counterpart. It speaks of services and industry apart from consumption (text to
 * Figure 5 and footnote 8), so that these are indirect jobs, and what falls on neither is the rest of the spillover.
 */
export function comparisonsOf(effects: SpilloverEffects): Comparison[] {
  const { direct, spillover } = totalEffects(effects)
  const groups = effectsBy(effects, ['SECTOR_GROUP'])
  const counties = effectsBy(effects, ['COUNTY'])
  const ofGroup = (asked: SectorGroup) => groups.find(({ group }) => group === asked)
  const indirect = (group: SectorGroup) => ofGroup(group)?.indirect ?? 0
  const directIn = (id: string) => counties.find(({ county }) => county === id)?.direct ?? 0
  return [
    { claim: 'claim:direct-jobs', computed: direct },
    { claim: 'claim:direct-jobs-norrbotten-table', computed: directIn('county:25') },
    { claim: 'claim:direct-jobs-norrbotten-text', computed: directIn('county:25') },
    { claim: 'claim:direct-jobs-vasterbotten-table', computed: directIn('county:24') },
    { claim: 'claim:direct-jobs-vasterbotten-text', computed: directIn('county:24') },
    { claim: 'claim:spillover-text', computed: spillover },
    { claim: 'claim:spillover-heading', computed: spillover },
    { claim: 'claim:all-jobs', computed: direct + spillover },
    { claim: 'claim:spillover-services', computed: indirect('SERVICES') },
    { claim: 'claim:spillover-industry', computed: indirect('INDUSTRY') },
    { claim: 'claim:industry-with-ventures', computed: (ofGroup('INDUSTRY')?.direct ?? 0) + indirect('INDUSTRY') },
    { claim: 'claim:spillover-not-split', computed: spillover - indirect('SERVICES') - indirect('INDUSTRY') },
  ]
}
