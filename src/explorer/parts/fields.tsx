import type { ComponentChildren, JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Choice } from './choices.js'
import { currentDay } from './current-day.js'
import { isDay } from './in-address.js'

/** Fields side by side that are answered as they are changed. */
export const Toolbar = ({ children }: { readonly children: ComponentChildren }) => (
  <form class="toolbar" onSubmit={(event) => event.preventDefault()}>
    {children}
  </form>
)

/** A list to choose one from. */
export function SelectField({
  label,
  hint,
  none,
  choices,
  value,
  disabled = false,
  onChange,
}: {
  readonly label: string
  /** What is said below it. */
  readonly hint?: string
  /** What stands for nothing chosen; left out where something always is. */
  readonly none?: string
  readonly choices: readonly Choice[] | null
  readonly value: string | null
  /** Whether it has no bearing on what is asked. */
  readonly disabled?: boolean
  readonly onChange: (value: string | null) => void
}) {
  const id = useId()
  const groups = [...new Set((choices ?? []).map(({ group }) => group))]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {groups.map((group) => {
          const options = (choices ?? [])
            .filter((choice) => choice.group === group)
            .map(({ id: choice, name }) => (
              <option key={choice} value={choice} selected={choice === value}>
                {name}
              </option>
            ))
          return group === null ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          )
        })}
      </select>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface InputFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A box to type in; what is typed counts when the field is left, or at Enter. An empty one is null. */
export function InputField({ label, value, onChange, ...input }: InputFieldProps & InputKind) {
  const id = useId()
  // What is being typed stays, whatever else of the page is drawn anew meanwhile.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={typed ?? shownIn(input.type, value)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          setTyped(null)
          onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)
        }}
      />
    </div>
  )
}

/** What a box of a kind can show of what an address says: browsers complain of the rest. */
function shownIn(type: InputKind['type'], value: string | null): string {
  const isShown = type === 'date' ? isDay : type === 'number' ? isNumber : () => true
  return value !== null && isShown(value) ? value : ''
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))

type InputKind = Pick<JSX.IntrinsicElements['input'], 'type' | 'inputMode' | 'min' | 'max' | 'step' | 'maxLength'>

/** A number that may be left out. */
export const NumberField = (field: InputFieldProps & Pick<InputKind, 'min' | 'max' | 'step'>) => (
  <InputField type="number" inputMode="decimal" {...field} />
)

/** Several of a list, each with a box of its own. */
export function CheckField({
  label,
  hint,
  choices,
  values,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[] | null
  readonly values: readonly string[]
  /** Whether they have no bearing on what is asked. */
  readonly disabled?: boolean
  readonly onChange: (values: readonly string[]) => void
}) {
  return (
    <fieldset class="field check-field" disabled={disabled}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {(choices ?? []).map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={values.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...values, id] : values.filter((value) => value !== id))
            }
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  )
}

/** A day, today where none is chosen. */
export const DayField = ({ value, ...field }: InputFieldProps) => (
  <InputField type="date" value={value ?? currentDay()} {...field} />
)

/** A share of 0–1 that is moved along a line, in steps of a hundredth. */
export function RangeField({
  label,
  hint,
  value,
  max = 1,
  disabled = false,
  show,
  onChange,
}: {
  readonly label: string
  /** What is said below it. */
  readonly hint?: string
  readonly value: number
  readonly max?: number
  /** Whether it has no bearing on what is asked. */
  readonly disabled?: boolean
  readonly show: (value: number) => string
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>
        {label}: {show(value)}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={0.01}
        value={value}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Some words. */
export const TextField = (field: InputFieldProps) => <InputField maxLength={100} {...field} />
