import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { EntityName } from '../../parts/entity-name.js'

type Employment = ExplorerSpilloverQuery['spillover']['assumptions']['regionalisation']['employment']

/** Whose count of who is employed where location quotients rest on. */
export function RestsOn({ employment }: { readonly employment: Employment }) {
  const texts = useTexts(regionalTexts)
  if (employment === null) return null
  const { id, publisher, edition, year } = employment
  return (
    <p class="quiet">
      {texts.restsOn} <EntityName entity={{ id, name: texts.employedIn(publisher, edition, String(year)) }} />
    </p>
  )
}
