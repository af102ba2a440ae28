import type { ExplorerSpilloverQuery } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { EntityName } from '../../parts/entity-name.js'

type Employment = ExplorerSpilloverQuery['spillover']['assumptions']['regionalisation']['employment']

/** Whose count of who is employed where an answer rests on. */
export function RestsOn({
  employment,
  of = 'QUOTIENTS',
}: {
  readonly employment: Employment
  /** What of the answer it is that rests on it. */
  readonly of?: 'QUOTIENTS' | 'EMPLOYED'
}) {
  const texts = useTexts(regionalTexts)
  if (employment === null) return null
  const { id, publisher, edition, year } = employment
  return (
    <p class="quiet">
      {of === 'EMPLOYED' ? texts.employedBy : texts.restsOn}{' '}
      <EntityName entity={{ id, name: texts.employedIn(publisher, edition, String(year)) }} />
    </p>
  )
}
