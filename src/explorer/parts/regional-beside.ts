import { graphql } from '../generated/gql.js'
import { useFormat, useLang } from '../language/language.js'
import { useAnswer } from '../use-answer.js'
import { sameFigure } from './same-figure.js'

const regionalDocument = graphql(`
  query ExplorerRegional($lang: Lang!) {
    spillover(input: {}) {
      total {
        spillover
      }
      comparisons {
        claim {
          id
          value
        }
        computed
      }
      regional {
        text(lang: $lang)
      }
    }
  }
`)

interface Claim {
  readonly id: string
  readonly statement: string
  readonly value: number | null
}

/**
 * What stands beside a claim of the whole spillover, or one that names its figure, which takes the nation for the region: what location
 * quotients give instead. Null beside any other.
 * @param claims what is shown; nothing is asked where none of it has a value.
 */
export function useRegionalBeside(claims: readonly Claim[]): (claim: Claim) => string | null {
  const lang = useLang()
  const { count } = useFormat()
  const { data } = useAnswer(regionalDocument, claims.some(({ value }) => value !== null) ? { lang } : null)
  const spillover = data?.spillover
  const text = spillover?.regional?.text ?? null
  const total = spillover?.total?.spillover ?? Number.NaN
  const ofAll = (spillover?.comparisons ?? []).filter(({ computed }) => sameFigure(computed, total))
  const figures = ofAll.flatMap(({ claim: { value } }) => (value === null ? [] : [plain(count(value))]))
  return ({ id, statement, value }) => {
    if (value === null) return null
    const isOfAll = ofAll.some(({ claim }) => claim.id === id)
    return isOfAll || figures.some((figure) => plain(statement).includes(figure)) ? text : null
  }
}

/** With one kind of blank: figures have narrow ones that statements may not. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ')
