import type { FastifyInstance } from 'fastify'

/** Which methods an address takes, of those that are known when all routes are added; none where there is nothing. */
export function allowedMethods(app: FastifyInstance): (url: string) => readonly string[] {
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return
    const known = methods.get(url) ?? new Set<string>()
    for (const each of [method].flat()) known.add(each)
    methods.set(url, known)
  })
  return (url) => {
    const [path = ''] = url.split('?', 1)
    const [pattern] = [...methods.keys()].filter((each) => matches(each, path))
    return [...(methods.get(pattern ?? '') ?? [])]
  }
}

/** Whether a path is of a pattern such as `/entity/:id`, or `/export/:file(^(?:a|b)$)`. */
function matches(pattern: string, path: string): boolean {
  const parts = path.split('/')
  const wanted = pattern.split('/')
  return parts.length === wanted.length && wanted.every((part, index) => isOf(part, parts[index] ?? ''))
}

function isOf(wanted: string, part: string): boolean {
  if (!wanted.startsWith(':')) return wanted === part
  const [, expression = ''] = /\((.*)\)$/.exec(wanted) ?? []
  return new RegExp(expression).test(part)
}
