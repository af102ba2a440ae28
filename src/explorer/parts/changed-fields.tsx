import { fieldNames } from '../language/fields.js'
import { historyTexts } from '../language/history.js'
import { type Language, useFormat, useTexts } from '../language/language.js'
import { verbTexts } from '../language/verbs.js'
import { EntityName } from './entity-name.js'
import type { Told, ToldField, ToldTie } from './told-fields.js'
import { useToldValue } from './told-value.js'
import type { Named } from './use-names.js'

type Names = ReadonlyMap<string, Named> | null

/** The order in which fields are told. */
export const fieldOrder: readonly string[] = Object.keys(fieldNames.sv)

/** What a change makes of an entity: each field before and after, and relationships in words. */
export function ChangedFields({
  told: { fields, ties },
  names,
  before,
  after,
}: {
  readonly told: Told
  readonly names: Names
  /** What stands over what there was, and over what there is; "before" and "after" where left out. */
  readonly before?: string
  readonly after?: string
}) {
  const texts = useTexts(historyTexts)
  // What is new has nothing before it: a column of nothing says nothing.
  const isNew = fields.every((field) => field.before === null)
  return (
    <>
      {fields.length > 0 && (
        <dl class={isNew ? 'changed-fields changed-new' : 'changed-fields'}>
          {!isNew && (
            <div class="changed-heads" aria-hidden="true">
              <span>{texts.field}</span>
              <span>{before ?? texts.before}</span>
              <span>{after ?? texts.after}</span>
            </div>
          )}
          {fields.map((field) => (
            <ChangedField
              key={field.name}
              {...{ field, names, isNew }}
              heads={[before ?? texts.before, after ?? texts.after]}
            />
          ))}
        </dl>
      )}
      {ties.length > 0 && (
        <ul class="changed-ties">
          {ties.map((tie) => (
            <ChangedTie key={`${tie.type} ${tie.end} ${JSON.stringify(tie.properties)}`} tie={tie} names={names} />
          ))}
        </ul>
      )}
    </>
  )
}

function ChangedField({
  field: { name, before, after },
  names,
  isNew,
  heads: [headBefore, headAfter],
}: {
  readonly field: ToldField
  readonly names: Names
  readonly isNew: boolean
  readonly heads: readonly [string, string]
}) {
  const texts = useTexts(historyTexts)
  const words: Readonly<Record<string, string>> = useTexts(fieldNames)
  const say = useToldValue(names)
  const nothing = <span class="quiet">{texts.nothing}</span>
  return (
    <div>
      <dt>{words[name] ?? name}</dt>
      {!isNew && (
        <dd>
          <span class="changed-head">{headBefore}: </span>
          {before === null ? nothing : <del lang={languageOf(name)}>{say(name, before)}</del>}
        </dd>
      )}
      <dd>
        {!isNew && <span class="changed-head">{headAfter}: </span>}
        {after === null ? nothing : <ins lang={languageOf(name)}>{say(name, after)}</ins>}
      </dd>
    </div>
  )
}

/** In which language a field's value is written, where it has one of its own. */
const languageOf = (field: string): Language | undefined =>
  field.endsWith('En') ? 'en' : field.endsWith('Sv') ? 'sv' : undefined

function ChangedTie({
  tie: { type, end, direction, became, until, properties },
  names,
}: {
  readonly tie: ToldTie
  readonly names: Names
}) {
  const texts = useTexts(historyTexts)
  const { of: verbs } = useTexts(verbTexts)
  const words: Readonly<Record<string, string>> = useTexts(fieldNames)
  const say = useToldValue(names)
  const { day } = useFormat()
  const verbOf: Readonly<Record<string, Readonly<Record<'OUT' | 'IN', string>>>> = verbs
  const other = names?.get(end)
  const said = properties.map(({ name, before, after }) => {
    if (before === null && after !== null && typeof after === 'boolean') return words[name] ?? name
    const value = after === null ? texts.nothing : say(name, after)
    return `${words[name] ?? name}: ${before === null ? value : `${say(name, before)} → ${value}`}`
  })
  return (
    <li>
      <strong>{texts.tie[became]}</strong>: {verbOf[type]?.[direction] ?? type}{' '}
      {names === null ? '…' : other ? <EntityName entity={other} /> : texts.somethingGone}
      {became === 'ENDED' && until !== null && `, ${texts.tieUntil(day(until))}`}
      {said.length > 0 && ` (${said.join('; ')})`}
    </li>
  )
}
