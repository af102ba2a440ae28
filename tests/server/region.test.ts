import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Edition } from '../../src/edition/edition.js'
import { createApp } from '../../src/server/app.js'
import { localSettings, operation } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

const told = z.looseObject({
  languages: z.array(z.string()),
  counties: z.array(z.string()),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  outlines: z.object({ features: z.array(z.object({ id: z.string() })) }),
})
const addressOf = (page: string) => /<link id="region" [^>]*href="([^"]+)"/.exec(page)?.[1] ?? ''

let served: SeededApp
beforeAll(async () => {
  served = await openSeededApp()
}, 60_000)
afterAll(() => served.close())

describe('the region at /region.json', () => {
  it('has the counties, the languages and words in each of them', async () => {
    const { languages, counties, words } = told.parse(JSON.parse(await served.body('/region.json')))
    expect(counties.toSorted()).toEqual(['county:24', 'county:25'])
    expect(languages).toEqual(['SV', 'EN'])
    expect(words.SV?.searchHint).toContain('Kiruna')
    expect(Object.keys(words.SV ?? {}).toSorted()).toEqual(Object.keys(words.EN ?? {}).toSorted())
  })

  it('has an outline for every municipality of the counties, and for no other', async () => {
    const { counties, outlines } = told.parse(JSON.parse(await served.body('/region.json')))
    const { body } = await served.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost' },
      payload: {
        query:
          'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on County { municipalities(first: 200) { nodes { id } } } } }',
        variables: { ids: counties },
      },
    })
    const ids = z.looseObject({ nodes: z.array(z.object({ id: z.string() })) })
    const { nodes } = z
      .object({ data: z.object({ nodes: z.array(z.object({ municipalities: ids })) }) })
      .parse(JSON.parse(body)).data
    const known = nodes.flatMap(({ municipalities }) => municipalities.nodes.map(({ id }) => id))
    expect(outlines.features.map(({ id }) => id).toSorted()).toEqual(known.toSorted())
  })

  it('is kept for good under the address that the page names, and else asked for each time', async () => {
    const named = await served.get(addressOf(await served.body('/')))
    expect(named.headers['cache-control']).toContain('immutable')
    const plain = await served.get('/region.json')
    expect(plain.body).toBe(named.body)
    expect(plain.headers['cache-control']).toBe('no-cache')
    const headers = { host: 'localhost', 'if-none-match': String(plain.headers.etag) }
    const again = await served.app.inject({ method: 'GET', url: '/region.json', headers })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await served.get('/region.json?v=another')).headers['cache-control']).toBe('no-cache')
  })
})

describe('the tabs of the page for trying queries', () => {
  it.each(edition.explorer.tabs)('$operation answers “$question”', async ({ operation: name, variables }) => {
    const reply = await served.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost' },
      payload: { query: operation(name), variables },
    })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).not.toHaveProperty('errors')
  })
})

describe('the page', () => {
  it.each(['/', '/index.html', '/coverage', '/entity/county:25'])(
    'at %s is in the region’s first language',
    async (url) => {
      const page = await served.body(url)
      expect(page).toContain('<html lang="sv">')
      expect(page).toContain('<meta name="description" content="Sju industrisatsningar')
    },
  )

  it('is the same where there is nothing, with a status that says so', async () => {
    const reply = await served.app.inject({ url: '/nothing', headers: { host: 'localhost', accept: 'text/html' } })
    expect([reply.statusCode, reply.body]).toEqual([404, await served.body('/')])
  })

  const pageOf = async (region: Edition) => {
    const app = await createApp({ graph: null, edition: region }, localSettings, pino({ level: 'silent' }))
    const { body } = await app.inject({ url: '/', headers: { host: 'localhost' } })
    await app.close()
    return body
  }

  it('of a region that speaks English alone and says nothing of itself is in English', async () => {
    const page = await pageOf({ ...edition, languages: ['EN'], explorer: { ...edition.explorer, words: {} } })
    expect(page).toContain('<html lang="en">')
    expect(page).not.toContain('name="description"')
    expect(addressOf(page)).not.toBe(addressOf(await served.body('/')))
  })

  it('is called what the region calls it', async () => {
    const words = { SV: { title: 'Näringsgraf & stöd' } }
    const page = await pageOf({ ...edition, explorer: { ...edition.explorer, words } })
    expect(page).toContain('<title>Näringsgraf &amp; stöd</title>')
  })

  it('takes no markup from the region’s words', async () => {
    const words = { SV: { description: '"><script>alert(1)</script> $&' } }
    const page = await pageOf({ ...edition, explorer: { ...edition.explorer, words } })
    expect(page).toContain('content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; $&amp;"')
  })
})
