import type { Address } from '../../address.js'
import type { SupportEvidence } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { AskedInLine } from '../../parts/asked-in-line.js'
import { named, useCounties } from '../../parts/choices.js'
import { currentDay } from '../../parts/current-day.js'
import { DayField, SelectField, Toolbar } from '../../parts/fields.js'
import { dayIn } from '../../parts/in-address.js'

/** What can be chosen as the least that counts, beside what counts where nothing is said. */
const leastEvidence = ['IN_FORCE', 'LAST_SEEN', 'AREA'] as const

/** The least that counts in an address; null for what is known. */
export const evidenceOf = ({ get }: Address): SupportEvidence | null =>
  leastEvidence.find((each) => each === get('evidence')) ?? null

/** Of which county, by what evidence and on which day, folded: without any of it the answer is of all. */
export function CoverageForm({ address }: { readonly address: Address }) {
  const texts = useTexts(coverageTexts)
  const words = useRegionWords()
  const format = useFormat()
  const counties = useCounties()
  const evidence = leastEvidence.find((each) => each === address.get('evidence')) ?? null
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  const said = [
    counties?.find(({ id }) => id === address.get('county'))?.name ?? words.allCounties,
    `${texts.evidence.toLowerCase()} ${evidence === null ? texts.known : texts.least[evidence]}`,
    format.day(dayIn(address, 'asOf') ?? currentDay()),
  ]
  return (
    <AskedInLine said={said} isAsked label={texts.form}>
      <Toolbar>
        <SelectField
          label={texts.county}
          none={words.allCounties}
          choices={counties}
          value={address.get('county')}
          onChange={set('county')}
        />
        <SelectField
          label={texts.evidence}
          none={texts.known}
          choices={named(leastEvidence, texts.least)}
          value={evidence}
          onChange={set('evidence')}
        />
        <DayField label={texts.asOf} value={dayIn(address, 'asOf')} onChange={set('asOf')} />
      </Toolbar>
    </AskedInLine>
  )
}
