import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { linkTo, signInLink } from './address.js'
import { send } from './ask.js'
import { accountTexts } from './language/accounts.js'
import { useFormat, useTexts } from './language/language.js'
import { partTexts } from './language/parts.js'
import { usePendingProposals } from './parts/pending-proposals.js'
import { useSession } from './session.js'

/** Who is signed in, with what is theirs, or where one signs in; nothing where there is nothing to sign in to. */
export function SignedIn() {
  const texts = useTexts(accountTexts)
  const { notSent } = useTexts(partTexts)
  const { path, query } = useLocation()
  const { known, refused } = useSession()
  const [isAway, setAway] = useState(false)
  if (known === null || known.signIn.methods.length === 0) return null
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
      {viewer.actsFor.length > 0 && (
        <a href={linkTo('/mine', { lang: query.lang })} aria-current={here('/mine')}>
          {texts.mine}
        </a>
      )}
      {['EDITOR', 'ADMIN'].includes(viewer.role) && <Pending />}
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
