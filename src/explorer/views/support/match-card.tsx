import { graphql } from '../../generated/gql.js'
import type { ExplorerMatchFragment, ExplorerOfferFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { opensTheWay, servedBy } from './buyer-way.js'
import { evidenceOfOffer, Offer } from './offer.js'

graphql(`
  fragment ExplorerMatch on SupportMatch {
    evidence
    actor {
      id
      name(lang: $lang)
      serves(first: 20) {
        nodes {
          ... on Entity {
            id
          }
        }
      }
      helpsWith(first: 20) {
        edges {
          viaBuyer
          node {
            id
          }
        }
      }
    }
    reach {
      __typename
      ... on Entity {
        id
        name(lang: $lang)
      }
    }
    meets {
      id
      name(lang: $lang)
    }
    contact {
      ...ExplorerContact
    }
    initiatives {
      ...ExplorerOffer
    }
    weighed {
      text(lang: $lang)
    }
    reasons {
      text(lang: $lang)
      path {
        __typename
        id
        name(lang: $lang)
      }
    }
  }
`)

/** So many offers of an actor are shown with their terms before the rest is asked for. */
const SHOWN = 2

/** An actor that can help: from where, with what on which terms, how sure that is, and why it stands where it stands. */
export function MatchCard({ match }: { readonly match: ExplorerMatchFragment }) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  // What an offer says for itself needs no sentence of its own.
  const without = match.reasons.filter(({ path }) => !path.some(({ __typename }) => __typename === 'Initiative'))
  // What fits best stands first and decides the place; a better known offer that fits worse is not what one is sent for.
  const [first] = match.initiatives
  const evidence = first ? evidenceOfOffer(first.meets) : match.evidence
  return (
    <li class="match">
      <h3>
        <EntityName entity={match.actor} />
      </h3>
      <p class="quiet">
        {throughBuyer(match)
          ? texts.throughBuyer
          : `${texts.from} ${match.reach.__typename === 'Country' ? texts.whole : match.reach.name}`}{' '}
        · <strong class={`evidence evidence-${evidence}`}>{texts.standing[evidence]}</strong>
      </p>
      <p>
        {texts.helpsWith}:{' '}
        {match.meets.map(({ id, name }) => (
          <span key={id} class="tag">
            {name}
          </span>
        ))}
      </p>
      {match.initiatives.length > 0 && (
        <>
          <h4>{texts.offers}</h4>
          <Offers offered={match.initiatives.slice(0, SHOWN)} needs={match.meets.length} />
          {match.initiatives.length > SHOWN && (
            <details class="no-print">
              <summary>{texts.moreOffers(format.count(match.initiatives.length - SHOWN))}</summary>
              <Offers offered={match.initiatives.slice(SHOWN)} needs={match.meets.length} />
            </details>
          )}
        </>
      )}
      {match.initiatives.length === 0 && without[0] && <p>{without[0].text}</p>}
      <ContactLine contact={match.contact} />
      <details class="no-print">
        <summary>{texts.whyOrder}</summary>
        <ul class="reasons">
          {match.weighed.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <h4>{texts.paths}</h4>
        <ul class="reasons">
          {match.reasons.map(({ text, path }) => (
            <li key={text} class="path" title={text}>
              {path.map((entity, index) => (
                <span key={entity.id}>
                  {index > 0 && ' → '}
                  <EntityName entity={entity} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** Whether it helps only as it opens the way to a buyer where it works itself. */
const throughBuyer = (match: ExplorerMatchFragment): boolean =>
  opensTheWay(match) && match.reach.__typename !== 'Country' && !servedBy(match).includes(match.reach.id)

/** @param needs how many needs their actor meets. */
function Offers({ offered, needs }: { readonly offered: readonly ExplorerOfferFragment[]; readonly needs: number }) {
  return (
    <ul class="offers">
      {offered.map((each) => (
        <Offer key={each.initiative.id} offered={each} needs={needs} />
      ))}
    </ul>
  )
}
