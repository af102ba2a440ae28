import { graphql } from '../../generated/gql.js'
import type { ExplorerOfferFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { EntityName } from '../../parts/entity-name.js'
import { evidenceOfOffer } from '../../parts/offer-evidence.js'
import { OfferSource } from './offer-source.js'
import { OfferTerms } from './offer-terms.js'

graphql(`
  fragment ExplorerOffer on OfferedInitiative {
    initiative {
      id
      name(lang: $lang)
      description(lang: $lang)
      help
      lastSeen
      lastConfirmed
      to
      toPrecision
      meets(first: 20) {
        edges {
          viaBuyer
          node {
            id
          }
        }
      }
      ...ExplorerOfferSource
    }
    meets {
      strength
      evidence
      need {
        id
        name(lang: $lang)
      }
    }
    conditions {
      ...ExplorerCondition
    }
  }
`)

/** What an actor offers: how well it is known, what it is, on which terms, and where that is stated. */
export function Offer({
  offered,
  needs,
  isFolded,
}: {
  readonly offered: ExplorerOfferFragment
  /** How many needs were asked about: of one it need not be said again which. */
  readonly needs: number
  /** Whether it is left out on the screen until it is asked for. */
  readonly isFolded: boolean
}) {
  const texts = useTexts(supportTexts)
  const answer = useTexts(answerTexts)
  const format = useFormat()
  const { initiative, meets, conditions } = offered
  const evidence = evidenceOfOffer(offered)
  const others = initiative.help.slice(1).map((kind) => texts.help[kind])
  const beside = [
    others.length > 0 && answer.also(format.list(others)),
    needs !== 1 && format.list(meets.map(({ need }) => need.name)),
    meets.every(({ strength }) => strength === 'SIDE') && texts.beside,
  ].filter(Boolean)
  return (
    <li class={isFolded ? 'print-too' : undefined}>
      <p class="offer-name">
        <EntityName entity={initiative} />{' '}
        <span class={`evidence evidence-${evidence}`}>
          {texts.seen(evidence, {
            year: initiative.lastSeen,
            end: initiative.to && format.day(initiative.to, initiative.toPrecision),
            confirmed: initiative.lastConfirmed && format.day(initiative.lastConfirmed),
          })}
        </span>
        {beside.length > 0 && <span class="quiet"> · {beside.join(' · ')}</span>}
      </p>
      {initiative.description && <p class="offer-is">{initiative.description}</p>}
      <OfferTerms conditions={conditions} />
      <OfferSource initiative={initiative} />
    </li>
  )
}
