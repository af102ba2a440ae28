import { graphql } from '../../generated/gql.js'
import { useLang } from '../../language/language.js'
import { pointOf } from '../../map/point-of.js'
import { eachOnce } from '../../parts/each-once.js'
import { useAnswer } from '../../use-answer.js'

const venturesDocument = graphql(`
  query ExplorerVentures($lang: Lang!) {
    establishments(first: 100) {
      nodes {
        id
        name(lang: $lang)
        otherNames {
          name
        }
        municipalities(first: 20) {
          nodes {
            id
            name(lang: $lang)
            latitude
            longitude
            mainTown {
              latitude
              longitude
            }
          }
        }
        procures(first: 200) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

/** Where a venture lies. */
interface Site {
  readonly id: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

/** A venture as this view knows it. */
export interface Venture {
  readonly id: string
  readonly name: string
  readonly otherNames: readonly { readonly name: string }[]
  /** In their main towns; those of which nothing is known are left out. */
  readonly sites: readonly Site[]
  /** What it buys, each category once. */
  readonly bought: readonly { readonly id: string; readonly name: string }[]
}

/** All ventures, by name; none until they are there. */
export function useVenturesThatBuy(): readonly Venture[] {
  const { data } = useAnswer(venturesDocument, { lang: useLang() })
  return (data?.establishments.nodes ?? []).map(({ municipalities, procures, ...venture }) => ({
    ...venture,
    sites: municipalities.nodes.flatMap(({ id, name, ...lying }) => {
      const point = pointOf(lying)
      return point ? [{ id, name, ...point }] : []
    }),
    bought: eachOnce(procures.nodes),
  }))
}
