import { useEffect, useState } from 'preact/hooks'
import { ask } from '../ask.js'
import { graphql } from '../generated/gql.js'
import { useLang } from '../language/language.js'

const namesDocument = graphql(`
  query ExplorerNamedById($ids: [ID!]!, $lang: Lang!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name(lang: $lang)
      }
    }
  }
`)

/** So many are asked for at once. */
const AT_ONCE = 200

/** An entity by the id that was asked for; null where nothing has it any more. */
export type Named = { readonly id: string; readonly name: string } | null

/** Entities by ids, in the reader's language; null until they are there. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, Named> | null {
  const lang = useLang()
  const [names, setNames] = useState<{ readonly key: string; readonly map: ReadonlyMap<string, Named> } | null>(null)
  const key = `${lang} ${ids.join(' ')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids
  useEffect(() => {
    let isShown = true
    namesOf(ids, lang).then(
      (map) => isShown && setNames({ key, map }),
      () => isShown && setNames({ key, map: new Map() }),
    )
    return () => {
      isShown = false
    }
  }, [key])
  return names?.key === key ? names.map : null
}

async function namesOf(ids: readonly string[], lang: 'SV' | 'EN'): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>()
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    const some = ids.slice(begin, begin + AT_ONCE)
    const { nodes } = await ask(namesDocument, { ids: some, lang })
    for (const [index, id] of some.entries()) {
      const node = nodes[index]
      names.set(id, node && 'name' in node && node.name ? { id: node.id, name: node.name } : null)
    }
  }
  return names
}
