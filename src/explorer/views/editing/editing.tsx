import { useLocation } from 'preact-iso'
import { entityLink, linkTo, signInLink, useAddress } from '../../address.js'
import { formTypes } from '../../generated/forms.js'
import type { ExplorerEditableQuery } from '../../generated/graphql.js'
import { editingTexts } from '../../language/editing.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { Answered, Empty } from '../../parts/answered.js'
import { kindOf } from '../../parts/entity-search.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { EntityForm, usePoint } from './entity-form.js'
import { emptyDraft, useKeptDraft } from './kept-draft.js'
import { inputOf, type Operation, writtenKind } from './kinds.js'
import { editableDocument, namesIn, shownIn } from './read-editable.js'
import { fieldsOf } from './shape.js'
import type { Written } from './write.js'

/**
 * Where one writes: `of` is what is changed, or with `end` said to hold no longer; `new` is the kind of what is added, and
 * `by` the actor that offers it.
 */
export function Editing() {
  const texts = useTexts(editingTexts)
  const lang = useLang()
  const address = useAddress()
  const { path, query } = useLocation()
  const { known } = useSession()
  const [of, by] = [address.get('of'), address.get('by')]
  const added = writtenKind(address.get('new'))
  const about = of ?? by
  const isIn = known !== null && known.viewer !== null
  const answer = useAnswer(editableDocument, isIn && about !== null ? { id: about, lang } : null)
  if (known === null) return <div class="answered" aria-busy="true" />
  if (known.viewer === null) {
    return (
      <>
        <h1>{texts.change}</h1>
        <Empty>
          <p>{known.signIn.methods.length > 0 ? texts.needsSignIn : texts.nothingToSignInTo}</p>
          {known.signIn.methods.length > 0 && (
            <p>
              <a href={signInLink(path, query)}>{texts.signInToPropose}</a>
            </p>
          )}
        </Empty>
      </>
    )
  }
  const operation: Operation = of === null ? 'CREATE' : address.get('end') === null ? 'UPDATE' : 'END'
  if (about === null) {
    return added ? <Form {...{ operation, of, by }} data={{ editable: null, node: null }} /> : <NotForHand />
  }
  return (
    <Answered answer={answer}>
      {(data) =>
        data.editable === null ? (
          <NotForHand />
        ) : (
          <Form key={`${operation} ${about}`} {...{ operation, of, by, data }} />
        )
      }
    </Answered>
  )
}

function NotForHand() {
  const texts = useTexts(editingTexts)
  useTitle(texts.change)
  return (
    <>
      <h1>{texts.change}</h1>
      <Empty>{texts.notForHand}</Empty>
    </>
  )
}

function Form({
  operation,
  of,
  by,
  data: { editable, node },
}: {
  readonly operation: Operation
  readonly of: string | null
  readonly by: string | null
  readonly data: ExplorerEditableQuery
}) {
  const texts = useTexts(editingTexts)
  const { kinds } = useTexts(partTexts)
  const address = useAddress()
  const { route } = useLocation()
  const { known } = useSession()
  const point = usePoint()
  const viewer = known?.viewer ?? null
  const kind = writtenKind(operation === 'CREATE' ? address.get('new') : kindOf(node?.__typename ?? ''))
  const name = node && 'name' in node ? (node.name ?? '') : ''
  // Who adds an offer to what an actor offers says it as that actor, as far as they may about the actor.
  const rights = editable?.rights ?? []
  const mayPublish =
    rights.includes('PUBLISH') || (editable === null && ['EDITOR', 'ADMIN'].includes(viewer?.role ?? ''))
  const isActors = viewer?.role === 'CONTRIBUTOR' && mayPublish

  const fields = kind && fieldsOf(formTypes, inputOf(operation === 'END' ? 'UPDATE' : operation, kind))
  const shown = operation !== 'CREATE' && fields && editable ? shownIn(fields, editable, point) : {}
  const kept = useKeptDraft(
    [viewer?.name, operation, of ?? address.get('new'), by].join(' '),
    operation === 'CREATE'
      ? {
          ...emptyDraft,
          values: by === null ? {} : { offeredBy: [by] },
          names: by === null ? {} : { [by]: name },
        }
      : {
          ...emptyDraft,
          before: shown,
          values: operation === 'END' ? {} : shown,
          revision: editable?.revision ?? null,
          names: editable ? namesIn(editable) : {},
        },
  )
  const headings = mayPublish ? texts.headings : texts.headingsOfProposals
  const heading =
    operation === 'CREATE' ? headings.CREATE((kind ? kinds[kind.kind] : '').toLowerCase()) : headings[operation](name)
  useTitle(heading)
  if (kind === null) return <NotForHand />

  const lang = address.get('lang')
  const back = (saved: string | null, to: string | null) =>
    route(linkTo(to === null ? '/' : entityLink(to), { saved, lang }))
  function written({ entity, isProposal }: Written) {
    const saved = isProposal ? 'proposed' : { CREATE: 'created', UPDATE: 'changed', END: 'ended' }[operation]
    back(saved, entity ?? of ?? by)
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
      <EntityForm {...{ operation, kind, of, mayPublish, isActors, kept }} onWritten={written} />
      <p class="edit-leave">
        <a href={linkTo((of ?? by) === null ? '/' : entityLink(of ?? by ?? ''), { lang })} onClick={() => kept.drop()}>
          {texts.leave}
        </a>
      </p>
    </>
  )
}
