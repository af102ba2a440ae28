import type { TypedDocumentString } from './generated/graphql.js'

/** Why an answer is not there: the server's stable code, the argument that it names, or `NETWORK` where none answered. */
export class AskError extends Error {
  override readonly name = 'AskError'
  constructor(
    readonly code: string,
    message: string,
    readonly argument: string | null = null,
  ) {
    super(message)
  }
}

interface Reply<Result> {
  readonly data?: Result | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: string; readonly argument?: string }
  }[]
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
  const response = await reach(JSON.stringify({ query: document.toString(), variables }), signal)
  const reply: Reply<Result> = await response.json().catch(() => ({}))
  const [problem] = reply.errors ?? []
  if (problem) {
    const { code = 'UNKNOWN', argument = null } = problem.extensions ?? {}
    throw new AskError(code, problem.message, argument)
  }
  if (!reply.data) throw new AskError('NETWORK', `HTTP ${response.status}`)
  return reply.data
}

async function reach(body: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new AskError('NETWORK', String(error))
  }
}
