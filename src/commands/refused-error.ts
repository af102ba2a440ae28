/** A question that was refused; the message says why, as the API does. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}
