import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { Told } from './form.js'

/** A secret that is shown this once, with the focus on it, to be copied. */
export function ShownOnce({
  label,
  why,
  secret,
  onDone,
}: {
  readonly label: string
  readonly why: string
  readonly secret: string
  readonly onDone: () => void
}) {
  const texts = useTexts(accountTexts)
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<string | null>(null)
  useLayoutEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  // Only pages that came by https, or from this machine, may copy.
  const copy = () =>
    Promise.resolve(navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('not here'))).then(
      () => setTold(texts.copied),
      () => {
        box.current?.focus()
        box.current?.select()
        setTold(texts.copyByHand)
      },
    )
  return (
    <div class="notice shown-once">
      <p id={`${id}-why`}>
        <strong>{why}</strong>
      </p>
      <div class="field">
        <label for={id}>{label}</label>
        <input ref={box} id={id} readOnly value={secret} aria-describedby={`${id}-why`} autocomplete="off" />
      </div>
      <p>
        <button type="button" class="primary" onClick={copy}>
          {texts.copy}
        </button>{' '}
        <button type="button" onClick={onDone}>
          {texts.done}
        </button>
      </p>
      <Told words={told} />
    </div>
  )
}
