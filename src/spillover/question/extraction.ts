import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { inTurns, nextTurn } from '../../kernel/turns.js'
import type { Sentence } from '../../language/wording.js'
import { effectsBy, totalEffects } from '../model/cube.js'
import {
  type ExtractedAccount,
  extractedAccounts,
  type LostOutput,
  lostToIndustries,
  lostToShocks,
} from '../model/extracted.js'
import { type ExtractionKind, extractionLoss } from '../model/extraction.js'
import { industryNodeId } from '../table/table-elements.js'
import { type AreaEconomy, type ExtractionArea, economiesOf } from './economies.js'
import { industriesAsked } from './extracted-industries.js'
import { extractionWords, type JobsGone, venturesWords } from './extraction-words.js'
import { hasJobs } from './known-jobs.js'
import { namesOfAreas, ventures } from './queries.js'
import { answerTo, type SpilloverAnswer } from './question.js'

/** The most that one question takes out. */
export const MOST_EXTRACTED = 50

/** What is taken out of an answer. */
export interface ExtractionQuestion {
  readonly of: readonly string[]
  readonly kind?: ExtractionKind | null
  readonly together?: boolean | null
}

/** What goes in an industry, which is named by its id. */
export interface ExtractedSector {
  readonly sector: string
  readonly output: number
  readonly jobs: number | null
}

/** What goes with ventures, or with industries; named by their ids. */
export interface AnsweredExtraction extends Sentence {
  readonly of: readonly string[]
  readonly kind: ExtractionKind
  readonly area: ExtractionArea
  readonly alone: number | null
  readonly accounts: readonly ExtractedAccount[]
  readonly bySector: readonly ExtractedSector[]
}

/**
 * What goes without ventures of an answer, or industries of its table: one row for each, or for all of a kind.
 * @throws NotFoundError for an unknown id; BadUserInputError for one of another kind or that comes twice, for a part of a
 * venture, and for a venture that takes no part in the answer; AmbiguousSectorError for a sector that is coarser than the table; the signal's reason once it is aborted.
 */
export async function extractionOf(
  { graph }: Knowledge,
  answer: SpilloverAnswer,
  { of, kind: asked, together }: ExtractionQuestion,
  signal?: AbortSignal,
): Promise<AnsweredExtraction[]> {
  if (of.length === 0) throw new BadUserInputError('of', 'of names at least one venture or industry.')
  if (of.length > MOST_EXTRACTED) {
    const reason = `of names ${of.length}; one question takes out at most ${MOST_EXTRACTED}: ask for the rest in another.`
    throw new BadUserInputError('of', reason)
  }
  const kind = asked ?? 'WHOLE'
  const ids = of.map((id) => idOfKind(['establishment', 'sector'], id, 'of'))
  requireOnce(ids)
  const isVenture = (id: string) => id.startsWith('establishment:')
  const asVentures = ids.filter(isVenture)
  if (kind !== 'WHOLE' && asVentures.length > 0) {
    throw new BadUserInputError(
      'kind',
      `kind is of industries: ${asVentures[0]} is a venture, which is taken out whole.`,
    )
  }
  const known = asVentures.length > 0 ? await graph.read(ventures, {}) : []
  const unknown = asVentures.find((id) => !known.some(({ venture }) => venture.id === id))
  if (unknown !== undefined) throw new NotFoundError(unknown)
  const noPart = asVentures.find((id) => !answer.establishments.includes(id))
  if (noPart !== undefined) {
    const reason = `${noPart} takes no part in the question: input.establishments leaves it out, or it has no new jobs in its years.`
    throw new BadUserInputError('of', reason)
  }
  const industries = await industriesAsked(
    graph,
    answer.table,
    ids.filter((id) => !isVenture(id)),
  )
  const found: AnsweredExtraction[] = []
  for (const those of together ? bothKinds(ids, isVenture) : ids.map((id) => [id])) {
    await nextTurn(signal)
    const extracted = those.flatMap((id) => industries.get(id) ?? [])
    if (extracted.length === 0) found.push(await withoutVentures(answer, those, signal))
    else found.push(...(await withoutIndustries(graph, answer, extracted, kind, signal)))
  }
  return found
}

/** All ventures, and all industries, in the order in which either first comes. */
function bothKinds(ids: readonly string[], isVenture: (id: string) => boolean): readonly (readonly string[])[] {
  const first = isVenture(ids[0] ?? '')
  return [ids.filter((id) => isVenture(id) === first), ids.filter((id) => isVenture(id) !== first)].filter(
    (those) => those.length > 0,
  )
}

