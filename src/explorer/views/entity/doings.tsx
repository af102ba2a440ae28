import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { linkTo, signInLink, useAddress } from '../../address.js'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerRightsQuery } from '../../generated/graphql.js'
import { editingTexts } from '../../language/editing.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { kindOf } from '../../parts/entity-search.js'
import { useSend } from '../../parts/use-send.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'

const rightsDocument = graphql(`
  query ExplorerRights($id: ID!) {
    editable(id: $id) {
      id
      rights
      toConfirm {
        id
      }
    }
  }
`)

const confirmDocument = graphql(`
  mutation ExplorerConfirm($input: ConfirmInput!) {
    confirm(input: $input) {
      changes {
        id
      }
    }
  }
`)

/** Kinds that people write. */
const writtenByHand: ReadonlySet<string> = new Set(['SUPPORT_ACTOR', 'INITIATIVE', 'FIRM', 'ESTABLISHMENT', 'CLAIM'])

/**
 * What whoever looks may do about an entity: change it, say that it still holds or no longer does, or propose that.
 * @param onChanged hears that what is shown is no longer what is there.
 */
export function Doings({
  entity,
  onChanged,
}: {
  readonly entity: { readonly __typename: string; readonly id: string }
  readonly onChanged: () => void
}) {
  const texts = useTexts(editingTexts)
  const { path, query } = useLocation()
  const { known } = useSession()
  const isWritten = writtenByHand.has(kindOf(entity.__typename))
  const viewer = known?.viewer ?? null
  const answer = useAnswer(rightsDocument, isWritten && viewer !== null ? { id: entity.id } : null)
  if (!isWritten) return null
  if (known !== null && viewer === null) {
    if (known.signIn.methods.length === 0) return null
    return (
      <p class="quiet no-print">
        {texts.seeAnError} <a href={signInLink(path, query)}>{texts.signInToPropose}</a>
      </p>
    )
  }
  const editable = answer.data?.editable ?? null
  return (
    <div class="doings no-print" aria-busy={known === null || answer.waiting}>
      {editable && (
        <Row
          {...{ entity, editable }}
          onChanged={() => {
            onChanged()
            answer.again()
          }}
        />
      )}
    </div>
  )
}

type Editable = NonNullable<ExplorerRightsQuery['editable']>

function Row({
  entity: { __typename, id },
  editable: { rights, toConfirm },
  onChanged,
}: {
  readonly entity: { readonly __typename: string; readonly id: string }
  readonly editable: Editable
  readonly onChanged: () => void
}) {
  const texts = useTexts(editingTexts)
  const format = useFormat()
  const address = useAddress()
  const sending = useSend()
  const today = new Date().toISOString().slice(0, 10)
  const [told, setTold] = useTold(format.day(today))
  const [mayPublish, mayMerge] = [rights.includes('PUBLISH'), rights.includes('MERGE')]
  if (!rights.includes('PROPOSE')) return null

  const lang = address.get('lang')
  const to = (path: string, values: Record<string, string>, text: string) => (
    <li>
      <a class="button" href={linkTo(path, { ...values, lang })}>
        {text}
      </a>
    </li>
  )
  async function confirm(ids: readonly string[], words: string) {
    setTold(null)
    const done = await sending.send(async () => {
      await ask(confirmDocument, { input: { ids: [...ids], asOf: today } })
    })
    if (!done) return
    setTold(words)
    onChanged()
  }
  const button = (text: string, onClick: () => void) => (
    <li>
      <button type="button" class="button" aria-disabled={sending.isSending || undefined} onClick={onClick}>
        {text}
      </button>
    </li>
  )
  return (
    <>
      <ul aria-label={texts.doings}>
        {to('/edit', { of: id }, mayPublish ? texts.change : texts.propose)}
        {mayPublish && button(texts.confirm, () => confirm([id], texts.saved.confirmed(format.day(today))))}
        {toConfirm.length > 0 &&
          button(texts.confirmAll(format.count(toConfirm.length)), () =>
            confirm(
              toConfirm.map((offer) => offer.id),
              texts.confirmedAll(format.count(toConfirm.length)),
            ),
          )}
        {__typename === 'SupportActor' &&
          to('/edit', { new: 'INITIATIVE', by: id }, mayPublish ? texts.addOffer : texts.proposeOffer)}
        {to('/edit', { of: id, end: 'yes' }, mayPublish ? texts.end : texts.proposeEnd)}
        {mayMerge && to('/merge', { of: id }, texts.merge)}
        {to('/history', { of: id }, texts.history)}
      </ul>
      <Problem code={sending.error?.code ?? null} />
      <p class="told" role="status">
        {told}
      </p>
    </>
  )
}

/** Why a confirmation was not stored. */
function Problem({ code }: { readonly code: string | null }) {
  const { problems } = useTexts(editingTexts)
  const { notSent } = useTexts(partTexts)
  if (code === null) return null
  const words: Readonly<Record<string, string>> = problems
  return (
    <p class="notice notice-problem" role="alert">
      {code === 'NETWORK' ? notSent : (words[code] ?? problems.OTHER)}
    </p>
  )
}

/** What was just stored: here, or by the form that led back here, which says so in the address. */
function useTold(today: string) {
  const { saved } = useTexts(editingTexts)
  const address = useAddress()
  const [told, setTold] = useState<string | null>(null)
  const came = useRef(address.get('saved'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, as the page comes
  useEffect(() => {
    const words: Readonly<Record<string, string>> = { ...saved, confirmed: saved.confirmed(today) }
    if (came.current === null) return
    // A region that is filled after it is there is read out.
    setTold(words[came.current] ?? null)
    history.replaceState(null, '', linkTo(location.pathname, { ...query(), saved: null }))
  }, [])
  return [told, setTold] as const
}

const query = (): Record<string, string> => Object.fromEntries(new URLSearchParams(location.search))
