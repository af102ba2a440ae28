import type { GraphReader } from '../../graph/graph.js'
import { readRedirects } from '../../graph/redirects.js'
import { type EntityKind, labelOfId, nodeKinds } from '../../graph/vocabulary.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { foldedName, joined, namesIn } from '../../text/folded.js'
import { readOrganisationNumber } from '../../text/organisation-number.js'
import { organisationNumber } from './cells.js'
import { RowRefusal } from './refusal.js'
import { searchedTexts } from './tie-queries.js'

const ENTITIES_A_PAGE = 5_000
/** So many are named in a refusal. */
const MOST_NAMED = 5

/**
 * Finds the end of a relationship by organisation number, by id, or by name where one alone has it; of what was merged away
 * that which it became.
 * @throws RowRefusal
 */
export type FindEnd = (column: string, text: string, kinds: readonly EntityKind[]) => string

/** How names are compared: folded, and in one word. */
const compared = (name: string): string => joined(foldedName(name))

/** Reads which firms and ventures have the names that cells hold: all entities are gone through once, and only if there are any. */
export async function readNamedEnds(graph: GraphReader, cells: AsyncIterable<string>): Promise<FindEnd> {
  const idsByName = new Map<string, string[]>()
  for await (const cell of cells) if (isName(cell)) idsByName.set(compared(cell), [])
  if (idsByName.size > 0) {
    for (const kind of ['FIRM', 'ESTABLISHMENT'] as const) await findNames(graph, kind, idsByName)
  }
  const redirects = await readRedirects(graph)
  return (column, text, kinds) => {
    const asked = kinds.includes('ESTABLISHMENT') ? 'establishment:…' : 'firm:…'
    const known = idOf(column, text, kinds)
    if (known !== null) return redirects.get(known) ?? known
    const entering = enteringText(text)
    if ('fault' in entering) {
      throw new RowRefusal(column, textFaults[entering.fault], { person: entering.fault === 'PERSON_NUMBER' })
    }
    const fitting = (idsByName.get(compared(text)) ?? []).filter((id) => isOfKind(id, kinds))
    const [only, ...others] = fitting
    if (only === undefined) {
      throw new RowRefusal(
        column,
        `an organisation number is asked for, an id such as ${asked}, or a name that the graph has`,
      )
    }
    if (others.length === 0) return only
    const shown = fitting.toSorted().slice(0, MOST_NAMED)
    const more = fitting.length > shown.length ? ` and ${fitting.length - shown.length} more` : ''
    throw new RowRefusal(column, 'the name fits more than one: give the organisation number or id', {
      detail: `${entering.text} fits ${shown.join(' and ')}${more}`,
    })
  }
}

const idForm = /^[a-z-]+:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

function isOfKind(id: string, kinds: readonly EntityKind[]): boolean {
  const label = labelOfId(id)
  return label !== undefined && kinds.includes(nodeKinds[label].entityKind)
}

/** The id that a cell states, if it states one. @throws RowRefusal for a number that is none. */
function idOf(column: string, text: string, kinds: readonly EntityKind[]): string | null {
  const bare = text.replace(/^firm:/, '')
  if (readOrganisationNumber(bare).kind !== 'NO_NUMBER') return `firm:${organisationNumber(column, bare)}`
  return idForm.test(text) && isOfKind(text, kinds) ? text : null
}

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !idForm.test(text) && readOrganisationNumber(text).kind === 'NO_NUMBER'

/** Notes which entities of a kind have the names that are looked for. */
async function findNames(
  graph: GraphReader,
  kind: EntityKind,
  idsByName: ReadonlyMap<string, string[]>,
): Promise<void> {
  let after = ''
  let isMore = true
  while (isMore) {
    const page = await graph.read(searchedTexts, { kind, after, limit: ENTITIES_A_PAGE })
    for (const { id, searchText } of page) {
      const names = new Set(namesIn(searchText).map((words) => words.join('')))
      for (const name of names) idsByName.get(name)?.push(id)
    }
    after = page.at(-1)?.id ?? after
    isMore = page.length === ENTITIES_A_PAGE
  }
}
