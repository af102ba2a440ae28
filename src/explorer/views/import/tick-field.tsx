import { useId } from 'preact/hooks'

/** Yes or no, with what yes means. */
export function TickField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  const id = useId()
  return (
    <div class="field field-tick">
      <label>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />{' '}
        {label}
      </label>
      <p class="hint" id={id}>
        {hint}
      </p>
    </div>
  )
}
