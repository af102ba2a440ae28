import { useLocation } from 'preact-iso'
import { entityLink, linkTo, useAddress } from '../../address.js'
import type { ExplorerSessionQuery } from '../../generated/graphql.js'
import { doingTexts } from '../../language/doings.js'
import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import { EntitySearch } from '../../parts/entity-search.js'
import { useSaved } from '../../parts/use-saved.js'
import { useTitle } from '../../parts/use-title.js'
import { isEditor } from '../../session.js'
import { writtenKinds } from './kinds.js'

/** What can be added, in the order in which it is looked for. */
const kinds = ['FIRM', 'SUPPORT_ACTOR', 'INITIATIVE', 'ESTABLISHMENT', 'CLAIM'] as const

/** Where one chooses what to write: something new of a kind, or a correction of what is here. */
export function ChooseNew({ viewer }: { readonly viewer: NonNullable<ExplorerSessionQuery['viewer']> }) {
  const { choose } = useTexts(editingTexts)
  const doings = useTexts(doingTexts)
  const { route } = useLocation()
  const lang = useAddress().get('lang')
  const [told] = useSaved()
  const mayPublish = isEditor(viewer)
  const heading = mayPublish ? choose.heading : choose.headingOfProposals
  useTitle(heading)
  // Who acts for one actor adds what that one offers, which they may store.
  const [actor, ...others] = viewer.actsFor
  const by = viewer.role === 'CONTRIBUTOR' && actor && others.length === 0 ? actor.id : null
  const words = (kind: (typeof kinds)[number]) =>
    (mayPublish || (kind === 'INITIATIVE' && by !== null) ? doings.new : doings.newProposed)[kind]
  return (
    <>
      <h1>{heading}</h1>
      <p class="told" role="status">
        {told}
      </p>
      <ul class="edit-kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={linkTo('/edit', { new: kind, by: kind === 'INITIATIVE' ? by : null, lang })}>{words(kind)}</a>{' '}
            <span class="quiet">{choose.kinds[kind]}</span>
          </li>
        ))}
      </ul>
      <h2>{choose.correct}</h2>
      <EntitySearch
        label={choose.search}
        kinds={writtenKinds.map(({ kind }) => kind)}
        onPick={({ id }) => route(linkTo(entityLink(id), { lang }))}
      />
      {viewer.hasAccount && (
        <p class="edit-leave">
          <a href={linkTo('/proposals', { status: 'all', lang })}>{choose.yours}</a>
        </p>
      )}
    </>
  )
}
