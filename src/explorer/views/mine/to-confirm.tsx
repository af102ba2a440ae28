import { useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMineToConfirmQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { mineTexts } from '../../language/mine.js'
import { Answered } from '../../parts/answered.js'
import { currentDay } from '../../parts/current-day.js'
import { EntityName } from '../../parts/entity-name.js'
import { FormProblem, Submit, Told } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { useAnswer } from '../../use-answer.js'

const toConfirmDocument = graphql(`
  query ExplorerMineToConfirm($actor: ID!, $lang: Lang!) {
    toConfirm(actor: $actor, first: 50) {
      totalCount
      nodes {
        id
        name(lang: $lang)
        lastConfirmed
        lastSeen
        offeredBy(first: 5) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

const confirmDocument = graphql(`
  mutation ExplorerMineConfirm($input: ConfirmInput!) {
    confirm(input: $input) {
      changes {
        id
      }
    }
  }
`)

type Offer = ExplorerMineToConfirmQuery['toConfirm']['nodes'][number]

/** What of an actor waits for somebody to say that it still holds: several are ticked and confirmed at once. */
export function ToConfirm({ actor, own }: { readonly actor: string; readonly own: readonly string[] }) {
  const texts = useTexts(mineTexts)
  const { count } = useFormat()
  const answer = useAnswer(toConfirmDocument, { actor, lang: useLang() })
  const [told, setTold] = useState<string | null>(null)
  return (
    <section>
      <h3>{texts.confirm}</h3>
      <Told words={told} />
      <Answered answer={answer}>
        {({ toConfirm: { totalCount, nodes } }) => (
          <>
            {totalCount === 0 && <p>{texts.nothingToConfirm}</p>}
            {totalCount > 0 && (
              <Offers
                offers={nodes}
                own={own}
                onConfirmed={(confirmed) => {
                  setTold(texts.confirmed(count(confirmed), confirmed === 1))
                  answer.again()
                }}
              />
            )}
            {totalCount > nodes.length && <p class="quiet">{texts.moreToConfirm(count(totalCount - nodes.length))}</p>}
          </>
        )}
      </Answered>
    </section>
  )
}

function Offers({
  offers,
  own,
  onConfirmed,
}: {
  readonly offers: readonly Offer[]
  readonly own: readonly string[]
  readonly onConfirmed: (count: number) => void
}) {
  const texts = useTexts(mineTexts)
  const { count } = useFormat()
  const sending = useSend()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [isMissing, setMissing] = useState(false)
  // What others offer too is theirs as much: an editor says that it still holds.
  const othersOf = ({ offeredBy }: Offer) => offeredBy.nodes.filter(({ id }) => !own.includes(id))
  const open = offers.filter((offer) => othersOf(offer).length === 0).map(({ id }) => id)
  const chosen = open.filter((id) => ticked.includes(id))
  const areAll = open.length > 0 && chosen.length === open.length
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        setMissing(chosen.length === 0)
        if (chosen.length === 0) return
        const asOf = currentDay()
        const isDone = await sending.send(async () => {
          await ask(confirmDocument, { input: { ids: chosen, asOf } })
        })
        if (!isDone) return
        setTicked([])
        onConfirmed(chosen.length)
      }}
    >
      <fieldset class="field check-field">
        <legend class="unseen">{texts.confirm}</legend>
        <p class="hint">{texts.confirmWhy}</p>
        <ul class="plain-list">
          {offers.map((offer) => (
            <OfferItem
              key={offer.id}
              offer={offer}
              others={othersOf(offer).map(({ name }) => name)}
              isTicked={chosen.includes(offer.id)}
              onTick={(isTicked) =>
                setTicked(isTicked ? [...ticked, offer.id] : ticked.filter((id) => id !== offer.id))
              }
            />
          ))}
        </ul>
      </fieldset>
      {isMissing && chosen.length === 0 && (
        <p class="fault" role="alert">
          {texts.chooseSome}
        </p>
      )}
      <FormProblem error={sending.error} />
      {open.length > 0 && (
        <p>
          <Submit sending={sending}>
            {chosen.length === 0 ? texts.stillHoldsNone : texts.stillHolds(count(chosen.length), chosen.length === 1)}
          </Submit>{' '}
          <button type="button" onClick={() => setTicked(areAll ? [] : open)}>
            {areAll ? texts.none : texts.all}
          </button>
        </p>
      )}
    </form>
  )
}

function OfferItem({
  offer: { id, name, lastConfirmed, lastSeen },
  others,
  isTicked,
  onTick,
}: {
  readonly offer: Offer
  readonly others: readonly string[]
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}) {
  const texts = useTexts(mineTexts)
  const { day, list } = useFormat()
  const when =
    lastConfirmed !== null
      ? texts.last(day(lastConfirmed))
      : lastSeen === null
        ? texts.never
        : texts.seen(String(lastSeen))
  return (
    <li>
      {others.length === 0 && (
        <input
          type="checkbox"
          aria-label={name}
          checked={isTicked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      )}{' '}
      <EntityName entity={{ id, name }} />{' '}
      <span class="quiet">
        {when}
        {others.length > 0 && `; ${texts.sharedWith(list(others))}`}
      </span>
    </li>
  )
}
