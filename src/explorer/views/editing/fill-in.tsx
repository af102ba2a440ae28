import { editingTexts } from '../../language/editing.js'
import { formFields } from '../../language/form-fields.js'
import { useTexts } from '../../language/language.js'
import { Control, Fields } from './control.js'
import { useForm } from './form-context.js'
import type { FormDraft } from './kept-draft.js'
import type { Operation, WrittenKind } from './kinds.js'
import type { Saying } from './saying.js'
import type { FieldShape } from './shape.js'
import { SourceLine } from './source-line.js'
import { isFields, type TypedFields } from './values.js'
import { Wrong } from './wrong.js'

/** The fields of a form: what matters first, all else below it, folded, and where it comes from. */
export function FillIn({
  fields,
  kind,
  operation,
  values,
  saying,
  isActors,
  takes,
  lacksSource,
  asksMailbox,
  onChange,
}: {
  readonly fields: readonly FieldShape[]
  readonly kind: WrittenKind
  readonly operation: Operation
  readonly values: TypedFields
  readonly saying: Saying
  readonly isActors: boolean
  readonly takes: (name: string) => boolean
  readonly lacksSource: boolean
  /** Whether it is asked if a mailbox is the organisation's. */
  readonly asksMailbox: boolean
  readonly onChange: (changed: Partial<FormDraft>) => void
}) {
  const texts = useTexts(editingTexts)
  const { names } = useTexts(formFields)
  const { wrongAt } = useForm()
  const isFirst = ({ name, isRequired }: FieldShape) => operation === 'END' || isRequired || kind.first.includes(name)
  const place = ({ name }: FieldShape) => (kind.first.includes(name) ? kind.first.indexOf(name) : kind.first.length)
  const first = fields.filter(isFirst).toSorted((left, right) => place(left) - place(right))
  const groups = fields.filter((field) => !isFirst(field) && field.shape.kind === 'GROUP')
  const further = fields.filter((field) => !isFirst(field) && field.shape.kind !== 'GROUP')
  const set = (changed: TypedFields) => onChange({ values: changed })
  const isWrong = ({ name, shape }: FieldShape): boolean =>
    wrongAt(name) !== null ||
    (shape.kind === 'GROUP' && shape.fields.some((field) => wrongAt(`${name}.${field.name}`) !== null))
  return (
    <>
      <div class="edit-columns">
        <Fields fields={first} values={values} onChange={set} />
      </div>
      {groups.map((group) => (
        <details key={group.name} class="edit-further" open={isWrong(group) || undefined}>
          <summary>{nameOfGroup(names, group)}</summary>
          {group.shape.kind === 'GROUP' && (
            <div class="edit-columns">
              <Fields
                fields={group.shape.fields}
                within={group.name}
                values={fieldsIn(values, group.name)}
                onChange={(changed) => set({ ...values, [group.name]: changed })}
              />
            </div>
          )}
        </details>
      ))}
      {further.length > 0 && (
        <details class="edit-further" open={further.some(isWrong) || undefined}>
          <summary>{texts.moreFields}</summary>
          <div class="edit-columns">
            {further.map((field) => (
              <Control
                key={field.name}
                field={field}
                path={field.name}
                value={values[field.name]}
                onChange={(value) => set({ ...values, [field.name]: value })}
              />
            ))}
          </div>
        </details>
      )}
      {asksMailbox && takes('confirmMailbox') && (
        <p class="field-beside">
          <label>
            <input
              type="checkbox"
              checked={saying.confirmMailbox}
              onChange={(event) => onChange({ saying: { ...saying, confirmMailbox: event.currentTarget.checked } })}
            />{' '}
            {texts.confirmMailbox}
          </label>
        </p>
      )}
      <SourceLine {...{ saying, isActors, takes }} onChange={(changed: Saying) => onChange({ saying: changed })} />
      {lacksSource && <Wrong words={texts.source.missing} />}
    </>
  )
}

const fieldsIn = (values: TypedFields, name: string): TypedFields => {
  const within = values[name]
  return isFields(within) ? within : {}
}

function nameOfGroup(names: Readonly<Record<string, string>>, { name, description }: FieldShape): string {
  return names[name] ?? description
}
