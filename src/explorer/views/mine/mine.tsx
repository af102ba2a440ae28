import { entityLink, linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { mineTexts } from '../../language/mine.js'
import { proposalTexts } from '../../language/proposals.js'
import { Answered, Empty } from '../../parts/answered.js'
import { TakesAccount } from '../../parts/takes-account.js'
import { useTitle } from '../../parts/use-title.js'
import { useAnswer } from '../../use-answer.js'
import { Changed } from './changed.js'
import { FoundFor } from './found-for.js'
import { Proposed } from './proposed.js'
import { ToConfirm } from './to-confirm.js'

const mineDocument = graphql(`
  query ExplorerMine($lang: Lang!) {
    viewer {
      name
      actsFor {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What concerns the actors that somebody acts for: to confirm, proposed, changed, and for which needs firms find them. */
export function Mine() {
  const texts = useTexts(mineTexts)
  useTitle(texts.heading)
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <TakesAccount>{() => <Actors />}</TakesAccount>
    </>
  )
}

function Actors() {
  const texts = useTexts(mineTexts)
  const { your } = useTexts(proposalTexts)
  const answer = useAnswer(mineDocument, { lang: useLang() })
  const lang = useAddress().get('lang')
  return (
    <Answered answer={answer}>
      {({ viewer }) => {
        const actors = viewer?.actsFor ?? []
        return (
          <>
            {actors.length === 0 && <Empty>{texts.nobody}</Empty>}
            {actors.map((actor) => (
              <section key={actor.id} class="mine" aria-labelledby={`of-${actor.id}`}>
                <h2 id={`of-${actor.id}`}>{actor.name}</h2>
                <p>
                  <a href={linkTo(entityLink(actor.id), { lang })}>{texts.toPage(actor.name)}</a>
                </p>
                <ToConfirm actor={actor.id} own={actors.map(({ id }) => id)} />
                <Proposed actor={actor.id} viewer={viewer?.name ?? ''} />
                <Changed actor={actor.id} own={actors.map(({ id }) => id)} />
                <FoundFor actor={actor.id} />
              </section>
            ))}
            <p>
              <a href={linkTo('/proposals', { status: 'all', lang })}>{your}</a>
            </p>
          </>
        )
      }}
    </Answered>
  )
}
