import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { newOffer } from '../contract/writing-drafts.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

/** An element with what stands in it. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads a document, refusing one that is not well-formed. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const current = open.at(-1)
    if (current) current.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const [feed] = root.children
  if (!feed) throw new Error('there is no root')
  return feed
}

const within = (element: Element, name: string) => element.children.filter((child) => child.name === name)
const one = (element: Element, name: string): Element => {
  const found = within(element, name)
  expect(found.map((each) => each.name)).toEqual([name])
  return found[0] ?? element
}
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

describe('the feed of changes', () => {
  let seeded: SeededApp
  beforeAll(async () => {
    seeded = await openSeededApp()
  }, 180_000)
  afterAll(() => seeded.close())

  it('is Atom: what RFC 4287 asks of feeds and entries, newest first, without reasons and accounts', async () => {
    const name = 'Lån & <stöd> “nu”'
    const viewer = { ...localEditor, name: 'secret-account', actsFor: ['actor:norrlandsfonden'] }
    const draft = { ...newOffer({ nameSv: name }), reason: 'secret-reason' }
    const { entity } = await publishDraft({ graph: seeded.graph, edition, viewer }, draft)
    const reply = await seeded.get('/changes.atom')
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toMatch(/^application\/atom\+xml/)
    expect(reply.body).not.toMatch(/secret/)
    const feed = parsed(reply.body)
    expect(feed.name).toBe('feed')
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom')
    expect(one(feed, 'title').text).not.toBe('')
    expect(one(feed, 'id').text).toMatch(/^https?:\/\//)
    expect(one(feed, 'updated').text).toMatch(moment)
    expect(within(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual(['self', 'alternate'])
    const entries = within(feed, 'entry')
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      expect(one(entry, 'id').text).toMatch(/^(urn:uuid:|https?:\/\/)\S+$/)
      expect(one(entry, 'title').text).not.toBe('')
      expect(one(entry, 'updated').text).toMatch(moment)
      expect(one(one(entry, 'author'), 'name').text).not.toBe('')
      // Without content an entry has exactly one alternate of a kind.
      expect(one(entry, 'link').attributes).toMatchObject({ rel: 'alternate', type: 'text/html' })
    }
    expect(new Set(entries.map((entry) => one(entry, 'id').text)).size).toBe(entries.length)
    const [newest] = entries
    if (!newest) throw new Error('there is no entry')
    expect(one(newest, 'title').text).toBe(`Ny: ${name}`)
    expect(one(one(newest, 'author'), 'name').text).toBe('Norrlandsfonden')
    expect(one(newest, 'link').attributes.href).toBe(`http://localhost/entity/${encodeURIComponent(entity)}`)
    const days = entries.map((entry) => one(entry, 'updated').text)
    expect(days).toEqual(days.toSorted().toReversed())
  })

  it('is not sent again to who has it, until something changes', async () => {
    const { headers } = await seeded.get('/changes.atom')
    const again = () =>
      seeded.app.inject({
        method: 'GET',
        url: '/changes.atom',
        headers: { host: 'localhost', 'if-none-match': String(headers.etag) },
      })
    expect((await again()).statusCode).toBe(304)
    await publishDraft({ graph: seeded.graph, edition, viewer: localEditor }, newOffer())
    expect((await again()).statusCode).toBe(200)
  })
})
