import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { signInLink, useAddress } from '../../address.js'
import { accountTexts } from '../../language/accounts.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { Empty } from '../../parts/answered.js'
import { useTitle } from '../../parts/use-title.js'
import { isEditor, useSession } from '../../session.js'
import { AllImports } from './all-imports.js'
import { JobPage } from './job-page.js'

/** Lists that come in: one of them, where the address names it, else all of them and a form for one more. */
export function Importing() {
  const texts = useTexts(importingTexts)
  const { known } = useSession()
  const job = useAddress().get('job')
  useTitle(texts.heading)
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to come from one to another is not there any more.
  const shown = useRef(job)
  const isTurned = useRef(false)
  if (shown.current !== job) isTurned.current = true
  useLayoutEffect(() => {
    if (shown.current !== job) heading.current?.focus()
    shown.current = job
  }, [job])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {texts.heading}
      </h1>
      {known === null && <div class="answered" aria-busy="true" />}
      {known !== null && !isEditor(known.viewer) && <NotForAll />}
      {known !== null &&
        isEditor(known.viewer) &&
        (job === null ? <AllImports /> : <JobPage key={job} id={job} isLedTo={isTurned.current} />)}
    </>
  )
}

/** What importing takes, and where one signs in. */
function NotForAll() {
  const texts = useTexts(importingTexts)
  const { signIn, nothingToSignInTo } = useTexts(accountTexts)
  const { known } = useSession()
  const { path, query } = useLocation()
  if (known?.viewer) return <Empty>{texts.needsEditor}</Empty>
  const hasWay = (known?.signIn.methods.length ?? 0) > 0
  return (
    <Empty>
      <p>{texts.needsSignIn}</p>
      <p>{hasWay ? <a href={signInLink(path, query)}>{signIn}</a> : nothingToSignInTo}</p>
    </Empty>
  )
}
