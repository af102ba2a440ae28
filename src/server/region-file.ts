import { createHash } from 'node:crypto'
import etag from '@fastify/etag'
import type { FastifyInstance } from 'fastify'
import type { Edition } from '../edition/edition.js'
import type { ShownRegion } from '../edition/shown-region.js'

/** What the pages are told of the region, as a file. */
export interface RegionFile {
  readonly text: string
  /** Of the text. */
  readonly digest: string
  /** Where it is served, for as long as the text is this one. */
  readonly address: string
}

const path = '/region.json'

/**
 * What a region's folder says, as far as the pages show it.
 * @param address that people know the server by; null where none is set.
 */
export function regionFile(edition: Edition, address: string | null): RegionFile {
  const { languages, counties, sizeRule, classifications, spillover, explorer, outlines } = edition
  const [{ id: classification }] = classifications
  const { assumptions, delta } = spillover
  const given = { languages, counties, sizeRule, classification, assumptions, delta }
  // Places in sources are told by the API.
  const { locators: _, ...pages } = explorer
  const shown: ShownRegion = { ...given, ...pages, outlines, address }
  const text = JSON.stringify(shown)
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { text, digest, address: `${path}?v=${digest}` }
}

/** The region at `/region.json`: kept for good under the address that names its digest, else asked for each time. */
export async function addRegion(app: FastifyInstance, { text, digest }: RegionFile): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(etag)
    scope.get<{ Querystring: { readonly v?: string } }>(path, ({ query }, reply) =>
      reply
        .header('cache-control', query.v === digest ? 'public, max-age=31536000, immutable' : 'no-cache')
        .type('application/json; charset=utf-8')
        .send(text),
    )
  })
}
