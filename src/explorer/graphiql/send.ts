import type { GraphiQLProps } from 'graphiql'

/** Sends an operation to the server that this page came from; an answer that is not JSON is shown as an error. */
export const send: GraphiQLProps['fetcher'] = async (operation, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', ...options?.headers, 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  })
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return { errors: [{ message: `HTTP ${response.status}: ${text}` }] }
  }
}
