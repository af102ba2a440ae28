import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { AsWritten } from './as-written.js'
import { EntityName } from './entity-name.js'

/** Where something is stated. */
export interface ShownProvenance {
  /** In the reader's language, as far as its words are known. */
  readonly locator: string
  readonly source: {
    readonly id: string
    readonly name: string
  }
}

/** Where a number or a sentence comes from, with a link to the page of the source. */
export function SourceNote({ provenance: { source, locator } }: { readonly provenance: ShownProvenance }) {
  const texts = useTexts(partTexts)
  return (
    <span class="source-note">
      {texts.source}: <EntityName entity={source} />
      {locator !== '' && (
        <>
          , <AsWritten>{locator}</AsWritten>
        </>
      )}
    </span>
  )
}
