import type { ShownRegion } from '../edition/shown-region.js'

/**
 * Fetches what the server says of its region, as it comes, with the page that this is.
 * @throws where the server does not answer.
 */
export async function fetchRegion(): Promise<ShownRegion> {
  const named = document.querySelector<HTMLLinkElement>('link#region')
  const response = await fetch(named?.href ?? '/region.json')
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}
