import { useRef } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { SupportChange } from '../../generated/graphql.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { useCounties, useMunicipalities, useProposed } from '../../parts/choices.js'
import { atBeginning } from '../../parts/in-sentence.js'
import { useAnswer } from '../../use-answer.js'

const removedDocument = graphql(`
  query ExplorerRemoved($ids: [ID!]!, $lang: Lang!) {
    nodes(ids: $ids) {
      ... on SupportActor {
        id
        name(lang: $lang)
      }
      ... on Initiative {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What is taken away, by its name. */
export function useRemoved(ids: readonly string[]): readonly { readonly id: string; readonly name: string }[] {
  const lang = useLang()
  const { data } = useAnswer(removedDocument, ids.length === 0 ? null : { ids: [...ids], lang })
  const found = data?.nodes.flatMap((node) => (node && 'name' in node ? [node] : [])) ?? []
  return ids.flatMap((id) => found.find((each) => each.id === id) ?? [])
}

/** So many places are named one by one. */
const NAMED_PLACES = 4

/** What is tried, in words: what is added, by name and place, and what is taken away; null where nothing is, or as long as no names are there. */
export function useSubject(change: SupportChange | null): string | null {
  const texts = useTexts(coverageChangeTexts)
  const format = useFormat()
  const choices = [useCounties(), useMunicipalities(), useProposed()]
  const known = choices.flatMap((each) => each ?? [])
  const removed = useRemoved([...(change?.removeActors ?? []), ...(change?.removeInitiatives ?? [])])
  const named = (change?.removeActors?.length ?? 0) + (change?.removeInitiatives?.length ?? 0)
  const before = useRef<string | null>(null)
  if (change === null) {
    before.current = null
    return null
  }
  // Half of its names would be read as something else, and move what stands below.
  if (choices.includes(null) || removed.length < named) return before.current
  const nameOf = (id: string) => known.find((each) => each.id === id)?.name ?? id
  const placesOf = (ids: readonly string[]) =>
    ids.length > NAMED_PLACES ? texts.places(format.count(ids.length)) : format.list(ids.map(nameOf))
  const added = [
    ...(change.addActors ?? []).map(({ name, serves }) => texts.actorAt(name, placesOf(serves))),
    ...(change.addInitiatives ?? []).map(nameOf),
  ]
  const without = removed.length === 0 ? [] : [texts.without(format.list(removed.map(({ name }) => name)))]
  const subject = [...(added.length === 0 ? [] : [format.list(added)]), ...without].join(' ')
  before.current = atBeginning(subject)
  return before.current
}
