import { listedFirm, listedIn } from './firms-file.js'
import { anew } from './graphql.js'
import type { PacedQuestion } from './open-loop.js'

const body = (query: string, variables: object) => JSON.stringify({ query, variables })
const pick = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % items.length]

const municipalities = listedIn.map((code) => `municipality:${code}`)

const firm = `query ($id: ID!) { node(id: $id) { id ... on Firm { name sizeClass employees
  municipality { id name } sectors { id name } statements { totalCount } } } }`
const search = `query ($text: String!) { search(text: $text, kinds: [FIRM], first: 10) { nodes { id name } } }`
const page = `query ($municipality: ID!, $first: Int!) { firms(filter: { municipality: $municipality }, first: $first) {
  nodes { id name sizeClass } pageInfo { endCursor } } }`
const establishments = `query ($first: Int!) { establishments(first: $first) { nodes { id name municipality { id name } phases { name } } } }`
const support = `query ($profile: SmeProfile!) { supportFor(profile: $profile, first: 10) {
  totalCount nodes { score actor { id name } reasons { text } } } }`

const firmId = (nth: number, firms: number) => `firm:${listedFirm((nth * 7_919) % firms).number}`

/** Light reads of a graph with so many firms: of each question another one each time, and one that is always the same. */
export const lightReads = (firms: number): readonly PacedQuestion[] => [
  { title: 'a firm', body: (nth) => anew(body(firm, { id: firmId(nth, firms) }), nth) },
  {
    title: 'search for a firm',
    body: (nth) => anew(body(search, { text: listedFirm((nth * 7_919) % firms).number }), nth),
  },
  {
    title: 'firms of a municipality',
    body: (nth) => anew(body(page, { municipality: pick(municipalities, nth), first: 10 }), nth),
  },
  { title: 'ventures', body: (nth) => anew(body(establishments, { first: 5 }), nth) },
  { title: 'the same firm again', body: () => body(firm, { id: firmId(1, firms) }) },
]

/** What rests on what is read once for a generation of the graph: of each an answer that is kept, and one that is not. */
export const keptReads: readonly PacedQuestion[] = [
  {
    title: 'support for a description',
    body: (nth) => anew(body(support, { profile: { municipality: pick(municipalities, nth) } }), nth),
  },
  {
    title: 'the same support again',
    body: () => body(support, { profile: { municipality: 'municipality:2580' } }),
  },
]
