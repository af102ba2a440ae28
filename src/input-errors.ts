/** A value in a request that cannot be meant: the API answers `BAD_USER_INPUT` and names the argument. */
export class BadUserInputError extends Error {
  override readonly name = 'BadUserInputError'
  constructor(
    /** Path of the argument, such as `profile.municipality`. */
    readonly argument: string,
    message: string,
  ) {
    super(message)
  }
}

/** An id in a request that nothing in the graph has: the API answers `NOT_FOUND` and names the id. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  constructor(readonly id: string) {
    super(`There is no ${id}`)
  }
}
