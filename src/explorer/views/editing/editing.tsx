import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { signInLink, useAddress } from '../../address.js'
import { doingTexts } from '../../language/doings.js'
import { editingTexts } from '../../language/editing.js'
import { useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { ChooseNew } from './choose-new.js'
import { Form } from './form.js'
import { type Operation, writtenKind } from './kinds.js'
import { editableDocument } from './read-editable.js'

/**
 * Where one writes: `of` is what is changed, or with `end` said to hold no longer; `new` is the kind of what is added, `by`
 * the actor that offers it, `about` what a claim is about, and `in` the place of a firm, an actor or a venture. Without any
 * of these one chooses what to write.
 */
export function Editing() {
  const texts = useTexts(editingTexts)
  const doings = useTexts(doingTexts)
  const lang = useLang()
  const address = useAddress()
  const { path, query } = useLocation()
  const { known } = useSession()
  const of = address.get('of')
  const kind = address.get('new')
  const to = address.get('by') ?? address.get('about') ?? address.get('in')
  const about = of ?? to
  const isIn = known !== null && known.viewer !== null
  const answer = useAnswer(editableDocument, isIn && about !== null ? { id: about, lang } : null)
  if (known === null) return <div class="answered" aria-busy="true" />
  if (known.viewer === null) {
    return (
      <Told heading={doings.change}>
        <p>{known.signIn.methods.length > 0 ? texts.needsSignIn : texts.nothingToSignInTo}</p>
        {known.signIn.methods.length > 0 && (
          <p>
            <a href={signInLink(path, query)}>{doings.signInToPropose}</a>
          </p>
        )}
      </Told>
    )
  }
  if (of === null && kind === null) return <ChooseNew viewer={known.viewer} />
  const notForHand = <Told heading={doings.change}>{texts.notForHand}</Told>
  if (of === null && writtenKind(kind) === null) return notForHand
  const operation: Operation = of === null ? 'CREATE' : address.get('end') === null ? 'UPDATE' : 'END'
  const key = [operation, of, kind, to].join(' ')
  const asked = { operation, of, to, viewer: known.viewer }
  if (about === null) return <Form key={key} {...asked} data={{ editable: null, node: null }} />
  const notThere = <Told heading={texts.notThere}>{texts.notThereWhy}</Told>
  // An id that can be none is no address of anything.
  if (answer.error?.code === 'BAD_USER_INPUT') return notThere
  return (
    <Answered answer={answer}>
      {(data) => {
        if (data.node === null) return notThere
        if (of !== null && data.editable === null) return notForHand
        return <Form key={key} {...asked} data={data} />
      }}
    </Answered>
  )
}

/** A page that says why there is no form. */
function Told({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  useTitle(heading)
  return (
    <>
      <h1>{heading}</h1>
      <Empty>{children}</Empty>
    </>
  )
}
