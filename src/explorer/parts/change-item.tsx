import type { ComponentChildren } from 'preact'
import { graphql } from '../generated/gql.js'
import type { ExplorerChangeFragment } from '../generated/graphql.js'
import { historyTexts } from '../language/history.js'
import { useFormat, useTexts } from '../language/language.js'
import { CameOf } from './came-of.js'
import { ChangeSentence } from './change-sentence.js'
import { ChangedFields } from './changed-fields.js'
import { EntityName } from './entity-name.js'
import type { Told } from './told-fields.js'
import type { Named } from './use-names.js'

graphql(`
  fragment ExplorerChange on Change {
    id
    operation
    at
    author
    reason
    isRedacted
    entity {
      __typename
      id
      name(lang: $lang)
    }
    about {
      __typename
      id
      name(lang: $lang)
    }
    forActor {
      id
      name(lang: $lang)
    }
    isProposed
    proposal {
      id
      at
      author
      decidedBy
      forActor {
        id
        name(lang: $lang)
      }
    }
    source {
      id
      name(lang: $lang)
      publisher(lang: $lang)
      url
    }
    inverseOf {
      id
      at
    }
    counts {
      added
      changed
      gone
    }
    fields {
      name
      before
      after
    }
  }
`)

/** So many fields and relationships are shown at once; more are folded, as are those of what is new. */
const MOST_OPEN = 8

/** Operations whose fields are said by the sentence. */
const saidInWords: ReadonlySet<string> = new Set(['CONFIRM', 'END'])

/** A change as an item of a list: when, who did what, why, by what source, and each field before and after. */
export function ChangeItem({
  change,
  told,
  names,
  isOf,
  isOfOffer = false,
  isUndone = false,
  isFolded = false,
  own = [],
  children,
}: {
  readonly change: ExplorerChangeFragment
  readonly told: Told
  readonly names: ReadonlyMap<string, Named> | null
  /** Whether it stands on the page of what it changed. */
  readonly isOf: boolean
  /** Whether it stands on the page of an actor and changed something that this offers. */
  readonly isOfOffer?: boolean
  /** Whether a later change of the list takes it back. */
  readonly isUndone?: boolean
  /** Whether its fields are folded however few they are. */
  readonly isFolded?: boolean
  /** Ids of actors that the reader acts for. */
  readonly own?: readonly string[]
  /** What can be done about it. */
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(historyTexts)
  const format = useFormat()
  const { id, operation, at, reason, source, counts, isRedacted, entity, about } = change
  const isOfFile = operation === 'IMPORT' || operation === 'SEED'
  const rows = saidInWords.has(operation) ? 0 : told.fields.length + told.ties.length
  const isNew = operation === 'CREATE' || isOfFile
  return (
    <li id={id} class="change" tabIndex={-1}>
      <p class="change-when">
        <time dateTime={at}>{format.moment(at)}</time>
        {isOfOffer && about !== null && (
          <span>
            {texts.aboutOffer}
            <EntityName entity={about} />
          </span>
        )}
        {isUndone && <span class="tag">{texts.isUndone}</span>}
      </p>
      <p class="change-what">
        <ChangeSentence change={change} isOf={isOf} own={own} />
      </p>
      <CameOf change={change} own={own} />
      {counts !== null && !isOf && entity === null && (
        <p class="quiet">
          {texts.counts(format.count(counts.added), format.count(counts.changed), format.count(counts.gone))}
        </p>
      )}
      {isRedacted && <p class="quiet">{texts.isRedacted}</p>}
      {rows > 0 &&
        (isFolded || isNew || rows > MOST_OPEN ? (
          <details>
            <summary>{texts.fields(format.count(rows), rows === 1)}</summary>
            <ChangedFields told={told} names={names} />
          </details>
        ) : (
          <ChangedFields told={told} names={names} />
        ))}
      {(reason !== null || source !== null) && (
        <p class="quiet">
          {reason !== null && operation !== 'SEED' && `${texts.reason}: ${reason}. `}
          {source !== null && (
            <>
              {texts.source}: <EntityName entity={source} />
              {source.publisher !== null && !source.name.includes(source.publisher) && `, ${source.publisher}`}
              {source.url !== null && (
                <>
                  {' · '}
                  <a href={source.url}>{texts.openSource}</a>
                </>
              )}
            </>
          )}
        </p>
      )}
      {children}
    </li>
  )
}
