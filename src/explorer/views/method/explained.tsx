import { useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import type { MethodEntry } from '../../language/method-entry.js'
import { useRegion } from '../../region.js'
import { type Founds, RestsOn } from './rests-on.js'
import { SizeLimits } from './size-limits.js'

/** What a word means, how it is calculated, what it does not say, and what to read of it. */
export function Explained({
  term,
  entry: { title, means, calculated, not },
  founds,
}: {
  readonly term: string
  readonly entry: MethodEntry
  readonly founds: Founds
}) {
  const texts = useTexts(methodTexts)
  const note = useRegion().method[term]
  return (
    <article class="method-entry" id={term} tabIndex={-1}>
      <h3>{title}</h3>
      <p>{means}</p>
      {term === 'size-class' && <SizeLimits />}
      <dl>
        <div>
          <dt>{texts.calculated}</dt>
          <dd>{calculated}</dd>
        </div>
        <div>
          <dt>{texts.not}</dt>
          <dd>{not}</dd>
        </div>
        {note && (
          <div>
            <dt>{texts.source}</dt>
            <dd>
              <RestsOn note={note} founds={founds} />
            </dd>
          </div>
        )}
      </dl>
    </article>
  )
}
