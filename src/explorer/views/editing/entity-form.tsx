import { useEffect, useRef, useState } from 'preact/hooks'
import { asAskError, ask } from '../../ask.js'
import { formTypes } from '../../generated/forms.js'
import { editingTexts } from '../../language/editing.js'
import { formFaults } from '../../language/form-faults.js'
import { useFormat, useLang, useLanguage, useTexts } from '../../language/language.js'
import { fieldOf } from '../../parts/fault-words.js'
import { Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { Conflict } from './conflict.js'
import { FillIn } from './fill-in.js'
import { FormContext } from './form-context.js'
import type { FormDraft, KeptDraft } from './kept-draft.js'
import { inputOf, type Operation, type WrittenKind } from './kinds.js'
import { editableDocument, namesIn, shownIn } from './read-editable.js'
import { Review } from './review.js'
import { ReviewStep } from './review-step.js'
import { SameName } from './same-name.js'
import { lacksSource, sayingInput } from './saying.js'
import { SendProblem } from './send-problem.js'
import { type FieldShape, fieldsOf, takes } from './shape.js'
import { useWrong } from './use-wrong.js'
import { createInput, differences, isSame, lacksIn, type TypedFields, updateInput, valueAt } from './values.js'
import { type Written, write } from './write.js'

/** What somebody else made of it meanwhile. */
interface Theirs {
  readonly values: TypedFields
  readonly revision: number
  /** The id that answers for it now. */
  readonly id: string
  /** What it was merged into is called; null where it is the same still. */
  readonly became: string | null
}

/** Whether all that differs between two is so in what was found. */
const isSaid = (
  fields: readonly FieldShape[],
  found: TypedFields,
  { before, values }: Pick<FormDraft, 'before' | 'values'>,
): boolean =>
  differences(fields, before, values).every(({ path, shape, after }) => isSame(shape, valueAt(found, path), after))

const boxesIn = (place: HTMLElement | null): HTMLInputElement[] => [...(place?.querySelectorAll('input') ?? [])]

/** Which sign parts the decimals of a number as people write it. */
export const usePoint = (): string => (useLanguage() === 'sv' ? ',' : '.')

/** A form about something: filled in, looked at once more, and stored; nothing typed is lost by what goes wrong between. */
export function EntityForm({
  operation,
  kind,
  name,
  at,
  mayPublish,
  isActors,
  kept,
  onWritten,
}: {
  readonly operation: Operation
  readonly kind: WrittenKind
  /** What it is about is called. */
  readonly name: string
  /** The field that one came for; null for none. */
  readonly at: string | null
  /** Whether what is sent is stored, or proposed. */
  readonly mayPublish: boolean
  /** Whether one's own statement is that of an actor that one acts for. */
  readonly isActors: boolean
  readonly kept: KeptDraft
  readonly onWritten: (written: Written) => void
}) {
  const texts = useTexts(editingTexts)
  const faults = useTexts(formFaults)
  const format = useFormat()
  const lang = useLang()
  const point = usePoint()
  const sending = useSend()
  const [step, setStep] = useState<'FILL' | 'REVIEW'>('FILL')
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const [wishesToPropose, setWishing] = useState(false)
  const [isUnpicked, setUnpicked] = useState(false)
  const isProposing = !mayPublish || wishesToPropose
  const place = useRef<HTMLDivElement>(null)

  const input = inputOf(operation, kind)
  const fields = fieldsOf(formTypes, input)
  // What others did meanwhile is told by the fields of what it is about, also where one only says that it ends.
  const shownFields = operation === 'END' ? fieldsOf(formTypes, inputOf('UPDATE', kind)) : fields
  const hasField = (name: string) => takes(formTypes, input, name)
  const { draft } = kept
  const { id, before, values, saying, names } = draft
  const lacks = lacksIn(fields, values, point)
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: one came for a field once
  useEffect(() => {
    if (at !== null)
      boxesIn(place.current)
        .find((box) => box.name === at)
        ?.focus()
  }, [])

  const set = (changed: Partial<FormDraft>) => kept.set((now) => ({ ...now, ...changed }))

  async function send(propose: boolean) {
    const done = await sending.send(async () => {
      try {
        const written = await write(operation, kind, {
          ...(id === null ? {} : { id }),
          ...(draft.revision === null ? {} : { revision: draft.revision }),
          ...said,
          ...sayingInput(saying, hasField),
          ...(propose ? { propose: true } : {}),
        })
        stored(written)
      } catch (problem) {
        if (asAskError(problem).code !== 'CONFLICT' || !(await lookAtOthers())) throw problem
      }
    })
    if (done) setStep('FILL')
  }

  function stored(written: Written) {
    kept.drop()
    onWritten(written)
  }

  /** Where somebody else was faster, what they wrote. @returns whether that is all that was to be stored. */
  async function lookAtOthers(): Promise<boolean> {
    if (id === null) return false
    const { editable, node } = await ask(editableDocument, { id, lang })
    if (!editable) return false
    const found = shownIn(shownFields, editable, point)
    // An answer that was lost on its way: what was sent has been stored.
    if (operation === 'UPDATE' && editable.id === id && isSaid(fields, found, { before, values })) {
      stored({ entity: id, isProposal: false })
      return true
    }
    kept.set((now) => ({ ...now, names: { ...now.names, ...namesIn(editable) } }))
    const became = editable.id !== id && node && 'name' in node ? (node.name ?? null) : null
    setTheirs({ values: found, revision: editable.revision, id: editable.id, became })
    return false
  }

  if (theirs !== null) {
    return (
      <Conflict
        fields={shownFields}
        before={before}
        theirs={theirs.values}
        yours={operation === 'END' ? before : values}
        {...{ names, name }}
        became={theirs.became}
        onSettled={(settled) => {
          const { id: now, revision } = theirs
          set({ before: theirs.values, id: now, revision, ...(operation === 'END' ? {} : { values: settled }) })
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
              // What was searched for and not chosen would be lost without a word.
              const unpicked = boxesIn(place.current).find((box) => box.role === 'combobox' && box.value.trim() !== '')
              setUnpicked(unpicked !== undefined)
              if (unpicked) unpicked.focus()
              else if (!isLacking && !isEmpty) setStep('REVIEW')
            }}
          >
            <SendProblem error={error} of={id} onPropose={null} />
            <FillIn
              {...{ fields, kind, values, saying, isActors, operation }}
              takes={hasField}
              lacksSource={wrong.isShown && lacksSource(saying)}
              asksMailbox={error?.argument === 'input.mailbox' || saying.confirmMailbox}
              onChange={(changed) => set(changed)}
            />
            {wrong.isShown && lacks.length > 0 && (
              <p class="fault" role="alert">
                {faults.lacking(format.count(lacks.length))}
              </p>
            )}
            {isUnpicked && (
              <p class="fault" role="alert">
                {faults.lacks.NOT_CHOSEN}
              </p>
            )}
            {wrong.isShown && lacks.length === 0 && isEmpty && <p role="status">{texts.nothingChanged}</p>}
            <button type="submit" class="primary">
              {texts.review}
            </button>
          </form>
        ) : (
          <ReviewStep
            {...{ operation, isProposing, error }}
            of={id}
            onBack={() => setStep('FILL')}
            onPropose={() => {
              setWishing(true)
              send(true)
            }}
            onSend={() => send(isProposing)}
            button={isEmpty ? null : <Submit sending={sending}>{isProposing ? texts.sendProposal : texts.save}</Submit>}
          >
            {isEmpty && <p role="status">{texts.saidAlready}</p>}
            {operation === 'CREATE' && <SameName {...{ kind, values, error }} />}
            <Review {...{ fields, before, saying, isActors, names }} after={values} isNew={operation !== 'UPDATE'} />
          </ReviewStep>
        )}
      </FormContext.Provider>
    </div>
  )
}
