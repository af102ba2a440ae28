import type { Address } from '../../address.js'
import type { SpilloverInput } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { useVentures } from '../../parts/choices.js'
import { Capacity } from './capacity.js'
import { Displacement } from './displacement.js'
import { Extraction } from './extraction.js'
import { Folded } from './folded.js'

/** What else can be asked of a region under the same assumptions, each folded under its question. */
export function RegionQuestions({
  address,
  input,
  industries,
}: {
  readonly address: Address
  readonly input: SpilloverInput
  readonly industries: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}) {
  const texts = useTexts(regionalTexts)
  const ventures = useVentures() ?? []
  const isAsked = (name: string) => address.get(name) !== null
  return (
    <div>
      <Folded question={texts.capacityAsked} open={false}>
        {() => <Capacity input={input} />}
      </Folded>
      <Folded question={texts.displacementAsked} open={isAsked('fromSmes') || isAsked('refilled')}>
        {() => <Displacement address={address} input={input} />}
      </Folded>
      <Folded question={texts.extractionAsked} open={isAsked('without')}>
        {() => (
          <Extraction
            address={address}
            input={input}
            ventures={ventures.filter(({ id }) => input.establishments?.includes(id) ?? true)}
            industries={industries.map(({ id, code, name }) => ({ id, name: `${code} ${name}`, group: null }))}
          />
        )}
      </Folded>
    </div>
  )
}
