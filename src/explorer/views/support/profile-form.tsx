import type { Address } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { supportTexts } from '../../language/support.js'
import { describedSizes, useMunicipalities, useNeeds, useSectors } from '../../parts/choices.js'
import { CheckField, NumberField, SelectField } from '../../parts/fields.js'

/** The description of a firm, which is all in the address. */
export function ProfileForm({ address }: { readonly address: Address }) {
  const texts = useTexts(supportTexts)
  const words = useRegionWords()
  const municipalities = useMunicipalities()
  const sectors = useSectors()
  const needs = useNeeds()
  const sizes = describedSizes.map((id) => ({ id, name: texts.sizes[id], group: null }))
  const set = (name: string) => (value: string | null) => address.set({ [name]: value, shown: null })
  return (
    <form class="profile" aria-label={texts.firm} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={texts.municipality}
        none={texts.chooseMunicipality}
        choices={municipalities}
        value={address.get('municipality')}
        onChange={set('municipality')}
      />
      <SelectField
        label={texts.sector}
        none={texts.anySector}
        choices={sectors}
        value={address.get('sector')}
        onChange={set('sector')}
      />
      <SelectField
        label={texts.size}
        none={texts.anySize}
        choices={sizes}
        value={address.get('size')}
        onChange={set('size')}
      />
      <div class="field-pair">
        <NumberField
          label={texts.employees}
          min={0}
          step={1}
          value={address.get('employees')}
          onChange={set('employees')}
        />
        <NumberField
          label={texts.turnover}
          min={0}
          step="any"
          value={address.get('turnover')}
          onChange={set('turnover')}
        />
      </div>
      <CheckField
        label={texts.needs}
        hint={words.allNeeds}
        choices={needs}
        values={address.list('needs')}
        onChange={(values) => address.set({ needs: values.join(','), shown: null })}
      />
    </form>
  )
}
