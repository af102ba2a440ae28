import { useRef } from 'preact/hooks'
import type { Address } from '../../address.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
import { Answered, Empty } from '../../parts/answered.js'
import { useAsked } from '../../parts/asked.js'
import { AskedInLine, ExampleNote } from '../../parts/asked-in-line.js'
import { currentDay } from '../../parts/current-day.js'
import { dayIn } from '../../parts/in-address.js'
import { TableLinks } from '../../parts/table-links.js'
import { useTitle } from '../../parts/use-title.js'
import { BesideTheList } from './beside-the-list.js'
import { BuyerNews } from './buyer-news.js'
import { finding } from './finding.js'
import { groupsOf } from './help-groups.js'
import { GroupLinks, HelpGroups } from './help-groups-list.js'
import { NobodyFor } from './nobody-for.js'
import { NotKnown } from './not-known.js'
import { Notes } from './notes.js'
import { asking, evidenceOf, profileOf } from './profile.js'
import { ProfileForm } from './profile-form.js'
import { TakeAlong } from './take-along.js'
import { type AllMatches, useAllMatches } from './use-all-matches.js'
import { type Said, useSaid } from './use-said.js'
import { WhatIsKnown } from './what-is-known.js'

/** A firm described, and who can help it. */
export function FindSupport() {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const lang = useLang()
  const { own, asked, example } = useAsked('support', asking)
  const isAsked = profileOf(own) !== null
  const profile = profileOf(asked)
  const beside = { evidence: evidenceOf(asked), asOf: dayIn(asked, 'asOf') }
  const day = beside.asOf ?? currentDay()
  const nowSaid = useSaid(asked)
  const ownSaid = useSaid(own)
  const matched = useAllMatches(profile && { ...beside, profile, lang })
  const answer = nowSaid.isKnown || matched.error !== null ? matched : { ...matched, data: null, waiting: true }
  const said = useSaidOf(answer.data, nowSaid)
  const found = useFound(answer.data, said)
  // Once it is there the form stays, as one answers it: it would be folded anew.
  const isThere = useRef(false)
  isThere.current ||= !isAsked || (nowSaid.isKnown && ownSaid.isKnown)
  const inShort = [...said.firm, ...said.beside]
  useTitle(isAsked && inShort.length > 0 ? `${texts.heading}: ${inShort.join(' · ')}` : texts.heading)
  return (
    <>
      <h1 class={isAsked ? 'view-name' : undefined}>{texts.heading}</h1>
      {!isAsked && <p class="lead">{texts.lead}</p>}
      <p class="unseen" role="status">
        {answer.waiting ? null : found}
      </p>
      {/* The line of what is asked is whole before anything stands below it. */}
      {isThere.current ? (
        <div class="support-view">
          <AskedInLine said={[...ownSaid.firm, ...ownSaid.beside]} isAsked={isAsked} label={texts.firm}>
            <ProfileForm address={own} firm={ownSaid.named} />
          </AskedInLine>
          <section aria-label={texts.answer}>
            <ExampleNote name={example} />
            {profile === null && <Empty>{texts.choose}</Empty>}
            <Answered answer={answer}>
              {(all) => (
                <>
                  <h2 class="finding">{found}</h2>
                  <p class="print-only">
                    {inShort.join(' · ')}. {texts.answerOf(format.day(day))}
                  </p>
                  <WhatIsKnown matches={all.matches} isAllMet={all.support.nobodyFor.length === 0} day={day} />
                  <TakeAlong
                    address={asked}
                    firm={inShort.join(' · ')}
                    found={found}
                    matches={all.matches}
                    isWhole={!answer.waiting}
                  />
                  <TheAnswer all={all} said={said} address={asked} isExample={example !== null} />
                  {all.matches.length > 0 && <TableLinks table="support-for" asked={{ ...profile, ...beside }} />}
                </>
              )}
            </Answered>
          </section>
        </div>
      ) : (
        <div class="awaited" aria-busy />
      )}
    </>
  )
}

function TheAnswer({
  all: { support, matches },
  said,
  address,
  isExample,
}: {
  readonly all: AllMatches
  readonly said: Said
  readonly address: Address
  readonly isExample: boolean
}) {
  const texts = useTexts(supportTexts)
  const groups = groupsOf(matches)
  // Where all needs are asked about, the way to a buyer is one of many things.
  const isAboutSome = said.needs.length > 0 || address.get('buyer') !== null
  return (
    <>
      <NobodyFor needs={support.nobodyFor} address={address} hasDoors={support.doors.length > 0} />
      {support.totalCount === 0 && (
        <Empty>
          {texts.none} {texts.tryOther}
        </Empty>
      )}
      <BuyerNews matches={isAboutSome ? matches : []} buyer={address.get('buyer')}>
        <GroupLinks groups={groups} />
        <HelpGroups groups={groups} needs={said.needs.length} />
        <BesideTheList beside={support} address={isExample ? null : address} />
        <NotKnown matches={matches} assumed={support.assumed} />
        <Notes />
      </BuyerNews>
    </>
  )
}

/** What was asked when an answer came: while the next is awaited, the one before is still told as it was asked. */
function useSaidOf(all: AllMatches | null, said: Said): Said {
  const last = useRef({ all, said })
  if (last.current.all?.support !== all?.support) last.current = { all, said }
  return all === null ? said : last.current.said
}

/** What was found in one sentence; empty before there is an answer. */
function useFound(all: AllMatches | null, said: Said): string {
  const texts = useTexts(answerTexts)
  const format = useFormat()
  if (all === null) return ''
  // Those who may know do not count as help.
  const total = all.matches.filter(({ evidence }) => evidence !== 'AREA').length
  const { nobodyFor } = all.support
  return finding({ total, groups: groupsOf(all.matches), nobodyFor, needs: said.needs }, texts, format)
}
