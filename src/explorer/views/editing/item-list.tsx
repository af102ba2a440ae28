import type { ComponentChildren } from 'preact'
import { EntitySearch } from '../../parts/entity-search.js'
import { kindsOfEnds } from './ends.js'
import { Chip } from './entity-control.js'
import { useFieldWords, useForm } from './form-context.js'
import type { FieldShape, ListShape } from './shape.js'
import { blank, isFields, type Typed, type TypedFields } from './values.js'
import { type FieldWords, valueWords } from './words.js'
import { Wrong } from './wrong.js'

/** Draws a field within an item, whatever it holds. */
export type DrawField = (
  field: FieldShape,
  path: string,
  value: Typed | undefined,
  onChange: (value: Typed) => void,
) => ComponentChildren

interface ItemListProps {
  readonly field: FieldShape
  readonly shape: ListShape
  readonly path: string
  readonly items: readonly Typed[]
  readonly label: string
  readonly hint: string | undefined
  readonly wrong: string | null
  readonly onChange: (items: readonly Typed[]) => void
  readonly draw: DrawField
}

/** A list of entities, texts, or items with fields of their own. */
export function ItemList({ field, shape, path, items, label, hint, wrong, onChange, draw }: ItemListProps) {
  const { names, onNamed } = useForm()
  const words = useFieldWords(names)
  const { texts } = words
  const end = endOf(shape)
  const isOfEntities = shape.of.kind === 'ENTITY' || end !== null
  const without = (index: number) => onChange(items.filter((_, each) => each !== index))
  const replaced = (index: number, item: Typed) => onChange(items.map((each, at) => (at === index ? item : each)))
  return (
    <fieldset class="field" aria-invalid={wrong === null ? undefined : true}>
      <legend>
        {label}
        {field.isRequired && <span class="quiet"> ({texts.required})</span>}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {items.length > 0 && (
        <ul class={shape.of.kind === 'ENTITY' ? 'edit-chips' : 'edit-items'}>
          {items.map((item, index) =>
            shape.of.kind === 'ENTITY' ? (
              <Chip key={String(item)} name={names[String(item)] ?? String(item)} onRemove={() => without(index)} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: items are told apart by nothing but their place
              <li key={index} class="edit-item">
                <Item
                  {...{ shape, end, label, draw }}
                  path={`${path}.${index}`}
                  number={index + 1}
                  item={item}
                  onChange={(changed) => replaced(index, changed)}
                  onRemove={() => without(index)}
                />
              </li>
            ),
          )}
        </ul>
      )}
      {isOfEntities ? (
        <EntitySearch
          label={texts.search}
          {...searchOf(end?.name ?? field.name, field.name)}
          onPick={({ id, name }) => {
            onNamed(id, name)
            const has = items.some((item) => (end && isFields(item) ? item[end.name] : item) === id)
            const isOnceOnly = shape.changedBy === null || shape.changedBy.key.length < 2
            if (!has || !isOnceOnly) onChange([...items, end ? { [end.name]: id } : id])
          }}
        />
      ) : (
        <button type="button" onClick={() => onChange([...items, blank(shape.of)])}>
          {items.length > 0 ? texts.addAnother : texts.add}
          <span class="unseen"> {label}</span>
        </button>
      )}
      {wrong !== null && <Wrong words={wrong} />}
    </fieldset>
  )
}

/** Whom a search finds: what the item's own field names, or what the list does. */
function searchOf(name: string, list: string) {
  const kinds = kindsOfEnds(name) ?? kindsOfEnds(list)
  return kinds === undefined ? {} : { kinds }
}

/** The field by which an item names its end; null for items that name none. */
const endOf = ({ of }: ListShape): FieldShape | null =>
  of.kind === 'GROUP'
    ? (of.fields.find(({ isRequired, shape }) => isRequired && shape.kind === 'ENTITY') ?? null)
    : null

/** What tells an item from the others, in words: the first field that it needs; null where that says nothing. */
function ownWords(words: FieldWords, { of }: ListShape, values: TypedFields): string | null {
  const first =
    of.kind === 'GROUP' ? of.fields.find(({ isRequired, name }) => isRequired || name === 'name') : undefined
  return first ? (valueWords(words, first.name, first.shape, values[first.name])[0] ?? null) : null
}

function Item({
  shape,
  end,
  label,
  path,
  number,
  item,
  onChange,
  onRemove,
  draw,
}: {
  readonly shape: ListShape
  readonly end: FieldShape | null
  readonly label: string
  readonly path: string
  readonly number: number
  readonly item: Typed
  readonly onChange: (item: Typed) => void
  readonly onRemove: () => void
  readonly draw: DrawField
}) {
  const { names, wrongAt } = useForm()
  const words = useFieldWords(names)
  const { texts } = words
  const values: TypedFields = isFields(item) ? item : {}
  const id = end ? String(values[end.name] ?? '') : ''
  const called = end ? (names[id] ?? id) : (ownWords(words, shape, values) ?? texts.item(label, String(number)))
  const remove = (
    <button type="button" class="edit-remove" aria-label={texts.remove(called)} onClick={onRemove}>
      <span aria-hidden="true">×</span>
    </button>
  )
  if (shape.of.kind !== 'GROUP') {
    const field: FieldShape = { name: label, isRequired: false, shape: shape.of, description: called }
    return (
      <>
        {draw(field, path, item, onChange)}
        {remove}
      </>
    )
  }
  const fields = shape.of.fields.filter((field) => field !== end)
  const needed = fields.filter(({ isRequired, name }) => isRequired || name === 'name')
  const further = fields.filter((field) => !needed.includes(field))
  const control = (field: FieldShape) =>
    draw(field, `${path}.${field.name}`, values[field.name], (value) => onChange({ ...values, [field.name]: value }))
  const isWrongWithin = further.some(({ name }) => wrongAt(`${path}.${name}`) !== null)
  const isRow = end === null && further.length === 0
  return (
    <fieldset class={isRow ? 'edit-row' : undefined}>
      <legend class={isRow ? 'unseen' : undefined}>{called}</legend>
      {remove}
      <div class="edit-columns">{needed.map(control)}</div>
      {further.length > 0 && (
        <details open={isWrongWithin || undefined}>
          <summary>{texts.moreOfItem}</summary>
          <div class="edit-columns">{further.map(control)}</div>
        </details>
      )}
    </fieldset>
  )
}
