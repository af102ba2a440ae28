import { EntitySearch } from '../../parts/entity-search.js'

import { kindsOfEnds } from './ends.js'
import { useFieldWords, useForm } from './form-context.js'
import type { Typed } from './values.js'
import { Wrong } from './wrong.js'

/** One entity, found by its name. */
export function EntityControl({
  name,
  path,
  label,
  hint,
  isRequired,
  value,
  onChange,
}: {
  readonly name: string
  readonly path: string
  readonly label: string
  readonly hint: string | undefined
  readonly isRequired: boolean
  readonly value: Typed | undefined
  readonly onChange: (value: Typed) => void
}) {
  const { names, onNamed, wrongAt } = useForm()
  const { texts } = useFieldWords(names)
  const id = typeof value === 'string' ? value : ''
  const wrong = wrongAt(path)
  if (id !== '') {
    return (
      <div class="field">
        <p class="edit-name">{label}</p>
        <ul class="edit-chips">
          <Chip name={names[id] ?? id} onRemove={() => onChange('')} />
        </ul>
        {wrong !== null && <Wrong words={wrong} />}
      </div>
    )
  }
  const kinds = kindsOfEnds(name)
  return (
    <div class="field">
      <EntitySearch
        label={isRequired ? `${label} (${texts.required})` : label}
        {...(hint === undefined ? {} : { hint })}
        {...(kinds === undefined ? {} : { kinds })}
        onPick={(found) => {
          onNamed(found.id, found.name)
          onChange(found.id)
        }}
      />
      {wrong !== null && <Wrong words={wrong} />}
    </div>
  )
}

/** Something that is chosen, and can be taken away again. */
export function Chip({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { texts } = useFieldWords({})
  return (
    <li class="edit-chip">
      {name}
      <button type="button" aria-label={texts.remove(name)} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}
