import { useEffect, useState } from 'preact/hooks'
import { type AskError, asAskError, ask } from './ask.js'
import type { TypedDocumentString } from './generated/graphql.js'
import { useSession } from './session.js'

/** An answer as it comes: the one before stays until the next is there, so that a view does not flicker. */
export interface Answer<Result> {
  readonly data: Result | null
  readonly error: AskError | null
  /** Whether a question is under way. */
  readonly waiting: boolean
  /** Asks the same again. */
  again(): void
}

/** How long a server that does not answer is left alone before it is asked again. */
export const RETRY_MILLISECONDS = 3_000

/**
 * The answer to an operation; asked anew whenever the variables change, and again where the server was away.
 * @param variables null to ask nothing yet.
 */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<Omit<Answer<Result>, 'again'>>({ data: null, error: null, waiting: true })
  const key = JSON.stringify(variables)

  // The key stands for the variables, which are a new object at each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (variables === null) {
      setState({ data: null, error: null, waiting: false })
      return
    }
    const end = new AbortController()
    setState(({ data }) => ({ data, error: null, waiting: true }))
    ask(document, variables, end.signal).then(
      (data) => setState({ data, error: null, waiting: false }),
      (error: unknown) => {
        if (end.signal.aborted) return
        setState(({ data }) => ({ data, error: asAskError(error), waiting: false }))
      },
    )
    return () => end.abort()
  }, [document, key, turn])

  const away = state.error?.code === 'NETWORK' || state.error?.code === 'SERVICE_UNAVAILABLE'
  useEffect(() => {
    if (!away) return
    const timer = setTimeout(() => setTurn((now) => now + 1), RETRY_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [away])

  // Whoever signs in is answered what was refused before.
  const { signedInTimes } = useSession()
  const isRefused = state.error?.code === 'UNAUTHENTICATED'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only signing in asks again, or it would never end
  useEffect(() => {
    if (isRefused) setTurn((now) => now + 1)
  }, [signedInTimes])

  return { ...state, again: () => setTurn((now) => now + 1) }
}
