import { useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { entityLink, linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerChangeFragment, ExplorerHistoryQuery } from '../../generated/graphql.js'
import { historyTexts } from '../../language/history.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { ChangeItem } from '../../parts/change-item.js'
import { useTitle } from '../../parts/use-title.js'
import { useTold } from '../../parts/use-told.js'
import { isEditor } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { Feed } from './feed.js'
import { Pages } from './pages.js'
import { Undo } from './undo.js'

const historyDocument = graphql(`
  query ExplorerHistory($id: ID!, $withOffers: Boolean, $after: String, $lang: Lang!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name(lang: $lang)
      }
    }
    viewer {
      role
      actsFor {
        id
      }
    }
    history(of: $id, withOffers: $withOffers, first: 25, after: $after) {
      totalCount
      nodes {
        ...ExplorerChange
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What became of an entity, and of what an actor offers, newest first, and where somebody may, a way to take it back. */
export function EntityHistory() {
  const texts = useTexts(historyTexts)
  const { params } = useRoute()
  const id = params.id ?? ''
  const lang = useLang()
  const address = useAddress()
  const withOffers = address.get('scope') !== 'own'
  const answer = useAnswer(historyDocument, { id, withOffers, after: address.get('after'), lang })
  const name = answer.data?.node?.name ?? null
  useTitle(name === null ? texts.title : texts.heading(name))
  if (answer.error?.code === 'NOT_FOUND' || answer.error?.code === 'BAD_USER_INPUT') {
    return (
      <>
        <h1>{texts.title}</h1>
        <Empty>{texts.nobodyKnows}</Empty>
      </>
    )
  }
  return (
    <Answered answer={answer}>
      {(data) => (
        <>
          <h1>{data.node?.name ? texts.heading(data.node.name) : texts.gone}</h1>
          {data.node?.name && (
            <p>
              <a href={linkTo(entityLink(data.node.id), { lang: address.get('lang') })}>{texts.back(data.node.name)}</a>
            </p>
          )}
          {data.node?.__typename === 'SupportActor' && <Scope withOffers={withOffers} />}
          <Changes data={data} onChanged={answer.again} />
        </>
      )}
    </Answered>
  )
}

/** Whether what became of an actor's offers stands there too, and the way to the other. */
function Scope({ withOffers }: { readonly withOffers: boolean }) {
  const texts = useTexts(historyTexts)
  const address = useAddress()
  const lang = address.get('lang')
  return (
    <p class="quiet">
      {withOffers && `${texts.offersToo} `}
      <a class="no-print" href={linkTo(address.path, { scope: withOffers ? 'own' : null, lang })}>
        {withOffers ? texts.ownAlone : texts.withOffers}
      </a>
    </p>
  )
}

function Changes({ data, onChanged }: { readonly data: ExplorerHistoryQuery; readonly onChanged: () => void }) {
  const texts = useTexts(historyTexts)
  const { count } = useFormat()
  const {
    viewer,
    history: { totalCount, nodes, pageInfo },
  } = data
  const { told, names } = useTold(nodes)
  const [isUndone, setUndone] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  const takenBack = new Set(nodes.flatMap(({ inverseOf }) => inverseOf?.id ?? []))
  const isOfOffer = ({ about }: ExplorerChangeFragment) =>
    data.node?.__typename === 'SupportActor' && about !== null && about.id !== data.node.id
  const own = viewer?.actsFor.map((actor) => actor.id) ?? []
  return (
    <>
      <p class="told" role="status" tabIndex={-1} ref={said}>
        {isUndone && texts.undone}
      </p>
      {totalCount === 0 && <Empty>{texts.none}</Empty>}
      {totalCount > 0 && (
        <section aria-label={texts.changes} aria-busy={names === null}>
          <p class="quiet">
            {texts.total(count(totalCount), totalCount === 1)}, {texts.totalNewest}
          </p>
          <ol class="changes">
            {nodes.map((change, index) => {
              const { operation } = change
              const isMine = viewer !== null && mayUndo(viewer, change) && !takenBack.has(change.id)
              return (
                <ChangeItem
                  key={change.id}
                  {...{ change, names, own }}
                  told={told[index] ?? { fields: [], ties: [] }}
                  isOf
                  isOfOffer={isOfOffer(change)}
                  isUndone={takenBack.has(change.id)}
                >
                  {isMine && operation !== 'IMPORT' && operation !== 'SEED' && (
                    <p class="no-print">
                      <Undo
                        {...{ change, operation }}
                        shown={nodes}
                        onDone={() => {
                          setUndone(true)
                          said.current?.focus()
                          onChanged()
                        }}
                      />
                    </p>
                  )}
                </ChangeItem>
              )
            })}
          </ol>
        </section>
      )}
      <Pages pageInfo={pageInfo} />
      <Feed />
    </>
  )
}

/** Whether somebody is shown a way to take a change back; whether they may, the server decides. */
function mayUndo(
  viewer: NonNullable<ExplorerHistoryQuery['viewer']>,
  { operation, isRedacted, forActor }: ExplorerChangeFragment,
): boolean {
  if (isRedacted) return false
  if (isEditor(viewer)) return true
  return viewer.role === 'CONTRIBUTOR' && operation !== 'MERGE' && viewer.actsFor.some(({ id }) => id === forActor?.id)
}
