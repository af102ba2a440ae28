import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { cameFrom, linkTo, ownPages } from '../../address.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { Empty } from '../../parts/answered.js'
import { SignInForm } from '../../parts/sign-in-form.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'

/** What an address says that has just happened. */
const told = { 'signed-out': 'signedOut', 'password-changed': 'passwordChanged' } as const
const isTold = (name: string | undefined): name is keyof typeof told => name !== undefined && Object.hasOwn(told, name)

/** Where one signs in, and goes on to where one came from. */
export function SignIn() {
  const texts = useTexts(accountTexts)
  const { query, route } = useLocation()
  const { known, refused } = useSession()
  useTitle(texts.signIn)
  const notice = useRef<HTMLDivElement>(null)
  const to = cameFrom(query.to ?? null, location.origin)
  const happened = isTold(query.told) ? texts[told[query.told]] : null
  useEffect(() => {
    if (happened !== null) notice.current?.focus()
  }, [happened])
  const goOn = () => (ownPages.test(to) ? route(to, true) : location.assign(to))
  const { methods = [], providerAddress = null, isNeededToRead = false } = known?.signIn ?? {}
  return (
    <>
      <h1>{texts.signIn}</h1>
      {happened !== null && (
        <div ref={notice} class="notice" tabIndex={-1}>
          {happened}
        </div>
      )}
      <div class="answered" aria-busy={known === null}>
        {refused === null && known?.viewer?.hasAccount ? (
          <Empty>
            <p>
              {texts.signedInAs} {known.viewer.displayName}.
            </p>
            <p>
              <a href={to}>{texts.goOn}</a>
            </p>
          </Empty>
        ) : (
          known !== null && (
            <>
              {methods.length === 0 && <Empty>{texts.nothingToSignInTo}</Empty>}
              {isNeededToRead && <p>{texts.whyToRead}</p>}
              {providerAddress && (
                <p>
                  <a class="button" href={linkTo(providerAddress, { return: to === '/' ? null : to })}>
                    {texts.byProvider}
                  </a>
                </p>
              )}
              {providerAddress && methods.includes('PASSWORD') && <p>{texts.orByPassword}</p>}
              {methods.includes('PASSWORD') && <SignInForm onSignedIn={goOn} />}
            </>
          )
        )}
      </div>
    </>
  )
}
