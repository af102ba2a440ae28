import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'

const sectionsDocument = graphql(`
  query ExplorerSections($ids: [ID!]!, $lang: Lang!) {
    nodes(ids: $ids) {
      ... on Sector {
        code
        name(lang: $lang)
      }
    }
  }
`)

interface Group {
  readonly code: string
  readonly sections: readonly string[]
}

/** What a group of industries is called: its code, and the names of the sections that it holds once they are there. */
export function useGroupNames(groups: readonly Group[]): (code: string | null) => string {
  const { classification } = useRegion()
  const { otherIndustries } = useTexts(regionalTexts)
  const lang = useLang()
  const ids = [...new Set(groups.flatMap(({ sections }) => sections))].map(
    (section) => `sector:${classification}-${section}`,
  )
  const { data } = useAnswer(sectionsDocument, ids.length > 0 ? { ids, lang } : null)
  const names = new Map(data?.nodes.flatMap((node) => (node && 'code' in node ? [[node.code, node.name]] : [])))
  const sectionsOf = new Map(groups.map(({ code, sections }) => [code, sections]))
  return (code) => {
    if (code === null) return otherIndustries
    const named = (sectionsOf.get(code) ?? []).flatMap((section) => names.get(section) ?? [])
    return [code, named.join(' · ')].filter(Boolean).join(' ')
  }
}
