/** Longer than any view's address is. */
const LONGEST = 2_000

/**
 * The page of this server that whoever signs in wants to see then: a path, as it may stand in a header; the first page for
 * what leads elsewhere or cannot be read.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(asked)) return '/'
  const here = 'http://localhost'
  if (!URL.canParse(asked, here)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, here)
  // Points in a path may leave one that a browser takes for another server's name.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
