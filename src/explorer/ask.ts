import { isEmbedded } from './embedded.js'
import type { TypedDocumentString } from './generated/graphql.js'

/**
 * Why an answer is not there: the server's stable code, the argument that it names and after how many seconds one may ask
 * again, or `NETWORK` where none answered.
 */
export class AskError extends Error {
  override readonly name = 'AskError'
  constructor(
    readonly code: string,
    message: string,
    readonly argument: string | null = null,
    readonly seconds: number | null = null,
    /** Of a `CONFLICT`: ids of the changes that stand in the way, newest first, and the revision by now where it is told. */
    readonly conflict: { readonly changes: readonly string[]; readonly revision: number | null } | null = null,
    /** Of a `NOT_FOUND`: the id that nothing has. */
    readonly id: string | null = null,
  ) {
    super(message)
  }
}

/** What went wrong, as an `AskError`. */
export const asAskError = (error: unknown): AskError =>
  error instanceof AskError ? error : new AskError('UNKNOWN', String(error))

export interface Reply<Result> {
  readonly data?: Result | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: {
      readonly code?: string
      readonly argument?: string
      readonly seconds?: number
      readonly changes?: readonly string[]
      readonly revision?: number
      readonly id?: string
    }
  }[]
}

const heard = new Set<() => void>()

/** Calls whenever an answer takes being signed in. @returns what ends that. */
export function onUnauthenticated(listener: () => void): () => void {
  heard.add(listener)
  return () => heard.delete(listener)
}

/**
 * Sends one operation to the server that the page came from.
 * @throws AskError; DOMException where `signal` ended it.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await reach('/graphql', { query: document.toString(), variables }, signal)
  const reply: Reply<Result> = await response.json().catch(() => ({}))
  const problem = problemIn(reply, response.headers.get('retry-after'))
  if (problem) throw said(problem)
  if (!reply.data) throw new AskError('NETWORK', `HTTP ${response.status}`)
  return reply.data
}

/**
 * Sends something to another address of the server, as JSON.
 * @throws AskError
 */
export async function send(address: string, body: object): Promise<void> {
  const response = await reach(address, body)
  if (response.ok) return
  const reply: Reply<never> = await response.json().catch(() => ({}))
  throw problemIn(reply, response.headers.get('retry-after')) ?? new AskError('NETWORK', `HTTP ${response.status}`)
}

/**
 * Why an address did not take what it was sent.
 * @param wait what its header `retry-after` says.
 */
export const refusalIn = (reply: Reply<never>, wait: string | null, status: number): AskError =>
  said(problemIn(reply, wait) ?? new AskError('NETWORK', `HTTP ${status}`))

/** Lets those know who wait for it that being signed in was missed. */
function said(problem: AskError): AskError {
  if (problem.code === 'UNAUTHENTICATED') for (const listener of heard) listener()
  return problem
}

function problemIn({ errors = [] }: Reply<unknown>, retryAfter: string | null): AskError | null {
  const [problem] = errors
  if (!problem) return null
  const wait = Number.parseInt(retryAfter ?? '', 10)
  const { code = 'UNKNOWN', argument = null, seconds = wait, changes, revision = null, id } = problem.extensions ?? {}
  const conflict = changes ? { changes, revision } : null
  const after = Number.isFinite(seconds) ? seconds : null
  return new AskError(code, problem.message, argument, after, conflict, id ?? null)
}

async function reach(address: string, body: object, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      // The one cookie goes to the server that the page came from, and to no other.
      // In a frame of another site nobody is signed in.
      credentials: isEmbedded ? 'omit' : 'same-origin',
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new AskError('NETWORK', String(error))
  }
}
