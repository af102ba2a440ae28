/** More jobs wait than are looked after. */
export class TooManyJobsError extends Error {
  override readonly name = 'TooManyJobsError'
}
