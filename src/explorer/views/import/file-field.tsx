import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AskError } from '../../ask.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'

/** A file to send, chosen or dropped; what is wrong with it is said at it, and it has the focus then. */
export function FileField({
  onFile,
  error,
  wrong,
}: {
  readonly onFile: (file: File | null) => void
  readonly error: AskError | null
  /** What is wrong with the file; null for nothing. */
  readonly wrong: string | null
}) {
  const texts = useTexts(importingTexts)
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [dropped, setDropped] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is one of its own
  useLayoutEffect(() => {
    if (wrong !== null) box.current?.focus()
  }, [wrong, error])

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const files = event.dataTransfer?.files
    const [first, second] = files ?? []
    if (!box.current || !files || !first) return
    if (second) {
      setDropped(texts.oneFile)
      return
    }
    box.current.files = files
    setDropped(texts.fileChosen(first.name))
    onFile(first)
  }
  return (
    // Dropping is one way more: the box within does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class={isOver ? 'field drop-place drop-place-over' : 'field drop-place'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label for={id}>{texts.file}</label>
      <input
        ref={box}
        id={id}
        type="file"
        aria-invalid={wrong !== null || undefined}
        aria-describedby={[wrong !== null && `${id}-fault`, `${id}-hint`].filter(Boolean).join(' ')}
        onChange={(event) => {
          setDropped(null)
          onFile(event.currentTarget.files?.[0] ?? null)
        }}
      />
      <p class="hint" id={`${id}-hint`}>
        {texts.fileHint}
      </p>
      <p class="told" role="status">
        {dropped}
      </p>
      {wrong !== null && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
