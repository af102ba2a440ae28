import { useEffect, useState } from 'preact/hooks'
import { ask } from '../ask.js'
import { graphql } from '../generated/gql.js'
import type { EntityKind, HelpKind } from '../generated/graphql.js'
import { useFormat, useLang } from '../language/language.js'
import { useRegion } from '../region.js'
import { useAnswer } from '../use-answer.js'

const entitiesDocument = graphql(`
  query ExplorerChoices($kind: EntityKind!, $lang: Lang!, $after: String) {
    entities(kind: $kind, first: 200, after: $after) {
      nodes {
        __typename
        id
        name(lang: $lang)
        ... on Sector {
          code
          classification {
            code
          }
        }
        ... on Establishment {
          otherNames {
            name
          }
        }
        ... on Municipality {
          county {
            id
            name(lang: $lang)
          }
        }
        ... on Initiative {
          status
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Something that can be chosen; the group it is shown under, where there are groups. */
export interface Choice {
  readonly id: string
  readonly name: string
  readonly group: string | null
}

/** Values of the API as choices, under their names in the reader's language. */
export const named = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): readonly Choice[] => values.map((id) => ({ id, name: names[id], group: null }))

/** The size classes that a firm can be described by. */
export const describedSizes = ['SMALL', 'MEDIUM', 'LARGE'] as const

/** The kinds of help that can be wished for, money first. */
export const helpKinds: readonly HelpKind[] = [
  'LOAN',
  'GUARANTEE',
  'EQUITY',
  'GRANT',
  'CHECK',
  'TRAINING',
  'VALIDATION',
  'COACHING',
  'ADVICE',
  'MENTORING',
  'MATCHMAKING',
  'NETWORK',
  'INFORMATION',
  'INCUBATION',
  'PREMISES',
]

const countiesDocument = graphql(`
  query ExplorerCounties($counties: [ID!]!, $lang: Lang!) {
    nodes(ids: $counties) {
      ... on County {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** The region's counties, by name; null until they are there. */
export function useCounties(): readonly Choice[] | null {
  const { counties } = useRegion()
  const { inOrder } = useFormat()
  const { data } = useAnswer(countiesDocument, { counties, lang: useLang() })
  const found = data?.nodes.flatMap((node) => (node && 'name' in node ? [{ ...node, group: null }] : []))
  return found?.toSorted((left, right) => inOrder(left.name, right.name)) ?? null
}

/** The municipalities of the region, by county and name; null until they are there. */
export function useMunicipalities(): readonly Choice[] | null {
  const { counties } = useRegion()
  return useChoices('MUNICIPALITY', (node) =>
    node.__typename === 'Municipality' && counties.includes(node.county.id)
      ? { id: node.id, name: node.name, group: node.county.name }
      : null,
  )
}

/** Sections and divisions of the classification that firms are described by, by code. */
export function useSectors(): readonly Choice[] | null {
  const { classification } = useRegion()
  const choices = useChoices('SECTOR', (node) =>
    node.__typename === 'Sector' && node.classification?.code === classification
      ? { id: node.id, name: `${node.code} ${node.name}`, group: null }
      : null,
  )
  return choices?.toSorted((left, right) => (left.name < right.name ? -1 : 1)) ?? null
}

/** The needs, by name. */
export const useNeeds = (): readonly Choice[] | null =>
  useChoices('NEED', ({ id, name }) => ({ id, name, group: null }))

/** The areas of support, by name. */
export const useAreas = (): readonly Choice[] | null =>
  useChoices('SUPPORT_AREA', ({ id, name }) => ({ id, name, group: null }))

/** The initiatives that a source recommends and that do not exist, by name. */
export const useProposed = (): readonly Choice[] | null =>
  useChoices('INITIATIVE', (node) =>
    node.__typename === 'Initiative' && node.status === 'PROPOSED'
      ? { id: node.id, name: node.name, group: null }
      : null,
  )

/** The ventures, by name, with the names that they had or have beside it. */
export const useVentures = (): readonly Choice[] | null =>
  useChoices('ESTABLISHMENT', (node) =>
    node.__typename === 'Establishment' ? { id: node.id, name: withOtherNames(node), group: null } : null,
  )

/** A name as one finds it by any other, such as the one before a change of owner. */
export const withOtherNames = ({
  name,
  otherNames,
}: {
  readonly name: string
  readonly otherNames: readonly { readonly name: string }[]
}): string => (otherNames.length === 0 ? name : `${name} (${otherNames.map((other) => other.name).join(', ')})`)

type EntityRow = Awaited<ReturnType<typeof askPage>>['nodes'][number]

/** Everything of one kind that can be chosen, page after page; asked once in each language. */
function useChoices(kind: EntityKind, choose: (node: EntityRow) => Choice | null): readonly Choice[] | null {
  const lang = useLang()
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen from a kind is the same at each rendering
  useEffect(() => {
    let shown = true
    allOf(kind, lang).then(
      (nodes) => shown && setChoices(nodes.map(choose).filter((choice) => choice !== null)),
      // What waits for them goes on without: there is nothing to choose from then.
      () => shown && setChoices([]),
    )
    return () => {
      shown = false
    }
  }, [kind, lang])
  return choices
}

const asked = new Map<string, Promise<readonly EntityRow[]>>()

function allOf(kind: EntityKind, lang: 'SV' | 'EN'): Promise<readonly EntityRow[]> {
  const key = `${kind} ${lang}`
  const known = asked.get(key)
  if (known) return known
  const answer = askPages(kind, lang)
  asked.set(key, answer)
  // What failed is asked again by whoever needs it next.
  answer.catch(() => asked.delete(key))
  return answer
}

async function askPages(kind: EntityKind, lang: 'SV' | 'EN'): Promise<readonly EntityRow[]> {
  const nodes: EntityRow[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof askPage>> = await askPage(kind, lang, after)
    nodes.push(...page.nodes)
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

async function askPage(kind: EntityKind, lang: 'SV' | 'EN', after: string | null) {
  return (await ask(entitiesDocument, { kind, lang, after })).entities
}