function requireOnce(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new BadUserInputError('of', `of names ${twice} more than once.`)
}

/** What goes with ventures: the answer less the answer without them. */
async function withoutVentures(
  answer: SpilloverAnswer,
  taken: readonly string[],
  signal: AbortSignal | undefined,
): Promise<AnsweredExtraction> {
  const isTaken = ({ establishment }: SpilloverAnswer['shocks'][number]) =>
    establishment !== null && taken.includes(establishment)
  const [rest, own] = [answer.shocks.filter((shock) => !isTaken(shock)), answer.shocks.filter(isTaken)]
  const { effects: without } = answerTo({ ...answer, shocks: rest })
  await nextTurn(signal)
  const { effects: alone } = answerTo({ ...answer, shocks: own })
  const counties = effectsBy(answer.effects, ['COUNTY']).flatMap(({ county }) => county ?? [])
  const gone = lost(answer, lostToShocks(answer.effects, without), totalEffects(alone).direct)
  return {
    of: taken,
    kind: 'WHOLE',
    area: { geography: null, counties },
    alone: hasJobs(answer) ? totalEffects(alone).spillover : null,
    ...gone,
    ...venturesWords(jobsOf(gone)),
  }
}

/** What goes with industries, in each economy that there is. */
async function withoutIndustries(
  graph: GraphReader,
  answer: SpilloverAnswer,
  extracted: readonly number[],
  kind: ExtractionKind,
  signal: AbortSignal | undefined,
): Promise<AnsweredExtraction[]> {
  const { table } = answer.table
  const of = extracted.flatMap((position) => {
    const industry = table.industries[position]
    return industry === undefined ? [] : [industryNodeId(table.id, industry.code)]
  })
  const found: AnsweredExtraction[] = []
  for (const each of await economiesOf(answer, signal)) {
    const { area, economy } = each
    for (const position of extracted) {
      await inTurns(economy.system.inSteps.column(position), signal)
    }
    const loss = extractionLoss(economy, extracted, kind)
    const gone = lost(answer, lostToIndustries(loss, extracted))
    const text = await wordsOf(graph, answer, each, extracted, jobsOf(gone))
    found.push({ of, kind, area, alone: null, ...gone, ...text })
  }
  return found
}

async function wordsOf(
  graph: GraphReader,
  { table: { table }, assumptions: { regionalisation }, regionalEmployment }: SpilloverAnswer,
  { area: { geography, counties }, employed }: AreaEconomy,
  extracted: readonly number[],
  jobs: JobsGone | null,
): Promise<Sentence> {
  const ids = geography === null ? counties : [`country:${geography}`]
  const named = ids.length > 0 ? await graph.read(namesOfAreas, { ids }) : []
  const areas = ids.map((id) => {
    const name = geography ?? id
    return named.find((each) => each.id === id) ?? { id, nameSv: name, nameEn: name }
  })
  const { mining = 'MERGED' } = regionalisation ?? {}
  const groups = employed && { employed, mining, canTellMining: (regionalEmployment?.mining ?? null) !== null }
  return extractionWords({ jobs, industries: table.industries, extracted, areas, groups })
}

function jobsOf({ accounts }: Pick<AnsweredExtraction, 'accounts'>): JobsGone | null {
  return accounts.find(({ name }) => name === 'employed') ?? null
}

/** @param direct jobs as ventures state them, which those of their output are but for rounding. */
function lost(
  { table: { table } }: SpilloverAnswer,
  output: LostOutput,
  direct?: number,
): Pick<AnsweredExtraction, 'accounts' | 'bySector'> {
  const isOfJobs = ({ name }: ExtractedAccount) => name === 'employed'
  const accounts = extractedAccounts(table, output).map((account) =>
    isOfJobs(account) && direct !== undefined ? { ...account, own: direct } : account,
  )
  const areJobsKnown = accounts.some(isOfJobs)
  const bySector = table.industries.map(({ code, employed, output: produced }, i) => {
    const gone = (output.own[i] ?? 0) + (output.others[i] ?? 0)
    const jobs = areJobsKnown && produced > 0 ? ((employed ?? 0) / produced) * gone : null
    return { sector: industryNodeId(table.id, code), output: gone, jobs }
  })
  return { accounts, bySector }
}
