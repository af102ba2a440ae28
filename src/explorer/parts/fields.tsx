import { useId } from 'preact/hooks'
import type { Choice } from './choices.js'

/** A list to choose one from. */
export function SelectField({
  label,
  none,
  choices,
  value,
  onChange,
}: {
  readonly label: string
  /** What stands for nothing chosen; left out where something always is. */
  readonly none?: string
  readonly choices: readonly Choice[] | null
  readonly value: string | null
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
    </div>
  )
}

/** A number that may be left out; what is typed counts when the field is left, or at Enter. */
export function NumberField({
  label,
  value,
  min,
  max,
  step,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly min?: number
  readonly max?: number
  readonly step?: number | 'any'
  readonly onChange: (value: string | null) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </div>
  )
}

/** Several of a list, each with a box of its own. */
export function CheckField({
  label,
  hint,
  choices,
  values,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[] | null
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  return (
    <fieldset class="field check-field">
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
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? new Date().toISOString().slice(0, 10)}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </div>
  )
}

/** A share of 0–1 that is moved along a line, in steps of a hundredth. */
export function RangeField({
  label,
  value,
  show,
  onChange,
}: {
  readonly label: string
  readonly value: number
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
        max={1}
        step={0.01}
        value={value}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  )
}

/** Some words; what is typed counts when the field is left, or at Enter. */
export function TextField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        maxLength={100}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </div>
  )
}
