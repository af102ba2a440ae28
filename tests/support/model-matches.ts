import type { HelpKind } from '../../src/classification/help-kind.js'
import type { MatchingWeights } from '../../src/edition/matching-part.js'
import type { SupportEvidence } from '../../src/support/facts/evidence.js'
import {
  bestEvidence,
  counts,
  letsIn,
  levelFrom,
  type ModelWay,
  placesNamed,
  placesOfWay,
  type WorldSme,
  waysOf,
} from './model-ways.js'
import { holders, type World, type WorldActor } from './worlds.js'

/** What is asked of a small world. */
export interface ModelQuestion {
  readonly sme: WorldSme
  readonly needs: readonly string[]
  readonly least: SupportEvidence
  readonly wants: readonly HelpKind[] | null
  /** The municipality of the buyer that it wants to supply. */
  readonly buyerSite: string | null
  readonly includeProposed: boolean
  readonly inland: boolean
  readonly weights: MatchingWeights
}

export interface ModelMatch {
  readonly actor: string
  readonly meets: readonly string[]
  readonly evidence: SupportEvidence
  readonly score: number
}

/** Who of a world matches an SME, best first, and what is said beside them. */
export function modelMatches(world: World, question: ModelQuestion) {
  const { needs, least } = question
  const matches: ModelMatch[] = []
  const doors: string[] = []
  const met = new Set<string>()
  let moreWithLess = 0
  for (const actor of world.actors) {
    const ways = waysTo(world, actor, question)
    for (const way of ways) if (counts(way.evidence, least)) met.add(way.need)
    const evidence = bestEvidence(ways.map((way) => way.evidence))
    if (isDoor(actor, evidence, question)) {
      doors.push(actor.id)
    } else if (evidence !== null && counts(evidence, least)) {
      const own = ways.filter((way) => counts(way.evidence, least)).map(({ need }) => need)
      const score = scoreOf(actor, ways, question)
      matches.push({ actor: actor.id, meets: needs.filter((need) => own.includes(need)), evidence, score })
    } else if (evidence !== null) moreWithLess++
  }
  return { matches, doors, unmet: needs.filter((need) => !met.has(need)), moreWithLess }
}

/** An actor's ways to what is asked that let the SME in, by whatever evidence. */
function waysTo(world: World, actor: WorldActor, question: ModelQuestion): ModelWay[] {
  const { sme, needs, wants, buyerSite, includeProposed, weights } = question
  const found: ModelWay[] = []
  for (const way of waysOf(world, actor, includeProposed)) {
    if (!needs.includes(way.need) || !letsIn(actor, way, sme)) continue
    if (wants !== null && way.initiative && !way.initiative.help.some((kind) => wants.includes(kind))) continue
    // A buyer's way leads to the venture that is asked for only from where that is.
    if (way.meeting?.viaBuyer && buyerSite !== null && levelFrom(placesNamed(actor, null), buyerSite) === null) continue
    // Another buyer than the one that is asked for is no way to it.
    const isOther = actor.kind === 'BUYER' && buyerSite !== null && actor.buysFor === null
    if (isOther && !way.meeting?.viaBuyer && weights.buyers.needs.includes(way.need)) continue
    found.push(way)
  }
  return found
}

function isDoor(actor: WorldActor, evidence: SupportEvidence | null, { sme }: ModelQuestion): boolean {
  if (actor.kind === 'GROUP') return evidence !== null
  if (actor.kind !== 'BUSINESS_OFFICE') return false
  if (evidence === 'AREA') return true
  const places = placesNamed(actor, null)
  return evidence === null && places.length > 0 && levelFrom(places, sme.municipality) !== null
}

function scoreOf(actor: WorldActor, ways: readonly ModelWay[], question: ModelQuestion): number {
  const { weights, needs, sme } = question
  const highest: number[] = []
  let nearest = 2
  for (const need of needs) {
    const fits = ways.filter((way) => way.need === need).map((way) => fitOf(actor, way, question))
    if (fits.length > 0) highest.push(Math.max(...fits))
  }
  for (const way of ways) {
    const level = way.viaBuyer ? 2 : levelFrom(placesOfWay(actor, way), sme.municipality)
    nearest = Math.min(nearest, level ?? 2)
  }
  const best = Math.max(...highest)
  const rest = highest.reduce((sum, fit) => sum + fit, 0) - best
  const near = [weights.nearness.LOCAL, weights.nearness.COUNTY, weights.nearness.NATIONAL][nearest] ?? 0
  return best + (needs.length > 1 ? (weights.otherNeeds * rest) / (needs.length - 1) : 0) + near
}

function fitOf(actor: WorldActor, way: ModelWay, question: ModelQuestion): number {
  const { evidence, strength } = question.weights
  if (way.meeting === null) return evidence.area
  let fit = strength[way.meeting.strength] * evidenceWeight(way, question.weights)
  fit *= helpWeight(way, question.weights) * termsWeight(way, question) * securityWeight(actor, way, question)
  return fit * circumstances(actor, way, question)
}

