/** A question or command that was refused; the message says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}
