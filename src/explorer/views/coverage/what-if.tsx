import type { Address } from '../../address.js'
import type { SupportChange } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { helpKinds, useAreas, useMunicipalities, useNeeds, useProposed } from '../../parts/choices.js'
import { CheckField, SelectField, TextField } from '../../parts/fields.js'

/** What describes a new actor in an address. */
const described = ['actor', 'serves', 'meets', 'help', 'provides'] as const

/** The change that an address describes; null where nothing is changed, or a new actor is not described to the end. */
export function changeOf({ get, list }: Address): SupportChange | null {
  const addInitiatives = [...list('add')]
  const [name, serves, provides] = [get('actor'), [...list('serves')], [...list('provides')]]
  const help = helpKinds.find((kind) => kind === get('help')) ?? null
  const meets = list('meets').map((need) => ({ need, help }))
  const whole = name && serves.length > 0 && provides.length + meets.length > 0
  const addActors = whole ? [{ name, serves, provides, meets }] : []
  return addInitiatives.length + addActors.length > 0 ? { addInitiatives, addActors } : null
}

/** Proposed initiatives to switch on, and a new actor to describe. */
export function WhatIf({ address }: { readonly address: Address }) {
  const texts = useTexts(coverageTexts)
  const proposed = useProposed()
  const begun = described.some((name) => address.get(name) !== null)
  return (
    <details class="panel no-print" open={changeOf(address) !== null || begun}>
      <summary>{texts.whatIf}</summary>
      <form class="columns" onSubmit={(event) => event.preventDefault()}>
        <CheckField
          label={texts.proposed}
          choices={proposed}
          values={address.list('add')}
          onChange={(values) => address.set({ add: values.join(',') })}
        />
        <NewActor address={address} />
        {begun && changeOf(address)?.addActors?.length !== 1 && <p class="hint">{texts.needsBoth}</p>}
      </form>
    </details>
  )
}

function NewActor({ address }: { readonly address: Address }) {
  const texts = useTexts(coverageTexts)
  const { help } = useTexts(supportTexts)
  const several = (name: string) => ({
    values: address.list(name),
    onChange: (values: readonly string[]) => address.set({ [name]: values.join(',') }),
  })
  return (
    <fieldset class="field new-actor">
      <legend>{texts.newActor}</legend>
      <TextField label={texts.actorName} value={address.get('actor')} onChange={(actor) => address.set({ actor })} />
      <CheckField label={texts.actorServes} choices={useMunicipalities()} {...several('serves')} />
      <CheckField label={texts.actorMeets} choices={useNeeds()} {...several('meets')} />
      <SelectField
        label={texts.actorHelp}
        none={texts.noHelp}
        choices={helpKinds.map((id) => ({ id, name: help[id], group: null }))}
        value={address.get('help')}
        onChange={(kind) => address.set({ help: kind })}
      />
      <CheckField label={texts.actorProvides} choices={useAreas()} {...several('provides')} />
    </fieldset>
  )
}
