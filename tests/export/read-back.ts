import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { z } from 'zod'

export type Values = Readonly<Record<string, string | number | boolean>>

/** What a file says, however it says it: nodes and edges by id, and what stands of the whole. */
export interface ReadBack {
  readonly nodes: ReadonlyMap<string, Values>
  readonly edges: ReadonlyMap<string, Values>
  readonly about: Values
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** An XML document's elements; what is not well formed is thrown. */
function elementsOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.write(xml).close()
  return root
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

function typed(type: string | undefined, text: string): string | number | boolean {
  if (type === 'boolean') return z.stringbool({ truthy: ['true'], falsy: ['false'] }).parse(text)
  if (type === 'int' || type === 'integer') return z.int().parse(Number(text))
  return type === 'double' ? z.number().parse(Number(text)) : text
}

export function readGraphml(xml: string): ReadBack {
  const root = elementsOf(xml)
  const keys = new Map(all(root, 'key').map(({ attributes }) => [attributes.id, attributes]))
  const values = ({ children }: Element): Values =>
    Object.fromEntries(
      children.flatMap(({ name, attributes, text }) => {
        const key = keys.get(attributes.key)
        return name === 'data' && key ? [[key['attr.name'] ?? '', typed(key['attr.type'], text)]] : []
      }),
    )
  const [graph] = all(root, 'graph')
  if (!graph) throw new Error('no graph')
  return {
    nodes: new Map(all(graph, 'node').map((node) => [node.attributes.id ?? '', values(node)])),
    edges: new Map(
      all(graph, 'edge').map((edge) => {
        const { id = '', source = '', target = '' } = edge.attributes
        return [id, { source, target, ...values(edge) }]
      }),
    ),
    about: values(graph),
  }
}

export function readGexf(xml: string): ReadBack & { readonly kinds: readonly string[] } {
  const root = elementsOf(xml)
  const declared = new Map(
    all(root, 'attributes').map(({ attributes, children }) => [
      attributes.class,
      new Map(children.map((each) => [each.attributes.id, each.attributes])),
    ]),
  )
  const values = (of: string, element: Element): Values =>
    Object.fromEntries(
      all(element, 'attvalue').map(({ attributes }) => {
        const column = declared.get(of)?.get(attributes.for)
        return [column?.title ?? '', typed(column?.type, attributes.value ?? '')]
      }),
    )
  const edges = all(root, 'edge')
  return {
    nodes: new Map(
      all(root, 'node').map((node) => {
        const { id = '', label = '' } = node.attributes
        return [id, { label, ...values('node', node) }]
      }),
    ),
    edges: new Map(
      edges.map((edge) => {
        const { id = '', source = '', target = '' } = edge.attributes
        return [id, { source, target, ...values('edge', edge) }]
      }),
    ),
    about: { description: all(root, 'description')[0]?.text ?? '', keywords: all(root, 'keywords')[0]?.text ?? '' },
    kinds: edges.map(({ attributes: { source, target, kind } }) => `${source} ${target} ${kind}`),
  }
}

const value = z.union([z.string(), z.number(), z.boolean()])
const values = z.record(z.string(), value)

export function readGraphology(text: string): ReadBack {
  const item = { key: z.string(), attributes: values }
  const { attributes, nodes, edges } = z
    .object({
      attributes: values,
      nodes: z.array(z.object(item)),
      edges: z.array(z.object({ ...item, source: z.string(), target: z.string() })),
    })
    .parse(JSON.parse(text))
  return {
    nodes: new Map(nodes.map(({ key, attributes: own }) => [key, own])),
    edges: new Map(edges.map(({ key, source, target, attributes: own }) => [key, { source, target, ...own }])),
    about: attributes,
  }
}

export function readCytoscape(text: string): ReadBack {
  const items = z.array(z.object({ data: z.looseObject({ id: z.string() }) }))
  const { data, elements } = z
    .object({ data: values, elements: z.object({ nodes: items, edges: items }) })
    .parse(JSON.parse(text))
  const byId = (given: z.infer<typeof items>, added: string) =>
    new Map(
      given.map(({ data: { id, ...own } }) => [
        id,
        values.parse(Object.fromEntries(Object.entries(own).filter(([name]) => name !== added))),
      ]),
    )
  return { nodes: byId(elements.nodes, 'name'), edges: byId(elements.edges, 'interaction'), about: data }
}

/** A table of nodes or edges; a column counts as what the model's values of that name are. */
export function readCsv(text: string, model: ReadonlyMap<string, Values>, mark: readonly string[]) {
  const types = new Map(
    [...model.values()].flatMap((row) => Object.entries(row).map(([name, each]) => [name, typeof each])),
  )
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(text, { bom: true, columns: true }))
  const read = (name: string, cell: string) =>
    types.get(name) === 'number' ? Number(cell) : types.get(name) === 'boolean' ? cell === 'true' : cell
  return {
    rows: new Map(
      rows.map(({ id = '', ...row }) => [
        id,
        Object.fromEntries(
          Object.entries(row).flatMap(([name, cell]) =>
            cell === '' || mark.includes(name) ? [] : [[name, read(name, cell)]],
          ),
        ),
      ]),
    ),
    marks: rows.map((row) => Object.fromEntries(mark.map((name) => [name, row[name]]))),
  }
}

const local = (iri: string) => iri.replace('urn:norrgraph:', '')
const reference = z.object({ '@id': z.string().transform(local) })

/** The graph's own list of JSON-LD, as who does not expand it reads it. */
export function readJsonld(text: string): ReadBack {
  const statement = z
    .looseObject({ 'dct:identifier': z.string(), 'rdf:subject': reference, 'rdf:object': reference })
    .transform(({ 'dct:identifier': id, 'rdf:subject': from, 'rdf:object': to, ...own }): [string, Values] => [
      id,
      { source: from['@id'], target: to['@id'], ...terms(own) },
    ])
  const node = z.looseObject({
    '@id': z.string().transform(local),
    'dct:identifier': z.string(),
    'schema:name': z.array(z.object({ '@value': z.string(), '@language': z.string() })),
    'schema:subjectOf': z.looseObject({ '@type': z.literal('schema:Dataset') }).optional(),
    'norrgraph:relationship': z.array(statement).optional(),
  })
  const graph = z.object({ '@graph': z.array(node) }).parse(JSON.parse(text))['@graph']
  const [first] = graph
  return {
    nodes: new Map(
      graph.map((each) => {
        const names = new Map(each['schema:name'].map((name) => [name['@language'], name['@value']]))
        return [each['dct:identifier'], { label: names.get('sv') ?? names.get('en') ?? '', ...terms(each) }]
      }),
    ),
    edges: new Map(graph.flatMap((each) => each['norrgraph:relationship'] ?? [])),
    about: terms(first?.['schema:subjectOf'] ?? {}),
  }
}

const terms = (item: object): Values =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, each]) => {
      const own = value.safeParse(each)
      return name.startsWith('norrgraph:') && own.success ? [[name.replace('norrgraph:', ''), own.data]] : []
    }),
  )
