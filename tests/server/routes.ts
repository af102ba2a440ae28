import type { FastifyInstance } from 'fastify'

/** All addresses of a server with their methods, as the server itself lists them. */
export function routesOf(
  app: FastifyInstance,
): readonly { readonly path: string; readonly methods: readonly string[] }[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', shown = ''] = /^([│ ]*)[├└]── (.*)$/.exec(line) ?? []
      if (shown === '') return []
      const depth = indent.length / 4
      const end = shown.lastIndexOf(' (')
      above.length = depth
      above[depth] = end < 0 ? shown : shown.slice(0, end)
      return end < 0 ? [] : [{ path: above.join(''), methods: shown.slice(end + 2, -1).split(', ') }]
    })
}

/** An address that a route answers at. */
export const addressAt = (path: string): string =>
  path
    .replace(/:file\(.*\)/, 'firms.csv')
    .replace(':id', 'job:1')
    .replace(/\*$/, '')
