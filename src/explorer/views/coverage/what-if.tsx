import { useRef, useState } from 'preact/hooks'
import type { Address } from '../../address.js'
import { coverageChangeTexts } from '../../language/coverage-change.js'
import { useTexts } from '../../language/language.js'
import { useProposed } from '../../parts/choices.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { CheckField } from '../../parts/fields.js'
import { actorsBegun, changeNames, changeOf, MOST_ACTORS, withoutChange } from './change.js'
import { NewActor } from './new-actor.js'
import { useRemoved } from './subject.js'

/**
 * What could be different, folded to the line of what is tried: proposed initiatives that come about, new actors, and
 * ones that there are taken away.
 * @param subject what is tried, in words; null where nothing is.
 * @param result what it comes to, where that is known.
 */
export function WhatIf({
  address,
  subject,
  result,
}: {
  readonly address: Address
  readonly subject: string | null
  readonly result: string | null
}) {
  const texts = useTexts(coverageChangeTexts)
  const proposed = useProposed()
  const isBegun = changeNames.some((name) => address.get(name) !== null)
  const isTried = changeOf(address) !== null
  const [isOpen, setOpen] = useState(isBegun && !isTried)
  const [more, setMore] = useState(0)
  const line = useRef<HTMLElement>(null)
  const actors = Math.min(MOST_ACTORS, Math.max(1, actorsBegun(address)) + more)
  return (
    <div class="what-if no-print">
      <details class="asked-in-line" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary ref={line}>
          {!isTried ? (
            <span class="fold-word">{texts.whatIf}</span>
          ) : (
            <>
              {texts.tries} <strong>{subject ?? '…'}</strong>{' '}
              <span class="fold-word">{isOpen ? texts.fold : texts.change}</span>
            </>
          )}
        </summary>
        <form onSubmit={(event) => event.preventDefault()}>
          {Array.from({ length: actors }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is called by its place in the address
            <NewActor key={index} address={address} index={index} isOnly={actors === 1} />
          ))}
          {actors < MOST_ACTORS && actorsBegun(address) === actors && (
            <button type="button" onClick={() => setMore(more + 1)}>
              {texts.another}
            </button>
          )}
          <div class="columns">
            {proposed?.length !== 0 && (
              <CheckField
                label={texts.proposed}
                choices={proposed}
                values={address.list('add')}
                onChange={(values) => address.set({ add: values.join(',') })}
              />
            )}
            <Removed address={address} />
          </div>
          <p role="status" class="what-if-result">
            {result ?? (isBegun ? texts.needsBoth : '')}
          </p>
        </form>
      </details>
      {isBegun && (
        <button
          type="button"
          onClick={() => {
            address.set(withoutChange())
            setMore(0)
            // The button goes with what it took back; who pressed it goes on from the form.
            line.current?.focus()
          }}
        >
          {texts.reset}
        </button>
      )}
    </div>
  )
}

/** Actors and initiatives that there are, taken away. */
function Removed({ address }: { readonly address: Address }) {
  const texts = useTexts(coverageChangeTexts)
  const removed = useRemoved(address.list('remove'))
  const set = (ids: readonly string[]) => address.set({ remove: ids.join(',') })
  return (
    <div class="field">
      <EntitySearch
        label={texts.remove}
        kinds={['SUPPORT_ACTOR', 'INITIATIVE']}
        onPick={({ id }) => set([...new Set([...address.list('remove'), id])])}
      />
      <ul class="plain-list">
        {removed.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <button
              type="button"
              class="small"
              onClick={() => set(address.list('remove').filter((each) => each !== id))}
            >
              {texts.keep} <span class="unseen">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
