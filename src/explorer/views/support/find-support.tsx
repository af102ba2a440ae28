import { type Address, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { SmeProfile } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { supportTexts } from '../../language/support.js'
import { Answered, Empty } from '../../parts/answered.js'
import { describedSizes } from '../../parts/choices.js'
import { EntityName } from '../../parts/entity-name.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { MatchCard } from './match-card.js'
import { ProfileForm } from './profile-form.js'
import { ProfileSummary } from './profile-summary.js'

const supportDocument = graphql(`
  query ExplorerSupport($profile: SmeProfile!, $first: Int!, $asOf: Date, $lang: Lang!) {
    supportFor(profile: $profile, first: $first, asOf: $asOf) {
      totalCount
      unmet {
        id
        name(lang: $lang)
      }
      nodes {
        ...ExplorerMatch
      }
    }
  }
`)

const PAGE = 10
const MOST = 200

/** A firm described, and who can help it. */
export function FindSupport() {
  const texts = useTexts(supportTexts)
  const parts = useTexts(partTexts)
  const format = useFormat()
  const lang = useLang()
  const address = useAddress()
  const shown = Math.min(Number(address.get('shown') ?? PAGE), MOST)
  const profile = profileOf(address)
  const answer = useAnswer(
    supportDocument,
    profile === null ? null : { profile, first: shown, asOf: address.get('asOf'), lang },
  )
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <div class="asked-and-answered">
        <ProfileForm address={address} />
        <section aria-live="polite">
          {profile !== null && <ProfileSummary address={address} />}
          {profile === null && <Empty>{texts.choose}</Empty>}
          <Answered answer={answer}>
            {({ supportFor: { totalCount, unmet, nodes } }) => (
              <>
                <div class="heading-and-action">
                  <h2>{texts.found(format.count(totalCount))}</h2>
                  <button type="button" class="no-print" onClick={() => window.print()}>
                    {texts.print}
                  </button>
                </div>
                <div class={`notice ${unmet.length > 0 ? 'notice-problem' : ''}`}>
                  {unmet.length === 0 && texts.unmetNone}
                  {unmet.length > 0 && (
                    <>
                      <strong>{texts.unmet}:</strong>{' '}
                      {unmet.map((need, index) => (
                        <span key={need.id}>
                          {index > 0 && ', '}
                          <EntityName entity={need} />
                        </span>
                      ))}
                    </>
                  )}
                </div>
                {totalCount === 0 && <Empty>{texts.none}</Empty>}
                <ol class="matches">
                  {nodes.map((match) => (
                    <MatchCard key={match.actor.id} match={match} />
                  ))}
                </ol>
                {nodes.length < totalCount && (
                  <p>
                    <button
                      type="button"
                      class="no-print"
                      onClick={() => address.set({ shown: String(shown + PAGE) }, 'replace')}
                    >
                      {parts.more}
                    </button>{' '}
                    <span class="quiet">{parts.shown(format.count(nodes.length), format.count(totalCount))}</span>
                  </p>
                )}
                {totalCount > 0 && <TableLinks table="support-for" asked={{ ...profile, asOf: address.get('asOf') }} />}
              </>
            )}
          </Answered>
        </section>
      </div>
    </>
  )
}

/** The profile that an address describes; null before a municipality is chosen. */
function profileOf(address: Address): SmeProfile | null {
  const municipality = address.get('municipality')
  if (municipality === null) return null
  const needs = address.list('needs')
  const number = (name: string) => (address.get(name) === null ? null : Number(address.get(name)))
  return {
    municipality,
    sector: address.get('sector'),
    sizeClass: describedSizes.find((each) => each === address.get('size')) ?? null,
    employees: number('employees'),
    turnover: number('turnover'),
    needs: needs.length > 0 ? [...needs] : null,
  }
}
