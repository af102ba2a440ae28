import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { formTypes } from '../../generated/forms.js'
import { editingTexts } from '../../language/editing.js'
import { useFormat, useLang, useLanguage, useTexts } from '../../language/language.js'
import { Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { Conflict } from './conflict.js'
import { fieldOf } from './fault-words.js'
import { FillIn } from './fill-in.js'
import { FormContext } from './form-context.js'
import type { FormDraft, KeptDraft } from './kept-draft.js'
import { inputOf, type Operation, type WrittenKind } from './kinds.js'
import { editableDocument, namesIn, shownIn } from './read-editable.js'
import { Review } from './review.js'
import { ReviewStep } from './review-step.js'
import { lacksSource, sayingInput } from './saying.js'
import { SendProblem } from './send-problem.js'
import { fieldsOf, takes } from './shape.js'
import { useWrong } from './use-wrong.js'
import { createInput, lacksIn, type TypedFields, updateInput } from './values.js'
import { type Written, write } from './write.js'

/** Which sign parts the decimals of a number as people write it. */
export const usePoint = (): string => (useLanguage() === 'sv' ? ',' : '.')

/** A form about something: filled in, looked at once more, and stored; nothing typed is lost by what goes wrong between. */
export function EntityForm({
  operation,
  kind,
  of,
  mayPublish,
  isActors,
  kept,
  onWritten,
}: {
  readonly operation: Operation
  readonly kind: WrittenKind
  /** The id of what it is about; null for something new. */
  readonly of: string | null
  /** Whether what is sent is stored, or proposed. */
  readonly mayPublish: boolean
  /** Whether one's own statement is that of an actor that one acts for. */
  readonly isActors: boolean
  readonly kept: KeptDraft
  readonly onWritten: (written: Written) => void
}) {
  const texts = useTexts(editingTexts)
  const format = useFormat()
  const lang = useLang()
  const point = usePoint()
  const sending = useSend()
  const [step, setStep] = useState<'FILL' | 'REVIEW'>('FILL')
  const [theirs, setTheirs] = useState<{ readonly values: TypedFields; readonly revision: number } | null>(null)
  const [isProposing, setProposing] = useState(!mayPublish)
  const place = useRef<HTMLDivElement>(null)

  const input = inputOf(operation, kind)
  const fields = fieldsOf(formTypes, input)
  // What others did meanwhile is told by the fields of what it is about, also where one only says that it ends.
  const shownFields = operation === 'END' ? fieldsOf(formTypes, inputOf('UPDATE', kind)) : fields
  const hasField = (name: string) => takes(formTypes, input, name)
  const { draft } = kept
  const { before, values, saying, names } = draft
  const lacks = lacksIn(fields, values)
  const wrong = useWrong(lacks, sending.error)
  const said = operation === 'UPDATE' ? updateInput(fields, before, values) : createInput(fields, values)
  const isEmpty = Object.keys(said).length === 0

  // What is wrong is where one goes on, and so is what was asked for by a step.
  const { error } = sending
  const wrongCount = wrong.shown.size
  useEffect(() => {
    if (error !== null && fieldOf(error) !== null) setStep('FILL')
  }, [error])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal, and each step, is one of its own
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const box = first?.matches('fieldset') ? first.querySelector<HTMLElement>('input, button, select') : first
    if (wrongCount > 0 && step === 'FILL') box?.focus()
  }, [error, wrong.turn, step])

  const set = (changed: Partial<FormDraft>) => kept.set((now) => ({ ...now, ...changed }))

  async function send(propose: boolean) {
    const done = await sending.send(async () => {
      try {
        const written = await write(operation, kind, {
          ...(of === null ? {} : { id: of }),
          ...(draft.revision === null ? {} : { revision: draft.revision }),
          ...said,
          ...sayingInput(saying, hasField),
          ...(propose ? { propose: true } : {}),
        })
        kept.drop()
        onWritten(written)
      } catch (problem) {
        await lookAtOthers(problem)
        throw problem
      }
    })
    if (done) setStep('FILL')
  }

  /** Where somebody else was faster, what they wrote. */
  async function lookAtOthers(problem: unknown) {
    if (of === null || !(problem instanceof Error && 'code' in problem && problem.code === 'CONFLICT')) return
    const { editable } = await ask(editableDocument, { id: of, lang })
    if (!editable) return
    kept.set((now) => ({ ...now, names: { ...now.names, ...namesIn(editable) } }))
    setTheirs({ values: shownIn(shownFields, editable, point), revision: editable.revision })
  }

  if (theirs !== null) {
    return (
      <Conflict
        fields={shownFields}
        before={before}
        theirs={theirs.values}
        yours={operation === 'END' ? before : values}
        names={names}
        onSettled={(settled) => {
          set({ before: theirs.values, revision: theirs.revision, ...(operation === 'END' ? {} : { values: settled }) })
          setTheirs(null)
          sending.forget()
          setStep('REVIEW')
        }}
      />
    )
  }
  const shared = {
    names,
    onNamed: (id: string, name: string) => kept.set((now) => ({ ...now, names: { ...now.names, [id]: name } })),
    wrongAt: (path: string) => wrong.shown.get(path) ?? null,
  }
  return (
    <div ref={place}>
      <FormContext.Provider value={shared}>
        {step === 'FILL' ? (
          <form
            class="edit-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              sending.forget()
              const isLacking = lacks.length > 0 || lacksSource(saying)
              wrong.show()
              if (!isLacking && !isEmpty) setStep('REVIEW')
            }}
          >
            <SendProblem error={error} onPropose={null} />
            <FillIn
              {...{ fields, kind, values, saying, isActors, operation }}
              takes={hasField}
              lacksSource={wrong.isShown && lacksSource(saying)}
              asksMailbox={error?.argument === 'input.mailbox' || saying.confirmMailbox}
              onChange={(changed) => set(changed)}
            />
            {wrong.isShown && lacks.length > 0 && (
              <p class="fault" role="alert">
                {texts.lacking(format.count(lacks.length))}
              </p>
            )}
            {wrong.isShown && lacks.length === 0 && isEmpty && <p role="status">{texts.nothingChanged}</p>}
            <button type="submit" class="primary">
              {texts.review}
            </button>
          </form>
        ) : (
          <ReviewStep
            {...{ operation, isProposing }}
            error={error}
            onBack={() => setStep('FILL')}
            onPropose={() => {
              setProposing(true)
              send(true)
            }}
            onSend={() => send(isProposing)}
            button={<Submit sending={sending}>{isProposing ? texts.sendProposal : texts.save}</Submit>}
          >
            <Review {...{ fields, before, saying, isActors, names }} after={values} isNew={operation !== 'UPDATE'} />
          </ReviewStep>
        )}
      </FormContext.Provider>
    </div>
  )
}
