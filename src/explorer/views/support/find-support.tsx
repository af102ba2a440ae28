import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { supportTexts } from '../../language/support.js'
import { Answered, Empty } from '../../parts/answered.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { BesideTheList } from './beside-the-list.js'
import { BuyerNews } from './buyer-news.js'
import { MatchCard } from './match-card.js'
import { NobodyFor } from './nobody-for.js'
import { evidenceOf, profileOf } from './profile.js'
import { ProfileForm } from './profile-form.js'
import { ProfileSummary } from './profile-summary.js'

const supportDocument = graphql(`
  query ExplorerSupport($profile: SmeProfile!, $first: Int!, $evidence: SupportEvidence, $asOf: Date, $lang: Lang!) {
    supportFor(profile: $profile, first: $first, evidence: $evidence, asOf: $asOf) {
      totalCount
      nobodyFor {
        ...ExplorerNobodyFor
      }
      ...ExplorerBeside
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
  const asked = { profile, evidence: evidenceOf(address), asOf: address.get('asOf') }
  const day = asked.asOf ?? new Date().toISOString().slice(0, 10)
  const answer = useAnswer(supportDocument, profile === null ? null : { ...asked, profile, first: shown, lang })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <div class="asked-and-answered">
        <ProfileForm address={address} />
        <section aria-live="polite">
          {profile !== null && <ProfileSummary address={address} day={day} />}
          {profile === null && <Empty>{texts.choose}</Empty>}
          <Answered answer={answer}>
            {({ supportFor }) => (
              <>
                <div class="heading-and-action">
                  <h2>{texts.found(format.count(supportFor.totalCount))}</h2>
                  <button type="button" class="no-print" onClick={() => window.print()}>
                    {texts.print}
                  </button>
                </div>
                <p class="quiet no-print">{texts.answerOf(format.day(day))}</p>
                <NobodyFor needs={supportFor.nobodyFor} />
                {supportFor.totalCount === 0 && (
                  <Empty>
                    {texts.none} {texts.tryOther}
                  </Empty>
                )}
                {(profile?.needs || profile?.buyer) && (
                  <BuyerNews matches={supportFor.nodes} buyer={profile.buyer ?? null} />
                )}
                <ol class="matches">
                  {supportFor.nodes.map((match) => (
                    <MatchCard key={match.actor.id} match={match} />
                  ))}
                </ol>
                {supportFor.nodes.length < supportFor.totalCount && (
                  <p class="no-print">
                    <button type="button" onClick={() => address.set({ shown: String(shown + PAGE) }, 'replace')}>
                      {parts.more}
                    </button>{' '}
                    <span class="quiet">
                      {parts.shown(format.count(supportFor.nodes.length), format.count(supportFor.totalCount))}
                    </span>
                  </p>
                )}
                <BesideTheList beside={supportFor} address={address} />
                {supportFor.totalCount > 0 && (
                  <TableLinks table="support-for" asked={{ ...profile, evidence: asked.evidence, asOf: asked.asOf }} />
                )}
              </>
            )}
          </Answered>
        </section>
      </div>
    </>
  )
}
