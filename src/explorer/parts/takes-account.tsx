import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { signInLink } from '../address.js'
import type { ExplorerSessionQuery } from '../generated/graphql.js'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { useSession } from '../session.js'
import { Empty } from './answered.js'

type Viewer = NonNullable<ExplorerSessionQuery['viewer']>

/** What is for whoever is signed in; for others, that it takes that and where one does so. */
export function TakesAccount({ children }: { readonly children: (viewer: Viewer) => ComponentChildren }) {
  const texts = useTexts(accountTexts)
  const { known } = useSession()
  const { path, query } = useLocation()
  if (known === null) return <div class="answered" aria-busy="true" />
  const { viewer, signIn } = known
  if (viewer?.hasAccount) return <>{children(viewer)}</>
  if (signIn.methods.length === 0) return <Empty>{viewer ? texts.noAccount : texts.nothingToSignInTo}</Empty>
  return (
    <Empty>
      <p>{texts.needsSignIn}</p>
      <p>
        <a href={signInLink(path, query)}>{texts.signIn}</a>
      </p>
    </Empty>
  )
}
