import { useRef, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { Told } from '../../parts/form.js'
import { SaidOfList } from './said-of-list.js'
import { TakeBack } from './take-back.js'
import type { ShownImport } from './use-job.js'

/** What became of a list so far, in words, and where that leads. */
export function Outcome({ job, onChanged }: { readonly job: ShownImport; readonly onChanged: () => void }) {
  const texts = useTexts(importingTexts)
  const lang = useAddress().get('lang')
  const [isTakenBack, setTakenBack] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { status, kind, title, file, message, source, change, isUnfinished } = job
  const isGone = isTakenBack || job.isTakenBack
  const hasEnded = ['DONE', 'FAILED', 'CANCELLED', 'BROKEN_OFF'].includes(status)
  const isLost = hasEnded && status !== 'DONE'
  return (
    <>
      {status === 'READY' && message !== null && (
        <p class="notice" role="alert">
          {texts.changedSince}
        </p>
      )}
      {isLost && (
        <div class="notice notice-problem">
          {isUnfinished && <p>{texts.unfinishedJob}</p>}
          {message !== null && (
            <p class="imported-text">
              <SaidOfList text={message} />
            </p>
          )}
          {status === 'FAILED' && !isUnfinished && <p>{texts.failedHint}</p>}
          <p>
            <a href={linkTo('/import', { lang, title, kind })}>{texts.again}</a>
          </p>
        </div>
      )}
      {status === 'DONE' && change === null && <p>{texts.nothingNew}</p>}
      {hasEnded && source && (
        <p>
          {texts.source} <EntityName entity={source} />
        </p>
      )}
      {hasEnded && change && (
        // biome-ignore lint/a11y/useSemanticElements: it holds no fields
        <div ref={place} tabIndex={-1} role="group" aria-label={texts.change}>
          <p>
            {texts.change}: <code class="imported-text">{change.id}</code>
          </p>
          <Told words={isTakenBack ? texts.takenBack(title ?? file) : null} />
          {job.isTakenBack && !isTakenBack && <p>{texts.isTakenBack}</p>}
          {!isGone && (
            <TakeBack
              change={change.id}
              title={title ?? file}
              onDone={() => {
                setTakenBack(true)
                onChanged()
                place.current?.focus()
              }}
            />
          )}
        </div>
      )}
    </>
  )
}
