import type { Address } from '../../address.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { helpKinds, named, useAreas, useCounties, useMunicipalities, useNeeds } from '../../parts/choices.js'
import { CheckField, SelectField, TextField } from '../../parts/fields.js'
import { type ActorPart, partName } from './change.js'

/** A new actor to describe: what it is called, where it works, and what it helps with. */
export function NewActor({
  address,
  index,
  isOnly,
}: {
  readonly address: Address
  /** Which of those that are tried. */
  readonly index: number
  readonly isOnly: boolean
}) {
  const texts = useTexts(coverageChangeTexts)
  const { help } = useTexts(supportTexts)
  const [counties, municipalities] = [useCounties(), useMunicipalities()]
  const of = (part: ActorPart) => partName(part, index)
  const one = (part: ActorPart) => ({
    value: address.get(of(part)),
    onChange: (value: string | null) => address.set({ [of(part)]: value }),
  })
  const several = (part: ActorPart) => ({
    values: address.list(of(part)),
    onChange: (values: readonly string[]) => address.set({ [of(part)]: values.join(',') }),
  })
  return (
    <fieldset class="field new-actor">
      <legend>{isOnly ? texts.newActor : texts.newActorOf(String(index + 1))}</legend>
      <div class="new-actor-fields">
        <TextField label={texts.actorName} {...one('actor')} />
        <SelectField label={texts.actorHelp} none={texts.noHelp} choices={named(helpKinds, help)} {...one('help')} />
        <CheckField
          label={texts.actorServes}
          choices={counties && municipalities && [...counties, ...municipalities]}
          {...several('serves')}
        />
        <CheckField label={texts.actorMeets} choices={useNeeds()} {...several('meets')} />
        <CheckField label={texts.actorProvides} choices={useAreas()} {...several('provides')} />
      </div>
    </fieldset>
  )
}
