import { useLocation } from 'preact-iso'
import { signInLink } from '../../address.js'
import { isEmbedded } from '../../embedded.js'
import { graphql } from '../../generated/gql.js'
import type { Role } from '../../generated/graphql.js'
import { doingTexts } from '../../language/doings.js'
import { useTexts } from '../../language/language.js'
import { kindOf } from '../../parts/entity-search.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { Additions, takesClaims } from './additions.js'
import { DoingRow, type DoneAbout } from './doing-row.js'

const rightsDocument = graphql(`
  query ExplorerRights($id: ID!) {
    editable(id: $id) {
      id
      rights
      endedOn
      toConfirm {
        id
      }
    }
  }
`)

/** Kinds that people write. */
const writtenByHand: ReadonlySet<string> = new Set(['SUPPORT_ACTOR', 'INITIATIVE', 'FIRM', 'ESTABLISHMENT', 'CLAIM'])

/**
 * What whoever looks may do about an entity: change it, say that it still holds or no longer does, or propose that; and of
 * what comes with the region, what can be added there.
 * @param onChanged hears that what is shown is no longer what is there.
 */
export function Doings({
  entity,
  onChanged,
}: {
  readonly entity: { readonly __typename: string; readonly id: string }
  readonly onChanged: () => void
}) {
  const texts = useTexts(doingTexts)
  const { path, query } = useLocation()
  const { known } = useSession()
  const kind = kindOf(entity.__typename)
  const isWritten = writtenByHand.has(kind)
  const viewer = known?.viewer ?? null
  const answer = useAnswer(rightsDocument, isWritten && viewer !== null ? { id: entity.id } : null)
  if (isEmbedded) return null
  if (!isWritten)
    return viewer !== null && takesClaims(kind) ? <Additions {...{ kind, viewer }} to={entity.id} /> : null
  if (known !== null && viewer === null) {
    if (known.signIn.methods.length === 0) return null
    return (
      <div class="doings no-print">
        <p class="quiet">
          {texts.seeAnError} <a href={signInLink(path, query)}>{texts.signInToPropose}</a>
        </p>
      </div>
    )
  }
  // Until it is known what one may about this one, what one may about all.
  const editable = answer.data ? answer.data.editable : viewer && usually(viewer.role, entity)
  return (
    <div class="doings no-print" aria-busy={answer.waiting}>
      {editable && viewer && (
        <DoingRow
          {...{ entity, editable, viewer }}
          onChanged={() => {
            onChanged()
            answer.again()
          }}
          onRefused={answer.again}
        />
      )}
    </div>
  )
}

/** What a role may about anything of a kind; the server says what one may about one of them. */
function usually(role: Role, { __typename }: { readonly __typename: string }): DoneAbout {
  const none = { endedOn: null, toConfirm: [] }
  if (role === 'READER' || role === 'CONTRIBUTOR') return { ...none, rights: ['PROPOSE'] }
  return { ...none, rights: ['PROPOSE', 'PUBLISH', ...(mergeable.has(__typename) ? (['MERGE'] as const) : [])] }
}

/** Types of which two can be made one. */
const mergeable: ReadonlySet<string> = new Set(['Firm', 'SupportActor', 'Initiative'])
