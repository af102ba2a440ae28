import { useLocation } from 'preact-iso'
import { entityLink, linkTo, useAddress } from '../../address.js'
import { formTypes } from '../../generated/forms.js'
import type { ExplorerEditableQuery, ExplorerSessionQuery } from '../../generated/graphql.js'
import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { kindOf } from '../../parts/entity-search.js'
import { useTitle } from '../../parts/use-title.js'
import { isEditor } from '../../session.js'
import { begunWith } from './begun-with.js'
import { EntityForm, usePoint } from './entity-form.js'
import { emptyDraft, type FormDraft, useKeptDraft } from './kept-draft.js'
import { inputOf, type Operation, type WrittenKind, writtenKind } from './kinds.js'
import { namesIn, shownIn } from './read-editable.js'
import { fieldsOf } from './shape.js'
import type { Written } from './write.js'

type Viewer = NonNullable<ExplorerSessionQuery['viewer']>

/** The page of a form: what it is about, what one may, the form, and the way out of it. */
export function Form({
  operation,
  of,
  to,
  viewer,
  data: { editable, node },
}: {
  readonly operation: Operation
  /** What is changed, as the address names it; null for something new. */
  readonly of: string | null
  /** What something new is to do with; null for nothing. */
  readonly to: string | null
  readonly viewer: Viewer
  readonly data: ExplorerEditableQuery
}) {
  const texts = useTexts(editingTexts)
  const { kinds } = useTexts(partTexts)
  const address = useAddress()
  const { route } = useLocation()
  const point = usePoint()
  const kind = writtenKind(operation === 'CREATE' ? address.get('new') : kindOf(node?.__typename ?? ''))
  const name = node && 'name' in node ? (node.name ?? '') : ''

  const fields = kind && fieldsOf(formTypes, inputOf(operation === 'END' ? 'UPDATE' : operation, kind))
  const shown = operation !== 'CREATE' && fields && editable ? shownIn(fields, editable, point) : {}
  const kept = useKeptDraft(
    [viewer.name, operation, of ?? address.get('new'), to].join(' '),
    operation === 'CREATE'
      ? { ...emptyDraft, ...(kind && node ? begunWith(kind.kind, node) : {}) }
      : {
          ...emptyDraft,
          before: shown,
          values: operation === 'END' ? {} : shown,
          ...{ id: editable?.id ?? null, revision: editable?.revision ?? null },
          names: editable ? namesIn(editable) : {},
        },
  )
  const mayPublish =
    operation === 'CREATE' && kind
      ? isEditor(viewer) || isOwnOffer(viewer, kind, kept.draft)
      : (editable?.rights.includes('PUBLISH') ?? false)
  const isActors = viewer.role === 'CONTRIBUTOR' && mayPublish
  const headings = mayPublish ? texts.headings : texts.headingsOfProposals
  const heading =
    operation === 'CREATE' ? headings.CREATE((kind ? kinds[kind.kind] : '').toLowerCase()) : headings[operation](name)
  useTitle(heading)
  if (kind === null) return null

  const lang = address.get('lang')
  const cameFrom = of ?? to
  function written({ entity, isProposal }: Written) {
    const isOffered = kind?.kind === 'INITIATIVE' || kind?.kind === 'SUPPORT_ACTOR'
    const created = isOffered ? 'offered' : 'created'
    const saved = isProposal ? 'proposed' : { CREATE: created, UPDATE: 'changed', END: 'ended' }[operation]
    const page = entity ?? kept.draft.id ?? cameFrom
    route(linkTo(page === null ? '/edit' : entityLink(page), { saved, lang }))
  }
  return (
    <>
      <h1>{heading}</h1>
      {!mayPublish && <p class="lead">{texts.mayPropose}</p>}
      {kept.wasKept && (
        <p class="notice" role="status">
          {texts.kept}{' '}
          <button type="button" onClick={kept.drop}>
            {texts.startOver}
          </button>
        </p>
      )}
      <EntityForm
        {...{ operation, kind, mayPublish, isActors, kept, name }}
        at={address.get('at')}
        onWritten={written}
      />
      <p class="edit-leave">
        <a href={linkTo(cameFrom === null ? '/edit' : entityLink(cameFrom), { lang })} onClick={() => kept.drop()}>
          {texts.leave}
        </a>
      </p>
    </>
  )
}

/** Whether something new is an offer of actors that one acts for, and of nobody else. */
function isOwnOffer({ role, actsFor }: Viewer, { kind }: WrittenKind, { values }: FormDraft): boolean {
  if (role !== 'CONTRIBUTOR' || kind !== 'INITIATIVE' || !Array.isArray(values.offeredBy)) return false
  const own = actsFor.map(({ id }) => id)
  return values.offeredBy.length > 0 && values.offeredBy.every((actor) => own.includes(String(actor)))
}
