import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { entityLink, linkTo, signInLink, useAddress } from '../../address.js'
import { ask } from '../../ask.js'
import { isEmbedded } from '../../embedded.js'
import { graphql } from '../../generated/gql.js'
import type { Capability, Role } from '../../generated/graphql.js'
import { editingTexts } from '../../language/editing.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { currentDay } from '../../parts/current-day.js'
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
  if (!isWritten || isEmbedded) return null
  if (known !== null && viewer === null) {
    if (known.signIn.methods.length === 0) return null
    return (
      <div class="doings no-print">
        <p class="quiet">
          {texts.seeAnError} <a href={signInLink(path, query)}>{texts.signInToPropose}</a>
        </p>
      </div>
    )
  }
  // Until it is known what one may about this one, what one may about all.
  const editable = answer.data
    ? answer.data.editable
    : viewer && { rights: usualRights(viewer.role, entity), toConfirm: [] }
  return (
    <div class="doings no-print" aria-busy={answer.waiting}>
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

interface Editable {
  readonly rights: readonly Capability[]
  readonly toConfirm: readonly { readonly id: string }[]
}

/** What a role may about anything of a kind; the server says what one may about one of them. */
function usualRights(role: Role, { __typename }: { readonly __typename: string }): readonly Capability[] {
  if (role === 'READER' || role === 'CONTRIBUTOR') return ['PROPOSE']
  return ['PROPOSE', 'PUBLISH', ...(mergeable.has(__typename) ? (['MERGE'] as const) : [])]
}

/** Types of which two can be made one. */
const mergeable: ReadonlySet<string> = new Set(['Firm', 'SupportActor', 'Initiative'])

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
  const today = currentDay()
  const [told, setTold] = useTold(format.day(today))
  const [mayPublish, mayMerge] = [rights.includes('PUBLISH'), rights.includes('MERGE')]
  if (!rights.includes('PROPOSE')) return null

  const lang = address.get('lang')
  const link = (path: string, values: Record<string, string>, text: string, isFirst = false) => (
    <li>
      <a class={isFirst ? 'button' : undefined} href={linkTo(path, { ...values, lang })}>
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
  return (
    <>
      <ul aria-label={texts.doings}>
        {link('/edit', { of: id }, mayPublish ? texts.change : texts.propose, true)}
        {mayPublish && button(texts.confirm, true, () => confirm([id], texts.saved.confirmed(format.day(today))))}
        {__typename === 'SupportActor' &&
          link('/edit', { new: 'INITIATIVE', by: id }, mayPublish ? texts.addOffer : texts.proposeOffer, true)}
      </ul>
      <ul class="doings-further" aria-label={texts.further}>
        {link('/edit', { of: id, end: 'yes' }, mayPublish ? texts.end : texts.proposeEnd)}
        {mayMerge && link('/merge', { of: id }, texts.merge)}
        {toConfirm.length > 0 &&
          button(texts.confirmAll(format.count(toConfirm.length)), false, () =>
            confirm(
              toConfirm.map((offer) => offer.id),
              texts.confirmedAll(format.count(toConfirm.length)),
            ),
          )}
      </ul>
      <Problem code={sending.error?.code ?? null} />
      <p class="told" role="status">
        {told !== null && (
          <>
            {told} <a href={linkTo(`${entityLink(id)}/history`, { lang })}>{texts.history}</a>
          </>
        )}
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
    const words = new Map(Object.entries({ ...saved, confirmed: saved.confirmed(today) }))
    if (came.current === null) return
    // A region that is filled after it is there is read out.
    setTold(words.get(came.current) ?? null)
    history.replaceState(null, '', linkTo(location.pathname, { ...query(), saved: null }))
  }, [])
  return [told, setTold] as const
}

const query = (): Record<string, string> => Object.fromEntries(new URLSearchParams(location.search))
