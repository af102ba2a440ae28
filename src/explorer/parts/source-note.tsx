import { useTexts } from '../language/language.js'
import { useLocator } from '../language/locator.js'
import { partTexts } from '../language/parts.js'
import { EntityName } from './entity-name.js'

/** Where something is stated. */
export interface ShownProvenance {
  readonly locator: string
  readonly source: {
    readonly id: string
    readonly name: string
  }
}

/** Where a number or a sentence comes from, with a link to the page of the source. */
export function SourceNote({ provenance: { source, locator } }: { readonly provenance: ShownProvenance }) {
  const texts = useTexts(partTexts)
  const place = useLocator()(locator)
  return (
    <span class="source-note">
      {texts.source}: <EntityName entity={source} />
      {place.text !== '' && (
        <>
          , <span lang={place.lang}>{place.text}</span>
        </>
      )}
      {place.remark !== null && (
        <details class="remark">
          <summary class="remark-word">{texts.remark}</summary> <span lang="en">{place.remark}</span>
        </details>
      )}
    </span>
  )
}
