import type { Address } from '../../address.js'
import type { ExplorerSpilloverQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { useVentures } from '../../parts/choices.js'
import { Capacity } from './capacity.js'
import { Displacement } from './displacement.js'
import { Extraction } from './extraction.js'
import { Folded } from './folded.js'
import { Multipliers } from './multipliers.js'
import { Quotients } from './quotients.js'

type Answer = ExplorerSpilloverQuery['spillover']

/** What else can be asked of a region under the same assumptions, each folded under its question with what it finds. */
export function RegionQuestions({
  address,
  input,
  answer,
}: {
  readonly address: Address
  readonly input: SpilloverInput
  readonly answer: Answer
}) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const ventures = useVentures() ?? []
  const isAsked = (name: string) => address.get(name) !== null
  const { capacity, displacement, regional, bySector, table, assumptions } = answer
  const industries = bySector.map(({ sector: { id, code, name } }) => ({ id, name: `${code} ${name}`, group: null }))
  const without = address.get('without')
  const named = [...ventures, ...industries].find(({ id }) => id === without)?.name
  return (
    <div class="region-questions">
      <Folded
        question={texts.regionalAsked}
        finding={
          regional === null
            ? texts.regionalUnknown
            : texts.regionalFinds(
                format.count(regional.spillover),
                format.count(regional.low),
                format.count(regional.high),
              )
        }
        open={false}
      >
        {() => <Quotients table={table.id} mining={assumptions.regionalisation.mining ?? 'MERGED'} />}
      </Folded>
      <Folded
        question={texts.capacityAsked}
        finding={
          capacity === null
            ? texts.notKnown
            : texts.capacityFinds(
                format.count(capacity.rows.filter(({ isBeyondBound }) => isBeyondBound).length),
                format.count(capacity.rows.length),
                format.percent(capacity.bound),
              )
        }
        open={false}
      >
        {() => <Capacity input={input} />}
      </Folded>
      <Folded
        question={texts.displacementAsked}
        finding={
          displacement === null ? texts.displacementUnasked : texts.displacementFinds(format.count(displacement.net))
        }
        open={isAsked('fromSmes') || isAsked('refilled')}
      >
        {() => <Displacement address={address} input={input} />}
      </Folded>
      <Folded
        question={texts.extractionAsked}
        finding={named === undefined ? texts.extractionUnasked : `${texts.without.toLowerCase()} ${named}`}
        open={isAsked('without')}
      >
        {() => (
          <Extraction
            address={address}
            input={input}
            ventures={ventures.filter(({ id }) => input.establishments?.includes(id) ?? true)}
            industries={industries}
          />
        )}
      </Folded>
      <Folded question={texts.multipliersAsked} finding={texts.multipliersUnasked} open={false}>
        {() => <Multipliers table={table.id} assumptions={assumptions} />}
      </Folded>
    </div>
  )
}
