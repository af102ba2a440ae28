import { useEffect, useState } from 'preact/hooks'

/** Below this a grid of places and needs would have to be moved sideways. */
const NARROW = '(max-width: 48rem)'

/** Whether the page is too narrow for a grid. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches)
  useEffect(() => {
    const media = matchMedia(NARROW)
    const onChange = () => setNarrow(media.matches)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [])
  return isNarrow
}
