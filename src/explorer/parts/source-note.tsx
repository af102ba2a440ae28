import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { EntityName } from './entity-name.js'

/** Where something is stated. */
export interface ShownProvenance {
  readonly locator: string
  readonly source: {
    readonly id: string
    readonly title: string
    readonly publisher?: string | null
    readonly year?: number | null
  }
}

/** Where a number or a sentence comes from, with a link to the page of the source. */
export function SourceNote({ provenance: { source, locator } }: { readonly provenance: ShownProvenance }) {
  const texts = useTexts(partTexts)
  return (
    <span class="source-note">
      {texts.source}: <EntityName entity={{ id: source.id, name: source.title }} />, {locator}
    </span>
  )
}
