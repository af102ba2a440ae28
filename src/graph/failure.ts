export type GraphErrorKind =
  /** The engine cannot be reached or opened: settings or circumstances outside the program. */
  | 'UNAVAILABLE'
  /** The statement failed, or its rows are not what the query declares: a fault of this program. */
  | 'FAILED'
  /** The statement, or the request that asks it, took longer than its reader allows. */
  | 'TIMED_OUT'
  /** More is asked than can be answered soon: the same may be asked again later. */
  | 'BUSY'

/** What the door throws, whichever engine is behind it. `message` is one line for an operator. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  constructor(
    readonly kind: GraphErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The first line of whatever was thrown, for messages to an operator. */
export function oneLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return message.split('\n', 1)[0] ?? ''
}
