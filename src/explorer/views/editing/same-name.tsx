import { useEffect } from 'preact/hooks'
import type { AskError } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { editingTexts } from '../../language/editing.js'
import { useLang, useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'
import type { WrittenKind } from './kinds.js'
import type { TypedFields } from './values.js'

const sameNameDocument = graphql(`
  query ExplorerSameName($text: String!, $kinds: [EntityKind!], $lang: Lang!) {
    search(text: $text, kinds: $kinds, first: 5) {
      edges {
        score
        node {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

/**
 * Those of a kind that are called as something new is: it may be there already, also by what was sent before and whose
 * answer was lost.
 */
export function SameName({
  kind: { kind },
  values,
  error,
}: {
  readonly kind: WrittenKind
  readonly values: TypedFields
  /** Why it was not stored the last time: after each it is looked for anew. */
  readonly error: AskError | null
}) {
  const texts = useTexts(editingTexts)
  const lang = useLang()
  const name = [values.nameSv, values.nameEn, values.name].map((each) => String(each ?? '').trim()).find(Boolean)
  const isAsked = name !== undefined && kind !== 'CLAIM' && /[\p{L}\p{N}]/u.test(name)
  const answer = useAnswer(sameNameDocument, isAsked ? { text: name.slice(0, 200), kinds: [kind], lang } : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is one of its own
  useEffect(() => {
    if (error !== null && isAsked) answer.again()
  }, [error])
  const same = (answer.data?.search.edges ?? []).filter(({ score }) => score === 1)
  if (same.length === 0) return null
  return (
    <div class="notice" role="status">
      <p>{texts.sameName}</p>
      <ul>
        {same.map(({ node }) => (
          <li key={node.id}>
            <EntityName entity={node} />
          </li>
        ))}
      </ul>
    </div>
  )
}
