import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useLangOf } from '../language/reads-as.js'
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
  const langOf = useLangOf()
  return (
    <span class="source-note">
      {texts.source}: <EntityName entity={source} />
      {locator !== '' && (
        <>
          , <span lang={langOf(locator)}>{locator}</span>
        </>
      )}
    </span>
  )
}
