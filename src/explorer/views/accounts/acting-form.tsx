import { useRef, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import type { ActsForInput, ExplorerAccountShownFragment } from '../../generated/graphql.js'
import { accountTexts } from '../../language/accounts.js'
import { useFormat, useTexts } from '../../language/language.js'
import { currentDay } from '../../parts/current-day.js'
import { EntityName } from '../../parts/entity-name.js'
import { EntitySearch, type Found } from '../../parts/entity-search.js'
import { FormProblem, Told } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { NewActing } from './new-acting.js'
import { updateDocument } from './update-account.js'

/** Whom an account acts for, and from when to when. */
export function ActingForm({
  account: { name, actsFor },
  onChanged,
}: {
  readonly account: ExplorerAccountShownFragment
  readonly onChanged: () => void
}) {
  const texts = useTexts(accountTexts)
  const { day } = useFormat()
  const sending = useSend()
  const [chosen, setChosen] = useState<Found | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const all = useRef<HTMLDivElement>(null)
  const today = currentDay()

  async function change(input: { actsFor?: ActsForInput[]; endActsFor?: string[] }, words: string) {
    setTold(null)
    const isDone = await sending.send(async () => {
      await ask(updateDocument, { input: { name, ...input } })
    })
    if (!isDone) return
    setTold(words)
    setChosen(null)
    onChanged()
    // What was pressed is no more.
    all.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds a form of its own
    <div ref={all} tabIndex={-1} role="group" aria-label={texts.actsFor}>
      <Told words={told} />
      {actsFor.length === 0 && <p>{texts.actsForNobody}.</p>}
      <ul class="plain-list">
        {actsFor.map(({ actor, from, to }, index) => (
          <li key={actor?.id ?? index}>
            {actor ? <EntityName entity={actor} /> : texts.withdrawnActor}{' '}
            <span class="quiet">
              {[from && texts.since(day(from)), to && texts.until(day(to))].filter(Boolean).join(' ')}
            </span>{' '}
            {actor && (to === null || to >= today) && (
              <button
                type="button"
                aria-label={texts.endActor(actor.name)}
                onClick={() => change({ endActsFor: [actor.id] }, texts.actorEnded(actor.name))}
              >
                {texts.endActorShort}
              </button>
            )}
          </li>
        ))}
      </ul>
      <EntitySearch label={texts.findActor} kinds={['SUPPORT_ACTOR']} onPick={setChosen} />
      {chosen && (
        <NewActing
          key={chosen.id}
          actor={chosen}
          today={today}
          sending={sending}
          onChosen={(period) => change({ actsFor: [{ actor: chosen.id, ...period }] }, texts.actorAdded(chosen.name))}
        />
      )}
      <FormProblem error={sending.error} faults={[{ argument: 'input.actsFor[0].to', words: texts.periodFault }]} />
    </div>
  )
}
