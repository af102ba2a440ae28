import { useLocation } from 'preact-iso'

/** What a view keeps in its address; several values of one name are joined by commas. */
export type AddressValues = Readonly<Record<string, string | null | undefined>>

export interface Address {
  readonly path: string
  /** The value of a name, or null. */
  get(name: string): string | null
  /** The values of a name, none where it is not there. */
  list(name: string): readonly string[]
  /** Puts values in place of those of the same names; null takes one away. The page can be gone back from unless `replace`. */
  set(values: AddressValues, how?: 'replace'): void
}

/** The state of a view, which is all in its address, so that a link shows the same elsewhere. */
export function useAddress(): Address {
  const { path, query, route } = useLocation()
  return {
    path,
    get: (name) => query[name] ?? null,
    list: (name) => (query[name] ? query[name].split(',') : []),
    set: (values, how) => route(linkTo(path, { ...query, ...values }), how === 'replace'),
  }
}

/** The address of a view with these values; those that are null or empty are left out. */
export function linkTo(path: string, values: AddressValues = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  // Ids read well with colons and commas as they are, and both may stand in a query.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text === '' ? path : `${path}?${text}`
}

/** The address of the page of an entity. */
export const entityLink = (id: string): string => `/entity/${encodeURIComponent(id).replaceAll('%3A', ':')}`
