import { useId } from 'preact/hooks'
import { historyTexts } from '../../language/history.js'
import { useTexts } from '../../language/language.js'

/** The first day of which changes are shown; any where none is chosen. */
export function Since({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const { since } = useTexts(historyTexts)
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{since}</label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </div>
  )
}
