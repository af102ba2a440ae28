import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ShownRegion } from '../edition/shown-region.js'

export const RegionContext = createContext<ShownRegion | null>(null)

/** The region that the pages are of. */
export function useRegion(): ShownRegion {
  const region = useContext(RegionContext)
  if (region === null) throw new Error('no region is given to what is shown')
  return region
}
