import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AskError } from '../ask.js'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { ServerWords } from './answered.js'
import type { Sending } from './use-send.js'

/** Which argument of what was sent a field is, and what is said at the field where the server refuses it. */
export interface Fault {
  readonly argument: string
  readonly words: string
}

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onInput: (value: string) => void
  readonly error?: AskError | null
  readonly fault?: Fault
  /** Id of what is said of this field and another together, where both are wrong. */
  readonly wrongAs?: string | undefined
}

type InputKind = Pick<
  JSX.IntrinsicElements['input'],
  | 'type'
  | 'list'
  | 'autocomplete'
  | 'required'
  | 'minLength'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'spellcheck'
  | 'autocapitalize'
>

/** Whether what the server refused is this field. */
const isAt = (error: AskError | null | undefined, fault: Fault | undefined): boolean =>
  error != null && fault !== undefined && error.argument === fault.argument

/** What stands around a box: what it is called, and below it how it is filled in and what is wrong with it. */
const Box = ({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly wrong: string | undefined
  readonly children: ComponentChildren
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    {children}
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {wrong !== undefined && (
      <p class="fault" id={`${id}-fault`} role="alert">
        {wrong}
      </p>
    )}
  </div>
)

/** A box of a form that is sent as a whole; what is wrong with it is said at it, and it has the focus then. */
export function FormField({ label, hint, value, onInput, error, fault, wrongAs, ...input }: FieldProps & InputKind) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const isWrong = isAt(error, fault)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is one of its own
  useLayoutEffect(() => {
    if (isWrong) box.current?.focus()
  }, [isWrong, error])
  return (
    <Box id={id} label={label} hint={hint} wrong={isWrong ? fault?.words : undefined}>
      <input
        {...input}
        ref={box}
        id={id}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        aria-invalid={isWrong || wrongAs !== undefined || undefined}
        aria-describedby={
          [wrongAs, isWrong && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
        }
      />
    </Box>
  )
}

/** A password, which one may look at while typing. */
export function PasswordField({ shown = false, ...field }: FieldProps & InputKind & { readonly shown?: boolean }) {
  const { showPassword } = useTexts(accountTexts)
  const [isShown, setShown] = useState(shown)
  useEffect(() => setShown(shown), [shown])
  return (
    <>
      <FormField {...field} type={isShown ? 'text' : 'password'} spellcheck={false} autocapitalize="off" />
      <p class="field-beside">
        <label>
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />{' '}
          {showPassword}
        </label>
      </p>
    </>
  )
}

/** A list to choose one from, in a form that is sent as a whole. */
export function FormSelect<Value extends string>({
  label,
  hint,
  value,
  choices,
  onChange,
  error,
  fault,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
  readonly error?: AskError | null
  readonly fault?: Fault
}) {
  const id = useId()
  const isWrong = isAt(error, fault)
  return (
    <Box id={id} label={label} hint={hint} wrong={isWrong ? fault?.words : undefined}>
      <select
        id={id}
        value={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={[isWrong && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.name}
          </option>
        ))}
      </select>
    </Box>
  )
}

/** The button that sends a form. It keeps the focus while it does. */
export const Submit = ({ sending, children }: { readonly sending: Sending; readonly children: ComponentChildren }) => (
  <button type="submit" class="primary" aria-disabled={sending.isSending || undefined}>
    {children}
  </button>
)

/** Why something was not done, where no field has said it. */
export function FormProblem({
  error,
  faults = [],
}: {
  readonly error: AskError | null
  readonly faults?: readonly Fault[]
}) {
  const texts = useTexts(partTexts)
  const { wait, seconds } = useTexts(accountTexts)
  if (error === null || faults.some((fault) => isAt(error, fault))) return null
  const problems: Readonly<Record<string, string>> = texts.problems
  const isAway = error.code === 'NETWORK' || error.code === 'SERVICE_UNAVAILABLE'
  const isTooOften = error.code === 'TOO_MANY_REQUESTS' && error.seconds !== null
  return (
    <div class="notice notice-problem" role="alert">
      <p>
        {isTooOften
          ? wait(seconds(error.seconds ?? 0, String(error.seconds)))
          : isAway
            ? texts.notSent
            : (problems[error.code] ?? texts.failed)}
      </p>
      {!isAway && !isTooOften && !['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.code) && (
        <ServerWords>{error.message}</ServerWords>
      )}
    </div>
  )
}

/** What just happened, in words that are read out as they come. */
export const Told = ({ words }: { readonly words: string | null }) => (
  <p class="told" role="status">
    {words}
  </p>
)
