import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerChangedQuery } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { mineTexts } from '../../language/mine.js'
import { Answered } from '../../parts/answered.js'
import { ChangeItem } from '../../parts/change-item.js'
import { useTold } from '../../parts/use-told.js'
import { useAnswer } from '../../use-answer.js'

const changedDocument = graphql(`
  query ExplorerChanged($actor: ID!, $lang: Lang!) {
    changes(about: $actor, first: 5) {
      nodes {
        ...ExplorerChange
      }
    }
  }
`)

/** The latest that was changed of an actor and what it offers, whoever changed it. */
export function Changed({ actor, own }: { readonly actor: string; readonly own: readonly string[] }) {
  const texts = useTexts(mineTexts)
  const answer = useAnswer(changedDocument, { actor, lang: useLang() })
  const lang = useAddress().get('lang')
  return (
    <section>
      <h3>{texts.changed}</h3>
      <p class="quiet">{texts.changedWhy}</p>
      <Answered answer={answer}>{({ changes }) => <List changes={changes.nodes} own={own} />}</Answered>
      <p>
        <a href={linkTo('/changes', { about: actor, lang })}>{texts.toChanges}</a>
      </p>
    </section>
  )
}

function List({
  changes,
  own,
}: {
  readonly changes: ExplorerChangedQuery['changes']['nodes']
  readonly own: readonly string[]
}) {
  const { told, names } = useTold(changes)
  const takenBack = new Set(changes.flatMap(({ inverseOf }) => inverseOf?.id ?? []))
  return (
    <ol class="changes" aria-busy={names === null}>
      {changes.map((change, index) => (
        <ChangeItem
          key={change.id}
          {...{ change, names, own }}
          told={told[index] ?? { fields: [], ties: [] }}
          isOf={false}
          isFolded
          isUndone={takenBack.has(change.id)}
        />
      ))}
    </ol>
  )
}
