import { type ComponentChildren, createElement } from 'preact'
import { useId } from 'preact/hooks'
import { CheckField } from '../../parts/fields.js'
import { EntityControl } from './entity-control.js'
import { useFieldWords, useForm } from './form-context.js'
import { type DrawField, ItemList } from './item-list.js'
import type { FieldShape, Shape } from './shape.js'
import { blank, isFields, type Typed, type TypedFields } from './values.js'
import { choiceWords, hintOf, labelOf } from './words.js'
import { Wrong } from './wrong.js'

interface ControlProps {
  readonly field: FieldShape
  /** The names that lead to it, with dots between. */
  readonly path: string
  readonly value: Typed | undefined
  readonly onChange: (value: Typed) => void
}

/** Values that the schema has and nobody may choose: of a person nothing is stored. */
const neverChosen: ReadonlySet<string> = new Set(['SOLE_TRADER'])

/** A field of a form, whatever it holds. */
export function Control({ field, path, value, onChange }: ControlProps) {
  const { shape, name } = field
  const { names } = useForm()
  const words = useFieldWords(names)
  const label = labelOf(words, field)
  // Within a list the same would stand at each item.
  const hint = /\.\d+\./.test(path) ? undefined : hintOf(words, name)
  switch (shape.kind) {
    case 'GROUP':
      return (
        <fieldset class="field">
          <legend>{label}</legend>
          <Fields
            fields={shape.fields}
            within={path}
            values={isFields(value) ? value : {}}
            onChange={(changed) => onChange(changed)}
          />
        </fieldset>
      )
    case 'LIST':
      return <ListControl {...{ field, path, value, onChange, label, hint }} shape={shape} />
    case 'ENTITY':
      return (
        <EntityControl
          {...{ name, path, label, hint, isRequired: field.isRequired }}
          value={value}
          onChange={onChange}
        />
      )
    default:
      return (
        <Box {...{ path, label, hint, isRequired: field.isRequired, isTick: shape.kind === 'YES' }}>
          {(given) => <Plain {...{ shape, name, given }} value={value} onChange={onChange} />}
        </Box>
      )
  }
}

function ListControl({
  field,
  shape,
  path,
  value,
  onChange,
  label,
  hint,
}: ControlProps & {
  readonly shape: Extract<Shape, { kind: 'LIST' }>
  readonly label: string
  readonly hint: string | undefined
}) {
  const { names, wrongAt } = useForm()
  const words = useFieldWords(names)
  const items = Array.isArray(value) ? value : []
  const wrong = wrongAt(path)
  if (shape.of.kind === 'CHOICE') {
    return (
      <>
        <CheckField
          label={label}
          {...(hint === undefined ? {} : { hint })}
          choices={shape.of.values.map((id) => ({ id, name: choiceWords(words, field.name, id), group: null }))}
          values={items.map(String)}
          onChange={onChange}
        />
        {wrong !== null && <Wrong words={wrong} />}
      </>
    )
  }
  const draw: DrawField = (within, at, item, onItem) => (
    <Control key={at} field={within} path={at} value={item} onChange={onItem} />
  )
  return <ItemList {...{ field, shape, path, items, label, hint, wrong, onChange, draw }} />
}

/** Fields one below the other. */
export function Fields({
  fields,
  within = '',
  values,
  onChange,
}: {
  readonly fields: readonly FieldShape[]
  readonly within?: string
  readonly values: TypedFields
  readonly onChange: (values: TypedFields) => void
}) {
  return (
    <>
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          path={within === '' ? field.name : `${within}.${field.name}`}
          value={values[field.name] ?? blank(field.shape)}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </>
  )
}

/** What a box is given, so that what stands around it is said of it. */
export interface BoxGiven {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'aria-required': true | undefined
}

/** A box with what it is called, how it is filled in, and what is wrong with it. */
export function Box({
  path,
  label,
  hint,
  isRequired,
  isTick = false,
  children,
}: {
  readonly path: string
  readonly label: string
  readonly hint: string | undefined
  readonly isRequired: boolean
  readonly isTick?: boolean
  readonly children: (given: BoxGiven) => ComponentChildren
}) {
  const id = useId()
  const { wrongAt } = useForm()
  const { texts } = useFieldWords({})
  const wrong = wrongAt(path)
  const given: BoxGiven = {
    id,
    name: path,
    'aria-invalid': wrong === null ? undefined : true,
    'aria-describedby': [wrong !== null && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
    'aria-required': isRequired || undefined,
  }
  const title = (
    <label for={id}>
      {label}
      {isRequired && <span class="quiet"> ({texts.required})</span>}
    </label>
  )
  return (
    <div class={isTick ? 'field edit-tick' : 'field'}>
      {!isTick && title}
      {children(given)}
      {isTick && title}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && <Wrong id={`${id}-fault`} words={wrong} />}
    </div>
  )
}

const isLong = (name: string): boolean => /^(description|statement|excludedText|reason)/.test(name)

function Plain({
  shape,
  name,
  given,
  value,
  onChange,
}: {
  readonly shape: Shape
  readonly name: string
  readonly given: BoxGiven
  readonly value: Typed | undefined
  readonly onChange: (value: Typed) => void
}) {
  const { names } = useForm()
  const words = useFieldWords(names)
  const text = typeof value === 'string' ? value : ''
  switch (shape.kind) {
    case 'YES':
      return (
        <input
          {...given}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'CHOICE':
      return (
        <select {...given} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{words.texts.notSaid}</option>
          {shape.values
            .filter((choice) => !neverChosen.has(choice))
            .map((choice) => (
              <option key={choice} value={choice} selected={choice === text}>
                {choiceWords(words, name, choice)}
              </option>
            ))}
        </select>
      )
    default:
      return createElement(isLong(name) ? 'textarea' : 'input', {
        ...given,
        ...(isLong(name)
          ? { rows: 3 }
          : {
              type: shape.kind === 'DAY' ? 'date' : 'text',
              ...(shape.kind === 'WHOLE' ? { inputMode: 'numeric' as const } : {}),
              ...(shape.kind === 'NUMBER' ? { inputMode: 'decimal' as const } : {}),
              autocomplete: 'off',
            }),
        value: text,
        onInput: (event: Event) => {
          const { currentTarget: box } = event
          if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) onChange(box.value)
        },
      })
  }
}
