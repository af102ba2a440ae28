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

/** What was answered last, and to what. */
interface Settled<Result> {
  readonly question: string | null
  readonly data: Result | null
  readonly error: AskError | null
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
  const [state, setState] = useState<Settled<Result>>({ question: null, data: null, error: null })
  // Stands for the variables, which are a new object at each rendering.
  const question = variables === null ? null : `${turn} ${JSON.stringify(variables)}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for the variables
  useEffect(() => {
    if (variables === null) {
      setState({ question: null, data: null, error: null })
      return
    }
    const end = new AbortController()
    ask(document, variables, end.signal).then(
      (data) => setState({ question, data, error: null }),
      (error: unknown) => {
        if (end.signal.aborted) return
        setState(({ data }) => ({ question, data, error: asAskError(error) }))
      },
    )
    return () => end.abort()
  }, [document, question])

  // At once when something else is asked: what stands there is of the question before from that rendering on.
  const waiting = question !== null && question !== state.question
  const error = waiting ? null : state.error
  const away = error?.code === 'NETWORK' || error?.code === 'SERVICE_UNAVAILABLE'
  useEffect(() => {
    if (!away) return
    const timer = setTimeout(() => setTurn((now) => now + 1), RETRY_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [away])

  // Whoever signs in is answered what was refused before.
  const { signedInTimes } = useSession()
  const isRefused = error?.code === 'UNAUTHENTICATED'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only signing in asks again, or it would never end
  useEffect(() => {
    if (isRefused) setTurn((now) => now + 1)
  }, [signedInTimes])

  return { data: question === null ? null : state.data, error, waiting, again: () => setTurn((now) => now + 1) }
}
