import { may } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import { decodeCursor } from '../../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../../graph/compose/page.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { changesOf, type ShownChange } from '../history/changes.js'
import { offersOf, throughTime } from '../history/concerning.js'
import { idsAnswering } from '../history/together-read.js'
import {
  type Listed,
  type ProposalRow,
  type ProposalStatus,
  proposalStatuses,
  proposalsById,
  proposalsCounted,
  proposalsListed,
  proposalsSeen,
  type Seeing,
} from './proposal-queries.js'

/** A proposal as it is answered. */
export interface ShownProposal extends ProposalRow {
  readonly together: ProposalsTogether
}

/** A page of proposals. */
export interface ProposalPage extends Omit<Page<ShownProposal>, 'totalCount'> {
  /** How many there are in all, counted where it is asked. */
  readonly counted: () => Promise<number>
}

/** Which proposals are asked for. */
export interface ProposalsAsked extends PageArguments {
  readonly status?: ProposalStatus | null | undefined
  /** The support actor that they were made for. */
  readonly for?: string | null | undefined
  /** The support actor that they are about, or something that it offers or offered. */
  readonly about?: string | null | undefined
}

const LIST = 'proposals'

/**
 * Proposals that somebody may see, newest first: of their own, for and about actors that they act for and what these offer, and
 * all for editors.
 * @throws BadUserInputError for a wrong argument; NotFoundError for an actor that never was.
 */
export async function proposalsFor(
  graph: GraphReader,
  viewer: Viewer,
  { status, for: actor, about: whom, ...page }: ProposalsAsked,
): Promise<ProposalPage> {
  const size = pageSize(page)
  const below = typeof page.after === 'string' ? Number(decodeCursor(page.after, LIST, 1)[0]) : null
  const asked = idOfKind('actor', actor, 'for')
  const actors = asked ? await throughTime(graph, [asked]) : []
  if (asked && actors.length === 0) throw new NotFoundError(asked)
  const subject = idOfKind('actor', whom, 'about')
  const about = subject ? await idsConcerning(graph, await throughTime(graph, [subject])) : []
  if (subject && about.length === 0) throw new NotFoundError(subject)
  const listed: Listed = {
    ...{ statuses: status ? [status] : proposalStatuses, ofAll: !asked, aboutAll: !subject },
    ...{ actors: orNobody(actors), about: orNobody(about), ...(await seeingOf(graph, viewer)) },
  }
  const rows = await graph.read(proposalsListed, {
    ...listed,
    below: below ?? Number.MAX_SAFE_INTEGER,
    limit: size + 1,
  })
  const nodes = shownProposals(graph, rows.slice(0, size))
  const among = { hasPreviousPage: below !== null, hasNextPage: rows.length > size }
  return {
    ...pageRead(LIST, nodes, among, ({ number }) => [number]),
    counted: async () => (await graph.read(proposalsCounted, listed))[0]?.count ?? 0,
  }
}

/** A proposal; null where there is none, and where somebody may not see it. */
export async function proposalSeen(graph: GraphReader, viewer: Viewer, id: string): Promise<ShownProposal | null> {
  const asked = { proposals: [id], ...(await seeingOf(graph, viewer)) }
  return shownProposals(graph, await graph.read(proposalsSeen, asked))[0] ?? null
}

/** Which proposals somebody may see: their own, for and about actors that they act for and what these offer, and all for editors. */
export async function seeingOf(graph: GraphReader, viewer: Viewer): Promise<Seeing> {
  const { name: author, actsFor } = viewer
  const seesAll = may(viewer, 'DECIDE_PROPOSALS')
  const own = await throughTime(graph, actsFor)
  return {
    ...{ seesAll, author, actsFor: orNobody(own) },
    concerning: orNobody(seesAll ? [] : await idsConcerning(graph, own)),
  }
}

/**
 * A proposal that was just made or decided, as an answer shows it.
 * @throws NotFoundError for an id that none has.
 */
export async function proposalOf(graph: GraphReader, id: string): Promise<ShownProposal> {
  const [proposal] = shownProposals(graph, await graph.read(proposalsById, { proposals: [id] }))
  if (!proposal) throw new NotFoundError(id)
  return proposal
}

/**
 * Ids of actors, of what they offer or ever offered, and of what was merged into these: a proposal names those of its time.
 * @param own all ids that the actors have and had.
 */
const idsConcerning = async (graph: GraphReader, own: readonly string[]): Promise<readonly string[]> => [
  ...own,
  ...(await offersOf(graph, own)),
]

/** No list is empty in a statement: an id that nothing has. */
const orNobody = (ids: readonly string[]): readonly string[] => (ids.length > 0 ? ids : ['nobody'])

/** Proposals as they are answered. */
export function shownProposals(graph: GraphReader, rows: readonly ProposalRow[]): ShownProposal[] {
  const together = new ProposalsTogether(graph, rows)
  return rows.map((row) => ({ ...row, together }))
}

/** What is asked of the proposals of a list, each read for all of them once it is asked of one. */
class ProposalsTogether {
  private answering: Promise<ReadonlyMap<string, string>> | null = null
  private changes: Promise<ReadonlyMap<string, ShownChange>> | null = null

  constructor(
    private readonly graph: GraphReader,
    private readonly proposals: readonly ProposalRow[],
  ) {}

  /** The id that answers today for one that a proposal names; null where none does. */
  async now(id: string): Promise<string | null> {
    this.answering ??= idsAnswering(this.graph, this.proposals)
    return (await this.answering).get(id) ?? null
  }

  /** The change that a proposal became. */
  async change(id: string): Promise<ShownChange | null> {
    this.changes ??= this.readChanges()
    return (await this.changes).get(id) ?? null
  }

  private async readChanges(): Promise<ReadonlyMap<string, ShownChange>> {
    const ids = this.proposals.flatMap(({ change }) => change ?? [])
    return new Map((await changesOf(this.graph, ids)).map((change) => [change.id, change]))
  }
}
