import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import etag from '@fastify/etag'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
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
  '/spillover/runs',
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
  '/proposals/:id',
  '/merge',
  '/changes',
  '/entity/:id',
  '/entity/:id/history',
  '/edit',
]

/** Views that are for reading: another site may show them in a frame, where it is named. */
const readingViews: ReadonlySet<string> = new Set([
  ...['/', '/support', '/coverage', '/spillover', '/network', '/suppliers', '/method', '/entity/:id'],
])

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

/**
 * The explorer, and the page for trying queries.
 * @param embedders origins of sites that may show views in a frame, at addresses with `embed=1`.
 */
export async function addPages(app: FastifyInstance, page: string, embedders: readonly string[]): Promise<void> {
  await app.register(serveFiles, { root: pages, index: ['index.html'], redirect: true })
  await app.register(async (scope) => {
    await scope.register(etag)
    for (const url of views) {
      scope.get<{ Querystring: { embed?: string } }>(url, (request, reply) => {
        if (request.query.embed === '1' && readingViews.has(url) && embedders.length > 0) allowFrames(reply, embedders)
        return reply.header('cache-control', 'no-cache').type(html).send(page)
      })
    }
  })
}

/** Lets sites show an answer in a frame; all others may not. */
function allowFrames(reply: FastifyReply, embedders: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header(
    'content-security-policy',
    policy.replace(/frame-ancestors [^;]*/, `frame-ancestors 'self' ${embedders.join(' ')}`),
  )
  // The older header knows no list; browsers that know the newer one leave it out of account.
  reply.removeHeader('x-frame-options')
}