function evidenceWeight({ evidence, initiative }: ModelWay, { evidence: known }: MatchingWeights): number {
  if (evidence === 'IN_FORCE') return known.inForce
  if (evidence !== 'LAST_SEEN' || initiative === null) return known.competence
  const { lastSeenYear, undatedPage } = initiative
  let weight = 0
  if (lastSeenYear !== null && lastSeenYear >= 2018) weight = known.lastSeen[0]?.weight ?? 0
  else if (lastSeenYear !== null && lastSeenYear >= 2014) weight = known.lastSeen[1]?.weight ?? 0
  else weight = known.competence
  if (undatedPage === 'OWN') return Math.max(weight, known.ownPageWithoutYear)
  return undatedPage === 'OTHERS' ? Math.max(weight, known.othersPageWithoutYear) : weight
}

function helpWeight({ initiative, need }: ModelWay, { help }: MatchingWeights): number {
  if (initiative === null) return 1
  if (initiative.help.length === 0) return help.otherwise
  let best = 0
  for (const kind of initiative.help) {
    let weight: number | undefined
    for (const [rank, kinds] of (help.needs[need] ?? []).entries())
      if (kinds.includes(kind)) weight = help.weights[rank]
    best = Math.max(best, weight ?? help.otherwise)
  }
  return best
}

/** What a size class lets employees be at most. */
export const mostEmployees: Readonly<Record<string, number>> = { 'size-class:small': 49, 'size-class:medium': 249 }

/** What is not known of the firm, and what only it can answer. */
function termsWeight({ initiative }: ModelWay, { sme, weights }: ModelQuestion): number {
  if (initiative === null) return 1
  const { maxEmployees, maxAgeYears, others, terms } = initiative
  let open = others
  if (maxEmployees !== null && sme.employees === null) {
    const most = mostEmployees[sme.size ?? '']
    if (most === undefined || most > maxEmployees) open++
  }
  if (maxAgeYears !== null && (sme.ageYears ?? null) === null) open++
  const { minTurnover = null, partlyExcludedPlaces = [] } = terms ?? {}
  if (minTurnover !== null && (sme.turnover ?? null) === null) open++
  if (partlyExcludedPlaces.some((place) => holders[sme.municipality]?.includes(place))) open++
  return open === 0 ? 1 : Math.max(weights.terms.least, weights.terms.unknown ** open)
}

function securityWeight(actor: WorldActor, way: ModelWay, { sme, inland, weights }: ModelQuestion): number {
  const { needs, bank, bankInland, publicLender, bankWithLittleTurnover } = weights.security
  if (!needs.includes(way.need) || way.initiative?.replacesSecurity) return 1
  if (actor.kind === 'BANK') {
    const turnover = sme.turnover ?? null
    const isLittle = turnover !== null && turnover < bankWithLittleTurnover.below
    return (inland ? bankInland : bank) * (isLittle ? bankWithLittleTurnover.factor : 1)
  }
  const help = way.initiative?.help ?? []
  return help.includes('LOAN') || help.includes('GUARANTEE') ? publicLender : 1
}

function circumstances(actor: WorldActor, way: ModelWay, question: ModelQuestion): number {
  const { sme, weights, buyerSite } = question
  const { initiative, meeting, need, viaBuyer } = way
  let weight = 1
  const reserved = (initiative?.reservations ?? []).map((reservation) => weights.reservations[reservation])
  for (const reservation of meeting?.reservations ?? []) reserved.push(weights.reservations[reservation])
  if (reserved.length > 0) weight *= Math.min(...reserved)
  if (meeting?.ifExporting && (sme.exports ?? null) === null) {
    weight *= sme.sector === 'sector:sni2007-C25' ? weights.exports.likely : weights.exports.unlikely
  }
  const { largeScale, incubators, universities } = weights
  if (initiative?.largeScale || meeting?.largeScale) {
    const isFew = sme.employees !== null && sme.employees <= largeScale.employees
    if (isFew || (sme.turnover ?? largeScale.turnover) < largeScale.turnover) weight *= largeScale.factor
  }
  if (initiative ? initiative.help.includes('INCUBATION') : actor.kind === 'INCUBATOR') {
    if (sme.employees === null) weight *= incubators.unknown
    else weight *= sme.employees <= incubators.employees ? incubators.small : incubators.larger
  }
  if (viaBuyer) {
    if (buyerSite === null) weight *= weights.buyers.elsewhere
  } else if (actor.kind === 'BUYER' && weights.buyers.needs.includes(need)) {
    if (actor.seat !== (buyerSite ?? sme.municipality)) weight *= weights.buyers.withoutSite
  }
  if (actor.kind === 'UNIVERSITY' && universities.needs.includes(need)) {
    if (sme.sector !== null && holders[sme.sector]?.includes('sector:sni2007-C')) weight *= universities.factor
  }
  return weight
}
