import { useLocation } from 'preact-iso'

/** What a view keeps in its address; several values of one name are joined by commas. */
export type AddressValues = Readonly<Record<string, string | null | undefined>>

export interface Address {
  readonly path: string
  /** All that it holds. */
  readonly query: Readonly<Record<string, string>>
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
    query,
    get: (name) => query[name] ?? null,
    list: (name) => (query[name] ? query[name].split(',') : []),
    // What another field has set since this was drawn is in the window's own address already, and stays.
    set: (values, how) =>
      route(
        linkTo(path, { ...Object.fromEntries(new URLSearchParams(location.search)), ...values }),
        how === 'replace',
      ),
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

/** An id as part of a path, where colons may stand as they are. */
const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':')

/** The address of the page of an entity. */
export const entityLink = (id: string): string => `/entity/${inPath(id)}`

/** The address of a proposal's own page. */
export const proposalLink = (id: string): string => `/proposals/${inPath(id)}`

/** What the explorer's own pages are: other addresses of the server load as pages of their own. */
export const ownPages = /^\/(?!graphql|health|export|sign-in\/|imports\/|backup|changes\.atom)/

/** The address where one signs in, and comes back from to where one was. */
export const signInLink = (path: string, query: AddressValues): string =>
  linkTo('/sign-in', { to: linkTo(path, query), lang: query.lang })

/**
 * Where to go after signing in: what an address says, where that is a page of this server, else its first page.
 * @param origin of this server, such as `http://localhost:4000`.
 */
export function cameFrom(to: string | null, origin: string): string {
  if (to === null || !to.startsWith('/') || !URL.canParse(to, origin)) return '/'
  const { origin: there, pathname, search, hash } = new URL(to, origin)
  // An address that begins with two slashes names another server.
  const isElsewhere = there !== origin || pathname.startsWith('//') || /^\/sign-in(\/|$)/.test(pathname)
  return isElsewhere ? '/' : pathname + search + hash
}
