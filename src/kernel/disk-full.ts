/** The disk has no room left for a file; its message says for which. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError'
}

/** What the system says where a file cannot grow: the disk is full, or what a user or a file may have of it. */
const codes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** What writing a file threw; a DiskFullError of some words where there was no room for it. */
export const orDiskFull = (thrown: unknown, message: string): unknown =>
  thrown instanceof Error && 'code' in thrown && codes.has(thrown.code)
    ? new DiskFullError(message, { cause: thrown })
    : thrown
