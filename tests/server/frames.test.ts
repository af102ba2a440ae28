import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import { readSettings } from '../../src/startup/settings.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'

const read = (named: string) => readSettings({ NORRGRAPH_EMBED: named }).server.embedders

describe('sites that may show views in a frame', () => {
  it.each([
    ['https://Site.Example/', ['https://site.example']],
    ['HTTPS://SITE.EXAMPLE:443', ['https://site.example']],
    [
      'http://127.0.0.1:4924, https://a.example  https://b.example:8443/',
      ['http://127.0.0.1:4924', 'https://a.example', 'https://b.example:8443'],
    ],
    ['https://å.example', ['https://xn--5ca.example']],
    ['http://[::1]:8080', ['http://[::1]:8080']],
    ['', []],
  ])('are named by %s', (named, origins) => {
    expect(read(named)).toEqual(origins)
  })

  it.each([
    ...[
      'null',
      '*',
      'https://*',
      'https://*.example',
      'https://*:8080',
      'http://localhost:*',
      'site.example',
      '//site.example',
    ],
    ...[
      'https://site.example/page',
      'https://site.example?',
      'https://somebody@site.example',
      'data:text/html',
      'file:///x',
    ],
    // What would end the list in the header, and begin another.
    ...['https://a;script-src', 'https://a%3Bscript-src', "https://a'self'", 'https://a"b'],
  ])('are not named by %s', (named) => {
    expect(() => read(named)).toThrow('NORRGRAPH_EMBED must be an address without a path')
  })
})

describe('pages', () => {
  const named = ['https://site.example', 'https://other.example:8443']
  let graph: Graph
  let app: Awaited<ReturnType<typeof createApp>>
  beforeAll(async () => {
    graph = await openGraph({ engine: 'embedded', path: null })
    app = await createApp({ graph, edition }, { ...localSettings, embedders: named }, pino({ level: 'silent' }))
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await graph.close()
  })
  async function get(url: string, headers: Record<string, string> = {}) {
    const reply = await app.inject({
      method: 'GET',
      url,
      headers: { host: 'localhost', accept: 'text/html', ...headers },
    })
    const policy = String(reply.headers['content-security-policy'])
    const [, ancestors = ''] = policy.match(/frame-ancestors ([^;]*)/) ?? []
    return { status: reply.statusCode, ancestors, older: reply.headers['x-frame-options'], tag: reply.headers.etag }
  }

  it.each(['/', '/support', '/coverage', '/spillover', '/network', '/suppliers', '/method', '/entity/actor:x'])(
    '%s stand in a frame of the sites that are named, as a reading frame alone',
    async (url) => {
      expect(await get(`${url}?embed=1`)).toMatchObject({
        status: 200,
        ancestors: `'self' ${named.join(' ')}`,
        older: undefined,
      })
      for (const query of ['', '?embed=2', '?embed=', '?embed=1&embed=1', '?embed[]=1', '?EMBED=1']) {
        expect(await get(url + query)).toMatchObject({ ancestors: "'self'", older: 'SAMEORIGIN' })
      }
    },
  )

  it.each([
    ...[
      '/edit',
      '/sign-in',
      '/account',
      '/accounts',
      '/import',
      '/mine',
      '/proposals',
      '/merge',
      '/changes',
      '/doubles',
    ],
    ...[
      '/spillover/runs',
      '/entity/actor:x/history',
      '/index.html',
      '/graphql',
      '/support/',
      '/none',
      '/export/firms.csv',
    ],
  ])('%s stand in no frame', async (url) => {
    expect(await get(`${url}?embed=1`)).toMatchObject({ ancestors: "'self'", older: 'SAMEORIGIN' })
  })

  it('that a browser has kept stand in frames as the server says now', async () => {
    const { tag } = await get('/support?embed=1')
    const again = await get('/support?embed=1', { 'if-none-match': String(tag) })
    expect(again).toMatchObject({ status: 304, ancestors: `'self' ${named.join(' ')}`, older: undefined })
    expect(await get('/support', { 'if-none-match': String(tag) })).toMatchObject({ status: 304, older: 'SAMEORIGIN' })
  })
})
