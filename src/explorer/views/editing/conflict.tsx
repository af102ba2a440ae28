import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import { useFieldWords } from './form-context.js'
import { Lines, nameOf } from './review.js'
import { settle, withTheirs } from './settle.js'
import type { FieldShape } from './shape.js'
import type { Typed, TypedFields } from './values.js'
import { valueWords } from './words.js'

/** What stood there, what somebody else wrote and what one wrote oneself, side by side, with a choice for each field. */
export function Conflict({
  fields,
  before,
  theirs,
  yours,
  names,
  name,
  became,
  onSettled,
}: {
  readonly fields: readonly FieldShape[]
  readonly before: TypedFields
  readonly theirs: TypedFields
  readonly yours: TypedFields
  readonly names: Readonly<Record<string, string>>
  /** What it is about was called. */
  readonly name: string
  /** What it was merged into is called; null where it is the same still. */
  readonly became: string | null
  readonly onSettled: (values: TypedFields) => void
}) {
  const all = useTexts(editingTexts)
  const texts = all.conflict
  const words = useFieldWords(names)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => heading.current?.focus(), [])
  const settling = settle(fields, { before, theirs, yours })
  const { clashes, others } = settling

  const side = (path: readonly string[], isTheirs: boolean, label: string, lines: readonly string[]) => {
    const key = path.join('.')
    return (
      <label class="edit-side">
        <span class="edit-side-name">
          <input
            type="radio"
            name={`${id}-${key}`}
            checked={chosen.has(key) === isTheirs}
            onChange={() =>
              setChosen((now) => new Set(isTheirs ? [...now, key] : [...now].filter((each) => each !== key)))
            }
          />{' '}
          {label}
        </span>
        <Lines lines={lines} none={all.none} />
      </label>
    )
  }
  return (
    <section class="edit-conflict" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>
        {texts.heading}
      </h2>
      {became !== null && <p>{texts.merged(name, became)}</p>}
      <p>{clashes.length > 0 ? texts.lead : texts.noneShared}</p>
      {clashes.map((clash) => {
        const { path, shape } = clash
        const said = (typed: Typed | undefined) => valueWords(words, path.at(-1) ?? '', shape, typed)
        return (
          <fieldset key={path.join('.')}>
            <legend>{nameOf(words, fields, clash)}</legend>
            <div class="edit-three">
              <div class="edit-side">
                <span class="edit-side-name">{texts.stood}</span>
                <Lines lines={said(clash.before)} none={all.none} />
              </div>
              {side(path, true, texts.theirs, said(clash.theirs))}
              {side(path, false, texts.yours, said(clash.after))}
            </div>
          </fieldset>
        )
      })}
      {others.length > 0 && (
        <>
          <h3>{texts.others}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.path.join('.')}>
                {nameOf(words, fields, other)}:{' '}
                {valueWords(words, other.path.at(-1) ?? '', other.shape, other.after).join(', ') || all.none}
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="primary" onClick={() => onSettled(withTheirs(settling, chosen, theirs))}>
        {texts.goOn}
      </button>
    </section>
  )
}
