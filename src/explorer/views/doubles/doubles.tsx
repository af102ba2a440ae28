import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerDoublesQuery } from '../../generated/graphql.js'
import { doublesTexts } from '../../language/doubles.js'
import { useLang, useTexts } from '../../language/language.js'
import { mergeTexts } from '../../language/merge.js'
import { Answered, Empty } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { useTitle } from '../../parts/use-title.js'
import { useAnswer } from '../../use-answer.js'

const doublesDocument = graphql(`
  query ExplorerDoubles($kind: EntityKind!, $after: String, $lang: Lang!) {
    likelyDoubles(kind: $kind, first: 50, after: $after) {
      nodes {
        one {
          id
          name(lang: $lang)
        }
        other {
          id
          name(lang: $lang)
        }
        why
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const kinds = ['FIRM', 'SUPPORT_ACTOR', 'INITIATIVE'] as const

/** Those of one kind that are likely the same, both beside each other. */
export function Doubles() {
  const texts = useTexts(doublesTexts)
  const lang = useLang()
  const address = useAddress()
  useTitle(texts.heading)
  const kind = kinds.find((each) => each === address.get('kind')) ?? 'FIRM'
  const after = address.get('after')
  const answer = useAnswer(doublesDocument, { kind, after, lang })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p>{texts.intro}</p>
      <nav aria-label={texts.choose}>
        <ul class="next-steps">
          {kinds.map((each) => (
            <li key={each}>
              <a
                href={linkTo('/doubles', { kind: each, lang: address.get('lang') })}
                aria-current={each === kind ? 'true' : undefined}
              >
                {texts.kinds[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Answered answer={answer}>
        {({ likelyDoubles: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <Empty>{pageInfo.hasNextPage || after ? texts.noneHere : texts.none}</Empty>}
            {nodes.length > 0 && <Pairs pairs={nodes} />}
            {pageInfo.hasNextPage && (
              <p>
                <a href={linkTo('/doubles', { kind, after: pageInfo.endCursor, lang: address.get('lang') })}>
                  {texts.further}
                </a>
              </p>
            )}
          </>
        )}
      </Answered>
    </>
  )
}

type Pair = ExplorerDoublesQuery['likelyDoubles']['nodes'][number]

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const texts = useTexts(doublesTexts)
  const { compare } = useTexts(mergeTexts)
  const lang = useAddress().get('lang')
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.one}</th>
          <th scope="col">{texts.other}</th>
          <th scope="col">{texts.why}</th>
          <th scope="col">{texts.merge}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ one, other, why }) => (
          <tr key={`${one.id} ${other.id}`}>
            <td>
              <EntityName entity={one} />
            </td>
            <td>
              <EntityName entity={other} />
            </td>
            <td>{texts.reasons[why]}</td>
            <td>
              <a
                href={linkTo('/merge', { of: other.id, into: one.id, lang })}
                aria-label={`${compare}: ${one.name}, ${other.name}`}
              >
                {compare}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
