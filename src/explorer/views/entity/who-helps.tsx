import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerHelperFragment } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { ContactLine } from '../../parts/contact-line.js'
import { EntityName } from '../../parts/entity-name.js'
import { inSentence } from '../../parts/in-sentence.js'
import { NextStep } from '../../parts/next-step-line.js'
import { evidenceOfOffer } from '../../parts/offer-evidence.js'
import { useAnswer } from '../../use-answer.js'

const whoHelpsDocument = graphql(`
  query ExplorerWhoHelps($firm: ID!, $first: Int!, $lang: Lang!) {
    supportFor(profile: { firm: $firm }, first: $first) {
      totalCount
      nobodyFor {
        need {
          name(lang: $lang)
        }
      }
      nodes {
        ...ExplorerHelper
      }
    }
  }

  fragment ExplorerHelper on SupportMatch {
    evidence
    actor {
      id
      name(lang: $lang)
    }
    contact {
      ...ExplorerContact
    }
    initiatives {
      initiative {
        id
        name(lang: $lang)
        url
        help
        lastSeen
        lastConfirmed
        to
        toPrecision
      }
      meets {
        evidence
      }
    }
  }
`)

/** So many of those who can help stand on a firm's own page. */
const SHOWN = 5

/** What is known of the firm that bears on who helps it. */
interface HelpedFirm {
  readonly id: string
  readonly municipality: object | null
  readonly needs: { readonly nodes: readonly { readonly name: string }[] }
}

/** Who helps a firm: those who fit it best, each with how, how well that is known and what to do next, and the way to the whole answer. */
export function WhoHelps({ firm: { id: firm, municipality, needs } }: { readonly firm: HelpedFirm }) {
  const texts = useTexts(answerTexts)
  const format = useFormat()
  const lang = useLang()
  const { get } = useAddress()
  const { data, waiting } = useAnswer(whoHelpsDocument, { firm, first: SHOWN, lang })
  // Of a public body nothing is answered, and its page says nothing of that.
  if (data === null) return <div class={waiting ? 'helpers-awaited' : undefined} aria-busy={waiting} />
  const { totalCount, nodes, nobodyFor } = data.supportFor
  const missing = nobodyFor.map(({ need }) => need.name)
  return (
    <section aria-labelledby="who-helps">
      <h2 id="who-helps">{texts.whoHelps}</h2>
      <p>
        {totalCount === 0 ? (
          texts.whoHelpsNobody
        ) : (
          <>
            <strong>{texts.canHelp(totalCount, format.count(totalCount), '', '')}.</strong>{' '}
            {totalCount > nodes.length && texts.firstOf(format.count(nodes.length), format.count(totalCount))}
          </>
        )}{' '}
        {missing.length > 0 && `${texts.missing(format.list(missing.map(inSentence)))}. `}
        <span class="quiet">
          {needs.nodes.length === 0
            ? texts.needsNotKnown
            : texts.needsKnown(format.list(needs.nodes.map(({ name }) => inSentence(name))))}
          {municipality === null && ` ${texts.placeNotKnown}`}
        </span>
      </p>
      <ol class="helpers">
        {nodes.map((helper) => (
          <Helper key={helper.actor.id} helper={helper} />
        ))}
      </ol>
      <p>
        <a href={linkTo('/support', { firm, lang: get('lang') })}>{texts.wholeAnswer}</a>
      </p>
    </section>
  )
}

function Helper({ helper: { actor, evidence, contact, initiatives } }: { readonly helper: ExplorerHelperFragment }) {
  const { groups } = useTexts(answerTexts)
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const [offer] = initiatives
  const known = offer ? evidenceOfOffer(offer) : evidence
  return (
    <li class="helper">
      <h3>
        <EntityName entity={actor} />{' '}
        {offer?.initiative.help.map((kind) => (
          <span key={kind} class="tag">
            {groups[kind]}
          </span>
        ))}
      </h3>
      <p>
        {offer && <EntityName entity={offer.initiative} />}
        <span class={`evidence evidence-${known}`}>
          {offer
            ? texts.seen(known, {
                year: offer.initiative.lastSeen,
                end: offer.initiative.to && format.day(offer.initiative.to, offer.initiative.toPrecision),
                confirmed: offer.initiative.lastConfirmed && format.day(offer.initiative.lastConfirmed),
              })
            : texts.standing[known]}
        </span>
      </p>
      <NextStep actor={actor.name} evidence={evidence} contact={contact} offer={offer ?? null} />
      <ContactLine contact={contact} />
    </li>
  )
}
