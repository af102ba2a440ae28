import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import { useFieldWords } from './form-context.js'
import { type Saying, sourceName } from './saying.js'
import type { FieldShape } from './shape.js'
import { type Difference, differences, type TypedFields } from './values.js'
import { type FieldWords, labelOf, valueWords } from './words.js'

/** What is about to be stored, field by field: before and after, or, of something new, what it says. */
export function Review({
  fields,
  before,
  after,
  isNew,
  saying,
  isActors,
  names,
}: {
  readonly fields: readonly FieldShape[]
  readonly before: TypedFields
  readonly after: TypedFields
  /** Whether nothing was there before. */
  readonly isNew: boolean
  readonly saying: Saying
  readonly isActors: boolean
  readonly names: Readonly<Record<string, string>>
}) {
  const texts = useTexts(editingTexts)
  const words = useFieldWords(names)
  const source = sourceName(saying) ?? (isActors ? texts.source.actors : texts.source.own)
  return (
    <>
      <ul class="edit-changes">
        {differences(fields, before, after).map((difference) => (
          <li key={difference.path.join('.')}>
            <strong>{nameOf(words, fields, difference)}</strong>
            <Sides difference={difference} words={words} isNew={isNew} />
          </li>
        ))}
      </ul>
      <p class="quiet">
        {texts.source.legend}: {source}
        {saying.reason.trim() !== '' && ` · ${texts.source.reason}: ${saying.reason.trim()}`}
      </p>
    </>
  )
}

/** What a field is called, with the group that it is in. */
export function nameOf(words: FieldWords, fields: readonly FieldShape[], { path }: Pick<Difference, 'path'>): string {
  const [first = '', ...rest] = path
  const field = fields.find(({ name }) => name === first)
  const label = labelOf(words, field ?? { name: first })
  if (rest.length === 0) return label
  const within = field?.shape.kind === 'GROUP' ? field.shape.fields : []
  return `${label}: ${nameOf(words, within, { path: rest }).toLowerCase()}`
}

function Sides({
  difference: { path, shape, before, after },
  words,
  isNew,
}: {
  readonly difference: Difference
  readonly words: FieldWords
  readonly isNew: boolean
}) {
  const { texts } = words
  const name = path.at(-1) ?? ''
  const [was, is] = [valueWords(words, name, shape, before), valueWords(words, name, shape, after)]
  if (isNew) return <Lines lines={is} none={texts.none} />
  // Of a list, what stays is of no interest.
  const isList = shape.kind === 'LIST'
  const shown = (lines: readonly string[], others: readonly string[]) =>
    isList && shape.changedBy ? lines.filter((line) => !others.includes(line)) : lines
  return (
    <dl class="edit-sides">
      <div>
        <dt>{texts.before}</dt>
        <dd>
          <Lines lines={shown(was, is)} none={isList && was.length > 0 ? '–' : texts.none} />
        </dd>
      </div>
      <div>
        <dt>{texts.after}</dt>
        <dd>
          <Lines lines={shown(is, was)} none={isList && is.length > 0 ? '–' : texts.none} />
        </dd>
      </div>
    </dl>
  )
}

/** Lines of words; a word for none. */
export function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <span class="quiet">{none}</span>
  if (lines.length === 1) return <span>{lines[0]}</span>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
