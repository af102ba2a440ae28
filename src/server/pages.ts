import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import etag from '@fastify/etag'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Edition } from '../edition/edition.js'
import { codeFile } from '../kernel/program-folder.js'
import type { RegionFile } from './region-file.js'

const pages = fileURLToPath(codeFile('explorer/'))

/** The media type of a page. */
export const html = 'text/html; charset=utf-8'

/** Addresses of the explorer's views, which are all one page. */
export const views: readonly string[] = [
  '/',
  '/index.html',
  '/support',
  '/coverage',
  '/spillover',
  '/network',
  '/suppliers',
  '/doubles',
  '/sign-in',
  '/account',
  '/accounts',
  '/import',
  '/method',
  '/mine',
  '/proposals',
  '/merge',
  '/changes',
  '/entity/:id',
  '/entity/:id/history',
  '/entity/:id/edit',
]

/** What the pages may load: nothing from elsewhere. */
export const contentSecurity = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'"],
  fontSrc: ["'self'", 'data:'],
  // Served over plain HTTP on this machine: nothing may be upgraded there.
  upgradeInsecureRequests: null,
}

/** The page of the explorer's views, in the region's first language, which has the region fetched beside its script. */
export async function explorerPage({ languages, explorer }: Edition, { address }: RegionFile): Promise<string> {
  const written = await readFile(join(pages, 'index.html'), 'utf8')
  const [first] = languages
  const { title = 'Norrgraph', description } = explorer.words[first] ?? {}
  const head = [
    `<title>${escaped(title)}</title>`,
    ...(description === undefined ? [] : [`<meta name="description" content="${escaped(description)}" />`]),
    `<link id="region" rel="preload" as="fetch" crossorigin href="${address}" />`,
  ]
  return written
    .replace(/<html lang="\w+">/, `<html lang="${first.toLowerCase()}">`)
    .replace('<title>Norrgraph</title>', () => head.join('\n    '))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The explorer, and the page for trying queries. */
export async function addPages(app: FastifyInstance, page: string): Promise<void> {
  await app.register(serveFiles, { root: pages, index: ['index.html'], redirect: true })
  await app.register(async (scope) => {
    await scope.register(etag)
    for (const url of views) {
      scope.get(url, (_, reply) => reply.header('cache-control', 'no-cache').type(html).send(page))
    }
  })
}
