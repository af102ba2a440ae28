import { useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { NextStep } from '../../parts/next-step-line.js'
import { opensTheWay, servedBy } from './buyer-way.js'
import type { GroupEntry } from './help-groups.js'
import { Offer } from './offer.js'
import { WhyHere } from './why-here.js'

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
    ...ExplorerWhy
  }
`)

/** So many offers of a kind are shown before the rest is asked for; on paper all of them are. */
const SHOWN = 3

/** An actor in a group: what to do next, how to turn to it, and its offers of the group's kind. */
export function ActorEntry({
  entry: { match, offers, isFirst, isOld },
  needs,
}: {
  readonly entry: GroupEntry
  /** How many needs were asked about: of one it need not be said again which. */
  readonly needs: number
}) {
  const texts = useTexts(supportTexts)
  const answer = useTexts(answerTexts)
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const folded = Math.max(offers.length - SHOWN, 0)
  // What an offer says for itself needs no sentence of its own.
  const [without] = match.reasons.filter(({ path }) => !path.some(({ __typename }) => __typename === 'Initiative'))
  return (
    <li class="match">
      <div class="match-actor">
        <h4>
          <EntityName entity={match.actor} />
        </h4>
        <p class="quiet">
          {throughBuyer(match)
            ? texts.throughBuyer
            : `${texts.from} ${match.reach.__typename === 'Country' ? texts.whole : match.reach.name}`}
          {needs !== 1 && ` · ${format.list(match.meets.map(({ name }) => name))}`}
          {isOld && `. ${answer.oldLast}`}
        </p>
        <NextStep
          actor={match.actor.name}
          evidence={match.evidence}
          contact={match.contact}
          offer={offers[0] ?? null}
        />
        {/* On paper it stands at the first of the groups that the actor is in. */}
        <div class={isFirst ? undefined : 'no-print'}>
          <ContactLine contact={match.contact} />
        </div>
        {isFirst && <WhyHere match={match} />}
      </div>
      {offers.length > 0 ? (
        <div>
          <ul class="group-offers">
            {offers.map((offer, index) => (
              <Offer key={offer.initiative.id} offered={offer} needs={needs} isFolded={!isOpen && index >= SHOWN} />
            ))}
          </ul>
          {folded > 0 && (
            <button type="button" class="small no-print" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? answer.fewerOffers : answer.moreOffers(format.count(folded))}
            </button>
          )}
        </div>
      ) : (
        <p>
          <strong class={`evidence evidence-${match.evidence}`}>{texts.standing[match.evidence]}</strong>
          {without && <>. {without.text}</>}
        </p>
      )}
    </li>
  )
}

/** Whether it helps only as it opens the way to a buyer where it works itself. */
const throughBuyer = (match: ExplorerMatchFragment): boolean =>
  opensTheWay(match) && match.reach.__typename !== 'Country' && !servedBy(match).includes(match.reach.id)
