import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { signInLink } from '../address.js'
import { accountTexts } from '../language/accounts.js'
import { useLanguage, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useSession } from '../session.js'
import type { Answer } from '../use-answer.js'

/** How long an answer may take before the page says that it waits: what comes at once needs no word. */
const PATIENCE_MILLISECONDS = 300

/** What an answer shows; while it is awaited, a sign of it, and in place of one that failed, why and what to do. */
export function Answered<Result>({
  answer,
  children,
}: {
  readonly answer: Answer<Result>
  readonly children: (data: Result) => ComponentChildren
}) {
  const isFirst = answer.waiting && answer.data === null
  return (
    <div class={isFirst ? 'answered awaited' : 'answered'} aria-busy={answer.waiting}>
      {answer.waiting && <Waiting />}
      {answer.error && <Problem answer={answer} />}
      {answer.data !== null && children(answer.data)}
    </div>
  )
}

function Waiting() {
  const texts = useTexts(partTexts)
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  if (!long) return null
  return (
    <p class="waiting" role="status">
      <progress aria-label={texts.waiting} /> {texts.waiting}
    </p>
  )
}

function Problem<Result>({ answer: { error, again } }: { readonly answer: Answer<Result> }) {
  const texts = useTexts(partTexts)
  const problems: Readonly<Record<string, string>> = texts.problems
  if (error?.code === 'UNAUTHENTICATED' || error?.code === 'FORBIDDEN') return <NotAllowed code={error.code} />
  const away = error?.code === 'NETWORK' || error?.code === 'SERVICE_UNAVAILABLE'
  return (
    <div class="notice notice-problem" role="alert">
      <p>{away ? texts.away : (problems[error?.code ?? ''] ?? texts.failed)}</p>
      {!away && <ServerWords>{error?.message}</ServerWords>}
      <button type="button" onClick={again}>
        {texts.again}
      </button>
    </div>
  )
}

/** What the server says of it itself, which it says in English: no word of that stands on pages of another language. */
export const ServerWords = ({ children }: { readonly children: ComponentChildren }) =>
  useLanguage() === 'en' ? <p class="quiet">{children}</p> : null

/** That one may not see what is asked for, and where one signs in, if that helps. */
export function NotAllowed({ code }: { readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' }) {
  const { problems } = useTexts(partTexts)
  const { signIn } = useTexts(accountTexts)
  const { known } = useSession()
  const { path, query } = useLocation()
  const leadsThere = code === 'UNAUTHENTICATED' && (known?.signIn.methods.length ?? 0) > 0
  return (
    <div class="notice" role="status">
      <p>{problems[code]}</p>
      {leadsThere && (
        <p>
          <a href={signInLink(path, query)}>{signIn}</a>
        </p>
      )}
    </div>
  )
}

/** Why there is nothing to show, and what to try. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="notice">{children}</div>
}

/** What a reader has to know beside the numbers. */
export function Warnings({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) {
  const texts = useTexts(partTexts)
  if (warnings.length === 0) return null
  return (
    <details class="warnings">
      <summary>
        {texts.warnings} ({warnings.length})
      </summary>
      <ul>
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </details>
  )
}
