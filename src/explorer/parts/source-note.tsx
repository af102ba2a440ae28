import { entityLink } from '../address.js'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'

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
      {texts.source}: <a href={entityLink(source.id)}>{source.title}</a>, {locator}
    </span>
  )
}
