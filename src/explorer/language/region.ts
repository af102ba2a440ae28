import type { RegionWords } from '../../edition/explorer.js'
import { useRegion } from '../region.js'
import { bilingual, useLang, useTexts } from './language.js'

type Words = { readonly [Name in Exclude<keyof RegionWords, 'description'>]-?: string }

/** What is said of a region that says nothing itself. */
const ofAnyRegion = bilingual<Words>(
  {
    title: 'Norrgraph',
    lead: 'Industrisatsningar, de små och medelstora företag som berörs, och de som stöder dem.',
    searchHint: '',
    jobsExpected: 'Väntade nya jobb',
    outlines: '',
    allCounties: 'Alla län',
    allNeeds: 'Utan val: alla.',
    noScenario: 'Inget scenario',
    ownAssumptions: 'De ursprungliga antagandena',
    comparisons: 'Källornas uppgifter bredvid de beräknade',
    stated: 'Källan',
    statedValue: 'källan: {value}',
    about: 'Varje siffra visar sin källa.',
  },
  {
    title: 'Norrgraph',
    lead: 'Industrial ventures, the small and medium-sized firms concerned, and those who support them.',
    searchHint: '',
    jobsExpected: 'New jobs expected',
    outlines: '',
    allCounties: 'All counties',
    allNeeds: 'With none chosen: all of them.',
    noScenario: 'No scenario',
    ownAssumptions: 'The original assumptions',
    comparisons: 'What the sources state beside what is computed',
    stated: 'The source',
    statedValue: 'the source: {value}',
    about: 'Every figure shows its source.',
  },
)

/** The region's own words in the reader's language, and where it has none those that fit any; empty where nothing is said. */
export function useRegionWords(): Words {
  const { words } = useRegion()
  const neutral = useTexts(ofAnyRegion)
  return { ...neutral, ...words[useLang()] }
}
