import { useEffect } from 'preact/hooks'
import { useRegionWords } from '../language/region.js'

/** Names the page in the browser's tabs and history; null leaves that to what is shown. */
export function useTitle(title: string | null): void {
  const { title: ofPages } = useRegionWords()
  useEffect(() => {
    if (title !== null) document.title = `${title} – ${ofPages}`
  }, [title, ofPages])
}
