import { useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { EntityName } from '../../parts/entity-name.js'

interface Employment {
  readonly id: string
  readonly name: string
}

/** Whose count of who is employed where an answer rests on. */
export function RestsOn({
  employment,
  of = 'QUOTIENTS',
}: {
  readonly employment: Employment | null
  /** What of the answer it is that rests on it. */
  readonly of?: 'QUOTIENTS' | 'EMPLOYED'
}) {
  const texts = useTexts(regionalTexts)
  if (employment === null) return null
  return (
    <p class="quiet">
      {of === 'EMPLOYED' ? texts.employedBy : texts.restsOn} <EntityName entity={employment} />
    </p>
  )
}
