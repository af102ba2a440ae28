import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerChangesQuery } from '../../generated/graphql.js'
import { historyTexts } from '../../language/history.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { ChangeItem } from '../../parts/change-item.js'
import { EntityName } from '../../parts/entity-name.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { dayIn, momentIn } from '../../parts/in-address.js'
import { useTitle } from '../../parts/use-title.js'
import { useTold } from '../../parts/use-told.js'
import { useAnswer } from '../../use-answer.js'
import { Feed } from './feed.js'
import { Pages } from './pages.js'
import { Since } from './since.js'

const changesDocument = graphql(`
  query ExplorerChanges($since: DateTime, $for: ID, $about: ID, $after: String, $lang: Lang!) {
    changes(since: $since, for: $for, about: $about, first: 25, after: $after) {
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

const actorDocument = graphql(`
  query ExplorerChangesActor($id: ID!, $lang: Lang!) {
    node(id: $id) {
      id
      ... on Entity {
        name(lang: $lang)
      }
    }
  }
`)

/** What was changed in the whole register, newest first; what one actor changed, or what was changed of it. */
export function AllChanges() {
  const texts = useTexts(historyTexts)
  useTitle(texts.allHeading)
  const lang = useLang()
  const address = useAddress()
  // A link that was kept names the moment that it was made, and whoever chooses a day means its beginning where they are.
  const moment = momentIn(address, 'since')
  const day = moment?.slice(0, 10) ?? dayIn(address, 'since')
  const since = moment ?? (day === null ? null : new Date(`${day}T00:00:00`).toISOString())
  const asked = { since, for: address.get('for'), about: address.get('about'), after: address.get('after'), lang }
  const answer = useAnswer(changesDocument, asked)
  return (
    <>
      <h1>{texts.allHeading}</h1>
      <p class="lead">{texts.allLead}</p>
      <section class="no-print" aria-label={texts.filter}>
        <div class="toolbar">
          <EntitySearch
            label={texts.byActor}
            hint={texts.actorHint}
            kinds={['SUPPORT_ACTOR']}
            onPick={({ id }) => address.set({ for: id, about: null, after: null })}
          />
          <Since value={day} onChange={(value) => address.set({ since: value, after: null })} />
        </div>
        {asked.for && <Chosen id={asked.for} words={texts.onlyFor} />}
        {asked.about && <Chosen id={asked.about} words={texts.onlyAbout} />}
        {(asked.for || asked.about || day) && (
          <p>
            <a href={linkTo('/changes', { lang: address.get('lang') })}>{texts.everything}</a>
          </p>
        )}
      </section>
      <Answered answer={answer}>{(data) => <Changes changes={data.changes} />}</Answered>
      <Feed />
    </>
  )
}

/** Whose changes are shown. */
function Chosen({ id, words }: { readonly id: string; readonly words: string }) {
  const { data } = useAnswer(actorDocument, { id, lang: useLang() })
  const actor = data?.node
  return (
    <p>
      {words} {actor?.name ? <EntityName entity={{ id: actor.id, name: actor.name }} /> : '…'}
    </p>
  )
}

function Changes({ changes: { totalCount, nodes, pageInfo } }: { readonly changes: ExplorerChangesQuery['changes'] }) {
  const texts = useTexts(historyTexts)
  const { count } = useFormat()
  const { told, names } = useTold(nodes)
  const takenBack = new Set(nodes.flatMap(({ inverseOf }) => inverseOf?.id ?? []))
  if (totalCount === 0) return <Empty>{texts.none}</Empty>
  return (
    <>
      <section aria-label={texts.changes} aria-busy={names === null}>
        <p class="quiet">
          {texts.total(count(totalCount), totalCount === 1)}, {texts.totalNewest}
        </p>
        <ol class="changes">
          {nodes.map((change, index) => (
            <ChangeItem
              key={change.id}
              {...{ change, names }}
              told={told[index] ?? { fields: [], ties: [] }}
              isOf={false}
              isFolded
              isUndone={takenBack.has(change.id)}
            />
          ))}
        </ol>
      </section>
      <Pages pageInfo={pageInfo} />
    </>
  )
}
