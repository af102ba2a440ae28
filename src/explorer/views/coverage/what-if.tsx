import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { SupportChange } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useLang, useTexts } from '../../language/language.js'
import { useMunicipalities } from '../../parts/choices.js'
import { CheckField, SelectField, TextField } from '../../parts/fields.js'
import { useAnswer } from '../../use-answer.js'

const changeChoicesDocument = graphql(`
  query ExplorerChangeChoices($lang: Lang!) {
    initiatives: entities(kind: INITIATIVE, first: 200) {
      nodes {
        id
        name(lang: $lang)
        ... on Initiative {
          status
        }
      }
    }
    areas: entities(kind: SUPPORT_AREA, first: 50) {
      nodes {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** The change that an address describes; null where nothing is changed, or a new actor is not described to the end. */
export function changeOf({ get, list }: Address): SupportChange | null {
  const addInitiatives = [...list('add')]
  const [name, serves, provides] = [get('actor'), get('serves'), list('provides')]
  const addActors = name && serves && provides.length > 0 ? [{ name, serves: [serves], provides: [...provides] }] : []
  return addInitiatives.length + addActors.length > 0 ? { addInitiatives, addActors } : null
}

/** Proposed initiatives to switch on, and a new actor to describe. */
export function WhatIf({ address }: { readonly address: Address }) {
  const texts = useTexts(coverageTexts)
  const lang = useLang()
  const { data } = useAnswer(changeChoicesDocument, { lang })
  const municipalities = useMunicipalities()
  const proposed = (data?.initiatives.nodes ?? []).flatMap((node) =>
    'status' in node && node.status === 'PROPOSED' ? [{ id: node.id, name: node.name, group: null }] : [],
  )
  const areas = (data?.areas.nodes ?? []).map(({ id, name }) => ({ id, name, group: null }))
  const begun = Boolean(address.get('actor') ?? address.get('serves') ?? address.get('provides'))
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
        <fieldset class="field">
          <legend>{texts.newActor}</legend>
          <TextField
            label={texts.actorName}
            value={address.get('actor')}
            onChange={(actor) => address.set({ actor })}
          />
          <SelectField
            label={texts.actorServes}
            none="–"
            choices={municipalities}
            value={address.get('serves')}
            onChange={(serves) => address.set({ serves })}
          />
          <CheckField
            label={texts.actorProvides}
            choices={areas}
            values={address.list('provides')}
            onChange={(values) => address.set({ provides: values.join(',') })}
          />
          {begun && changeOf(address)?.addActors?.length !== 1 && <p class="hint">{texts.needsBoth}</p>}
        </fieldset>
      </form>
    </details>
  )
}
