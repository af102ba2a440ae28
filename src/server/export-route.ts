import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Knowledge } from '../edition/knowledge.js'
import { type AskedNetwork, type DrawnNetwork, drawnNetwork } from '../export/drawn-network.js'
import { linkedData } from '../export/linked-data.js'
import { cytoscapeJson, graphologyJson, networkCsv } from '../export/network-files.js'
import { gexf, graphml } from '../export/network-xml.js'
import type { Redirects } from '../graph/redirects.js'
import { entityKinds, relationshipTypes } from '../graph/vocabulary.js'
import { today } from '../kernel/day.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { nextTurn } from '../kernel/turns.js'
import { languages } from '../language/language.js'
import { allEdgeFacts } from '../network/edge-facts.js'
import { grow } from '../network/grow.js'
import { type Growth, type NeighbourhoodQuestion, neighbourhoodGrowth } from '../network/question.js'
import { unfinishedWarnings } from '../reference/unfinished-imports.js'
import type { ServerSettings } from '../startup/settings.js'
import { addressValues, valueIn, wordIn } from './address.js'
import type { Charges } from './charges.js'
import { type FileTags, isThere, taggedBy } from './file-tags.js'
import { errorAnswerer } from './format-error.js'
import { networkWork } from './network-work.js'
import { notOpen, refuseWith } from './refusals.js'
import type { Requests } from './requests.js'

const formats = ['graphml', 'gexf', 'json', 'csv', 'jsonld'] as const
type Format = (typeof formats)[number]

const mediaTypes: Readonly<Record<Format, string>> = {
  graphml: 'application/graphml+xml; charset=utf-8',
  gexf: 'application/gexf+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
}

const known = [
  ...['of', 'depth', 'kinds', 'edgeKinds', 'limit', 'withoutKinds', 'without', 'asOf', 'lang', 'format', 'table'],
]
const day = z.iso.date()

/** Parameters of a request's address, each by its name; lists are separated by commas or given several times. */
class Parameters {
  private readonly values: Readonly<Record<string, readonly string[]>>

  constructor(query: unknown) {
    this.values = addressValues(query, known)
  }

  list(name: string): string[] | null {
    return this.values[name]?.flatMap((text) => text.split(',')).filter((text) => text !== '') ?? null
  }

  one(name: string): string | null {
    return valueIn(this.values, name)
  }

  number(name: string): number | null {
    const text = this.one(name)
    return text === null ? null : /^\d+$/.test(text) ? Number(text) : Number.NaN
  }

  /** One of some words; another where left out. */
  word<Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word {
    return wordIn(this.values, name, words) ?? otherwise
  }

  /** These as an address has them, with some values in the place of those given; null leaves a parameter out. */
  with(values: Readonly<Record<string, string | number | readonly string[] | null>>): string {
    const all = { ...this.values, ...values }
    return Object.entries(all)
      .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent([value].flat().join(','))}`]))
      .join('&')
      .replace(/%3A/g, ':')
      .replace(/%2C/g, ',')
  }

  words<Word extends string>(name: string, words: readonly Word[]): Word[] | null {
    return (
      this.list(name)?.map((text) => {
        const word = words.find((each) => each === text)
        if (word === undefined) throw new BadUserInputError(name, `${name} takes ${words.join(', ')}, and no ${text}`)
        return word
      }) ?? null
    )
  }
}

/** @param by what was merged away. */
function question(given: Parameters, by: Redirects): NeighbourhoodQuestion {
  const asOf = given.one('asOf') ?? today()
  if (!day.safeParse(asOf).success) throw new BadUserInputError('asOf', 'asOf must be a day such as 2022-06-30')
  return {
    of: (given.list('of') ?? []).map((id) => by.get(id) ?? id),
    depth: given.number('depth') ?? 1,
    kinds: given.words('kinds', entityKinds),
    edgeKinds: given.words('edgeKinds', relationshipTypes),
    limit: given.number('limit'),
    withoutKinds: given.words('withoutKinds', entityKinds),
    without: given.list('without')?.map((id) => by.get(id) ?? id),
    asOf,
  }
}

/** What was asked, with what stands where something was left out. */
function askedNetwork({ starts, depth, limit, walk, asked }: Growth, lang: AskedNetwork['lang']): AskedNetwork {
  return {
    ...{ of: starts, depth, limit, asOf: walk.asOf, lang },
    kinds: asked.kinds ? walk.kinds : null,
    edgeKinds: asked.edgeKinds ? walk.types : null,
  }
}

/**
 * Neighbourhoods as files: `GET /export/neighbourhood.graphml?of=…&depth=…`. A file that the limit cut says so, and so
 * does the header `norrgraph-truncated`. Errors are in GraphQL's form.
 */
export function addExports(
  app: FastifyInstance,
  requests: Requests,
  charges: Charges,
  tags: FileTags,
  { url }: Pick<ServerSettings, 'url'>,
  log: FastifyBaseLogger,
): void {
  const answerError = errorAnswerer(log)
  for (const format of formats) {
    app.get(`/export/neighbourhood.${format}`, async (request, reply) => {
      const tag = await tags.of(request)
      if (isThere(request, tag)) return taggedBy(reply, tag).code(304).send()
      reply.header('cache-control', 'no-store')
      const begun = requests.begin(reply)
      if (!begun) return refuseWith(reply, [notOpen])
      const { graph, edition, reference, mergedAway, turns } = begun
      try {
        const given = new Parameters(request.query)
        const asked = question(given, await mergedAway())
        const lang = given.word('lang', languages, edition.languages[0])
        const written = writer(format, given, { graph, edition })
        const growth = neighbourhoodGrowth(asked)
        turns.expect(await networkWork(charges, growth))
        const grown = await grow({ graph, reference }, growth, allEdgeFacts)
        const network = { ...grown, warnings: [...grown.warnings, ...(await unfinishedWarnings({ reference }))] }
        const told = askedNetwork(growth, lang)
        const address = `${url ?? `${request.protocol}://${request.host}`}/export/neighbourhood.${format}?${given.with({ ...told })}`
        const drawn = await drawnNetwork(network, told, address)
        await nextTurn(undefined)
        const file = await written(drawn)
        const warnings = network.warnings.map(({ code }) => code)
        if (warnings.length > 0) reply.header('norrgraph-warnings', warnings.join(', '))
        return taggedBy(reply, tag)
          .header('norrgraph-truncated', String(network.truncated))
          .header('content-disposition', `attachment; filename="neighbourhood.${format}"`)
          .type(mediaTypes[format])
          .send(file)
      } catch (error) {
        return answerError(reply, error)
      }
    })
  }
}

/** What writes a format; the words that choose among its forms are checked before anything is read. */
function writer(
  format: Format,
  given: Parameters,
  knowledge: Knowledge,
): (drawn: DrawnNetwork) => string | Promise<string> {
  if (format === 'json')
    return given.word('format', ['graphology', 'cytoscape'], 'graphology') === 'cytoscape'
      ? cytoscapeJson
      : graphologyJson
  if (format === 'jsonld') return (drawn) => linkedData(knowledge, drawn)
  if (format !== 'csv') return { graphml, gexf }[format]
  const table = given.word('table', ['edges', 'nodes'], 'edges')
  return (drawn) => networkCsv(drawn, table)
}
