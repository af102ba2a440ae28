import { useCallback } from 'preact/hooks'
import { useRegion } from '../region.js'

/**
 * Tells the address of a page as it is written on what leaves it: files, paper and links that are copied. It begins as people
 * know the server where that is set, else as the page was reached; colons and commas read as they are.
 */
export function usePublicAddress(): (page?: string) => string {
  const { address } = useRegion()
  return useCallback(
    (page = location.href) => {
      const { pathname, search, hash } = new URL(page, location.href)
      const query = search.replaceAll('%3A', ':').replaceAll('%2C', ',')
      return new URL(pathname + query + hash, address ?? location.origin).href
    },
    [address],
  )
}
