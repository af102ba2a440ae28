import { fileURLToPath } from 'node:url'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const pages = fileURLToPath(new URL('../explorer/', import.meta.url))

/** Addresses of the explorer's views, which are all one page. */
const views = ['/support', '/coverage', '/spillover', '/network', '/suppliers', '/entity/:id']

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

/** The explorer, and the page for trying queries. */
export async function addPages(app: FastifyInstance): Promise<void> {
  await app.register(serveFiles, { root: pages, index: ['index.html'], redirect: true })
  for (const url of views) app.get(url, (_, reply) => reply.sendFile('index.html'))
}
