import type { ComponentChildren } from 'preact'
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

/**
 * Who helps in a cell, without whom a change takes away.
 * @param children who is tried there.
 */
export function Helpers({
  helpers,
  change,
  children,
}: {
  readonly helpers: readonly ExplorerCellHelperFragment[]
  readonly change: SupportChange | null
  readonly children: ComponentChildren
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const removed = new Set([...(change?.removeActors ?? []), ...(change?.removeInitiatives ?? [])])
  const left = helpers.flatMap((helper) => {
    const initiatives = helper.initiatives.filter(({ initiative }) => !removed.has(initiative.id))
    const isGone = removed.has(helper.actor.id) || (helper.initiatives.length > 0 && initiatives.length === 0)
    return isGone ? [] : [{ ...helper, initiatives }]
  })
  const item = (helper: ExplorerCellHelperFragment) => <Helper key={helper.actor.id} helper={helper} />
  return (
    <>
      <ul class="helpers">
        {children}
        {left.slice(0, SHOWN).map(item)}
      </ul>
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
function Helper({ helper: { actor, reach, evidence, initiatives } }: { readonly helper: ExplorerCellHelperFragment }) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  return (
    <li>
      <EntityName entity={actor} /> <span class="quiet">{reach.name}</span>
      {initiatives.length === 0 && <div class="quiet">{texts.standing[evidence]}</div>}
      {initiatives.map(({ initiative, meets }) => (
        <div key={initiative.id} class="quiet">
          <EntityName entity={initiative} />:{' '}
          {texts.seen(meets[0]?.evidence ?? 'AREA', {
            year: initiative.lastSeen,
            end: initiative.to && format.day(initiative.to, initiative.toPrecision),
            confirmed: initiative.lastConfirmed && format.day(initiative.lastConfirmed),
          })}
        </div>
      ))}
    </li>
  )
}
