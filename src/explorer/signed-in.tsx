import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { linkTo, signInLink } from './address.js'
import { send } from './ask.js'
import type { ExplorerSessionQuery } from './generated/graphql.js'
import { accountTexts } from './language/accounts.js'
import { doingTexts } from './language/doings.js'
import { useFormat, useTexts } from './language/language.js'
import { partTexts } from './language/parts.js'
import { usePendingProposals } from './parts/pending-proposals.js'
import { isEditor, useSession } from './session.js'

/** Who is signed in, with what is theirs, or where one signs in; nothing where there is nothing to sign in to. */
export function SignedIn() {
  const texts = useTexts(accountTexts)
  const { notSent } = useTexts(partTexts)
  const { path, query } = useLocation()
  const { known, refused } = useSession()
  const [isAway, setAway] = useState(false)
  if (known === null) return null
  if (known.signIn.methods.length === 0) {
    // On the machine that holds the graph one writes without an account.
    return known.viewer === null ? null : (
      <p class="shell-account">
        <Add viewer={known.viewer} />
      </p>
    )
  }
  const viewer = refused === null && known.viewer?.hasAccount ? known.viewer : null
  const here = (to: string) => (path === to ? 'page' : undefined)
  if (viewer === null) {
    return (
      <p class="shell-account">
        <a href={path === '/sign-in' ? linkTo(path, query) : signInLink(path, query)} aria-current={here('/sign-in')}>
          {texts.signIn}
        </a>
      </p>
    )
  }
  // The page is loaded anew: nothing that was read by who was signed in stays in it.
  const signOut = () => {
    setAway(false)
    send('/sign-out', {}).then(
      () => location.assign(linkTo('/sign-in', { told: 'signed-out', lang: query.lang })),
      () => setAway(true),
    )
  }
  return (
    <div class="shell-account">
      <a href={linkTo('/account', { lang: query.lang })} aria-current={here('/account')}>
        <span class="unseen">{texts.signedInAs} </span>
        {viewer.displayName}
      </a>
      <Add viewer={viewer} />
      {viewer.actsFor.length > 0 && (
        <a href={linkTo('/mine', { lang: query.lang })} aria-current={here('/mine')}>
          {texts.mine}
        </a>
      )}
      {isEditor(viewer) && <Pending />}
      {viewer.role === 'ADMIN' && (
        <a href={linkTo('/accounts', { lang: query.lang })} aria-current={here('/accounts')}>
          {texts.accounts}
        </a>
      )}
      <button type="button" onClick={signOut}>
        {texts.signOut}
      </button>
      {isAway && <span role="alert">{notSent}</span>}
    </div>
  )
}

/** The way to what one adds or proposes. */
function Add({ viewer }: { readonly viewer: NonNullable<ExplorerSessionQuery['viewer']> }) {
  const texts = useTexts(doingTexts)
  const { path, query } = useLocation()
  const mayAdd = isEditor(viewer) || viewer.actsFor.length > 0
  return (
    <a href={linkTo('/edit', { lang: query.lang })} aria-current={path === '/edit' ? 'page' : undefined}>
      {mayAdd ? texts.add : texts.proposeNew}
    </a>
  )
}

/** The way to what was proposed, with how much of it waits. */
function Pending() {
  const texts = useTexts(accountTexts)
  const { count } = useFormat()
  const { path, query } = useLocation()
  const waiting = usePendingProposals(true)
  return (
    <a href={linkTo('/proposals', { lang: query.lang })} aria-current={path === '/proposals' ? 'page' : undefined}>
      {texts.proposals}
      {waiting !== null && waiting > 0 && (
        <>
          {' '}
          <span class="pending tag" aria-hidden="true">
            {count(waiting)}
          </span>
          <span class="unseen">, {texts.pending(count(waiting), waiting === 1)}</span>
        </>
      )}
    </a>
  )
}
