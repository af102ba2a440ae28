import { useEffect } from 'preact/hooks'

/** Names the page in the browser's tabs and history; null leaves that to what is shown. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} – Norrgraph`
  }, [title])
}
