import { graphql } from '../../generated/gql.js'
import type { ExplorerComesToFragment, ExplorerCoverageQuery, SupportChange } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useMunicipalities, useProposed } from '../../parts/choices.js'

graphql(`
  fragment ExplorerComesTo on WhatIfSummary {
    gapsFilled
    gapsOpened
    jobsReached
    jobsLost
  }
`)

/** What a change comes to, and what it moves cell by cell. */
export function Changes({
  change,
  summary,
  changed,
}: {
  readonly change: SupportChange
  readonly summary: ExplorerComesToFragment
  readonly changed: ExplorerCoverageQuery['supportWhatIf']['changed']
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const subject = useSubject(change)
  if (changed.length === 0) return <p class="notice">{texts.unchanged}</p>
  const sentence = texts.comesTo({
    subject,
    filled: format.count(summary.gapsFilled),
    reached: format.count(summary.jobsReached),
    opened: format.count(summary.gapsOpened),
    lost: format.count(summary.jobsLost),
  })
  return (
    <div class="notice">
      <p>
        <strong>{sentence}</strong>
      </p>
      <details>
        <summary>
          {texts.changed(format.count(changed.length))} {texts.changing}
        </summary>
        <ul>
          {changed.map(({ place, need, from, to }) => (
            <li key={`${place.id} ${need.id}`}>
              {texts.change(place.name, need.name, texts.levels[from], texts.levels[to])}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** What is added, by name and place. */
function useSubject({ addActors, addInitiatives }: SupportChange): string {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const [municipalities, proposed] = [useMunicipalities(), useProposed()]
  const nameOf = (id: string) =>
    [...(municipalities ?? []), ...(proposed ?? [])].find((each) => each.id === id)?.name ?? id
  return format.list([
    ...(addActors ?? []).map(({ name, serves }) => texts.actorAt(name, format.list(serves.map(nameOf)))),
    ...(addInitiatives ?? []).map(nameOf),
  ])
}
