import { useFormat, useTexts } from '../../language/language.js'
import { answerTexts } from '../../language/support-answer.js'
import { ActorEntry } from './actor-entry.js'
import { type HelpGroup, offersIn } from './help-groups.js'

const idOf = ({ kind }: HelpGroup): string => `help-${kind.toLowerCase().replace('_', '-')}`

/** How much stands in a group, in words. */
function useCounted(): (group: HelpGroup) => string {
  const texts = useTexts(answerTexts)
  const format = useFormat()
  return (group) => {
    const [offers, actors] = [offersIn(group), group.entries.length]
    return offers === 0
      ? texts.actorCount(actors, format.count(actors))
      : texts.groupCount(offers, format.count(offers), actors, format.count(actors))
  }
}

/** Links to the groups of an answer, with how many can help so. Nothing where there is but one. */
export function GroupLinks({ groups }: { readonly groups: readonly HelpGroup[] }) {
  const texts = useTexts(answerTexts)
  const format = useFormat()
  if (groups.length < 2) return null
  return (
    <nav class="group-links no-print" aria-label={texts.groupsLabel}>
      <ul>
        {groups.map((group) => (
          <li key={group.kind}>
            <a
              href={`#${idOf(group)}`}
              onClick={(event) => {
                // An address holds what is asked; where one reads is no part of it.
                event.preventDefault()
                const heading = document.getElementById(idOf(group))
                heading?.focus({ preventScroll: true })
                heading?.scrollIntoView()
              }}
            >
              {texts.groups[group.kind]}{' '}
              <span class="number">{format.count(offersIn(group) || group.entries.length)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** An answer by kind of help: a heading for each kind, and below it who offers it with what. */
export function HelpGroups({ groups, needs }: { readonly groups: readonly HelpGroup[]; readonly needs: number }) {
  const texts = useTexts(answerTexts)
  const counted = useCounted()
  return (
    <div class="help-groups">
      {groups.map((group) => (
        <section key={group.kind} class="help-group" aria-labelledby={idOf(group)}>
          <h3 id={idOf(group)} tabIndex={-1}>
            {texts.groups[group.kind]} <span class="group-count">{counted(group)}</span>
          </h3>
          <ul class="matches">
            {group.entries.map((entry) => (
              <ActorEntry key={entry.match.actor.id} entry={entry} needs={needs} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
