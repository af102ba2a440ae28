import type { Address } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { describedSizes, helpKinds, useMunicipalities, useNeeds, useSectors, useVentures } from '../../parts/choices.js'
import { EntityName } from '../../parts/entity-name.js'
import { CheckField, NumberField, SelectField } from '../../parts/fields.js'
import type { Said } from './use-said.js'

interface FormProps {
  readonly address: Address
}

const setter = (address: Address) => (name: string) => (value: string | null) => address.set({ [name]: value })

/** The description of a firm, which is all in the address. */
export function ProfileForm({
  address,
  firm,
}: FormProps & {
  /** The firm of the graph that is asked about: its place, sector and size are not the asker's to say. */
  readonly firm: Said['named']
}) {
  const texts = useTexts(supportTexts)
  const words = useRegionWords()
  const needs = useNeeds()
  return (
    <form class="profile" aria-label={texts.firm} onSubmit={(event) => event.preventDefault()}>
      <div>
        {firm === null ? <Described address={address} /> : <KnownFirm firm={firm} address={address} />}
        <MoreOfTheFirm address={address} />
      </div>
      <CheckField
        label={texts.needs}
        hint={words.allNeeds}
        choices={needs}
        values={address.list('needs')}
        onChange={(values) => setter(address)('needs')(values.join(','))}
      />
    </form>
  )
}

/** A firm that the graph knows, and how to describe another instead. */
function KnownFirm({ firm, address }: FormProps & { readonly firm: NonNullable<Said['named']> }) {
  const texts = useTexts(answerTexts)
  return (
    <div class="field">
      <p>
        {texts.theFirm}: <EntityName entity={firm} />
      </p>
      <p class="hint">{texts.ofFirm}</p>
      <button type="button" onClick={() => address.set({ firm: null })}>
        {texts.otherFirm}
      </button>
    </div>
  )
}

/** What a firm is described by. */
function Described({ address }: FormProps) {
  const texts = useTexts(supportTexts)
  const municipalities = useMunicipalities()
  const sectors = useSectors()
  const sizes = describedSizes.map((id) => ({ id, name: texts.sizes[id], group: null }))
  const set = setter(address)
  return (
    <>
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
    </>
  )
}

/** What makes the answer more exact where the asker knows it; folded until some of it is said. */
function MoreOfTheFirm({ address }: FormProps) {
  const texts = useTexts(supportTexts)
  const ventures = useVentures()
  const set = setter(address)
  const said = ['exports', 'founded', 'wants', 'buyer'].some((name) => address.get(name) !== null)
  return (
    <details class="more-of-firm" open={said}>
      <summary>{texts.more}</summary>
      <SelectField
        label={texts.exports}
        none={texts.notKnown}
        choices={[
          { id: 'yes', name: texts.yes, group: null },
          { id: 'no', name: texts.no, group: null },
        ]}
        value={address.get('exports')}
        onChange={set('exports')}
      />
      <NumberField label={texts.founded} min={1600} step={1} value={address.get('founded')} onChange={set('founded')} />
      <SelectField
        label={texts.buyer}
        none={texts.anyBuyer}
        choices={ventures}
        value={address.get('buyer')}
        onChange={set('buyer')}
      />
      <CheckField
        label={texts.wants}
        hint={texts.wantsHint}
        choices={helpKinds.map((id) => ({ id, name: texts.help[id], group: null }))}
        values={address.list('wants')}
        onChange={(values) => set('wants')(values.join(','))}
      />
    </details>
  )
}
