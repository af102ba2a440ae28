import { graphql } from '../../generated/gql.js'
import { useLang } from '../../language/language.js'
import type { Choice } from '../../parts/choices.js'
import { useAnswer } from '../../use-answer.js'

const proposedDocument = graphql(`
  query ExplorerProposed($lang: Lang!) {
    entities(kind: INITIATIVE, first: 200) {
      nodes {
        id
        name(lang: $lang)
        ... on Initiative {
          status
        }
      }
    }
  }
`)

/** The initiatives that a source recommends and that do not exist, by name. */
export function useProposed(): readonly Choice[] {
  const { data } = useAnswer(proposedDocument, { lang: useLang() })
  return (data?.entities.nodes ?? []).flatMap((node) =>
    'status' in node && node.status === 'PROPOSED' ? [{ id: node.id, name: node.name, group: null }] : [],
  )
}
