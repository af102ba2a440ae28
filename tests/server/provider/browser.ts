import type { FastifyInstance } from 'fastify'

/** An answer as a browser gets it. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly body: string
  readonly headers: Headers
  /** Where it leads to; null where it stays. */
  readonly to: string | null
}

interface Cookie {
  readonly origin: string
  readonly path: string
  readonly name: string
  readonly value: string
}

/**
 * A browser that follows what it is answered, with cookies of its own: to the server under test as its proxy would ask it,
 * to every other address over the network.
 * @param origin the address by which people know the server.
 * @param sent what the proxy adds to each request.
 */
export class Browser {
  private cookies: Cookie[] = []

  constructor(
    private readonly app: FastifyInstance,
    private readonly origin: string,
    private readonly sent: Readonly<Record<string, string>> = {},
  ) {}

  async visit(address: string, accept = 'text/html'): Promise<Page> {
    const url = new URL(address, this.origin)
    const cookie = this.cookies
      .filter(({ origin, path }) => origin === url.origin && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const headers = { accept, ...(cookie === '' ? {} : { cookie }) }
    const { status, body, got } = await (url.origin === this.origin ? this.inject(url, headers) : fetched(url, headers))
    for (const set of got.getSetCookie()) this.keep(url, set)
    const location = got.get('location')
    return { url: url.href, status, body, headers: got, to: location && new URL(location, url).href }
  }

  /** Goes where it is led, until it stays or would go on to what is looked for. */
  async follow(address: string, until: RegExp = /^$/): Promise<Page> {
    let page = await this.visit(address)
    for (let steps = 0; page.to !== null && !until.test(page.to); steps += 1) {
      if (steps > 10) throw new Error(`led on and on, to ${page.to}`)
      page = await this.visit(page.to)
    }
    return page
  }

  /** Who the server takes this browser's user for. */
  async viewer(): Promise<unknown> {
    const query = encodeURIComponent('{ viewer { name displayName role hasPassword } }')
    const { body } = await this.visit(`/graphql?query=${query}`, 'application/json')
    return JSON.parse(body).data.viewer
  }

  /** Names and values of the server's cookies. */
  held(): string[] {
    return this.cookies.filter(({ origin }) => origin === this.origin).map(({ name, value }) => `${name}=${value}`)
  }

  private async inject(url: URL, headers: Readonly<Record<string, string>>) {
    const answer = await this.app.inject({
      ...{ method: 'GET', url: `${url.pathname}${url.search}` },
      headers: { host: url.host, ...headers, ...this.sent },
    })
    const got = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const each of [value ?? []].flat()) got.append(name, String(each))
    }
    return { status: answer.statusCode, body: answer.body, got }
  }

  private keep({ origin, pathname }: URL, set: string): void {
    const [pair = '', ...attributes] = set.split(';').map((part) => part.trim())
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? []
    const attribute = (wanted: string) => attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))
    const path = attribute('path')?.slice(5) ?? pathname
    const ends = attribute('expires')?.slice(8)
    this.cookies = this.cookies.filter((each) => each.name !== name || each.path !== path || each.origin !== origin)
    if (ends === undefined || new Date(ends) > new Date()) this.cookies.push({ origin, path, name, value })
  }
}

async function fetched(url: URL, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  return { status: answer.status, body: await answer.text(), got: answer.headers }
}
