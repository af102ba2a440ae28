import type { KeptKnowledge } from '../reference/reference.js'
import { OpenInitiatives } from '../support/matching/open-initiatives.js'
import { initiativesForRequirements, initiativesForSectors } from './queries.js'
import type { SupplierFirm, SupplierFirmPage } from './supplier-firms.js'
import type { SupplierMatch, SupplierMatchPage, SuppliersQuestion } from './supplier-matches.js'
import type { SupplyGap } from './supply-gaps.js'

/** For a firm and a requirement that it lacks, the ids of the initiatives that help, by name. */
export type HelpWithRequirement = (firm: string, requirement: string) => readonly string[]

/** A match with what finds, once for its whole page, who could help. */
export interface MatchWithHelp extends SupplierMatch {
  readonly help: () => Promise<HelpWithRequirement>
  /** What was asked of its whole page. */
  readonly asked: Pick<SuppliersQuestion, 'establishment' | 'phase' | 'asOf'>
}

export interface MatchesWithHelp extends Omit<SupplierMatchPage, 'nodes' | 'edges'> {
  readonly nodes: readonly MatchWithHelp[]
  readonly edges: readonly { readonly cursor: string; readonly node: MatchWithHelp }[]
}

/** A firm with the same. */
export interface FirmWithHelp extends SupplierFirm {
  readonly help: () => Promise<HelpWithRequirement>
}

export interface FirmsWithHelp extends Omit<SupplierFirmPage, 'nodes' | 'edges'> {
  readonly nodes: readonly FirmWithHelp[]
  readonly edges: readonly { readonly cursor: string; readonly node: FirmWithHelp }[]
}

/** A requirement that a firm lacks. */
export interface LackWithHelp extends Pick<MatchWithHelp, 'firm' | 'help'> {
  readonly requirement: string
}

/** A firm with what it lacks. */
export interface FirmLacking {
  readonly firm: string
  readonly missing: readonly string[]
}

/** Which initiatives in force on a day are meant for what firms lack, and let them in. */
export async function helpWithRequirements(
  knowledge: KeptKnowledge,
  lacking: readonly FirmLacking[],
  asOf: string,
): Promise<HelpWithRequirement> {
  const requirements = [...new Set(lacking.flatMap(({ missing }) => missing))]
  if (requirements.length === 0) return () => []
  const firms = lacking.filter(({ missing }) => missing.length > 0).map(({ firm }) => firm)
  const [open, rows] = await Promise.all([
    OpenInitiatives.on(knowledge, asOf),
    knowledge.graph.read(initiativesForRequirements, { requirements, asOf }),
  ])
  const openToFirms = await open.toFirms([...new Set(firms)], new Set(rows.flatMap(({ initiatives }) => initiatives)))
  const meant = new Map(rows.map(({ requirement, initiatives }) => [requirement, initiatives]))
  return (firm, requirement) =>
    (meant.get(requirement) ?? []).filter((initiative) => openToFirms.get(firm)?.has(initiative))
}

/** For sectors that fit a category, the ids of the initiatives that are meant for them, by name. */
export type HelpForSectors = (sectors: readonly string[]) => readonly string[]

/** A gap with what finds who could help. */
export interface GapWithHelp extends SupplyGap {
  readonly help: () => Promise<HelpForSectors>
}

/**
 * Which initiatives in force on a day are meant for sectors and open to firms of a place.
 * @param places where; anywhere for none.
 */
export async function helpForSectors(
  knowledge: KeptKnowledge,
  places: readonly string[],
  asOf: string,
): Promise<HelpForSectors> {
  const [open, rows] = await Promise.all([
    OpenInitiatives.on(knowledge, asOf),
    knowledge.graph.read(initiativesForSectors, { asOf }),
  ])
  const somewhere = places.length > 0 ? places.map((place) => open.inPlace(place)) : [open.inPlace(null)]
  const isOpen = (initiative: string) => somewhere.some((initiatives) => initiatives.has(initiative))
  return (fitting) => {
    const meant = rows.filter((row) => row.sectors.some((sector) => fitting.includes(sector)))
    return [...new Set(meant.map(({ initiative }) => initiative))].filter(isOpen)
  }
}
