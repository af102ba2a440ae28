import { graphql } from '../../generated/gql.js'
import type { ExplorerCellHelperFragment, SupportChange } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerCellHelper on SupportMatch {
    evidence
    actor {
      id
      name(lang: $lang)
    }
    reach {
      ... on Entity {
        id
        name(lang: $lang)
      }
    }
    initiatives {
      initiative {
        id
        name(lang: $lang)
        lastSeen
        lastConfirmed
        to
        toPrecision
      }
      meets {
        evidence
      }
    }
  }
`)

/** So many stand there at once; the others are folded. */
const SHOWN = 4

/** Who helps in a cell today; whom and what a change takes away is marked, and stands last. */
export function Helpers({
  helpers,
  change,
}: {
  readonly helpers: readonly ExplorerCellHelperFragment[]
  readonly change: SupportChange | null
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const removed = new Set([...(change?.removeActors ?? []), ...(change?.removeInitiatives ?? [])])
  const goes = ({ actor, initiatives }: ExplorerCellHelperFragment) =>
    removed.has(actor.id) ||
    (initiatives.length > 0 && initiatives.every(({ initiative }) => removed.has(initiative.id)))
  const left = helpers.filter((helper) => !goes(helper))
  const gone = helpers.filter(goes)
  const item = (helper: ExplorerCellHelperFragment) => (
    <Helper key={helper.actor.id} helper={helper} isGone={goes(helper)} removed={removed} />
  )
  return (
    <>
      <ul class="helpers">{[...left.slice(0, SHOWN), ...gone].map(item)}</ul>
      {left.length > SHOWN && (
        <details>
          <summary>{texts.moreHelpers(format.count(left.length - SHOWN))}</summary>
          <ul class="helpers">{left.slice(SHOWN).map(item)}</ul>
        </details>
      )}
    </>
  )
}

/** Who helps there, with what, and how well that is known. */
function Helper({
  helper: { actor, reach, evidence, initiatives },
  isGone,
  removed,
}: {
  readonly helper: ExplorerCellHelperFragment
  /** Whether a change takes away all of it. */
  readonly isGone: boolean
  /** Ids of what a change takes away. */
  readonly removed: ReadonlySet<string>
}) {
  const texts = useTexts(supportTexts)
  const { wouldGo } = useTexts(coverageTexts)
  const format = useFormat()
  return (
    <li>
      <EntityName entity={actor} /> <span class="quiet">{reach.name}</span>{' '}
      {isGone && <span class="tag">{wouldGo}</span>}
      {initiatives.length === 0 && <div class="quiet">{texts.standing[evidence]}</div>}
      {initiatives.map(({ initiative, meets }) => (
        <div key={initiative.id} class="quiet">
          <EntityName entity={initiative} />:{' '}
          {texts.seen(meets[0]?.evidence ?? 'AREA', {
            year: initiative.lastSeen,
            end: initiative.to && format.day(initiative.to, initiative.toPrecision),
            confirmed: initiative.lastConfirmed && format.day(initiative.lastConfirmed),
          })}{' '}
          {!isGone && removed.has(initiative.id) && <span class="tag">{wouldGo}</span>}
        </div>
      ))}
    </li>
  )
}
