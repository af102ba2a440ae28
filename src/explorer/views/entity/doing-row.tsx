import { entityLink, linkTo, useAddress } from '../../address.js'
import { type AskError, ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { Capability, ExplorerSessionQuery } from '../../generated/graphql.js'
import { doingTexts } from '../../language/doings.js'
import { formFaults } from '../../language/form-faults.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { currentDay } from '../../parts/current-day.js'
import { faultOf } from '../../parts/fault-words.js'
import { useSaved } from '../../parts/use-saved.js'
import { useSend } from '../../parts/use-send.js'
import { isEditor } from '../../session.js'

const confirmDocument = graphql(`
  mutation ExplorerConfirm($input: ConfirmInput!) {
    confirm(input: $input) {
      changes {
        id
      }
    }
  }
`)

/** What somebody may do about something, as far as it is known. */
export interface DoneAbout {
  readonly rights: readonly Capability[]
  /** ISO; null for what has not ended. */
  readonly endedOn: string | null
  readonly toConfirm: readonly { readonly id: string }[]
}

/** What one may do about what people write, with what came of it. */
export function DoingRow({
  entity: { __typename, id },
  editable: { rights, endedOn, toConfirm },
  viewer,
  onChanged,
  onRefused,
}: {
  readonly entity: { readonly __typename: string; readonly id: string }
  readonly editable: DoneAbout
  readonly viewer: NonNullable<ExplorerSessionQuery['viewer']>
  readonly onChanged: () => void
  /** Hears that something cannot be done that was offered. */
  readonly onRefused: () => void
}) {
  const texts = useTexts(doingTexts)
  const format = useFormat()
  const lang = useAddress().get('lang')
  const sending = useSend()
  const today = currentDay()
  const [told, setTold] = useSaved()
  const [mayPublish, mayMerge] = [rights.includes('PUBLISH'), rights.includes('MERGE')]
  if (!rights.includes('PROPOSE')) return null

  const history = linkTo(`${entityLink(id)}/history`, { lang })
  const link = (values: Record<string, string>, text: string, isFirst = false) =>
    item(linkTo('/edit', { ...values, lang }), text, isFirst)
  const item = (href: string, text: string, isFirst = false) => (
    <li>
      <a class={isFirst ? 'button' : undefined} href={href}>
        {text}
      </a>
    </li>
  )
  async function confirm(ids: readonly string[], words: string) {
    setTold(null)
    const done = await sending.send(async () => {
      await ask(confirmDocument, { input: { ids: [...ids], asOf: today } })
    })
    if (!done) return onRefused()
    setTold(words)
    onChanged()
  }
  const button = (text: string, isFirst: boolean, onClick: () => void) => (
    <li>
      <button
        type="button"
        class={isFirst ? 'button' : undefined}
        aria-disabled={sending.isSending || undefined}
        onClick={onClick}
      >
        {text}
      </button>
    </li>
  )
  // An offer's last day is a field of its form; of all else an end is a change, which is taken back.
  const otherEnd =
    __typename === 'Initiative'
      ? link({ of: id, at: 'to' }, mayPublish ? texts.changeEnd : texts.proposeOtherEnd)
      : mayPublish && item(history, texts.takeEndBack)
  return (
    <>
      {endedOn !== null && <p>{texts.ended(format.day(endedOn))}</p>}
      <ul aria-label={texts.doings}>
        {link({ of: id }, mayPublish ? texts.change : texts.propose, true)}
        {mayPublish &&
          endedOn === null &&
          button(texts.confirm, true, () => confirm([id], texts.saved.confirmed(format.day(today))))}
        {__typename === 'SupportActor' &&
          endedOn === null &&
          link({ new: 'INITIATIVE', by: id }, mayPublish ? texts.addOffer : texts.proposeOffer, true)}
      </ul>
      <ul class="doings-further" aria-label={texts.further}>
        {endedOn === null ? link({ of: id, end: 'yes' }, mayPublish ? texts.end : texts.proposeEnd) : otherEnd}
        {__typename !== 'Claim' &&
          link({ new: 'CLAIM', about: id }, isEditor(viewer) ? texts.addClaim : texts.proposeClaim)}
        {mayMerge && item(linkTo('/merge', { of: id, lang }), texts.merge)}
        {toConfirm.length > 0 &&
          button(texts.confirmAll(format.count(toConfirm.length)), false, () =>
            confirm(
              toConfirm.map((offer) => offer.id),
              texts.confirmedAll(format.count(toConfirm.length)),
            ),
          )}
      </ul>
      <Problem error={sending.error} />
      <p class="told" role="status">
        {told !== null && (
          <>
            {told} <a href={history}>{texts.history}</a>
          </>
        )}
      </p>
    </>
  )
}

/** Why a confirmation was not stored. */
function Problem({ error }: { readonly error: AskError | null }) {
  const { problems, faults } = useTexts(formFaults)
  const { notSent } = useTexts(partTexts)
  if (error === null) return null
  const { code, message } = error
  const words: Readonly<Record<string, string>> = {
    ...problems,
    ...{ NETWORK: notSent, NOT_FOUND: problems.GONE_HERE, FORBIDDEN: problems.NOT_ALLOWED },
    BAD_USER_INPUT: faultOf(message) === 'ENDED' ? faults.ENDED : problems.BAD_USER_INPUT,
  }
  return (
    <p class="notice notice-problem" role="alert">
      {words[code] ?? problems.OTHER}
    </p>
  )
}
