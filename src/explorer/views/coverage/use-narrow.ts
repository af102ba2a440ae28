import { useMedia } from '../../parts/use-media.js'

/** Whether the page is too narrow for a grid of places and needs, which would have to be moved sideways. */
export const useNarrow = (): boolean => useMedia('(max-width: 48rem)')
